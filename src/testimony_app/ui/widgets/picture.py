"""A small icon that stands beside words, and says nothing by itself."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from testimony_app.ui.look import Look


class Icon(QWidget):
    """An icon in the color of a color, `pixels` wide at scale 1; with a `tile` it stands in a rounded square."""

    def __init__(self, look: Look, name: str, color: str = "ink2", pixels: float = 20, tile: str = "") -> None:
        super().__init__()
        self._look = look
        self._name = name
        self._color = color
        self._pixels = pixels
        self._tile = tile
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        look.changed.connect(self._on_look_changed)

    def show_icon(self, name: str, color: str) -> None:
        """Show another icon."""
        self._name, self._color = name, color
        self.update()

    @override
    def sizeHint(self) -> QSize:
        side = self._look.px(46 if self._tile else self._pixels)
        return QSize(side, side)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._tile:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            outline = QPen(self._look.color(self._color), self._look.px(2))
            painter.setPen(outline if self._look.tokens.outlined else Qt.PenStyle.NoPen)
            painter.setBrush(self._look.color(self._tile))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), self._look.px(10), self._look.px(10))
        size = self._look.px(self._pixels)
        place = QPoint((self.width() - size) // 2, (self.height() - size) // 2)
        painter.drawPixmap(place, self._look.icon(self._name, self._color, self._pixels, self.devicePixelRatioF()))

    @Slot()
    def _on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()
