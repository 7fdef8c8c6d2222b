"""A page as a picture: the whole of it, or larger, with the part in sight moved by keys, wheel or hand."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from testimony_app.ui.look import Look

ZOOMS = (1.0, 1.5, 2.0, 3.0)
"""How much larger than in whole a page can be shown."""

_STEP = 60
_KEYS = {
    Qt.Key.Key_Left: QPointF(-_STEP, 0),
    Qt.Key.Key_Right: QPointF(_STEP, 0),
    Qt.Key.Key_Up: QPointF(0, -_STEP),
    Qt.Key.Key_Down: QPointF(0, _STEP),
}
_TURNS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class PageView(QWidget):
    """Shows one page at a time. `turned` gives by how many pages the person wants to go on."""

    turned = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._pages: tuple[QImage, ...] = ()
        self._number = 0
        self._zoom = 0
        self._corner = QPointF()
        self._held = QPointF()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def number(self) -> int:
        """Which page is shown, counted from 0."""
        return self._number

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    @property
    def zoom(self) -> float:
        """How much larger than in whole the page is shown."""
        return ZOOMS[self._zoom]

    def show_pages(self, pages: Sequence[QImage]) -> None:
        """Take other pages and show the first. Those that are still to come are empty pictures."""
        self._pages = tuple(pages)
        self.show_page(0, "")

    def fill_pages(self, pages: Sequence[QImage]) -> None:
        """Take the same pages when all of them are there."""
        self._pages = tuple(pages)
        self.update()

    def show_page(self, number: int, name: str) -> None:
        """Show a page from its top; `name` is what it is called for those who do not see it."""
        self._number = max(0, min(number, self.count - 1))
        self._corner = QPointF()
        self.setAccessibleName(name)
        self.update()

    def zoom_by(self, steps: int) -> None:
        """Show the page larger or smaller, as far as that goes."""
        self._zoom = max(0, min(len(ZOOMS) - 1, self._zoom + steps))
        self._move(QPointF())

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._look.px(320), self._look.px(420))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(200, 260)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _TURNS:
            self.turned.emit(_TURNS[key])
        elif key in _KEYS and self._zoom:
            self._move(_KEYS[key])
        elif event.text() in {"+", "-"}:
            self.zoom_by(1 if event.text() == "+" else -1)
        else:
            super().keyPressEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        self._move(-QPointF(event.angleDelta()) / 2)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._held = event.position()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._move(self._held - event.position())
        self._held = event.position()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._pages:
            sheet = self._sheet()
            painter.drawImage(sheet, self._pages[self._number])
            painter.setPen(QPen(self._look.color("border"), 1))
            painter.drawRect(sheet)

    def _size(self) -> QSize:
        """Return how large the page is shown."""
        room = self.rect().adjusted(6, 6, -6, -6).size()
        whole = self._pages[self._number].size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        return whole * self.zoom

    def _sheet(self) -> QRectF:
        size = self._size()
        left = max(6.0, (self.width() - size.width()) / 2)
        top = max(6.0, (self.height() - size.height()) / 2)
        return QRectF(QPointF(left, top) - self._corner, size.toSizeF())

    def _move(self, by: QPointF) -> None:
        if not self._pages:
            return
        size, wanted = self._size(), self._corner + by
        most = QPointF(max(0, size.width() + 12 - self.width()), max(0, size.height() + 12 - self.height()))
        self._corner = QPointF(max(0.0, min(wanted.x(), most.x())), max(0.0, min(wanted.y(), most.y())))
        self.update()
