"""Does what a person wants of the ways to send: shows what would go, queues it, and what they say of it afterwards."""

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from testimony_app.channels.channel_reader import find_channel
from testimony_app.channels.mail_app import mail_link_of
from testimony_app.channels.portal import PortalSheet, portal_sheet
from testimony_app.domain.errors import TestimonyError
from testimony_app.domain.submission import SubmissionState
from testimony_app.files.atomic import write_file
from testimony_app.services.program import Program
from testimony_app.store.submissions import SubmissionRow
from testimony_app.ui.consent_room import ConsentRoom
from testimony_app.ui.dialogs import Dialogs
from testimony_app.ui.look import Look
from testimony_app.ui.outbox_runner import OutboxRunner
from testimony_app.ui.pages.pieces import PiecesPage
from testimony_app.ui.pages.sent import SentPage
from testimony_app.ui.sending_cards import offered_card, sent_card, way_card
from testimony_app.ui.widgets.sending_card import CardEntry
from testimony_app.ui.words import told, translate
from testimony_app.words.errors import sentence

PAGE = 50
_FINISH_SECONDS = 3.0


class SendingRoom(QObject):
    """Brings the outbox and its pages together.

    `page_wanted` gives a page to be shown beside what is going on, `back_wanted` asks to leave it, `changed` says that
    what is shown of submissions may be out of date, and `told` gives a sentence for the person.
    """

    page_wanted = Signal(object)
    back_wanted = Signal()
    changed = Signal()
    told = Signal(str)

    def __init__(self, look: Look, program: Program, runner: OutboxRunner, dialogs: Dialogs) -> None:
        super().__init__()
        self._look = look
        self._program = program
        self._runner = runner
        self.dialogs = dialogs
        self._consent = ConsentRoom(look, program)
        self._consent.page_wanted.connect(self.page_wanted)
        self._consent.back_wanted.connect(self.back_wanted)
        self._consent.told.connect(self.told)
        self._consent.submitted.connect(self._on_submitted)
        self._opened: set[str] = set()
        self._page: SentPage | None = None
        self._most = PAGE
        self._trouble = ""
        runner.changed.connect(self._on_outbox_changed)
        runner.failed.connect(self._on_failed)

    def go_on_sending(self) -> None:
        """Send what is due."""
        self._runner.poke()

    def finish(self) -> bool:
        """Stop sending; False where something is just being handed over, which the person is told of."""
        if self._runner.finish(_FINISH_SECONDS):
            return True
        self._trouble = self.tr("We are handing something over just now. This window closes as soon as that is done.")
        return False

    def sent_page(self) -> SentPage:
        """Return the page of everything sent and waiting, as it is now."""
        if self._page is None:
            self._page = page = SentPage(self._look)
            page.wanted.connect(lambda submission, action: self.act(page, submission, action))
            page.go_on_wanted.connect(self._on_go_on_wanted)
            page.more_wanted.connect(self._on_more_wanted)
            self.changed.connect(self._show_sent)
            self.told.connect(self._on_told)
        self._trouble = ""
        self._show_sent()
        return self._page

    @Slot()
    def _show_sent(self) -> None:
        if self._page is None:
            return
        try:
            entries = self.sent(self._most)
            paused = self._program.sending.is_paused()
        except TestimonyError as error:
            self._page.show_rows((), has_more=False, paused="", trouble=sentence(error, translate))
            return
        why = {
            "restored": self.tr(
                "A backup was restored. What was sent after it may not be in this list. Look before you go on."
            ),
            "moved": self.tr(
                "These testimonies came from another computer, which may send them too. Look before you go on."
            ),
        }.get(paused, "")
        has_more = len(entries) > self._most
        self._page.show_rows(entries[: self._most], has_more=has_more, paused=why, trouble=self._trouble)

    @Slot(str)
    def _on_told(self, words: str) -> None:
        self._trouble = words
        self._show_sent()

    @Slot()
    def _on_more_wanted(self) -> None:
        self._most += PAGE
        self._show_sent()

    @Slot()
    def _on_go_on_wanted(self) -> None:
        self._program.sending.go_on()
        self._runner.poke()
        self._show_sent()

    def ways(self, draft_id: str, campaign: str) -> tuple[CardEntry, ...]:
        """Return the ways to send, with what became of a testimony by each, and those that its campaign offers.

        What is wrong with one is told.
        """
        try:
            channels = self._program.channels.all()
            rows = self._program.sending.of_draft(draft_id)
            offered = self._program.campaign_ways(campaign) if campaign else ()
        except TestimonyError as error:
            self.told.emit(sentence(error, translate))
            return ()
        newest: dict[str, SubmissionRow] = {}
        for row in reversed(rows):
            newest[row.channel] = row
        ours = [way_card(channel, newest.get(channel.name)) for channel in channels]
        return (*(offered_card(way) for way in offered), *ours)

    def sent(self, most: int) -> tuple[CardEntry, ...]:
        """Return at most so many submissions and one more, what needs somebody first."""
        from testimony_app.services.sending import SHOWN_ORDER  # noqa: PLC0415  (loaded with the page)

        rows: list[SubmissionRow] = []
        for states in SHOWN_ORDER:
            rows += self._program.sending.page(states, most + 1 - len(rows))
            if len(rows) > most:
                break
        return tuple(sent_card(row) for row in rows)

    def do(self, widget: QWidget, draft_id: str, channel: str, action: str) -> None:
        """Do what was pressed on the card of a way."""
        if action == "use":
            self._take_over(widget, draft_id, channel)
            return
        if action == "send":
            self.review(draft_id, channel, widget)
            return
        rows = [row for row in self._program.sending.of_draft(draft_id) if row.channel == channel]
        self.act(widget, rows[0].id, action)

    def _take_over(self, widget: QWidget, draft_id: str, name: str) -> None:
        """Make a campaign's way to send the person's own, and show what would go by it."""
        try:
            campaign = self._program.drafting.open(draft_id).draft.campaign
            way = find_channel(self._program.campaign_ways(campaign), name)
            self._program.channels.add(name, way.plain)
        except TestimonyError as error:
            self.told.emit(sentence(error, translate))
            return
        self.review(draft_id, name, widget)

    def act(self, widget: QWidget, submission: str, action: str) -> None:
        """Do what was pressed on the card of a submission."""
        acts = {
            "take_back": lambda: self._program.sending.take_back(submission),
            "try_now": lambda: self._try_again(submission),
            "try_again": lambda: self._try_again(submission),
            "password": lambda: self._ask_password(widget, submission),
            "yes": lambda: self._program.sending.resolve(submission, arrived=True),
            "not_yet": lambda: self.told.emit(self.tr("That is fine. It stays here until you say so.")),
            "again": lambda: self._open(submission),
            "came_back": lambda: self._program.sending.came_back(submission),
            "receipt": lambda: self._show_receipt(widget, submission),
            "how": lambda: self._how_to_check(widget, submission),
        }
        try:
            acts[action]()
        except TestimonyError as error:
            self.told.emit(sentence(error, translate))
        self.changed.emit()

    def review(self, draft_id: str, channel: str, page: QWidget | None = None) -> None:
        """Show everything that would go, unless the person has left the page from which they asked by then."""
        self._consent.look_at(draft_id, channel, page)

    def _try_again(self, submission: str) -> None:
        self._program.sending.try_again(submission)
        self._runner.poke()

    def _ask_password(self, widget: QWidget, submission: str) -> None:
        channel = self._program.sending.find(submission).row.channel
        question = self.tr("The password of {channel}. We keep it until you close this window.")
        secret = self.dialogs.password(widget, self.tr("Password"), question.replace("{channel}", channel))
        if secret:
            self._program.secrets.type_in(channel, secret)
            self._try_again(submission)

    def _show_receipt(self, widget: QWidget, submission: str) -> None:
        from testimony_app.ui.receipt_room import show_receipt  # noqa: PLC0415  (not everybody looks)

        show_receipt(self._look, self._program, self.dialogs, submission, widget)

    def _how_to_check(self, widget: QWidget, submission: str) -> None:
        text = self.tr(
            "Look into your own mailbox: is the copy there, or a notice that it came back? "
            "Or call the clerk, and name the reference {reference}. Then tell us."
        )
        reference = self._program.sending.find(submission).row.reference
        choices = (self.tr("It arrived"), self.tr("It did not arrive. Send it again"))
        found = self.dialogs.choose(widget, self.tr("How to check"), text.replace("{reference}", reference), choices)
        if found is not None:
            self._program.sending.resolve(submission, arrived=found == 0)
            self._runner.poke()

    def _open(self, submission: str) -> None:
        """Open the mail program or the page of what is handed over to the person."""
        row = self._program.sending.find(submission).row
        payload = self._program.sending.payload(submission)
        if row.channel_kind == "portal":
            sheet = portal_sheet(payload)
            QDesktopServices.openUrl(QUrl(sheet.url))
            self._show_pieces(row, sheet)
        elif row.channel_kind == "mail_app":
            folder = self._program.folders.outgoing
            path = folder / f"{row.reference}.eml"
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_file(path, payload.content, replace=True)
            if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
                QDesktopServices.openUrl(QUrl(mail_link_of(payload)))

    def _show_pieces(self, row: SubmissionRow, sheet: PortalSheet) -> None:
        page = PiecesPage(self._look, row.channel_title, sheet)
        page.again_wanted.connect(lambda: QDesktopServices.openUrl(QUrl(sheet.url)))

        def answer(action: str) -> None:
            self.back_wanted.emit()
            self.act(page, row.id, action)

        page.pressed.connect(lambda: answer("yes"))
        page.put_off.connect(lambda: answer("not_yet"))
        self.page_wanted.emit(page)

    @Slot()
    def _on_submitted(self) -> None:
        self._runner.poke()
        self.changed.emit()

    @Slot()
    def _on_outbox_changed(self) -> None:
        """Open what has just been handed over to the person, once."""
        handed = self._program.sending.page((SubmissionState.HANDED_OVER,), PAGE)
        for row in handed:
            if row.id not in self._opened and self._opened_here(row):
                self._open(row.id)
            self._opened.add(row.id)
        self.changed.emit()

    def _opened_here(self, row: SubmissionRow) -> bool:
        """Whether a submission was handed over by this window, and not by one before it."""
        review = self._consent.review
        return review is not None and row.draft_id == review.draft.id and row.attempts == 1

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        self.told.emit(told(error))
