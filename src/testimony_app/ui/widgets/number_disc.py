"""The place of a point in the testimony, as a number in a disc."""

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from testimony_app.ui.look import Look
from testimony_app.ui.tokens import OVERLINE


class NumberDisc(QWidget):
    """A number, `filled` where a point stands in its place. The words beside it say it to a screen reader."""

    def __init__(self, look: Look, number: int, *, filled: bool) -> None:
        super().__init__()
        self._look = look
        self._number = number
        self._filled = filled
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._on_look_changed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._look.px(28), self._look.px(28))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.color("primary" if self._filled else "border"), 2))
        painter.setBrush(self._look.color("primary" if self._filled else "surface"))
        painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.setFont(self._look.font(OVERLINE))
        painter.setPen(self._look.color("onprimary" if self._filled else "ink2"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))

    @Slot()
    def _on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()
