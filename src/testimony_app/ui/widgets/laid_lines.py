"""Lines of text for widgets that draw their own."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QTextLayout, QTextOption


def text_layout(
    text: str,
    font: QFont,
    direction: Qt.LayoutDirection,
    wrap: QTextOption.WrapMode = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere,
) -> QTextLayout:
    """Return a layout of a text that has no lines yet. `direction` is that of the widget."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(wrap)
    option.setTextDirection(direction)
    layout.setTextOption(option)
    return layout


def set_lines(layout: QTextLayout, width: float, line_height: float) -> float:
    """Give a layout its lines, one below the other, and return how high all of them are, in pixels."""
    height = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, height + (line_height - line.height()) / 2))
        height += line_height
    layout.endLayout()
    return height
