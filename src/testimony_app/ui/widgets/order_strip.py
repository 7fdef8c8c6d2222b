"""The chosen points in their order, as three places side by side."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QPoint, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QDrag, QDragEnterEvent, QDropEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from typing_extensions import override

from testimony_app.domain.campaign import MOST_POINTS
from testimony_app.ui.look import Look
from testimony_app.ui.tokens import SMALL, SMALL_STRONG
from testimony_app.ui.widgets.button import Button, ButtonKind
from testimony_app.ui.widgets.least_size import LeastSize
from testimony_app.ui.widgets.number_disc import NumberDisc
from testimony_app.ui.widgets.stacks import Row
from testimony_app.ui.widgets.stacks import empty as clear
from testimony_app.ui.widgets.text import Text

_KIND = "application/x-testimony-point"


class _Place(QFrame):
    """One place: a point with a button that moves it earlier, or room for one."""

    move_wanted = Signal(str, int)
    dropped = Signal(str, int)

    def __init__(self, look: Look, number: int, point_id: str, title: str) -> None:
        super().__init__()
        self._look = look
        self._number = number
        self._point_id = point_id
        self._pressed_at: QPoint | None = None
        self.setAcceptDrops(True)
        words = Text(look, title, SMALL_STRONG if point_id else SMALL, "ink" if point_id else "ink2")
        row = Row(look, NumberDisc(look, number, filled=bool(point_id)), gap=10, margins=(12, 6, 8, 6))
        row.addWidget(words, 1)
        row.setAlignment(words, Qt.AlignmentFlag.AlignVCenter)
        if point_id and number > 1:
            earlier = Button(look, "", ButtonKind.BAR, icon_name="arrow-left")
            name = self.tr("Move {title} earlier").replace("{title}", title)
            earlier.setAccessibleName(name)
            earlier.setToolTip(name)
            earlier.clicked.connect(self._on_earlier_clicked)
            row.addWidget(earlier)
        self.setLayout(row)
        LeastSize(look, self, height=60)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        filled = bool(self._point_id)
        style = Qt.PenStyle.SolidLine if filled else Qt.PenStyle.DashLine
        painter.setPen(QPen(self._look.color("primary" if filled else "border"), 2, style))
        painter.setBrush(self._look.color("surface") if filled else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), self._look.px(10), self._look.px(10))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position().toPoint()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._point_id or self._pressed_at is None:
            return
        way = (event.position().toPoint() - self._pressed_at).manhattanLength()
        if way >= QApplication.startDragDistance():
            self._pressed_at = None
            carried = QMimeData()
            carried.setData(_KIND, self._point_id.encode())
            drag = QDrag(self)
            drag.setMimeData(carried)
            drag.exec(Qt.DropAction.MoveAction)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(_KIND):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        carried = bytes(event.mimeData().data(_KIND).data()).decode()
        event.acceptProposedAction()
        self.dropped.emit(carried, self._number - 1)

    @Slot()
    def _on_earlier_clicked(self) -> None:
        self.move_wanted.emit(self._point_id, -1)


class OrderStrip(QWidget):
    """Shows the chosen points. `move_wanted` gives a point and by how many places it goes later, below 0 earlier."""

    move_wanted = Signal(str, int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._row = Row(look, gap=10)
        self.setLayout(self._row)
        self._shown: tuple[tuple[str, str], ...] | None = None

    def show_points(self, points: Sequence[tuple[str, str]]) -> None:
        """Show points, each with id and title, in their order."""
        if tuple(points) == self._shown:
            return
        self._shown = tuple(points)
        clear(self._row)
        empty = (
            self.tr("The one you care about most"),
            self.tr("A second, if you like"),
            self.tr("A third, if you like"),
        )
        for number in range(MOST_POINTS):
            point_id, title = points[number] if number < len(points) else ("", empty[number])
            place = _Place(self._look, number + 1, point_id, title)
            place.move_wanted.connect(self.move_wanted)
            place.dropped.connect(self._on_dropped)
            self._row.addWidget(place, 3 if point_id else 2)

    @Slot(str, int)
    def _on_dropped(self, point_id: str, place: int) -> None:
        ids = [each for each, _ in self._shown or ()]
        if point_id in ids:
            self.move_wanted.emit(point_id, min(place, len(ids) - 1) - ids.index(point_id))
