"""Deleted testimonies: how long each can still be brought back, and the way to erase it for good."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from testimony_app.ui.look import Look
from testimony_app.ui.page import Page
from testimony_app.ui.tokens import BODY, LABEL, SMALL
from testimony_app.ui.widgets.button import Button
from testimony_app.ui.widgets.card import Card
from testimony_app.ui.widgets.flow import Flow
from testimony_app.ui.widgets.heading import Heading
from testimony_app.ui.widgets.in_view import bring_news_into_view
from testimony_app.ui.widgets.note import Note
from testimony_app.ui.widgets.stacks import Column, Row, empty
from testimony_app.ui.widgets.text import Text

_LEAST_WORDS = 260
_MEASURE = 820
"""As wide as words with two buttons beside them need it, in pixels at scale 1."""


class DeletedEntry(NamedTuple):
    """A deleted testimony, and whole sentences that say when it was deleted and how long it stays."""

    id: str
    title: str
    about: str


class DeletedPage(Page):
    """`back_wanted` and `erase_wanted` give the id of a testimony."""

    back_wanted = Signal(str)
    erase_wanted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, Heading(look, self.tr("Deleted testimonies")), measure=_MEASURE)
        words = self.tr(
            "A deleted testimony stays here for 30 days on which you use Testimony. Then it goes. "
            "Backups may hold it a little longer."
        )
        self._told = Column(look, gap=8)
        self._rows = Column(look, gap=10)
        self.add(Text(look, words, BODY))
        self.column.addLayout(self._told)
        self.column.addLayout(self._rows)
        self.add(None)

    def show_entries(self, entries: Sequence[DeletedEntry]) -> None:
        """Show what is deleted."""
        empty(self._rows)
        for entry in entries:
            self._rows.addWidget(self._card(entry))
        if not entries:
            self._rows.addWidget(Text(self.look, self.tr("Nothing is deleted."), BODY, "ink2"))

    def say(self, words: str) -> None:
        """Say what was done, or with an empty text nothing."""
        empty(self._told)
        if words:
            self._tell(Note(self.look, "circle-check", words, color="good", fill="goodfill", edge="good", role=BODY))

    def say_trouble(self, why: str) -> None:
        """Say why something could not be done."""
        empty(self._told)
        self._tell(Note(self.look, "octagon-alert", why, color="bad", fill="badfill", edge="bad", role=BODY))

    def _tell(self, note: Note) -> None:
        self._told.addWidget(note)
        bring_news_into_view(note)

    def _card(self, entry: DeletedEntry) -> Card:
        card = Card(self.look)
        words = QWidget()
        title, about = Text(self.look, entry.title, LABEL), Text(self.look, entry.about, SMALL, "ink2")
        words.setLayout(Column(self.look, title, about, gap=2))
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        back = Button(self.look, self.tr("Bring it back"), icon_name="undo-2")
        back.setAccessibleName(self.tr("Bring it back: {title}").replace("{title}", entry.title))
        back.clicked.connect(lambda: self.back_wanted.emit(entry.id))
        erase = Button(self.look, self.tr("Erase for good"), icon_name="trash-2")
        erase.setAccessibleName(self.tr("Erase for good: {title}").replace("{title}", entry.title))
        erase.clicked.connect(lambda: self.erase_wanted.emit(entry.id))
        pair = QWidget()
        pair.setLayout(Row(self.look, back, erase, gap=10))
        row = Flow(self.look, words, pair, gap=10, least=_LEAST_WORDS)
        card.setLayout(Column(self.look, row, margins=(18, 10, 14, 10)))
        return card
