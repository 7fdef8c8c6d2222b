"""The list of testimonies on Home: one row each, painted, so that ten thousand are as quick as ten."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QListView, QSizePolicy
from typing_extensions import override

from testimony_app.ui.look import Look
from testimony_app.ui.widgets.testimony_row import LINE_HEIGHT, ROW_GAP, ROW_HEIGHT, RowPainter, TestimonyRow

_NARROW = 620
"""The width of the list, in pixels at scale 1, below which the facts of a row stand under its state."""

_ANY_INDEX = QModelIndex | QPersistentModelIndex


class _Rows(QAbstractListModel):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.is_narrow = False
        self.rows: list[TestimonyRow] = []

    @property
    def height(self) -> int:
        """The height of a row with the gap under it."""
        return self._look.px(ROW_HEIGHT + (LINE_HEIGHT if self.is_narrow else 0) + ROW_GAP)

    @override
    def rowCount(self, parent: _ANY_INDEX = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        return 0 if parent.isValid() else len(self.rows)

    @override
    def data(self, index: _ANY_INDEX, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(self._look.px(200), self.height)
        return row.title if role == Qt.ItemDataRole.DisplayRole else None

    def show(self, rows: Sequence[TestimonyRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def change(self, row: TestimonyRow) -> None:
        """Show one row as it is now, if it is among them."""
        place = next((place for place, each in enumerate(self.rows) if each.id == row.id), None)
        if place is not None:
            self.rows[place] = row
            self.dataChanged.emit(self.index(place), self.index(place))


class TestimonyList(QListView):
    """Lists testimonies. Enter opens one, the menu key or Shift+F10 says what else can be done with it.

    It is as high as its rows and does not scroll by itself.
    """

    open_wanted = Signal(str)
    more_wanted = Signal(str, QPoint)
    rename_wanted = Signal(str)
    delete_wanted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._rows = _Rows(look)
        self._painter = RowPainter(look)
        self.setModel(self._rows)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.setProperty("focusRing", "its own")
        self.setAccessibleName(self.tr("My testimonies"))
        look.changed.connect(self._on_look_changed)

    def show_rows(self, rows: Sequence[TestimonyRow]) -> None:
        """Show testimonies, keeping the chosen one where it is still there."""
        chosen = self._chosen()
        self._rows.show(rows)
        self.setFixedHeight(len(rows) * self._rows.height)
        ids = [row.id for row in rows]
        if rows:
            place = ids.index(chosen.id) if chosen is not None and chosen.id in ids else 0
            self.setCurrentIndex(self._rows.index(place))

    def change_row(self, row: TestimonyRow) -> None:
        """Show a testimony of the list as it is now."""
        self._rows.change(row)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (self.width() / self._look.scale < _NARROW) is not self._rows.is_narrow:
            self._on_look_changed()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        chosen = self._chosen()
        if chosen is None:
            super().keyPressEvent(event)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.open_wanted.emit(chosen.id)
        elif event.key() == Qt.Key.Key_F2:
            self.rename_wanted.emit(chosen.id)
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit(chosen.id)
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        chosen = self._chosen()
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
            chosen = self._rows.rows[index.row()] if index.isValid() else None
        if chosen is not None:
            box = self.visualRect(self.currentIndex())
            self.more_wanted.emit(chosen.id, self.viewport().mapToGlobal(box.center()))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if not index.isValid() or event.button() is not Qt.MouseButton.LeftButton:
            return
        row = self._rows.rows[index.row()]
        box = self.visualRect(index)
        more = self._painter.more_box(box, right_to_left=self.isRightToLeft())
        if more.contains(event.position().toPoint()):
            self.more_wanted.emit(row.id, self.viewport().mapToGlobal(more.bottomLeft()))
        else:
            self.open_wanted.emit(row.id)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.indexAt(event.position().toPoint()).isValid()
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.currentIndex().row() if self.hasFocus() else -1
        height = self._rows.height
        for place in range(event.rect().top() // height, event.rect().bottom() // height + 1):
            if 0 <= place < len(self._rows.rows):
                box = self.visualRect(self._rows.index(place))
                row = self._rows.rows[place]
                self._painter.paint(painter, box, row, focused=place == chosen, rtl=self.isRightToLeft())

    def _chosen(self) -> TestimonyRow | None:
        place = self.currentIndex().row()
        return self._rows.rows[place] if 0 <= place < len(self._rows.rows) else None

    @Slot()
    def _on_look_changed(self) -> None:
        self._rows.is_narrow = self.width() / self._look.scale < _NARROW
        self.setFixedHeight(len(self._rows.rows) * self._rows.height)
        self._rows.layoutChanged.emit()
        self.viewport().update()
