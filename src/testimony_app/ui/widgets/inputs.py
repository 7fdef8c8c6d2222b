"""Boxes to write in: one line, many lines, and a choice from a list."""

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget
from typing_extensions import override

from testimony_app.ui.look import Look
from testimony_app.ui.tokens import BODY, OWN

_SHEET = """
{kind} {{ background: {surface}; color: {ink}; border: {edge}px solid {border}; border-radius: {radius}px;
  padding: 0 {pad}px; selection-background-color: {primary}; selection-color: {onprimary}; }}
"""
_LIST_SHEET = """
QComboBox::drop-down {{ border: 0; width: {drop}px; }}
QComboBox::down-arrow {{ image: none; }}
QComboBox QAbstractItemView {{ background: {surface}; color: {ink}; border: 2px solid {border};
  selection-background-color: {soft}; selection-color: {ink}; outline: 0; padding: 4px; }}
QComboBox QAbstractItemView::item {{ min-height: {row}px; }}
"""


def _sheet(look: Look, kind: str, extra: str = "") -> str:
    tokens = look.tokens
    values = {
        "kind": kind, "surface": tokens.surface, "ink": tokens.ink, "border": tokens.border, "soft": tokens.soft,
        "primary": tokens.primary, "onprimary": tokens.onprimary, "edge": 2, "radius": look.px(10),
        "pad": look.px(14), "drop": look.px(36), "row": look.px(44),
    }  # fmt: skip
    return (_SHEET + extra).format(**values)


class LineBox(QLineEdit):
    """One line to write in. `written` comes when the person has changed it, not when the program has."""

    written = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.textEdited.connect(self.written)
        look.changed.connect(self._on_look_changed)
        self._on_look_changed()

    def show_text(self, text: str) -> None:
        """Show a text, leaving the cursor alone where it is the same."""
        if text != self.text():
            self.setText(text)

    @Slot()
    def _on_look_changed(self) -> None:
        self.setFont(self._look.font(BODY))
        self.setStyleSheet(_sheet(self._look, "QLineEdit"))
        self.setFixedHeight(self._look.px(44))


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
        self.setStyleSheet(_sheet(self._look, "QComboBox", _LIST_SHEET))
        self.setFixedHeight(self._look.px(44))


class StoryBox(QPlainTextEdit):
    """Many lines of the person's own words. Tab leaves it; it grows with what is written, from a least height on.

    `written` comes when the person has changed it, `left` when the focus goes elsewhere.
    """

    written = Signal(str)
    left = Signal()

    def __init__(self, look: Look, least_lines: int = 4) -> None:
        super().__init__()
        self._look = look
        self._least_lines = least_lines
        self._known = ""
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._on_text_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        look.changed.connect(self._on_look_changed)
        self._on_look_changed()

    def show_text(self, text: str) -> None:
        """Show a text, leaving cursor and undo alone where it is the same."""
        self._known = text
        if text != self.toPlainText():
            self.setPlainText(text)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Tab and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().keyPressEvent(event)

    @Slot()
    def _on_text_changed(self) -> None:
        self._fit()
        text = self.toPlainText()
        if text != self._known:
            self._known = text
            self.written.emit(text)

    @Slot()
    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing()
        lines = max(int(self.document().size().height() + 0.99), self._least_lines)
        self.setFixedHeight(lines * line + 2 * self._look.px(14) + 4)

    @Slot()
    def _on_look_changed(self) -> None:
        self.setFont(self._look.font(OWN))
        self.setStyleSheet(_sheet(self._look, "QPlainTextEdit"))
        margin = self._look.px(12)
        self.setViewportMargins(0, margin, 0, margin)
        self._fit()


def tie(label: QWidget, box: QWidget, hint: str = "") -> None:
    """Name a box by its label for screen readers, with a hint as its description."""
    if hasattr(label, "setBuddy"):
        label.setBuddy(box)
    box.setAccessibleDescription(hint)
