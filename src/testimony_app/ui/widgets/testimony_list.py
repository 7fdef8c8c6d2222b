"""The list of testimonies on Home: one row each, painted, so that ten thousand are as quick as ten."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QListView, QSizePolicy
from typing_extensions import override

from testimony_app.ui.look import Look
from testimony_app.ui.tokens import H3, LABEL, OVERLINE, SMALL

ROW_HEIGHT = 74
ROW_GAP = 9
RING_ROOM = 6
"""What the focus ring may take at each side of a row, in pixels at scale 1."""

_ANY_INDEX = QModelIndex | QPersistentModelIndex


class TestimonyRow(NamedTuple):
    """A testimony as the list shows it: `facts` is one line about it, `action` what Enter does."""

    id: str
    title: str
    state: str
    facts: str
    action: str
    spoken: str


class _Rows(QAbstractListModel):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.rows: list[TestimonyRow] = []

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
            return QSize(self._look.px(200), self._look.px(ROW_HEIGHT + ROW_GAP))
        return row.title if role == Qt.ItemDataRole.DisplayRole else None

    def show(self, rows: Sequence[TestimonyRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()


class _Painter:
    """Paints a row: a card with title, state, facts, and what can be done with it.

    It is no delegate of Qt's: for those, all the styles of Qt are loaded.
    """

    def __init__(self, look: Look) -> None:
        self._look = look

    def action_box(self, row: QRect, words: str, *, right_to_left: bool) -> QRect:
        """Return where the row's button is painted."""
        px = self._look.px
        width = max(QFontMetrics(self._look.font(LABEL)).horizontalAdvance(words) + 2 * px(18), px(104))
        left = row.left() + px(60) if right_to_left else row.right() - px(60) - width
        return QRect(left, row.center().y() - px(22), width, px(44))

    def more_box(self, row: QRect, *, right_to_left: bool) -> QRect:
        """Return where the row's More is painted."""
        px = self._look.px
        left = row.left() + px(8) if right_to_left else row.right() - px(52)
        return QRect(left, row.center().y() - px(22), px(44), px(44))

    def paint(self, painter: QPainter, place: QRect, row: TestimonyRow, *, focused: bool, rtl: bool) -> None:
        """Paint a row in its place."""
        px = self._look.px
        box = place.adjusted(px(RING_ROOM), 5, -px(RING_ROOM), -px(ROW_GAP) + 5)
        self._paint_card(painter, box, focused=focused)
        action = self.action_box(box, row.action, right_to_left=rtl)
        more = self.more_box(box, right_to_left=rtl)
        words = QRect(box.left() + px(18), box.top(), action.left() - box.left() - px(30), box.height())
        if rtl:
            words = QRect(action.right() + px(12), box.top(), box.right() - action.right() - px(30), box.height())
        self._paint_words(painter, words, row, rtl=rtl)
        painter.setPen(QPen(self._look.color("border"), px(2)))
        painter.setBrush(self._look.color("surface"))
        painter.drawRoundedRect(QRectF(action).adjusted(1, 1, -1, -1), px(10), px(10))
        painter.setFont(self._look.font(LABEL))
        painter.setPen(self._look.color("ink"))
        painter.drawText(action, Qt.AlignmentFlag.AlignCenter, row.action)
        ratio = painter.device().devicePixelRatioF()
        corner = more.center() - QPoint(px(10), px(10))
        painter.drawPixmap(corner, self._look.icon("ellipsis-vertical", "ink", 20, ratio))

    def _paint_card(self, painter: QPainter, box: QRect, *, focused: bool) -> None:
        px = self._look.px
        width = px(2) if self._look.tokens.outlined else 1
        inset = width / 2
        painter.setPen(QPen(self._look.color("hair"), width))
        painter.setBrush(self._look.color("surface"))
        painter.drawRoundedRect(QRectF(box).adjusted(inset, inset, -inset, -inset), px(12), px(12))
        if focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._look.color("focus"), 3))
            painter.drawRoundedRect(QRectF(box).adjusted(-3.5, -3.5, 3.5, 3.5), px(15), px(15))

    def _paint_words(self, painter: QPainter, box: QRect, row: TestimonyRow, *, rtl: bool) -> None:
        px = self._look.px
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        title_font = self._look.font(H3)
        painter.setFont(title_font)
        painter.setPen(self._look.color("ink"))
        title = QFontMetrics(title_font).elidedText(row.title, Qt.TextElideMode.ElideRight, box.width())
        top = box.adjusted(0, px(8), 0, -box.height() // 2)
        painter.drawText(top, int(side | Qt.AlignmentFlag.AlignVCenter), title)
        chip_font = self._look.font(OVERLINE)
        width = QFontMetrics(chip_font).horizontalAdvance(row.state) + px(16 + 6 + 21)
        chip = QRectF(box.left(), box.center().y() + px(2), width, px(27))
        if rtl:
            chip.moveRight(box.right())
        painter.setPen(QPen(self._look.color("voice"), 1))
        painter.setBrush(self._look.color("voicefill"))
        painter.drawRoundedRect(chip, px(13), px(13))
        icon_left = chip.right() - px(26) if rtl else chip.left() + px(10)
        ratio = painter.device().devicePixelRatioF()
        icon = self._look.icon("pen-line", "voiceink", 16, ratio)
        painter.drawPixmap(QPoint(round(icon_left), round(chip.center().y()) - px(8)), icon)
        painter.setFont(chip_font)
        painter.setPen(self._look.color("voiceink"))
        inside = chip.adjusted(px(11), 0, -px(32), 0) if rtl else chip.adjusted(px(32), 0, -px(11), 0)
        painter.drawText(inside, int(side | Qt.AlignmentFlag.AlignVCenter), row.state)
        facts_font = self._look.font(SMALL)
        painter.setFont(facts_font)
        painter.setPen(self._look.color("ink2"))
        room = box.adjusted(0, box.height() // 2, -round(width) - px(10), -px(8))
        if not rtl:
            room = box.adjusted(round(width) + px(10), box.height() // 2, 0, -px(8))
        facts = QFontMetrics(facts_font).elidedText(row.facts, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter), facts)


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
        self._painter = _Painter(look)
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
        self.setFixedHeight(len(rows) * self._look.px(ROW_HEIGHT + ROW_GAP))
        ids = [row.id for row in rows]
        if rows:
            place = ids.index(chosen.id) if chosen is not None and chosen.id in ids else 0
            self.setCurrentIndex(self._rows.index(place))

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
        height = self._look.px(ROW_HEIGHT + ROW_GAP)
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
        self.setFixedHeight(len(self._rows.rows) * self._look.px(ROW_HEIGHT + ROW_GAP))
        self._rows.layoutChanged.emit()
        self.viewport().update()
