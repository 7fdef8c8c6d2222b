"""Small marks with an icon and a word: a state, or what may become public."""

from PySide6.QtWidgets import QSizePolicy

from testimony_app.ui.look import Look
from testimony_app.ui.tokens import OVERLINE
from testimony_app.ui.widgets.card import Card
from testimony_app.ui.widgets.picture import Icon
from testimony_app.ui.widgets.stacks import Row
from testimony_app.ui.widgets.text import Text


class Chip(Card):
    """An icon and a word in a pill. `color` is the token of both, `fill` of the pill, `edge` of its line."""

    def __init__(self, look: Look, icon: str, word: str, color: str = "warn", fill: str = "warnfill") -> None:
        super().__init__(look, fill, color, edge_width=1, radius=14)
        self._icon = Icon(look, icon, color, 16)
        self._word = Text(look, word, OVERLINE, color, wraps=False)
        self.setLayout(Row(look, self._icon, self._word, gap=6, margins=(10, 3, 11, 4)))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
