"""Buttons of every kind, painted in our tokens: what they do is said in words, an icon stands before or after them."""

from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QEnterEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy
from typing_extensions import override

from testimony_app.ui.look import Look
from testimony_app.ui.tokens import LABEL
from testimony_app.ui.widgets.rounded import fill_rounded

RADIUS = 10


class ButtonKind(Enum):
    """How much weight a button has. One PRIMARY a screen, Home excepted."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"
    BAR = "bar"


class _Colors(NamedTuple):
    fill: str
    hover: str
    ink: str
    edge: str


_COLORS = {
    ButtonKind.PRIMARY: _Colors("primary", "primaryhover", "onprimary", ""),
    ButtonKind.SECONDARY: _Colors("surface", "sunk", "ink", "border"),
    ButtonKind.QUIET: _Colors("", "soft", "primary", ""),
    ButtonKind.BAR: _Colors("", "sunk", "ink", ""),
}


class Button(QPushButton):
    """A button. `icon_name` names an icon; with `icon_after` it stands behind the words, as on "Points, next".

    `height` is the least height in pixels at scale 1. A button without words must be given an accessible name and a
    tool tip.
    """

    def __init__(
        self,
        look: Look,
        text: str,
        kind: ButtonKind = ButtonKind.SECONDARY,
        *,
        icon_name: str = "",
        icon_after: bool = False,
        height: int = 44,
    ) -> None:
        super().__init__(text)
        self._look = look
        self._kind = kind
        self._icon_name = icon_name
        self._icon_after = icon_after
        self._height = height
        self._hovered = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        look.changed.connect(self._on_look_changed)

    def set_least_height(self, height: int) -> None:
        """Take another least height, in pixels at scale 1."""
        if height != self._height:
            self._height = height
            self.updateGeometry()

    def set_kind(self, kind: ButtonKind) -> None:
        """Take another weight."""
        if kind is not self._kind:
            self._kind = kind
            self.updateGeometry()
            self.update()

    def set_icon_name(self, name: str) -> None:
        """Show another icon."""
        self._icon_name = name
        self.update()

    @override
    def sizeHint(self) -> QSize:
        words = QFontMetrics(self._look.font(LABEL)).horizontalAdvance(self.text())
        icon = self._look.px(20) if self._icon_name else 0
        between = self._look.px(8) if icon and words else 0
        padding = self._look.px(12 if self._kind in {ButtonKind.QUIET, ButtonKind.BAR} or not words else 18)
        width = max(words + icon + between + 2 * padding, self._look.px(44))
        return QSize(width, self._look.px(self._height))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()
        super().leaveEvent(event)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_box(painter)
        self._paint_content(painter)

    def _paint_box(self, painter: QPainter) -> None:
        colors = _COLORS[self._kind]
        fill = colors.hover if self._hovered or self.isDown() else colors.fill
        outlined = self._look.tokens.outlined and (colors.fill or self._hovered)
        edge = colors.edge or ("ink" if outlined else "")
        width = self._look.px(2) if edge else 0
        box, radius = QRectF(self.rect()), self._look.px(RADIUS)
        if edge and fill and self.isEnabled():
            fill_rounded(painter, box, radius, self._look.color(fill), self._look.color(edge), width)
            return
        painter.setPen(QPen(self._look.color(edge), width) if edge else Qt.PenStyle.NoPen)
        if not self.isEnabled():
            painter.setPen(QPen(self._look.color("border"), self._look.px(2), Qt.PenStyle.DashLine))
            fill = ""
        painter.setBrush(self._look.color(fill) if fill else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(width / 2, width / 2, -width / 2, -width / 2), radius, radius)

    def _paint_content(self, painter: QPainter) -> None:
        color = _COLORS[self._kind].ink if self.isEnabled() else "ink2"
        font = self._look.font(LABEL)
        painter.setFont(font)
        painter.setPen(self._look.color(color))
        words = QFontMetrics(font).horizontalAdvance(self.text())
        icon = self._look.px(20) if self._icon_name else 0
        between = self._look.px(8) if icon and words else 0
        left = (self.width() - words - icon - between) // 2
        icon_first = self._icon_after == self.isRightToLeft()
        words_left = left + icon + between if icon_first else left
        if icon:
            place = QPoint(left if icon_first else left + words + between, (self.height() - icon) // 2)
            painter.drawPixmap(place, self._look.icon(self._icon_name, color, 20, self.devicePixelRatioF()))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextShowMnemonic
        painter.drawText(words_left, 0, words + 2, self.height(), int(flags), self.text())

    @Slot()
    def _on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()
