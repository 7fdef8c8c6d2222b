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
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QListView, QSizePolicy
from typing_extensions import override

from testimony_app.ui.look import Look
from testimony_app.ui.tokens import H3, LABEL, OVERLINE, SMALL

ROW_HEIGHT = 74
LINE_HEIGHT = 24
"""What a row is higher by where its facts have no room beside its state, and stand under it."""

ROW_GAP = 9
_NARROW = 620
"""The width of the list, in pixels at scale 1, below which that is so."""

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

    def facts_box(self, place: QRect, row: TestimonyRow, *, rtl: bool) -> QRect:
        """Return where the facts of a row in this place are painted: beside its state, or in a narrow list under it."""
        px = self._look.px
        words = self._words_box(self._card_box(place), row, rtl=rtl)
        if line := self._line_below(words):
            return words.adjusted(0, words.height() - line - px(10), 0, -px(6))
        room = px(10) + round(self._state_box(words, row, rtl=rtl).width())
        return words.adjusted(0 if rtl else room, words.height() // 2, -room if rtl else 0, -px(8))

    def paint(self, painter: QPainter, place: QRect, row: TestimonyRow, *, focused: bool, rtl: bool) -> None:
        """Paint a row in its place."""
        px = self._look.px
        box = self._card_box(place)
        self._paint_card(painter, box, focused=focused)
        action = self.action_box(box, row.action, right_to_left=rtl)
        more = self.more_box(box, right_to_left=rtl)
        self._paint_title(painter, self._words_box(box, row, rtl=rtl), row, rtl=rtl)
        self._paint_state(painter, self._state_box(self._words_box(box, row, rtl=rtl), row, rtl=rtl), row, rtl=rtl)
        self._paint_facts(painter, self.facts_box(place, row, rtl=rtl), row, rtl=rtl)
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

    def _card_box(self, place: QRect) -> QRect:
        px = self._look.px
        return place.adjusted(px(RING_ROOM), 5, -px(RING_ROOM), -px(ROW_GAP) + 5)

    def _words_box(self, box: QRect, row: TestimonyRow, *, rtl: bool) -> QRect:
        px = self._look.px
        action = self.action_box(box, row.action, right_to_left=rtl)
        if rtl:
            return QRect(action.right() + px(12), box.top(), box.right() - action.right() - px(30), box.height())
        return QRect(box.left() + px(18), box.top(), action.left() - box.left() - px(30), box.height())

    def _line_below(self, words: QRect) -> int:
        """Return the height of the line under the state, 0 where there is none."""
        px = self._look.px
        return px(LINE_HEIGHT) if words.height() > px(ROW_HEIGHT + LINE_HEIGHT // 2) else 0

    def _state_box(self, words: QRect, row: TestimonyRow, *, rtl: bool) -> QRectF:
        px = self._look.px
        width = QFontMetrics(self._look.font(OVERLINE)).horizontalAdvance(row.state) + px(16 + 6 + 21)
        top = words.center().y() - self._line_below(words) // 2 + px(2)
        box = QRectF(words.left(), top, width, px(27))
        if rtl:
            box.moveRight(words.right())
        return box

    def _paint_title(self, painter: QPainter, words: QRect, row: TestimonyRow, *, rtl: bool) -> None:
        font = self._look.font(H3)
        painter.setFont(font)
        painter.setPen(self._look.color("ink"))
        title = QFontMetrics(font).elidedText(row.title, Qt.TextElideMode.ElideRight, words.width())
        top = words.adjusted(0, self._look.px(8), 0, -(words.height() + self._line_below(words)) // 2)
        painter.drawText(top, _side(rtl=rtl), title)

    def _paint_state(self, painter: QPainter, box: QRectF, row: TestimonyRow, *, rtl: bool) -> None:
        px = self._look.px
        painter.setPen(QPen(self._look.color("voice"), 1))
        painter.setBrush(self._look.color("voicefill"))
        painter.drawRoundedRect(box, px(13), px(13))
        icon_left = box.right() - px(26) if rtl else box.left() + px(10)
        icon = self._look.icon("pen-line", "voiceink", 16, painter.device().devicePixelRatioF())
        painter.drawPixmap(QPoint(round(icon_left), round(box.center().y()) - px(8)), icon)
        painter.setFont(self._look.font(OVERLINE))
        painter.setPen(self._look.color("voiceink"))
        inside = box.adjusted(px(11), 0, -px(32), 0) if rtl else box.adjusted(px(32), 0, -px(11), 0)
        painter.drawText(inside, _side(rtl=rtl), row.state)

    def _paint_facts(self, painter: QPainter, box: QRect, row: TestimonyRow, *, rtl: bool) -> None:
        font = self._look.font(SMALL)
        painter.setFont(font)
        painter.setPen(self._look.color("ink2"))
        facts = QFontMetrics(font).elidedText(row.facts, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, _side(rtl=rtl), facts)


def _side(*, rtl: bool) -> int:
    """Return the side at which words begin, in the middle of their height."""
    side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)


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
