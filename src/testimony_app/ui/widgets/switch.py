"""A switch: a check box that looks like one, with its words beside it."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSignalBlocker, QSize, Qt, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QCheckBox, QSizePolicy
from typing_extensions import override

from testimony_app.ui.look import Look
from testimony_app.ui.tokens import LABEL, TypeRole
from testimony_app.ui.widgets.laid_lines import set_lines, text_layout

_TRACK = (44, 26)


class Switch(QCheckBox):
    """On or off. The words wrap where `wraps`; they are part of what can be pressed.

    `toggled` says that the person has switched it. Assistive technology switches without a click.
    """

    def __init__(self, look: Look, words: str, role: TypeRole = LABEL, *, wraps: bool = False) -> None:
        super().__init__(words)
        self._look = look
        self._role = role
        self._wraps = wraps
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(
            QSizePolicy.Policy.Expanding if wraps else QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred
        )
        policy.setHeightForWidth(wraps)
        self.setSizePolicy(policy)
        look.changed.connect(self._on_look_changed)

    def show_on(self, *, on: bool) -> None:
        """Show whether it is on. That is no act of the person's."""
        with QSignalBlocker(self):
            self.setChecked(on)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def hasHeightForWidth(self) -> bool:
        return self._wraps

    @override
    def heightForWidth(self, width: int) -> int:
        if not self._wraps:
            return -1
        return max(round(self._lay_out(width - self._look.px(64))[1]) + self._look.px(14), self._look.px(44))

    @override
    def sizeHint(self) -> QSize:
        words = QFontMetrics(self._look.font(self._role)).horizontalAdvance(self.text())
        width = min(words, self._look.px(420)) if self._wraps else words
        return QSize(width + self._look.px(64), self._look.px(44))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(160), self._look.px(44)) if self._wraps else self.sizeHint()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        px = self._look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, rtl = self.isChecked(), self.isRightToLeft()
        width, height = px(_TRACK[0]), px(_TRACK[1])
        top = px(9) if self._wraps else (self.height() - height) / 2
        track = QRectF(self.width() - width - 4 if rtl else 4, top, width, height).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(self._look.color("primary" if on else "border"), px(2)))
        painter.setBrush(self._look.color("primary" if on else "surface"))
        painter.drawRoundedRect(track, height / 2, height / 2)
        to_right = on != rtl
        middle = QPointF(
            track.right() - height / 2 + 1 if to_right else track.left() + height / 2 - 1, track.center().y()
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color("onprimary" if on else "border"))
        painter.drawEllipse(middle, height * 0.34, height * 0.34)
        if on:
            icon = self._look.icon("check", "onprimary", 15, self.devicePixelRatioF())
            x = track.left() + px(5) if to_right else track.right() - px(20)
            painter.drawPixmap(QPoint(round(x), round(track.center().y()) - px(8)), icon)
        layout, words_height = self._lay_out(self.width() - px(64))
        painter.setPen(self._look.color("ink"))
        words_top = px(10) if self._wraps else (self.height() - words_height) / 2
        layout.draw(painter, QPointF(4 if rtl else px(58), words_top))

    def _lay_out(self, width: int) -> tuple[QTextLayout, float]:
        wrap = QTextOption.WrapMode.WordWrap if self._wraps else QTextOption.WrapMode.NoWrap
        layout = text_layout(self.text(), self._look.font(self._role), self.layoutDirection(), wrap)
        return layout, set_lines(layout, width, self._look.px(self._role.pixels) * self._role.line_height)

    @Slot()
    def _on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()
