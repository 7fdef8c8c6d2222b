"""Something of a list that can be chosen: a check box whose whole row can be pressed."""

from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QCheckBox, QSizePolicy
from typing_extensions import override

from testimony_app.ui.look import Look
from testimony_app.ui.tokens import LABEL, SMALL, TypeRole
from testimony_app.ui.widgets.laid_lines import set_lines, text_layout
from testimony_app.ui.widgets.rounded import fill_rounded

_BOX, _BEFORE, _AFTER = 26, 55, 17
"""The side of the box, and what is left free beside the words, in pixels at scale 1."""

_WIDTHS = 8
"""So many widths are asked for while a page is laid out, at the most."""

_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class TickEntry(NamedTuple):
    """What a row says: what it is called, and a line about it."""

    id: str
    title: str
    about: str


class TickRow(QCheckBox):
    """One row. Space chooses it; `move_wanted` asks for the row so many further down, `end_wanted` for the last one.

    Both are said by the arrow keys, Home and End.
    """

    move_wanted = Signal(int)
    end_wanted = Signal(bool)

    def __init__(self, look: Look, entry: TickEntry) -> None:
        super().__init__()
        self._look = look
        self.entry = entry
        self._heights: dict[int, int] = {}
        self.setAccessibleName(f"{entry.title}. {entry.about}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._on_look_changed)

    def show_ticked(self, *, ticked: bool) -> None:
        """Show whether it is chosen. That is no act of the person's."""
        with QSignalBlocker(self):
            self.setChecked(ticked)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        """Return the height, found once for a width: a long list asks often while it is laid out."""
        if width not in self._heights:
            if len(self._heights) >= _WIDTHS:
                self._heights.clear()
            (_, title), (_, about) = self._texts(width)
            self._heights[width] = round(title + about) + self._look.px(22)
        return self._heights[width]

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._look.px(420), self._look.px(64))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(200), self._look.px(64))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _MOVES and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_wanted.emit(_MOVES[key])
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self.end_wanted.emit(key == Qt.Key.Key_End)
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        px, color = self._look.px, self._look.color
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ticked, rtl = self.isChecked(), self.isRightToLeft()
        width = px(2) if ticked or self._look.tokens.outlined else 1
        fill, edge = color("soft" if ticked else "surface"), color("primary" if ticked else "hair")
        fill_rounded(painter, QRectF(self.rect()), px(10), fill, edge, width)
        (title, title_height), (about, about_height) = self._texts(self.width())
        top = (self.height() - title_height - about_height) / 2
        self._paint_box(painter, (self.height() - px(_BOX)) / 2, ticked=ticked, rtl=rtl)
        left = px(_AFTER if rtl else _BEFORE)
        painter.setPen(color("softink" if ticked and self._look.tokens.outlined else "ink"))
        title.draw(painter, QPointF(left, top))
        painter.setPen(color("softink" if ticked and self._look.tokens.outlined else "ink2"))
        about.draw(painter, QPointF(left, top + title_height))

    def _paint_box(self, painter: QPainter, top: float, *, ticked: bool, rtl: bool) -> None:
        px, color = self._look.px, self._look.color
        left = self.width() - px(_AFTER + _BOX) if rtl else px(_AFTER)
        box = QRectF(left, top, px(_BOX), px(_BOX))
        fill, edge = color("primary" if ticked else "surface"), color("primary" if ticked else "border")
        fill_rounded(painter, box, px(6), fill, edge, px(2))
        if ticked:
            icon = self._look.icon("check", "onprimary", 20, self.devicePixelRatioF())
            painter.drawPixmap(box.center().toPoint() - QPoint(px(10), px(10)), icon)

    def _texts(self, width: int) -> tuple[tuple[QTextLayout, float], tuple[QTextLayout, float]]:
        room = width - self._look.px(_BEFORE + _AFTER)
        return self._lay_out(self.entry.title, LABEL, room), self._lay_out(self.entry.about, SMALL, room)

    def _lay_out(self, text: str, role: TypeRole, width: int) -> tuple[QTextLayout, float]:
        layout = text_layout(text, self._look.font(role), self.layoutDirection())
        return layout, set_lines(layout, width, self._look.px(role.pixels) * role.line_height)

    @Slot()
    def _on_look_changed(self) -> None:
        self._heights.clear()
        self.updateGeometry()
        self.update()
