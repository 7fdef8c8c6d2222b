"""A point of the person's own among the cards."""

from PySide6.QtCore import Signal, Slot

from testimony_app.ui.look import Look
from testimony_app.ui.tokens import LABEL
from testimony_app.ui.widgets.button import Button
from testimony_app.ui.widgets.card import Card
from testimony_app.ui.widgets.inputs import LineBox, tie
from testimony_app.ui.widgets.stacks import Column, Row
from testimony_app.ui.widgets.text import Text


class OwnPointCard(Card):
    """A point of the person's own: its title, and a way to take it back."""

    written = Signal(str, str)
    gone = Signal(str)

    def __init__(self, look: Look, point_id: str, number: int) -> None:
        super().__init__(look, "soft", "primary", edge_width=2)
        self._point_id = point_id
        name = self.tr("Your own point {number}").replace("{number}", str(number))
        label = Text(look, name, LABEL, wraps=False)
        self.title = LineBox(look)
        tie(label, self.title)
        self.title.setPlaceholderText(self.tr("What is it about, in a few words?"))
        self.title.written.connect(self._on_written)
        away = Button(look, self.tr("Take it out"), icon_name="x")
        away.setAccessibleName(self.tr("Take out your own point {number}").replace("{number}", str(number)))
        away.clicked.connect(self._on_away_clicked)
        row = Row(look, gap=10)
        row.addWidget(self.title, 1)
        row.addWidget(away)
        self.setLayout(Column(look, label, row, gap=6, margins=(16, 12, 16, 14)))

    @Slot(str)
    def _on_written(self, title: str) -> None:
        self.written.emit(self._point_id, title)

    @Slot()
    def _on_away_clicked(self) -> None:
        self.gone.emit(self._point_id)
