"""Sent and waiting: what is known about each message, and no more."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from testimony_app.ui.look import Look
from testimony_app.ui.page import Page
from testimony_app.ui.tokens import BODY, SMALL
from testimony_app.ui.widgets.button import Button
from testimony_app.ui.widgets.card import Card
from testimony_app.ui.widgets.heading import Heading
from testimony_app.ui.widgets.note import Note
from testimony_app.ui.widgets.sending_card import CardEntry, SendingCard
from testimony_app.ui.widgets.stacks import Column, Row, empty
from testimony_app.ui.widgets.text import Text


class SentPage(Page):
    """`wanted` gives a submission's id and what to do about it.

    `go_on_wanted` ends a pause, `more_wanted` asks for older ones.
    """

    wanted = Signal(str, str)
    go_on_wanted = Signal()
    more_wanted = Signal()

    def __init__(self, look: Look) -> None:
        intro = self.tr("What we know about each message, and no more.")
        super().__init__(look, Heading(look, self.tr("Sent and waiting"), "", intro))
        self._told = Column(look, gap=8)
        self._rows = Column(look, gap=10)
        self._more = Button(look, self.tr("Show older ones"))
        self._more.clicked.connect(self.more_wanted)
        self.column.addLayout(self._told)
        self.column.addLayout(self._rows)
        self.column.addLayout(Row(look, self._more, None))
        self.add(None)
        self._shown: tuple[CardEntry, ...] = ()

    def show_rows(self, entries: Sequence[CardEntry], *, has_more: bool, paused: str, trouble: str) -> None:
        """Show submissions; `paused` and `trouble` are sentences, empty for none."""
        self._more.setVisible(has_more)
        empty(self._told)
        if trouble:
            self._told.addWidget(
                Note(self.look, "octagon-alert", trouble, color="bad", fill="badfill", edge="bad", role=SMALL)
            )
        if paused:
            card = Card(self.look, "soft", "")
            go_on = Button(self.look, self.tr("I have looked. Go on"), icon_name="arrow-right")
            go_on.clicked.connect(self.go_on_wanted)
            words = Text(self.look, paused, BODY, "softink")
            card.setLayout(Column(self.look, words, Row(self.look, go_on, None), gap=8, margins=(16, 12, 16, 12)))
            self._told.addWidget(card)
        if tuple(entries) == self._shown and self._rows.count():
            return
        self._shown = tuple(entries)
        empty(self._rows)
        for entry in entries:
            card = SendingCard(self.look, entry)
            card.wanted.connect(self.wanted)
            self._rows.addWidget(card)
        if not entries:
            nothing = self.tr("Nothing is waiting. Sent testimonies will be listed here.")
            self._rows.addWidget(Text(self.look, nothing, BODY, "ink2"))
