"""A row that goes on in the next line where there is no room for all of it."""

from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget
from typing_extensions import override

from testimony_app.ui.look import Look


@dataclass(slots=True)
class _Line:
    width: int
    items: list[QLayoutItem] = field(default_factory=list)
    widths: list[int] = field(default_factory=list)
    height: int = 0


class Flow(QLayout):
    """Lays widgets side by side and wraps. What is left of a line goes to those that would like to be wider.

    With `equal` all are of one width, as many in a line as have room, and those of a line are of one height. With
    `least` those that would like to be wider become as narrow as that before the line breaks. `gap` and `least` are in
    pixels at scale 1.
    """

    def __init__(self, look: Look, *widgets: QWidget, gap: int = 9, equal: bool = False, least: int = 0) -> None:
        super().__init__()
        self._look = look
        self._gap = gap
        self._equal = equal
        self._least = least
        self._items: list[QLayoutItem] = []
        self._laid_out: dict[int, list[_Line]] = {}
        self.setContentsMargins(0, 0, 0, 0)
        look.changed.connect(self.invalidate)
        for widget in widgets:
            self.addWidget(widget)

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        lines = self._lines(width)
        gaps = self._look.px(self._gap) * max(len(lines) - 1, 0)
        return sum(line.height for line in lines) + gaps

    @override
    def invalidate(self) -> None:
        self._laid_out.clear()
        super().invalidate()

    @override
    def sizeHint(self) -> QSize:
        shown = self._shown()
        gaps = self._look.px(self._gap) * max(len(shown) - 1, 0)
        widest = max((item.sizeHint().width() for item in shown), default=0)
        width = widest * len(shown) if self._equal else sum(item.sizeHint().width() for item in shown)
        return QSize(width + gaps, max((item.sizeHint().height() for item in shown), default=0))

    @override
    def minimumSize(self) -> QSize:
        shown = self._shown()
        return QSize(
            max((item.minimumSize().width() for item in shown), default=0),
            max((item.minimumSize().height() for item in shown), default=0),
        )

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        parent = self.parentWidget()
        rtl = parent is not None and parent.isRightToLeft()
        lines = self._lines(rect.width())
        spare = rect.height() - self.heightForWidth(rect.width())
        top = rect.top() + max(spare, 0) // 2
        for line in lines:
            left = 0
            for item, width in zip(line.items, line.widths, strict=True):
                height = line.height if self._equal else min(line.height, self._height(item, width))
                x = rect.right() + 1 - left - width if rtl else rect.left() + left
                place = QPoint(x, top + (line.height - height) // 2)
                item.setGeometry(QRect(place, QSize(width, height)))
                left += width + self._look.px(self._gap)
            top += line.height + self._look.px(self._gap)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, width: int) -> list[_Line]:
        """Return the lines for a width. Qt asks for the same ones many times before anything changes."""
        if width not in self._laid_out:
            self._laid_out[width] = self._broken(width)
        return self._laid_out[width]

    def _broken(self, width: int) -> list[_Line]:
        gap = self._look.px(self._gap)
        lines: list[_Line] = []
        shown = self._shown()
        column = self._column(shown, width) if self._equal and shown else 0
        for item in shown:
            wanted = column if self._equal else self._wanted(item, width)
            if not lines or lines[-1].width + gap + wanted > width:
                lines.append(_Line(-gap))
            lines[-1].items.append(item)
            lines[-1].widths.append(wanted)
            lines[-1].width += gap + wanted
        for line in lines:
            if not self._equal:
                self._fill(line, width)
            line.height = max(self._height(item, each) for item, each in zip(line.items, line.widths, strict=True))
        return lines

    def _wanted(self, item: QLayoutItem, width: int) -> int:
        least = item.minimumSize().width()
        hint = item.sizeHint().width()
        if self._least and self._grows(item):
            hint = min(hint, self._look.px(self._least))
        return min(max(least, hint), max(width, least))

    def _column(self, shown: list[QLayoutItem], width: int) -> int:
        """Return how wide each of several equal things is."""
        gap = self._look.px(self._gap)
        widest = max(each.minimumSize().width() for each in shown)
        columns = max(1, min(len(shown), (width + gap) // (widest + gap)))
        return (width - gap * (columns - 1)) // columns

    def _fill(self, line: _Line, width: int) -> None:
        """Share what is left of a line among those that would like to be wider."""
        growing = [place for place, item in enumerate(line.items) if self._grows(item)]
        spare = width - line.width
        if growing and spare > 0:
            for place in growing:
                line.widths[place] += spare // len(growing)

    def _grows(self, item: QLayoutItem) -> bool:
        widget = item.widget()
        if widget is None:
            return bool(item.expandingDirections() & Qt.Orientation.Horizontal)
        return widget.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Expanding

    def _height(self, item: QLayoutItem, width: int) -> int:
        return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
