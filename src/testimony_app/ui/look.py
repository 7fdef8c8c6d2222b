"""How the window looks now: theme, text size, fonts and icons. Widgets are given it, and follow when it changes."""

from enum import Enum
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from testimony_app.ui.tokens import DARK, HIGH_CONTRAST, LIGHT, SCALES, Tokens, TypeRole

FAMILY = "Atkinson Hyperlegible Next"
_TRACKED_FROM = 28
_TRACKING_PERCENT = 98.5
_FINE_BELOW, _BOLD_ABOVE = 17, 32
_STROKE_SMALL, _STROKE, _STROKE_LARGE = 2.3, 2.0, 1.8


class ThemeChoice(Enum):
    """Which colors the person asked for."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"


def font_files(resources: Path) -> tuple[Path, ...]:
    """Return the files of our typeface, one for each weight."""
    weights = (400, 500, 600, 700, 800)
    return tuple(resources / "fonts" / f"AtkinsonHyperlegibleNext-{weight}.ttf" for weight in weights)


class Look(QObject):
    """The present theme and text size. `changed` comes after every change of either."""

    changed = Signal()

    def __init__(self, resources: Path, choice: ThemeChoice = ThemeChoice.SYSTEM, scale: float = 1.0) -> None:
        super().__init__()
        self._icons = resources / "icons"
        self._choice = choice
        self._scale = scale
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}
        self._fonts: dict[TypeRole, QFont] = {}
        for path in font_files(resources):
            QFontDatabase.addApplicationFont(str(path))
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_changed)
        self.tokens = self._tokens()

    @property
    def choice(self) -> ThemeChoice:
        """The theme the person asked for."""
        return self._choice

    @property
    def scale(self) -> float:
        """The text size, one of `SCALES`."""
        return self._scale

    def choose(self, choice: ThemeChoice) -> None:
        """Take another theme."""
        if choice is not self._choice:
            self._choice = choice
            self._refresh()

    def zoom(self, steps: int) -> None:
        """Take a larger or smaller text, as far as there is one."""
        place = min(range(len(SCALES)), key=lambda each: abs(SCALES[each] - self._scale))
        self.set_scale(SCALES[max(0, min(len(SCALES) - 1, place + steps))])

    def set_scale(self, scale: float) -> None:
        """Take a text size."""
        if scale != self._scale:
            self._scale = scale
            self._fonts.clear()
            self._refresh()

    def px(self, pixels: float) -> int:
        """Return a length at the present text size."""
        return round(pixels * self._scale)

    def color(self, token: str) -> QColor:
        """Return the color of a token."""
        return QColor(getattr(self.tokens, token))

    def font(self, role: TypeRole) -> QFont:
        """Return the font of a role at the present text size."""
        if role not in self._fonts:
            font = QFont(FAMILY)
            font.setPixelSize(self.px(role.pixels))
            font.setWeight(QFont.Weight(role.weight))
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            if role.pixels >= _TRACKED_FROM:
                font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, _TRACKING_PERCENT)
            self._fonts[role] = font
        return self._fonts[role]

    def icon(self, name: str, token: str, pixels: float, ratio: float) -> QPixmap:
        """Return an icon in the color of a token, `pixels` wide at scale 1, sharp at a device pixel ratio."""
        size = self.px(pixels)
        key = (name, getattr(self.tokens, token), size, ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._rendered(name, key[1], size, ratio)
        return self._pixmaps[key]

    def palette(self) -> QPalette:
        """Return the palette for what is not painted by us: text boxes, menus, tool tips."""
        palette = QPalette()
        roles = {
            QPalette.ColorRole.Window: "bg",
            QPalette.ColorRole.WindowText: "ink",
            QPalette.ColorRole.Base: "surface",
            QPalette.ColorRole.AlternateBase: "sunk",
            QPalette.ColorRole.Text: "ink",
            QPalette.ColorRole.Button: "surface",
            QPalette.ColorRole.ButtonText: "ink",
            QPalette.ColorRole.Highlight: "primary",
            QPalette.ColorRole.HighlightedText: "onprimary",
            QPalette.ColorRole.ToolTipBase: "surface",
            QPalette.ColorRole.ToolTipText: "ink",
            QPalette.ColorRole.PlaceholderText: "ink2",
            QPalette.ColorRole.Link: "primary",
        }
        for role, token in roles.items():
            palette.setColor(role, self.color(token))
        return palette

    def _rendered(self, name: str, color: str, size: int, ratio: float) -> QPixmap:
        stroke = _STROKE_SMALL if size < _FINE_BELOW else _STROKE_LARGE if size > _BOLD_ABOVE else _STROKE
        drawing = (self._icons / f"{name}.svg").read_text(encoding="utf-8")
        drawing = drawing.replace("currentColor", color).replace('stroke-width="2"', f'stroke-width="{stroke}"')
        pixmap = QPixmap(round(size * ratio), round(size * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, size, size))
        painter.end()
        return pixmap

    def _tokens(self) -> Tokens:
        if self._choice is ThemeChoice.SYSTEM:
            is_dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
            return DARK if is_dark else LIGHT
        return {ThemeChoice.LIGHT: LIGHT, ThemeChoice.DARK: DARK}.get(self._choice, HIGH_CONTRAST)

    def _refresh(self) -> None:
        self.tokens = self._tokens()
        self.changed.emit()

    @Slot()
    def _on_system_changed(self) -> None:
        if self._choice is ThemeChoice.SYSTEM:
            self._refresh()
