"""Rows and columns whose gaps grow with the text."""

from PySide6.QtCore import QMargins, QRect, Slot
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget
from typing_extensions import override

from testimony_app.ui.look import Look

Margins = tuple[int, int, int, int]
"""Left, top, right, bottom, in pixels at scale 1."""

Item = QWidget | QLayout | int | None
"""A widget, a layout, a gap in pixels at scale 1, or None for a stretch."""


class Column(QVBoxLayout):
    """Things one above the other. `gap` and `margins` are pixels at scale 1."""

    def __init__(self, look: Look, *items: Item, gap: int = 8, margins: Margins = (0, 0, 0, 0)) -> None:
        super().__init__()
        self._look = look
        self._gap, self._margins = gap, margins
        self._space()
        look.changed.connect(self._space)
        fill(self, look, items)

    def set_margins(self, margins: Margins) -> None:
        """Take other margins."""
        self._margins = margins
        self._space()

    @Slot()
    def _space(self) -> None:
        space(self, self._look, self._gap, self._margins)


class Row(QHBoxLayout):
    """Things side by side, from the reading side on. `gap` and `margins` are pixels at scale 1."""

    def __init__(self, look: Look, *items: Item, gap: int = 8, margins: Margins = (0, 0, 0, 0)) -> None:
        super().__init__()
        self._look = look
        self._gap, self._margins = gap, margins
        self._space()
        look.changed.connect(self._space)
        fill(self, look, items)

    def set_margins(self, margins: Margins) -> None:
        """Take other margins."""
        self._margins = margins
        self._space()

    @Slot()
    def _space(self) -> None:
        space(self, self._look, self._gap, self._margins)


class Overhang(QVBoxLayout):
    """A column that stands out at its sides by `before` and `after`, and stands `lower`, in pixels at scale 1."""

    def __init__(self, look: Look, *items: Item, before: int = 0, after: int = 0, lower: int = 0) -> None:
        super().__init__()
        self._look = look
        self._before, self._after, self._lower = before, after, lower
        self.setContentsMargins(0, 0, 0, 0)
        fill(self, look, items)

    def take_sides(self, before: int, after: int) -> None:
        """Stand out by other lengths."""
        self._before, self._after = before, after
        self.invalidate()

    @override
    def setGeometry(self, rect: QRect) -> None:
        parent = self.parentWidget()
        left, right = self._look.px(self._before), self._look.px(self._after)
        if parent is not None and parent.isRightToLeft():
            left, right = right, left
        lower = self._look.px(self._lower)
        super().setGeometry(rect.adjusted(-left, lower, right, lower))


def space(layout: QBoxLayout, look: Look, gap: int, margins: Margins) -> None:
    """Give a layout its gap and margins for the text size of now."""
    layout.setSpacing(look.px(gap))
    layout.setContentsMargins(QMargins(*(look.px(each) for each in margins)))


def fill(layout: QBoxLayout, look: Look, items: tuple[Item, ...]) -> None:
    """Add items to a layout in their order."""
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, int):
            layout.addSpacing(look.px(item))
        elif isinstance(item, QLayout):
            layout.addLayout(item)
        else:
            layout.addWidget(item)


def discard(widget: QWidget) -> None:
    """Delete a widget soon. Until then it stays, hidden, where it was: without a parent it would become a window."""
    widget.hide()
    widget.deleteLater()


def empty(layout: QLayout) -> None:
    """Take everything out of a layout; the widgets are deleted."""
    while (item := layout.takeAt(0)) is not None:
        if widget := item.widget():
            discard(widget)
        elif inner := item.layout():
            empty(inner)
