"""The speaking-time meter: a block for each section, a mark at the limit, hatching past it, and the time in words."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from testimony_app.ui.look import Look


class Meter(QWidget):
    """Shows how long each section takes beside the limit. Past the limit its blocks are hatched.

    It takes no focus; its accessible name says the same in words.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._seconds: tuple[float, ...] = ()
        self._limit: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._on_look_changed)

    def show_time(self, seconds: Sequence[float], limit: float | None, words: str) -> None:
        """Show the seconds of each section, the limit in seconds or None, and the words for a screen reader."""
        self._seconds = tuple(each for each in seconds if each > 0)
        self._limit = limit
        if words != self.accessibleName():
            self.setAccessibleName(words)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._look.px(260), self._look.px(26))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = self._look.px(18)
        track = QRectF(1, (self.height() - height) / 2, self.width() - 2, height)
        painter.setPen(QPen(self._look.color("border"), 1.5))
        painter.setBrush(self._look.color("sunk"))
        painter.drawRoundedRect(track, self._look.px(5), self._look.px(5))
        total = sum(self._seconds)
        whole = max(total, (self._limit or total) * (1.0 if total <= (self._limit or total) else 1.05), 1.0)
        inner = track.adjusted(2, 2, -2, -2)
        self._paint_blocks(painter, inner, whole)
        if self._limit is not None:
            place = self._at(inner, self._limit / whole)
            painter.setPen(QPen(self._look.color("ink"), self._look.px(3)))
            painter.drawLine(round(place), 0, round(place), self.height())

    def _paint_blocks(self, painter: QPainter, inner: QRectF, whole: float) -> None:
        before = 0.0
        painter.setPen(Qt.PenStyle.NoPen)
        for seconds in self._seconds:
            limit = self._limit if self._limit is not None else float("inf")
            within = max(0.0, min(seconds, limit - before))
            if within:
                painter.setBrush(self._look.color("primary"))
                painter.drawRoundedRect(self._block(inner, before, before + within, whole), 3, 3)
            if seconds > within:
                self._paint_over(painter, self._block(inner, before + within, before + seconds, whole))
            before += seconds

    def _paint_over(self, painter: QPainter, block: QRectF) -> None:
        painter.setBrush(self._look.color("warnfill"))
        painter.setPen(QPen(self._look.color("warn"), 1))
        painter.drawRoundedRect(block, 3, 3)
        painter.setBrush(QBrush(self._look.color("warn"), Qt.BrushStyle.BDiagPattern))
        painter.drawRoundedRect(block, 3, 3)
        painter.setPen(Qt.PenStyle.NoPen)

    def _block(self, inner: QRectF, start: float, end: float, whole: float) -> QRectF:
        left, right = sorted((self._at(inner, start / whole), self._at(inner, end / whole)))
        return QRectF(left + 1, inner.top(), max(right - left - 2, 1.0), inner.height())

    def _at(self, inner: QRectF, part: float) -> float:
        part = min(part, 1.0)
        return inner.right() - part * inner.width() if self.isRightToLeft() else inner.left() + part * inner.width()

    @Slot()
    def _on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()
