"""The last look: shows everything that would go, and queues exactly that once the person agrees."""

from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from testimony_app.domain.errors import PersonError, TestimonyError
from testimony_app.services.program import Program
from testimony_app.services.submitting import Review
from testimony_app.ui.consent_entry import consent_entry
from testimony_app.ui.look import Look
from testimony_app.ui.pages.consent import ConsentPage
from testimony_app.ui.preparing import Preparing
from testimony_app.ui.words import told, translate
from testimony_app.words.errors import sentence


class ConsentRoom(QObject):
    """Prepares what would go away from the window's thread, since a Word file takes its time.

    `page_wanted` gives the page with it, `back_wanted` asks to leave that, `submitted` says that something was queued,
    and `told` gives a sentence for the person where the page is not seen. `review` is what is looked at.
    """

    page_wanted = Signal(object)
    back_wanted = Signal()
    submitted = Signal()
    told = Signal(str)

    def __init__(self, look: Look, program: Program) -> None:
        super().__init__()
        self._look = look
        self._program = program
        self.review: Review | None = None
        self._page: ConsentPage | None = None
        self._looking = Preparing()
        self._looking.ready.connect(self._on_ready)
        self._looking.failed.connect(self._on_failed)
        self._agreeing = Preparing()
        self._agreeing.ready.connect(self._on_ready_to_go)
        self._agreeing.failed.connect(self._on_failed)
        self._agreeing.left.connect(self._on_left)

    def look_at(self, draft_id: str, channel: str, page: QWidget | None = None, copy_to: str = "") -> None:
        """Show everything that would go, unless the person has left the page from which they asked by then."""
        self._looking.start(lambda: self._prepared(draft_id, channel, copy_to), page)

    def _prepared(self, draft_id: str, channel: str, copy_to: str) -> Review:
        return self._program.submitting.review(draft_id, channel, datetime.now(UTC), copy_to=copy_to)

    @Slot(object)
    def _on_ready(self, review: object) -> None:
        if isinstance(review, Review):
            self._show(review)

    def _show(self, review: Review, trouble: str = "") -> None:
        self.review = review
        self._page = page = ConsentPage(self._look, consent_entry(review))
        page.agreed.connect(lambda: self._on_agreed(page))
        page.put_off.connect(self.back_wanted)
        page.checked.connect(lambda: self._on_checked(page))
        self.page_wanted.emit(page)
        if trouble:
            page.show_trouble(trouble)

    def _on_agreed(self, page: ConsentPage) -> None:
        """Queue what is shown. Where the person wants a copy, that is made first, and compared with what was shown."""
        review = self.review
        if review is None or page is not self._page:
            return
        if page.copy_to == review.letter.copy_to:
            self._submit(review)
            return
        page.show_preparing(preparing=True)
        draft, channel, copy_to = review.draft.id, review.channel.name, page.copy_to
        self._agreeing.start(lambda: self._prepared(draft, channel, copy_to), page)

    @Slot(object)
    def _on_ready_to_go(self, review: object) -> None:
        if not isinstance(review, Review) or self.review is None or self._page is None:
            return
        self._page.show_preparing(preparing=False)
        if _is_as_shown(review, self.review):
            self._submit(review)
        else:
            self._show(review, self.tr("Something has changed. Nothing was sent. Please look once more."))

    def _submit(self, review: Review) -> None:
        wording = consent_entry(review).wording
        try:
            self._program.submitting.submit(review, wording, datetime.now(UTC))
        except TestimonyError as error:
            self._tell(sentence(error, translate))
        else:
            self.back_wanted.emit()
        self.submitted.emit()

    def _on_checked(self, page: ConsentPage) -> None:
        if self.review is None:
            return
        channel = self.review.channel.name
        try:
            self._program.channels.mark_checked(channel, datetime.now(UTC).astimezone().date())
        except PersonError as error:
            self._tell(sentence(error, translate))
            return
        self.look_at(self.review.draft.id, channel, page, page.copy_to)

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        self._tell(told(error))
        if (
            isinstance(error, PersonError)
            and error.code == "own_address_not_valid"
            and self._page is not None
            and self._page.isVisible()
        ):
            self._page.focus_copy()

    @Slot()
    def _on_left(self) -> None:
        self.told.emit(self.tr("You left before it was ready. Nothing was sent."))

    def _tell(self, words: str) -> None:
        """Say something where the person is."""
        if self._page is not None and self._page.isVisible():
            self._page.show_preparing(preparing=False)
            self._page.show_trouble(words)
        else:
            self.told.emit(words)


def _is_as_shown(review: Review, shown: Review) -> bool:
    """Whether what would go is to the last byte what was shown, but for the copy, which stands in its own box."""
    return (
        consent_entry(review)._replace(copy_to="") == consent_entry(shown)._replace(copy_to="")
        and review.letter.content_sha256 == shown.letter.content_sha256
        and review.channel.sha256 == shown.channel.sha256
        and review.rev == shown.rev
    )
