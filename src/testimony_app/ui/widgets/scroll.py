"""A scrolling area with our scroll bar."""

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QSizePolicy, QWidget
from typing_extensions import override

from testimony_app.ui.look import Look

WIDTH = 14
"""The width of the scroll bar, in pixels at scale 1."""

_BAR = """
QScrollBar:vertical {{ background: transparent; width: {width}px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {handle}; border-radius: {radius}px; min-height: {least}px; margin: 2px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


class _Bar(QScrollBar):
    """A scroll bar that keeps its room where there is nothing to scroll, so that texts never wrap anew for it."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.maximum() > self.minimum():
            super().paintEvent(event)


class Scroll(QScrollArea):
    """Shows `content` in its whole width and scrolls it up and down, never sideways. It takes no focus itself."""

    def __init__(self, look: Look, content: QWidget) -> None:
        super().__init__()
        self._look = look
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(_Bar(self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setWidget(content)
        self.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)
        look.changed.connect(self._on_look_changed)
        self._on_look_changed()

    def reveal(self, widget: QWidget) -> None:
        """Scroll so that a widget inside stands at the top, as far as there is room."""
        inside = self.widget()
        if inside is not None:
            self.verticalScrollBar().setValue(widget.mapTo(inside, QPoint(0, 0)).y())

    @Slot()
    def _on_look_changed(self) -> None:
        width = self._look.px(WIDTH)
        values = {
            "width": width,
            "radius": width // 2 - 2,
            "least": self._look.px(44),
            "handle": self._look.tokens.border,
        }
        self.verticalScrollBar().setStyleSheet(_BAR.format(**values))
