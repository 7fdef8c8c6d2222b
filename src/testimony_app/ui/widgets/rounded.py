"""Rounded boxes, as controls and cards paint them."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter


def fill_rounded(painter: QPainter, box: QRectF, radius: float, fill: QColor, edge: QColor, width: float) -> None:
    """Fill a box that has an edge within it, `width` pixels wide; `radius` is that of the middle of the edge.

    The edge is what is left of a larger box under a smaller one. Qt draws a line around curves point by point, and
    that takes three to six times as long where it is one pixel wide.
    """
    painter.setPen(Qt.PenStyle.NoPen)
    half = width / 2
    painter.setBrush(edge)
    painter.drawRoundedRect(box, radius + half, radius + half)
    inner = box.adjusted(width, width, -width, -width)
    painter.setBrush(fill)
    painter.drawRoundedRect(inner, radius - half, radius - half)
