"""A question of a form that is answered by rows of two boxes each."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from testimony_app.ui.look import Look
from testimony_app.ui.tokens import SMALL_STRONG
from testimony_app.ui.widgets.button import Button, ButtonKind
from testimony_app.ui.widgets.card import Card
from testimony_app.ui.widgets.flow import Flow
from testimony_app.ui.widgets.form_field import FormField
from testimony_app.ui.widgets.inputs import LineBox, tie
from testimony_app.ui.widgets.least_size import LeastSize
from testimony_app.ui.widgets.stacks import Column, Row, empty
from testimony_app.ui.widgets.text import Text

_LEAST = 200


class RowWords(NamedTuple):
    """What is said of the rows. `{number}` stands for the number of a row, from 1."""

    first: str
    second: str
    remove: str
    add: str


class RowsField(FormField):
    """Rows of two boxes. There is always one row; rows that are empty are no answer.

    With `as_table` the answer is a table from the first boxes to the second ones, else a list of `title` and `value`.
    """

    def __init__(self, look: Look, label: str, hint: str, words: RowWords, *, as_table: bool) -> None:
        self._words = words
        self._as_table = as_table
        self._boxes: list[tuple[LineBox, LineBox]] = []
        self._rows = Column(look, gap=8)
        rows = QWidget()
        rows.setLayout(self._rows)
        self._add = Button(look, words.add, icon_name="plus")
        self._add.clicked.connect(self._on_add_clicked)
        whole = QWidget()
        whole.setLayout(Column(look, rows, Row(look, self._add, None), gap=8))
        super().__init__(look, label, hint, whole, is_group=True)
        self._show_rows([("", "")])

    def focus_box(self) -> None:
        """Give the focus to the first box."""
        self._boxes[0][0].setFocus()

    def value(self) -> object:
        """Return the rows that are not empty, or None where all are."""
        rows = [(first, second) for first, second in self._texts() if first or second]
        if self._as_table:
            return dict(rows) or None
        return [{"title": first, "value": second} for first, second in rows] or None

    def typed(self) -> object:
        """Return every row, also those that share a name or have none yet."""
        rows = [(first, second) for first, second in self._texts() if first or second]
        return [{"title": first, "value": second} for first, second in rows] or None

    def show_value(self, value: object) -> None:
        """Show rows."""
        rows: list[tuple[str, str]] = []
        if isinstance(value, dict):
            rows = [(str(key), str(each)) for key, each in value.items()]
        elif isinstance(value, list | tuple):
            rows = [(str(each["title"]), str(each["value"])) for each in value]
        self._show_rows(rows or [("", "")])

    def _texts(self) -> list[tuple[str, str]]:
        return [(first.text().strip(), second.text().strip()) for first, second in self._boxes]

    def _show_rows(self, rows: Sequence[tuple[str, str]]) -> None:
        empty(self._rows)
        self._boxes = []
        for number, (first, second) in enumerate(rows, 1):
            boxes = (LineBox(self.look), LineBox(self.look))
            fields = []
            patterns = (self._words.first, self._words.second)
            for box, pattern, text in zip(boxes, patterns, (first, second), strict=True):
                box.show_text(text)
                box.written.connect(self.changed)
                fields.append(self._field(pattern.replace("{number}", str(number)), box))
            card = Card(self.look, "sunk", "")
            column = Column(self.look, Flow(self.look, *fields, gap=12, equal=True), gap=4, margins=(12, 10, 12, 8))
            if len(rows) > 1:
                words = self._words.remove.replace("{number}", str(number))
                remove = Button(self.look, words, ButtonKind.QUIET, icon_name="trash-2")
                remove.clicked.connect(lambda _=False, place=number - 1: self._remove(place))
                column.addLayout(Row(self.look, remove, None))
            card.setLayout(column)
            self._rows.addWidget(card)
            self._boxes.append(boxes)

    def _field(self, name: str, box: LineBox) -> QWidget:
        label = Text(self.look, name, SMALL_STRONG)
        tie(label, box)
        box.setAccessibleName(name)
        field = QWidget()
        field.setLayout(Column(self.look, label, None, box, gap=3))
        LeastSize(self.look, field, width=_LEAST)
        return field

    def _describe(self, words: str) -> None:
        for boxes in self._boxes:
            for box in boxes:
                box.setAccessibleDescription(words)

    def _remove(self, place: int) -> None:
        rows = self._texts()
        del rows[place]
        self._show_rows(rows)
        self._add.setFocus()
        self.changed.emit()

    @Slot()
    def _on_add_clicked(self) -> None:
        self._show_rows([*self._texts(), ("", "")])
        self._boxes[-1][0].setFocus()
        self.changed.emit()
