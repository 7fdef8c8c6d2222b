"""A scrolling area with our scroll bar."""

from PySide6.QtCore import QEvent, QPoint, Qt, Slot
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QSizePolicy, QWidget
from typing_extensions import override

from testimony_app.ui.look import Look

WIDTH = 14
"""The width of the scroll bar, in pixels at scale 1."""

BAR_SHEET = """
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
    """Shows `content` in its whole width and scrolls it up and down, never sideways. It takes no focus itself.

    The bar is ours and stands beside Qt's own, which is never shown. Qt counts a bar of its own among the children for
    assistive technology only while it is shown, and a screen reader that asks for it just after the page was left asks
    past the end of that list: Qt 6.11 reads on, and the program is gone with what was typed last.
    """

    def __init__(self, look: Look, content: QWidget) -> None:
        super().__init__()
        self._look = look
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setWidget(content)
        self.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)
        self.bar = _Bar(Qt.Orientation.Vertical, self)
        self.bar.setRange(0, 0)
        real = self.verticalScrollBar()
        real.rangeChanged.connect(self._on_range_changed)
        real.valueChanged.connect(self.bar.setValue)
        self.bar.valueChanged.connect(real.setValue)
        look.changed.connect(self._on_look_changed)
        self._on_look_changed()

    def reveal(self, widget: QWidget) -> None:
        """Scroll so that a widget inside stands at the top, as far as there is room."""
        inside = self.widget()
        if inside is not None:
            self.verticalScrollBar().setValue(widget.mapTo(inside, QPoint(0, 0)).y())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_bar()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._place_bar()

    def _place_bar(self) -> None:
        width = self._look.px(WIDTH)
        is_left = self.isRightToLeft()
        self.setViewportMargins(width if is_left else 0, 0, 0 if is_left else width, 0)
        self.bar.setGeometry(0 if is_left else self.width() - width, 0, width, self.height())

    @Slot()
    def _on_range_changed(self) -> None:
        real = self.verticalScrollBar()
        self.bar.setRange(real.minimum(), real.maximum())
        self.bar.setPageStep(self.viewport().height())
        self.bar.setSingleStep(real.singleStep())

    @Slot()
    def _on_look_changed(self) -> None:
        width = self._look.px(WIDTH)
        values = {
            "width": width,
            "radius": width // 2 - 2,
            "least": self._look.px(44),
            "handle": self._look.tokens.border,
        }
        self.bar.setStyleSheet(BAR_SHEET.format(**values))
        self._place_bar()
