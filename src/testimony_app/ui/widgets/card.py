"""Boxes that hold other things: cards, notes and bars, painted in our tokens."""

from PySide6.QtCore import QRect, QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QWidget
from typing_extensions import override

from testimony_app.ui.look import Look
from testimony_app.ui.widgets.rounded import fill_rounded

RADIUS = 12


class Card(QFrame):
    """A rounded box with a fill and an edge, each a color; `edge_width` in pixels at scale 1.

    A `dashed` edge goes around what is not part of the testimony yet.
    """

    def __init__(
        self,
        look: Look,
        fill: str = "surface",
        edge: str = "hair",
        *,
        edge_width: float = 1,
        radius: int = RADIUS,
        dashed: bool = False,
    ) -> None:
        super().__init__()
        self._style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
        self._look = look
        self._fill = fill
        self._edge = edge
        self._edge_width = edge_width
        self._radius = radius
        look.changed.connect(self._on_look_changed)

    def set_colors(self, fill: str, edge: str, edge_width: float = 1) -> None:
        """Take another fill and edge."""
        self._fill, self._edge, self._edge_width = fill, edge, edge_width
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = self._edge or ("ink" if self._look.tokens.outlined else "")
        width = self._look.px(max(self._edge_width, 2 if self._look.tokens.outlined else 0)) if edge else 0
        box, radius = QRectF(self.rect()), self._look.px(self._radius)
        if edge and self._fill and self._style is Qt.PenStyle.SolidLine:
            fill_rounded(painter, box, radius, self._look.color(self._fill), self._look.color(edge), width)
            return
        painter.setPen(QPen(self._look.color(edge), width, self._style) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color(self._fill) if self._fill else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(width / 2, width / 2, -width / 2, -width / 2), radius, radius)

    @Slot()
    def _on_look_changed(self) -> None:
        self.update()


class Plain(QFrame):
    """A surface without corners: a bar, a rail, a page. `edges` are the sides that have a hair line."""

    def __init__(self, look: Look, fill: str, edges: Qt.Edge | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._fill = fill
        self._edges = edges
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # nothing under it need be painted first
        look.changed.connect(self._on_look_changed)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._look.color(self._fill))
        if self._edges is not None:
            painter.fillRect(self._edge_line(self._edges), self._look.color("hair"))

    def _edge_line(self, edge: Qt.Edge) -> QRect:
        width = self._look.px(2) if self._look.tokens.outlined else 1
        if self.isRightToLeft():
            swapped = {Qt.Edge.LeftEdge: Qt.Edge.RightEdge, Qt.Edge.RightEdge: Qt.Edge.LeftEdge}
            edge = swapped.get(edge, edge)
        box = self.rect()
        if edge in {Qt.Edge.TopEdge, Qt.Edge.BottomEdge}:
            return QRect(0, 0 if edge is Qt.Edge.TopEdge else box.height() - width, box.width(), width)
        return QRect(0 if edge is Qt.Edge.LeftEdge else box.width() - width, 0, width, box.height())

    @Slot()
    def _on_look_changed(self) -> None:
        self.update()


def rule(look: Look) -> QWidget:
    """Return a hair line between two parts of a column."""
    line = Plain(look, "hair")
    line.setFixedHeight(1)
    return line
