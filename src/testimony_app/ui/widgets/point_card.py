"""A point to choose: the whole card is a check box."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QCheckBox, QSizePolicy
from typing_extensions import override

from testimony_app.ui.look import Look
from testimony_app.ui.tokens import H3, OVERLINE, SMALL, TypeRole
from testimony_app.ui.widgets.laid_lines import set_lines, text_layout
from testimony_app.ui.widgets.rounded import fill_rounded

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


@dataclass(frozen=True, slots=True)
class PointEntry:
    """A point as its card shows it. `place` counts from 1 among the chosen ones, 0 where it is not chosen."""

    id: str
    title: str
    summary: str
    era: str
    era_icon: str
    place: int
    of: int


class PointCard(QCheckBox):
    """One point. Space chooses it, arrows go to other cards, Alt with Up or Down moves a chosen one.

    `wish` gives the point's id when the person chooses it or takes it back; the card shows what then is so.
    """

    wish = Signal(str)
    focused = Signal(str)
    neighbor_wanted = Signal(int, int)
    move_wanted = Signal(str, int)

    def __init__(self, look: Look, entry: PointEntry) -> None:
        super().__init__()
        self._look = look
        self.entry = entry
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.toggled.connect(self._on_toggled)
        look.changed.connect(self._on_look_changed)
        self.show_entry(entry)

    def show_entry(self, entry: PointEntry) -> None:
        """Show the point as it is now."""
        self.entry = entry
        self._show_chosen()
        chosen = self.tr("Chosen, {place} of {of}").replace("{place}", str(entry.place)).replace("{of}", str(entry.of))
        parts = (entry.title, entry.summary, entry.era, chosen if entry.place else "")
        self.setAccessibleName(". ".join(part.rstrip(".") for part in parts if part))
        self.update()

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        title, summary = self._texts(width)
        mark = self._look.px(24) if self.entry.era else 0
        return round(title[1] + summary[1] + mark) + self._look.px(30)

    @override
    def sizeHint(self) -> QSize:
        width = self._look.px(300)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(220), self._look.px(80))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit(self.entry.id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _ARROWS.get(Qt.Key(event.key()))
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            if step[1] and self.entry.place:
                self.move_wanted.emit(self.entry.id, step[1])
            else:
                event.ignore()
        elif step:
            self.neighbor_wanted.emit(*step)
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        px = self._look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(self.entry.place)
        width = px(2) if chosen or self._look.tokens.outlined else 1
        fill, edge = (
            self._look.color("soft" if chosen else "surface"),
            self._look.color("primary" if chosen else "hair"),
        )
        fill_rounded(painter, QRectF(self.rect()), px(12), fill, edge, width)
        rtl = self.isRightToLeft()
        self._paint_box(painter, chosen=chosen, rtl=rtl)
        if chosen:
            self._paint_place(painter, rtl=rtl)
        title, summary = self._texts(self.width())
        painter.setPen(self._look.color("ink"))
        title[0].draw(painter, QPointF(px(50 if rtl else 55), px(12)))
        painter.setPen(self._look.color("ink2"))
        summary[0].draw(painter, QPointF(px(20 if rtl else 55), px(14) + title[1]))
        if self.entry.era:
            self._paint_era(painter, px(16) + title[1] + summary[1], rtl=rtl)

    def _paint_box(self, painter: QPainter, *, chosen: bool, rtl: bool) -> None:
        px = self._look.px
        left = self.width() - px(43) if rtl else px(17)
        box = QRectF(left, px(13), px(26), px(26))
        color = self._look.color
        fill, edge = color("primary" if chosen else "surface"), color("primary" if chosen else "border")
        fill_rounded(painter, box, px(6), fill, edge, px(2))
        if chosen:
            icon = self._look.icon("check", "onprimary", 20, self.devicePixelRatioF())
            painter.drawPixmap(box.center().toPoint() - QPoint(px(10), px(10)), icon)

    def _paint_place(self, painter: QPainter, *, rtl: bool) -> None:
        px = self._look.px
        middle = QPointF(px(28) if rtl else self.width() - px(28), px(26))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color("primary"))
        painter.drawEllipse(middle, px(13), px(13))
        painter.setPen(self._look.color("onprimary"))
        painter.setFont(self._look.font(OVERLINE))
        around = QRectF(middle.x() - px(13), middle.y() - px(13), px(26), px(26))
        painter.drawText(around, Qt.AlignmentFlag.AlignCenter, str(self.entry.place))

    def _paint_era(self, painter: QPainter, top: float, *, rtl: bool) -> None:
        px = self._look.px
        icon = self._look.icon(self.entry.era_icon, "ink2", 16, self.devicePixelRatioF())
        x = self.width() - px(71) if rtl else px(55)
        painter.drawPixmap(QPoint(x, round(top) + px(3)), icon)
        painter.setFont(self._look.font(OVERLINE))
        painter.setPen(self._look.color("ink2"))
        words = QRectF(px(77), top, self.width() - px(90), px(22))
        side = Qt.AlignmentFlag.AlignLeft
        if rtl:
            words, side = QRectF(px(13), top, self.width() - px(90), px(22)), Qt.AlignmentFlag.AlignRight
        painter.drawText(words, int(side | Qt.AlignmentFlag.AlignVCenter), self.entry.era)

    def _texts(self, width: int) -> tuple[tuple[QTextLayout, float], tuple[QTextLayout, float]]:
        px = self._look.px
        title = self._lay_out(self.entry.title, H3, width - px(105))
        return title, self._lay_out(self.entry.summary, SMALL, width - px(75))

    def _lay_out(self, text: str, role: TypeRole, width: int) -> tuple[QTextLayout, float]:
        layout = text_layout(text, self._look.font(role), self.layoutDirection())
        return layout, set_lines(layout, width, self._look.px(role.pixels) * (role.line_height + 0.08))

    def _show_chosen(self) -> None:
        with QSignalBlocker(self):
            self.setChecked(bool(self.entry.place))

    @Slot()
    def _on_toggled(self) -> None:
        # Assistive technology toggles without a click.
        self._show_chosen()
        self.wish.emit(self.entry.id)

    @Slot()
    def _on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()
