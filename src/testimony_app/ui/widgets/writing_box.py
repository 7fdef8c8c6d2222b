"""A box for many lines of writing: plain text with room between its lines, as high as the text needs."""

import math

from PySide6.QtCore import QMimeData, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit
from typing_extensions import override

from testimony_app.domain.text import clean
from testimony_app.ui.look import Look
from testimony_app.ui.tokens import OWN

_LINE_PERCENT = 122.0
"""The height of a line in parts of a hundred of the font's own height."""


_AFTER_PARAGRAPH = 6
"""The gap after a paragraph in pixels at scale 1."""


TYPING_PAUSE = 60
"""Milliseconds after a key before what follows from it is worked out, so that a key is never held up."""

_LONGEST_TYPING = 500
"""Milliseconds after which it is worked out though keys still follow each other, so that it is saved meanwhile."""


class WritingBox(QTextEdit):
    """Takes plain text alone. Tab leaves it, `left` says that the focus went elsewhere; it does not scroll by itself.

    Above and below the text are `padding` pixels of scale 1 and an edge of `edge` pixels; the box is at least
    `least_lines` high. `written` comes `pause` milliseconds after the person has changed the text, and now and then
    while they go on; `flush` brings it at once, and so does leaving the box.
    """

    left = Signal()
    written = Signal(str)

    def __init__(self, look: Look, *, least_lines: int, padding: int, edge: int = 0, pause: int = 0) -> None:
        super().__init__()
        self._look = look
        self._least_lines = least_lines
        self._padding = padding
        self._edge = edge
        self._spaced_for = 0.0
        self._known: str | None = None
        self._pause, self._longest = QTimer(self), QTimer(self)
        for timer, milliseconds in ((self._pause, pause), (self._longest, _LONGEST_TYPING)):
            timer.setSingleShot(True)
            timer.setInterval(milliseconds)
            timer.timeout.connect(self._tell)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._space_lines()
        self.textChanged.connect(self._on_text_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        look.changed.connect(self._on_look_changed)

    @property
    def line_height(self) -> float:
        """How high a line is, in pixels."""
        return self.fontMetrics().height() * _LINE_PERCENT / 100

    @property
    def is_typed_into(self) -> bool:
        """Whether something was written that `written` has not told yet."""
        return self._pause.isActive()

    def flush(self) -> None:
        """Tell at once what has been written."""
        if self.is_typed_into:
            self._tell()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(160), self.minimumHeight())

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(clean(source.text()).text)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.flush()
        super().focusOutEvent(event)
        self.left.emit()

    def show_plain(self, text: str) -> None:
        """Show another text. What could be undone in the box is forgotten."""
        self.setPlainText(text)
        self._space_lines()

    def _space_lines(self) -> None:
        self._spaced_for = self._look.scale
        document = self.document()
        document.setUndoRedoEnabled(False)
        spaced = QTextBlockFormat()
        spaced.setLineHeight(_LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        spaced.setBottomMargin(self._look.px(_AFTER_PARAGRAPH))
        everything = QTextCursor(document)
        everything.select(QTextCursor.SelectionType.Document)
        everything.mergeBlockFormat(spaced)
        document.setUndoRedoEnabled(True)

    @Slot()
    def _on_text_changed(self) -> None:
        if self._known is None or self.toPlainText() == self._known:  # how it looks was changed
            return
        if not self._pause.interval():
            self._tell()
            return
        if not self._longest.isActive():
            self._longest.start()
        self._pause.start()

    @Slot()
    def _tell(self) -> None:
        self._pause.stop()
        self._longest.stop()
        self._known = self.toPlainText()
        self.written.emit(self._known)

    @Slot()
    def _fit(self) -> None:
        least = self._least_lines * self.line_height + 2 * self.document().documentMargin()
        text = max(self.document().size().height(), least)
        height = math.ceil(text) + 2 * (self._look.px(self._padding) + self._edge)
        if height != self.minimumHeight():
            self.setFixedHeight(height)

    @Slot()
    def _on_look_changed(self) -> None:
        self.setFont(self._look.font(OWN))
        if self._spaced_for != self._look.scale:
            self._space_lines()
        self._fit()
