"""Share: keep a copy, give it to the Council, and know how to hand it in."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from testimony_app.documents.options import Variant
from testimony_app.domain.body import Fact, PublicBody
from testimony_app.ui.dates import short_date
from testimony_app.ui.look import Look
from testimony_app.ui.step_page import StepPage
from testimony_app.ui.tokens import BODY, H3, LABEL, SMALL
from testimony_app.ui.widgets.button import Button, ButtonKind
from testimony_app.ui.widgets.card import Card
from testimony_app.ui.widgets.flow import Flow
from testimony_app.ui.widgets.heading import Heading, step_overline
from testimony_app.ui.widgets.note import Note
from testimony_app.ui.widgets.pages_choice import PagesChoice
from testimony_app.ui.widgets.picture import Icon
from testimony_app.ui.widgets.saved_note import SavedNote
from testimony_app.ui.widgets.sending_card import CardEntry, SendingCard
from testimony_app.ui.widgets.side_panel import PanelContent
from testimony_app.ui.widgets.stacks import Column, Row, empty
from testimony_app.ui.widgets.text import Text
from testimony_app.ui.widgets.told_list import ToldList
from testimony_app.ui.widgets.working_note import WorkingNote


class HandInPanel(PanelContent):
    """What is known about reaching the body, with when it was checked, and what is not known."""

    def __init__(self, look: Look) -> None:
        super().__init__(self.tr("How to reach them"), "landmark")
        self._look = look
        self._column = Column(look, gap=10, margins=(20, 16, 8, 20))
        self.setLayout(self._column)
        self._shown: PublicBody | None = None

    def show_body(self, body: PublicBody | None) -> None:
        """Show the contacts of a body."""
        if body is self._shown and self._column.count():
            return
        self._shown = body
        empty(self._column)
        if body is None or not body.contacts:
            words = self.tr("We have no address of this council. Its clerk can tell you where testimony goes.")
            self._column.addWidget(Text(self._look, words, BODY, "ink2"))
            return
        self._column.addWidget(Text(self._look, body.name, H3))
        for contact in body.contacts:
            self._column.addWidget(Text(self._look, contact.title, LABEL))
            self._column.addWidget(Text(self._look, contact.detail.value or self.tr("Unknown"), BODY))
            checked = self.tr("Checked {date}.").replace("{date}", short_date(contact.detail.checked_on))
            note = f"{contact.detail.note} {checked}".strip()
            self._column.addWidget(Text(self._look, note, SMALL, "ink2"))


class SharePage(StepPage):
    """The last step: a file, a copy, a phone, or a way to send.

    `save_wanted` gives the name of a format, `copy_wanted` asks for the text on the clipboard, `phone_wanted` for codes
    that a phone can scan, `preview_wanted` for the pages as they will be, `print_wanted` for paper,
    `letterhead_wanted` for a Word file on one. `way_wanted` gives a way to send and what to do, `refreshed` says that
    the page was drawn anew. `working` tells of a file that takes long.
    """

    save_wanted = Signal(str)
    copy_wanted = Signal()
    phone_wanted = Signal()
    preview_wanted = Signal()
    letterhead_wanted = Signal()
    print_wanted = Signal()
    way_wanted = Signal(str, str)
    refreshed = Signal()

    def __init__(self, look: Look) -> None:
        intro = self.tr("Nothing leaves this computer until you choose one of these.")
        heading = Heading(look, self.tr("Share your testimony"), step_overline(6, 6), intro)
        self._panel = HandInPanel(look)
        super().__init__(look, heading, self._panel)
        self.add(Text(look, self.tr("Keep a copy"), H3))
        self._pages = PagesChoice(look)
        self._pages.changed.connect(self.changed)
        self.add(self._pages)
        self.column.addLayout(self._tiles())
        preview = Button(look, self.tr("See the page"), ButtonKind.QUIET, icon_name="eye")
        preview.clicked.connect(self.preview_wanted)
        self._letterhead = Button(look, self.tr("Word on a letterhead"), ButtonKind.QUIET, icon_name="landmark")
        self._letterhead.clicked.connect(self.letterhead_wanted)
        self._letterhead.hide()
        self.column.addLayout(Flow(look, preview, self._letterhead, gap=10))
        self._told = ToldList(look)
        words = self.tr("We are still saving the file. A disk that is slow or far away takes longer.")
        self.working = WorkingNote(look, words, self.tr("We stop as soon as the disk answers."))
        self.add(self.working, self._told)
        self.add(Text(look, self.tr("Give it to the Council"), H3))
        self._hearing = Text(look, "", BODY, "ink2")
        self._rules = Column(look, gap=8)
        calendar = Icon(look, "calendar", "ink2")
        hearing = Row(look, calendar, gap=10)
        hearing.addWidget(self._hearing, 1)
        hearing.setAlignment(calendar, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(hearing)
        self._ways = Column(look, gap=8)
        self._shown_ways: tuple[CardEntry, ...] = ()
        self.column.addLayout(self._ways)
        self.add(4, Text(look, self.tr("What we know of handing it in"), H3))
        self.column.addLayout(self._rules)
        self.add(None)

    @property
    def variant(self) -> Variant:
        """What the pages of a Word file or PDF are for."""
        return self._pages.variant

    @property
    def variant_name(self) -> str:
        """What that is called."""
        return self._pages.name

    @property
    def with_codes(self) -> bool:
        """Whether codes for a phone stand at the foot of a PDF or a print."""
        return self._pages.with_codes

    def refresh(self) -> None:
        """Draw what can be taken along, and what is known of handing it in."""
        self._pages.show_writing(self.writing)
        material, draft = self.writing.material, self.writing.draft
        body = material.body
        self._panel.show_body(body)
        hearing = self.tr("We do not know of a hearing. You can still write to your council member.")
        if draft.matter.meeting_date:
            hearing = self.tr("The meeting is on {date}.").replace("{date}", short_date(draft.matter.meeting_date))
        elif material.campaign and material.campaign.hearing:
            hearing = material.campaign.hearing
        self._hearing.say(hearing)
        empty(self._rules)
        for icon, title, fact in self._facts(body):
            self._rules.addWidget(self._fact_card(icon, title, fact))
        self.refreshed.emit()

    def show_ways(self, entries: Sequence[CardEntry]) -> None:
        """Show the ways to send, with what became of this testimony by each."""
        if tuple(entries) == self._shown_ways:
            return
        focused = QApplication.focusWidget()
        name = focused.accessibleName() if focused is not None else ""
        self._shown_ways = tuple(entries)
        empty(self._ways)
        for entry in entries:
            card = SendingCard(self.look, entry)
            card.wanted.connect(self.way_wanted)
            self._ways.addWidget(card)
            for button in card.findChildren(Button):
                if name and button.accessibleName() == name:
                    button.setFocus()

    def offer_letterhead(self, *, is_there: bool) -> None:
        """Offer a Word file on a letterhead, where there is one."""
        self._letterhead.setVisible(is_there)

    def say_keep_first(self) -> None:
        """Say why there is no way to send here."""
        if not self._ways.count():
            words = self.tr(
                "To send it from here, keep it first. What you save stays where you save it. "
                "If you print it, the print system may keep a record."
            )
            self._ways.addWidget(Note(self.look, "eye-off", words, color="warn", fill="warnfill", role=BODY))

    def show_told(self, words: str) -> None:
        """Say something of what was sent."""
        self._told.tell(Note(self.look, "info", words, color="softink", fill="soft", role=SMALL), words)

    def show_saved(self, path: str) -> None:
        """Say where a copy was saved, with a way to look at the folder."""
        leaving = self._told.leaving
        note = leaving if isinstance(leaving, SavedNote) else SavedNote(self.look)
        note.show_path(path)
        self._told.tell(note, note.words)

    def show_copied(self) -> None:
        """Say that the text is on the clipboard."""
        words = self.tr("The text is on the clipboard. Paste it where you want it.")
        self._told.tell(Note(self.look, "copy", words, color="good", fill="goodfill", role=SMALL), words)

    def show_caution(self, words: str) -> None:
        """Say what should be known of a copy."""
        self._told.tell(
            Note(self.look, "triangle-alert", words, color="warn", fill="warnfill", edge="warn", role=SMALL), words
        )

    def show_trouble(self, words: str) -> None:
        """Say why a copy could not be saved."""
        self._told.tell(
            Note(self.look, "octagon-alert", words, color="bad", fill="badfill", edge="bad", role=SMALL), words
        )

    def _tiles(self) -> Flow:
        row = Flow(self.look, gap=10, equal=True)
        for name, icon, title, about in (
            ("docx", "file-text", self.tr("Word"), self.tr("For the clerk, and to edit later")),
            ("pdf", "file-down", self.tr("PDF"), self.tr("Looks the same everywhere")),
            ("txt", "type", self.tr("Plain text"), self.tr("For a web form or a message")),
        ):
            row.addWidget(self._tile(icon, title, about, partial(self.save_wanted.emit, name)))
        about = self.tr("Puts the text and its sources on the clipboard")
        row.addWidget(self._tile("copy", self.tr("Copy"), about, self.copy_wanted.emit))
        about = self.tr("Scan it. Your phone's mail app may save the draft online.")
        row.addWidget(self._tile("phone", self.tr("To my phone"), about, self.phone_wanted.emit))
        about = self.tr("The pages as they are, on a printer of this computer")
        row.addWidget(self._tile("printer", self.tr("Print"), about, self.print_wanted.emit))
        return row

    def _tile(self, icon: str, title: str, about: str, wanted: Callable[[], None]) -> QWidget:
        card = Card(self.look, "surface", "hair")
        button = Button(self.look, title, icon_name=icon)
        button.setAccessibleDescription(about)
        button.clicked.connect(lambda _checked: wanted())
        card.setLayout(
            Column(self.look, button, Text(self.look, about, SMALL, "ink2"), gap=6, margins=(12, 12, 12, 12))
        )
        return card

    def _facts(self, body: PublicBody | None) -> list[tuple[str, str, Fact[str]]]:
        if body is None or body.speaking is None or body.writing is None:
            return []
        return [
            ("file-text", self.tr("In writing"), body.writing.how_to_send),
            ("volume-2", self.tr("Aloud: sign up"), body.speaking.sign_up),
            ("landmark", self.tr("Aloud: where people speak"), body.speaking.where_people_speak),
            ("map-pin", self.tr("On paper: the room"), body.speaking.place),
        ]

    def _fact_card(self, icon: str, title: str, fact: Fact[str]) -> QWidget:
        card = Card(self.look)
        known = fact.value or self.tr("We do not know.")
        checked = self.tr("Checked {date}.").replace("{date}", short_date(fact.checked_on))
        texts = Column(
            self.look,
            Text(self.look, title, LABEL),
            Text(self.look, known, BODY, "ink"),
            Text(self.look, f"{fact.note} {checked}".strip(), SMALL, "ink2"),
            gap=2,
        )
        tile = Icon(self.look, icon, "softink", 24, "soft")
        row = Row(self.look, tile, gap=14, margins=(15, 12, 15, 12))
        row.setAlignment(tile, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        card.setLayout(row)
        return card
