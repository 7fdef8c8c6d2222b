"""Boxes to write in: one line, and a choice from a list."""

from PySide6.QtCore import QPoint, QSize, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QWidget
from typing_extensions import override

from testimony_app.domain.text import clean
from testimony_app.ui.look import Look
from testimony_app.ui.tokens import BODY

EDGE = 2

_SHEET = """
{kind} {{ background: {surface}; color: {ink}; border: {edge}px solid {border}; border-radius: {radius}px;
  padding: 0 {pad}px; selection-background-color: {primary}; selection-color: {onprimary};
  placeholder-text-color: {ink2}; }}
"""
_LIST_SHEET = """
QComboBox::drop-down {{ border: 0; width: {drop}px; }}
QComboBox::down-arrow {{ image: none; }}
QComboBox QAbstractItemView {{ background: {surface}; color: {ink}; border: 2px solid {border};
  selection-background-color: {soft}; selection-color: {ink}; outline: 0; padding: 4px; }}
QComboBox QAbstractItemView::item {{ min-height: {row}px; }}
"""


def box_sheet(look: Look, kind: str, extra: str = "") -> str:
    """Return the style sheet of a box to write in; `kind` is its class in Qt."""
    tokens = look.tokens
    values = {
        "kind": kind, "surface": tokens.surface, "ink": tokens.ink, "ink2": tokens.ink2, "border": tokens.border,
        "soft": tokens.soft, "primary": tokens.primary, "onprimary": tokens.onprimary, "edge": EDGE,
        "radius": look.px(10), "pad": look.px(14), "drop": look.px(36), "row": look.px(44),
    }  # fmt: skip
    return (_SHEET + extra).format(**values)


class LineBox(QLineEdit):
    """One line to write in. `written` comes when the person has changed it, by keys or by assistive technology."""

    written = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._known = ""
        self.textChanged.connect(self._on_text_changed)
        look.changed.connect(self._on_look_changed)
        self._on_look_changed()

    def show_text(self, text: str) -> None:
        """Show a text, leaving the cursor alone where it is the same."""
        self._known = text
        if text != self.text():
            self.setText(text)

    @Slot(str)
    def _on_text_changed(self, text: str) -> None:
        cleaned = clean(text).text
        if cleaned != text:
            self.setText(cleaned)
        elif text != self._known:
            self._known = text
            self.written.emit(text)

    @Slot()
    def _on_look_changed(self) -> None:
        self.setFont(self._look.font(BODY))
        self.setStyleSheet(box_sheet(self._look, "QLineEdit"))
        self.setFixedHeight(self._look.px(44))


class SearchBox(LineBox):
    """A line to search with: a magnifying glass before the words, and as wide as a search usually is."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._look.px(300), self._look.px(44))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        size = self._look.px(18)
        left = self.width() - size - self._look.px(14) if self.isRightToLeft() else self._look.px(14)
        icon = self._look.icon("search", "ink2", 18, self.devicePixelRatioF())
        QPainter(self).drawPixmap(QPoint(left, (self.height() - size) // 2), icon)

    @Slot()
    @override
    def _on_look_changed(self) -> None:
        super()._on_look_changed()
        room = self._look.px(22)
        self.setTextMargins(0 if self.isRightToLeft() else room, 0, room if self.isRightToLeft() else 0, 0)


class ChoiceBox(QComboBox):
    """A choice from a list; it must have a label tied to it, since it is named by that alone."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._on_look_changed)
        self._on_look_changed()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        size = self._look.px(20)
        left = self._look.px(12) if self.isRightToLeft() else self.width() - size - self._look.px(12)
        painter = QPainter(self)
        icon = self._look.icon("chevron-down", "ink", 20, self.devicePixelRatioF())
        painter.drawPixmap(QPoint(left, (self.height() - size) // 2), icon)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @Slot()
    def _on_look_changed(self) -> None:
        self.setFont(self._look.font(BODY))
        self.setStyleSheet(box_sheet(self._look, "QComboBox", _LIST_SHEET))
        self.setFixedHeight(self._look.px(44))


def tie(label: QWidget, box: QWidget, hint: str = "") -> None:
    """Name a box by its label for screen readers, with a hint as its description."""
    if hasattr(label, "setBuddy"):
        label.setBuddy(box)
    box.setAccessibleDescription(hint)
