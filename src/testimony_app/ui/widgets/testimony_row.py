"""A row of the list of testimonies: what it holds, and how it is painted."""

from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from testimony_app.ui.look import Look
from testimony_app.ui.state_looks import StateLook
from testimony_app.ui.tokens import H3, LABEL, OVERLINE, SMALL
from testimony_app.ui.widgets.rounded import fill_rounded

ROW_HEIGHT = 74
LINE_HEIGHT = 24
"""What a row is higher by where its facts have no room beside its state, and stand under it."""

ROW_GAP = 9
RING_ROOM = 6
"""What the focus ring may take at each side of a row, in pixels at scale 1."""


class TestimonyRow(NamedTuple):
    """A testimony as the list shows it: `facts` is one line about it, `action` what Enter does."""

    id: str
    title: str
    state: str
    look: StateLook
    facts: str
    action: str
    spoken: str


class RowPainter:
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
        color = self._look.color
        fill_rounded(painter, QRectF(action), px(10), color("surface"), color("border"), px(2))
        painter.setFont(self._look.font(LABEL))
        painter.setPen(self._look.color("ink"))
        painter.drawText(action, Qt.AlignmentFlag.AlignCenter, row.action)
        ratio = painter.device().devicePixelRatioF()
        corner = more.center() - QPoint(px(10), px(10))
        painter.drawPixmap(corner, self._look.icon("ellipsis-vertical", "ink", 20, ratio))

    def _paint_card(self, painter: QPainter, box: QRect, *, focused: bool) -> None:
        px = self._look.px
        width = px(2) if self._look.tokens.outlined else 1
        color = self._look.color
        fill_rounded(painter, QRectF(box), px(12), color("surface"), color("hair"), width)
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
        color = self._look.color
        fill_rounded(painter, box, px(13), color(row.look.fill), color(row.look.edge), 1)
        icon_left = box.right() - px(26) if rtl else box.left() + px(10)
        icon = self._look.icon(row.look.icon, row.look.color, 16, painter.device().devicePixelRatioF())
        painter.drawPixmap(QPoint(round(icon_left), round(box.center().y()) - px(8)), icon)
        painter.setFont(self._look.font(OVERLINE))
        painter.setPen(self._look.color(row.look.color))
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
