"""A box for many lines of a person's own words."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from testimony_app.ui.look import Look
from testimony_app.ui.widgets.inputs import EDGE, box_sheet
from testimony_app.ui.widgets.writing_box import WritingBox

_PADDING = 12


class StoryBox(WritingBox):
    """Many lines of the person's own words."""

    def __init__(self, look: Look, least_lines: int = 4, pause: int = 0) -> None:
        super().__init__(look, least_lines=least_lines, padding=_PADDING, edge=EDGE, pause=pause)
        self._known = ""
        self._on_look_changed()

    def show_text(self, text: str) -> None:
        """Show a text, leaving cursor and undo alone where it is the same. What is just being typed stays."""
        if self.is_typed_into:
            return
        self._known = text
        if text != self.toPlainText():
            self.show_plain(text)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Tab and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().keyPressEvent(event)

    @Slot()
    @override
    def _on_look_changed(self) -> None:
        self.setStyleSheet(box_sheet(self._look, "QTextEdit"))
        padding = self._look.px(_PADDING)
        self.setViewportMargins(0, padding, 0, padding)
        super()._on_look_changed()
