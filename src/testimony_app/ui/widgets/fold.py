"""A card that says in one line what is in it, and shows it when it is unfolded."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLayout, QSizePolicy, QWidget

from testimony_app.ui.look import Look
from testimony_app.ui.tokens import H3, OVERLINE
from testimony_app.ui.widgets.button import Button, ButtonKind
from testimony_app.ui.widgets.card import Card
from testimony_app.ui.widgets.flow import Flow
from testimony_app.ui.widgets.picture import Icon
from testimony_app.ui.widgets.stacks import Column, Row, empty
from testimony_app.ui.widgets.text import Text


class FoldLook(NamedTuple):
    """How a fold looks: its icon, the color of icon and state, and the color of the tile behind the icon."""

    icon: str
    color: str
    fill: str


class Fold(Card):
    """A line with a state, a title and a button. It stays unfolded when what is in it changes."""

    def __init__(self, look: Look, fold_look: FoldLook, state: str = "") -> None:
        super().__init__(look)
        self._is_open = False
        self._state = Text(look, state, OVERLINE, fold_look.color, wraps=False)
        if not state:
            self._state.hide()
        self._title = Text(look, "", H3)
        self._title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._button = Button(look, "", ButtonKind.QUIET)
        self._button.clicked.connect(self._on_clicked)
        self._inside = Column(look, gap=4, margins=(61, 0, 8, 4))
        self._holder = QWidget()
        self._holder.setLayout(self._inside)
        self._holder.hide()
        words = QWidget()
        words.setLayout(Row(look, self._state, self._title, gap=12))
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        tile = Icon(look, fold_look.icon, fold_look.color, 24, fold_look.fill)
        row = Row(look, tile, gap=14)
        row.addLayout(Flow(look, words, self._button, gap=6, least=260), 1)
        self.setLayout(Column(look, row, self._holder, gap=4, margins=(15, 6, 14, 6)))
        self._show_button()

    def show_content(self, title: str, rows: Sequence[QWidget | QLayout]) -> None:
        """Say what is in it, and hold it ready."""
        self._title.say(title)
        empty(self._inside)
        for row in rows:
            if isinstance(row, QLayout):
                self._inside.addLayout(row)
            else:
                self._inside.addWidget(row)
        self._show_button()

    def _show_button(self) -> None:
        words = self.tr("Hide them") if self._is_open else self.tr("Show them")
        self._button.setText(words)
        self._button.set_icon_name("chevron-up" if self._is_open else "chevron-down")
        named = self.tr("{words}: {title}").replace("{words}", words).replace("{title}", self._title.text())
        self._button.setAccessibleName(named)
        self._button.updateGeometry()

    @Slot()
    def _on_clicked(self) -> None:
        self._is_open = not self._is_open
        self._holder.setVisible(self._is_open)
        self._show_button()
