"""The part of Settings that lists the letterheads of organizations."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from testimony_app.ui.look import Look
from testimony_app.ui.tokens import BODY, H2, SMALL
from testimony_app.ui.widgets.button import Button
from testimony_app.ui.widgets.in_view import bring_news_into_view
from testimony_app.ui.widgets.note import Note
from testimony_app.ui.widgets.sending_card import CardEntry, SendingCard
from testimony_app.ui.widgets.stacks import Column, Row, empty
from testimony_app.ui.widgets.text import Text


class LetterheadsSection(QWidget):
    """A card for each letterhead. `wanted` gives its id and what was pressed on it, `add_wanted` asks for a new one."""

    wanted = Signal(str, str)
    add_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._told = Column(look, gap=6)
        self._rows = Column(look, gap=10)
        self.add_button = Button(look, self.tr("Take in a letterhead"), icon_name="plus")
        self.add_button.clicked.connect(self.add_wanted)
        about = self.tr(
            "For organizations: your Word letterhead, with your logo and styles. We keep a cleaned copy. Your own file "
            "stays as it is."
        )
        told, rows = QWidget(), QWidget()
        told.setLayout(self._told)
        rows.setLayout(self._rows)
        self.setLayout(
            Column(
                look,
                Text(look, self.tr("Letterheads"), H2),
                Text(look, about, BODY),
                rows,
                told,
                Row(look, self.add_button, None),
                gap=10,
            )
        )

    def show_letterheads(self, entries: Sequence[CardEntry]) -> None:
        """Show the letterheads."""
        empty(self._rows)
        for entry in entries:
            card = SendingCard(self._look, entry)
            card.wanted.connect(self.wanted)
            self._rows.addWidget(card)

    def tell(self, words: str, *, is_good: bool = True) -> None:
        """Say what became of a letterhead, in place of what was said before; with no words say nothing."""
        empty(self._told)
        if words:
            icon, color, fill = ("info", "softink", "soft") if is_good else ("octagon-alert", "bad", "badfill")
            edge = "" if is_good else "bad"
            note = Note(self._look, icon, words, color=color, fill=fill, edge=edge, role=SMALL)
            self._told.addWidget(note)
            bring_news_into_view(note)
