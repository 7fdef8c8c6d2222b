"""A note in a box: an icon, words, and a color that says what kind of note it is."""

from PySide6.QtCore import Qt

from testimony_app.ui.look import Look
from testimony_app.ui.tokens import BODY, TypeRole
from testimony_app.ui.widgets.card import Card
from testimony_app.ui.widgets.picture import Icon
from testimony_app.ui.widgets.stacks import Row
from testimony_app.ui.widgets.text import Part, Text


class Note(Card):
    """Words beside an icon. They wrap, they never fold."""

    def __init__(
        self, look: Look, icon: str, *parts: str | Part, color: str, fill: str, edge: str = "", role: TypeRole = BODY
    ) -> None:
        super().__init__(look, fill, edge)
        mark = Icon(look, icon, color, 22)
        self.words = Text(look, "", role, color)
        self.words.say(*parts)
        row = Row(look, mark, gap=10, margins=(15, 11, 15, 11))
        row.addWidget(self.words, 1)
        row.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
        self.setLayout(row)
