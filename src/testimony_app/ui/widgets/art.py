"""Decoration that says nothing: the tile of a blank page, a campaign's arches, a shelf of books."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from testimony_app.ui.look import Look

TILE = (112, 118)
_SHELF_HEIGHT = 92

# A run of books: width, height and color of each, and how far it leans.
_BOOKS = (
    (17, 68, "water", 0), (25, 46, "water", 0), (12, 73, "stone", 0), (18, 54, "sunk", 0), (20, 66, "stone", 0),
    (22, 53, "water", 0), (13, 48, "sunk", 0), (12, 50, "stone", 0), (13, 56, "stone2", 14), (14, 0, "", 0),
    (15, 61, "stone", 0), (15, 75, "water", 0), (15, 74, "stone2", 0), (25, 62, "sunk", 0), (17, 50, "stone2", 0),
    (13, 56, "stone2", 14), (34, 0, "", 0),
)  # fmt: skip


class Tile(QWidget):
    """A small picture for a card of Home: a blank page, or with `arches` the stone arches of a campaign."""

    def __init__(self, look: Look, *, arches: bool) -> None:
        super().__init__()
        self._look = look
        self._paint = self._paint_arches if arches else self._paint_page
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._on_look_changed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._look.px(TILE[0]), self._look.px(TILE[1]))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.width() / TILE[0], self.height() / TILE[1])
        frame = QPainterPath()
        frame.addRoundedRect(QRectF(0, 0, *TILE), 10, 10)
        painter.fillPath(frame, self._look.color("sunk"))
        painter.setClipPath(frame)
        self._paint(painter)
        if self._look.tokens.outlined:
            painter.setClipping(False)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._look.color("ink"), 2))
            painter.drawRoundedRect(QRectF(1, 1, TILE[0] - 2, TILE[1] - 2), 9, 9)

    def _paint_page(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color("stone"))
        painter.drawRoundedRect(QRectF(34, 19, 56, 110), 6, 6)
        painter.setBrush(self._look.color("surface"))
        painter.setPen(QPen(self._look.color("ink"), 1.5) if self._look.tokens.outlined else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(25, 28, 56, 110), 6, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color("voice"))
        painter.drawRoundedRect(QRectF(32, 45, 5, 24), 2, 2)
        painter.setBrush(self._look.color("stone2" if self._look.tokens.outlined else "stone"))
        for top, width in ((78, 38), (91, 38), (104, 24)):
            painter.drawRoundedRect(QRectF(33, top, width, 4), 2, 2)

    def _paint_arches(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        bridge = QPainterPath()
        bridge.addRect(QRectF(0, 31, 112, 58))
        for middle in (-8, 56, 120):
            arch = QPainterPath()
            arch.moveTo(middle - 28, 90)
            arch.lineTo(middle - 28, 68)
            arch.cubicTo(middle - 28, 36, middle + 28, 36, middle + 28, 68)
            arch.lineTo(middle + 28, 90)
            arch.closeSubpath()
            bridge = bridge.subtracted(arch)
        painter.fillPath(bridge, self._look.color("stone"))
        painter.setPen(QPen(self._look.color("stone2"), 4))
        painter.drawLine(QPointF(0, 33), QPointF(112, 33))
        painter.setPen(QPen(self._look.color("stone2"), 2.5))
        for middle in (-8, 56, 120):
            arch = QPainterPath(QPointF(middle - 28, 88))
            arch.lineTo(middle - 28, 68)
            arch.cubicTo(middle - 28, 36, middle + 28, 36, middle + 28, 68)
            arch.lineTo(middle + 28, 88)
            painter.drawPath(arch)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color("water"))
        painter.drawRect(QRectF(0, 87, 112, 31))
        painter.setPen(QPen(self._look.color("border"), 1.6))
        for left, top, width in ((10, 98, 24), (44, 98, 30), (84, 98, 18), (26, 108, 22), (62, 108, 26)):
            painter.drawLine(QPointF(left, top), QPointF(left + width, top))

    @Slot()
    def _on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()


class Shelf(QWidget):
    """A shelf of books along the foot of a page."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._on_look_changed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._look.px(200), self._look.px(_SHELF_HEIGHT))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        unit = self._look.px(100) / 100
        painter.scale(unit, unit)
        width, floor = self.width() / unit, _SHELF_HEIGHT - 13
        left, number = 8.0, 0
        while left < width:
            book_width, height, color, lean = _BOOKS[number % len(_BOOKS)]
            if height:
                self._paint_book(painter, QRectF(left, floor - height, book_width, height), color, lean)
            left += book_width + 2 + (height * 0.2 if lean else 0)
            number += 1
        painter.fillRect(QRectF(0, floor, width, 5), self._look.color("stone2"))
        painter.fillRect(QRectF(0, floor + 5, width, 9), self._look.color("stone"))

    def _paint_book(self, painter: QPainter, book: QRectF, color: str, lean: int) -> None:
        painter.save()
        if lean:
            painter.translate(book.bottomLeft() + QPointF(book.height() * 0.22, -1))
            painter.rotate(-lean)
            book = QRectF(0, -book.height(), book.width(), book.height())
        painter.setPen(QPen(self._look.color("ink"), 1) if self._look.tokens.outlined else Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color(color))
        painter.drawRoundedRect(book, 1.5, 1.5)
        band = "stone2" if color in {"stone", "sunk"} else "sunk"
        painter.setPen(QPen(self._look.color(band), 1.4))
        for part in (0.2, 0.27, 0.8):
            y = book.top() + book.height() * part
            painter.drawLine(QPointF(book.left(), y), QPointF(book.right(), y))
        painter.restore()

    @Slot()
    def _on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()
