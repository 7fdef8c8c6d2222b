"""The banner on every page of a window in which nothing is kept."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from testimony_app.ui.look import Look
from testimony_app.ui.tokens import LABEL, SMALL
from testimony_app.ui.widgets.button import Button
from testimony_app.ui.widgets.card import Plain
from testimony_app.ui.widgets.flow import Flow
from testimony_app.ui.widgets.picture import Icon
from testimony_app.ui.widgets.stacks import Column, Row
from testimony_app.ui.widgets.text import Text

_LEAST_WORDS = 260


class UnsavedBanner(Plain):
    """`copy_wanted` asks where a copy can be saved, `keep_wanted` to keep everything after all."""

    copy_wanted = Signal()
    keep_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "warnfill", Qt.Edge.BottomEdge)
        words = self.tr("Nothing you write here is kept. Save a copy before you close.")
        self._told = Text(look, "", SMALL, "warn")
        self._told.hide()
        texts = QWidget()
        texts.setLayout(Column(look, Text(look, words, LABEL, "warn"), self._told, gap=2))
        texts.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        copy = Button(look, self.tr("Save a copy"), icon_name="save")
        copy.clicked.connect(self.copy_wanted)
        keep = Button(look, self.tr("Keep it after all"), icon_name="hard-drive")
        keep.clicked.connect(self.keep_wanted)
        pair, both = QWidget(), QWidget()
        pair.setLayout(Row(look, copy, keep, gap=10))
        both.setLayout(Flow(look, texts, pair, gap=10, least=_LEAST_WORDS))
        icon = Icon(look, "eye-off", "warn", 22)
        row = Row(look, icon, gap=10, margins=(18, 6, 16, 6))
        row.addWidget(both, 1)
        self.setLayout(row)

    def tell(self, words: str) -> None:
        """Say what became of the last wish."""
        self._told.say(words)
        self._told.setVisible(bool(words))
