"""A box in which a section is edited, with whose words it holds shown in the text and in the gutter."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QSyntaxHighlighter, QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget
from typing_extensions import override

from testimony_app.domain.testimony import Origin, Passage
from testimony_app.ui.look import Look
from testimony_app.ui.widgets.voices import GUTTER, paint_bars, voice_format
from testimony_app.ui.widgets.writing_box import TYPING_PAUSE, WritingBox

_PADDING = 4


class _Voices(QSyntaxHighlighter):
    """Writes each stretch in the manner of its voice. It changes how the text looks, never the text."""

    def __init__(self, look: Look, editor: QTextEdit) -> None:
        super().__init__(editor.document())
        self._look = look
        self._spans: list[tuple[int, int, bool]] = []

    def show(self, passages: Sequence[Passage]) -> None:
        """Tell the voices of the whole text apart."""
        spans: list[tuple[int, int, bool]] = []
        start = 0
        for passage in passages:
            length = len(passage.text.encode("utf-16-le")) // 2
            spans.append((start, start + length, passage.origin is Origin.OWN))
            start += length
        before, self._spans = self._spans, spans
        if spans == before:
            return
        block = self.document().firstBlock()
        while block.isValid():
            if _inside(spans, block) != _inside(before, block):
                self.rehighlightBlock(block)
            block = block.next()

    def voices_of(self, block: QTextBlock) -> tuple[bool, bool]:
        """Return whether a paragraph holds own words and suggested ones."""
        first, last = block.position(), block.position() + block.length() - 1
        found = {own for start, end, own in self._spans if start < last and end > first}
        return True in found, False in found

    @override
    def highlightBlock(self, _text: str) -> None:
        for start, length, own in _inside(self._spans, self.currentBlock()):
            self.setFormat(start, length, voice_format(self._look, own=own))


def _inside(spans: Sequence[tuple[int, int, bool]], block: QTextBlock) -> list[tuple[int, int, bool]]:
    """Return the stretches of a paragraph: where each begins in it, its length, and whether its words are own."""
    first, last = block.position(), block.position() + block.length() - 1
    return [
        (max(start, first) - first, min(end, last) - max(start, first), own)
        for start, end, own in spans
        if start < last and end > first
    ]


class _Gutter(QWidget):
    def __init__(self, editor: "SectionEditor") -> None:
        super().__init__(editor)
        self._editor = editor

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        self._editor.paint_gutter(QPainter(self))


class SectionEditor(WritingBox):
    """Edits one section, and shows whose words they are."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, least_lines=1, padding=_PADDING, pause=TYPING_PAUSE)
        self._voices = _Voices(look, self)
        self._gutter = _Gutter(self)
        self._on_look_changed()

    def show_passages(self, passages: Sequence[Passage]) -> None:
        """Show a section's passages, leaving cursor and undo alone where the text is the same."""
        if self.is_typed_into:
            return
        text = "".join(passage.text for passage in passages)
        self._known = text
        if text != self.toPlainText():
            place = self.textCursor().position()
            self.show_plain(text)
            self.set_cursor(place)
        self._voices.show(passages)
        self._gutter.update()

    def set_cursor(self, place: int) -> None:
        """Put the cursor before a character."""
        cursor = self.textCursor()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def select(self, start: int, end: int) -> None:
        """Select from one character to another."""
        last = self.document().characterCount() - 1
        cursor = self.textCursor()
        cursor.setPosition(min(start, last))
        cursor.setPosition(min(end, last), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def paint_gutter(self, painter: QPainter) -> None:
        """Paint the bars of the voices beside the paragraphs."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        block = self.document().firstBlock()
        layout = self.document().documentLayout()
        while block.isValid():
            box = layout.blockBoundingRect(block)
            own, suggested = self._voices.voices_of(block)
            if block.text().strip():
                bars = QRectF(2, box.top() + 3, self._look.px(GUTTER), box.height() - 5)
                paint_bars(painter, self._look, bars, own=own, suggested=suggested)
            block = block.next()

    @Slot()
    @override
    def _on_text_changed(self) -> None:
        self._gutter.update()
        super()._on_text_changed()

    @Slot()
    @override
    def _fit(self) -> None:
        super()._fit()
        self._gutter.setGeometry(0, 0, self._look.px(GUTTER), self.minimumHeight())

    @Slot()
    @override
    def _on_look_changed(self) -> None:
        tokens = self._look.tokens
        self.setStyleSheet(
            f"QTextEdit {{ background: {tokens.surface}; color: {tokens.ink}; border: 0; "
            f"selection-background-color: {tokens.primary}; selection-color: {tokens.onprimary}; }}"
        )
        gutter = self._look.px(GUTTER)
        rtl = self.isRightToLeft()
        self.setViewportMargins(0 if rtl else gutter, 0, gutter if rtl else 0, 0)
        self._voices.rehighlight()
        super()._on_look_changed()
