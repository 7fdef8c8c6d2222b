"""A tab of Your story: one point, and how much is written of it."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy
from typing_extensions import override

from testimony_app.ui.look import Look
from testimony_app.ui.tokens import LABEL, OVERLINE, SMALL_STRONG, TINY
from testimony_app.ui.widgets.rounded import fill_rounded


class StoryTab(QRadioButton):
    """One point. Arrow keys move between the tabs."""

    def __init__(self, look: Look, number: int, title: str) -> None:
        super().__init__(title)
        self._look = look
        self._number = number
        self._note = ""
        self._is_written = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._on_look_changed)

    def show_state(self, note: str, *, written: bool) -> None:
        """Show how much is written."""
        self._note = note
        self._is_written = written
        name = self.tr("Point {number}: {title}. {note}")
        for key, value in (("{number}", str(self._number)), ("{title}", self.text()), ("{note}", note)):
            name = name.replace(key, value)
        self.setAccessibleName(name)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        words = QFontMetrics(self._look.font(SMALL_STRONG)).horizontalAdvance(self.text())
        return QSize(max(words + self._look.px(65), self._look.px(200)), self._look.px(58))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(120), self._look.px(58))

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        px = self._look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here, rtl = self.isChecked(), self.isRightToLeft()
        ground = self._look.color("surface" if here else "bg")
        edge = self._look.color("primary" if here else "border")
        fill_rounded(painter, QRectF(self.rect()), px(10), ground, edge, px(2))
        left = self.width() - px(42) if rtl else px(14)
        ring = QRectF(left, (self.height() - px(28)) / 2, px(28), px(28))
        fill = "primary" if here else "soft" if self._is_written else "surface"
        painter.setBrush(self._look.color(fill))
        painter.setPen(QPen(self._look.color("primary" if here or self._is_written else "border"), px(2)))
        painter.drawEllipse(ring)
        if self._is_written and not here:
            place = ring.center().toPoint() - QPoint(px(9), px(9))
            painter.drawPixmap(place, self._look.icon("check", "softink", 18, self.devicePixelRatioF()))
        else:
            painter.setFont(self._look.font(LABEL))
            painter.setPen(self._look.color("onprimary" if here else "ink2"))
            painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, str(self._number))
        words = self.rect().adjusted(px(10), px(8), -px(53), -px(8))
        side = Qt.AlignmentFlag.AlignRight
        if not rtl:
            words, side = self.rect().adjusted(px(53), px(8), -px(10), -px(8)), Qt.AlignmentFlag.AlignLeft
        for role, color, text, at in (
            (SMALL_STRONG if here else OVERLINE, "ink", self.text(), Qt.AlignmentFlag.AlignTop),
            (TINY, "ink2", self._note, Qt.AlignmentFlag.AlignBottom),
        ):
            font = self._look.font(role)
            painter.setFont(font)
            painter.setPen(self._look.color(color))
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, words.width())
            painter.drawText(words, int(side | at), shown)

    @Slot()
    def _on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()
