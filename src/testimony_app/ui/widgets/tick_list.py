"""A list of which any number can be chosen. Tab goes to the list once; the arrow keys go through it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from testimony_app.ui.look import Look
from testimony_app.ui.widgets.stacks import Column, empty
from testimony_app.ui.widgets.tick_row import TickEntry, TickRow


class TickList(QWidget):
    """Rows, as many as were shown yet, and what is chosen, be it shown or not. `changed` says that this changed."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._column = Column(look, gap=8)
        self.setLayout(self._column)
        self._rows: list[TickRow] = []
        self._ids: tuple[str, ...] = ()
        self._ticked: set[str] = set()

    @property
    def ids(self) -> tuple[str, ...]:
        """All that can be chosen, in their order."""
        return self._ids

    @property
    def chosen(self) -> tuple[str, ...]:
        """What is chosen, in the same order."""
        return tuple(each for each in self._ids if each in self._ticked)

    @property
    def left(self) -> int:
        """How many are not shown yet."""
        return len(self._ids) - len(self._rows)

    def begin(self, ids: Sequence[str]) -> None:
        """Begin a list with nothing chosen and nothing shown."""
        self._ids = tuple(ids)
        self._ticked = set()
        self._rows = []
        empty(self._column)
        self.changed.emit()

    def add_rows(self, entries: Sequence[TickEntry]) -> None:
        """Show the next ones."""
        for entry in entries:
            row = TickRow(self._look, entry)
            row.show_ticked(ticked=entry.id in self._ticked)
            row.toggled.connect(lambda ticked, id=entry.id: self._on_toggled(id, ticked=ticked))  # noqa: A006
            number = len(self._rows)
            row.move_wanted.connect(lambda step, number=number: self.focus_row(number + step))
            row.end_wanted.connect(lambda is_last: self.focus_row(len(self._rows) - 1 if is_last else 0))
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if number == 0 else Qt.FocusPolicy.ClickFocus)
            self._rows.append(row)
            self._column.addWidget(row)

    def tick_all(self, *, ticked: bool) -> None:
        """Choose all of them, or none."""
        self._ticked = set(self._ids) if ticked else set()
        for row in self._rows:
            row.show_ticked(ticked=ticked)
        self.changed.emit()

    def focus_row(self, number: int) -> None:
        """Give the focus to a row, where there is one of that number."""
        if 0 <= number < len(self._rows):
            for row in self._rows:
                is_it = row is self._rows[number]
                row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_it else Qt.FocusPolicy.ClickFocus)
            self._rows[number].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_toggled(self, draft_id: str, *, ticked: bool) -> None:
        (self._ticked.add if ticked else self._ticked.discard)(draft_id)
        self.changed.emit()
