"""A QR code, as large as its place allows: whole pixels for each module, black on white in every look."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from testimony_app.documents.phone_codes import PhoneCode

_QUIET = 4
"""Light modules that must be around a code (ISO/IEC 18004, 6.3.8)."""

_LEAST = 3
"""Pixels of a module below which the cameras of phones lose it."""


class CodePicture(QWidget):
    """Shows one code at a time."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[tuple[bool, ...], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_code(self, code: PhoneCode, name: str) -> None:
        """Show a code; `name` is what it is called for those who do not see it."""
        self._rows = code.rows
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    @override
    def minimumSizeHint(self) -> QSize:
        side = (len(self._rows) + 2 * _QUIET) * _LEAST
        return QSize(side, side)

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        modules = len(self._rows) + 2 * _QUIET
        pixels = max(1, int(min(self.width(), self.height()) * self.devicePixelRatioF()) // modules)
        painter = QPainter(self)
        painter.scale(1 / self.devicePixelRatioF(), 1 / self.devicePixelRatioF())
        side = pixels * modules
        left = (int(self.width() * self.devicePixelRatioF()) - side) // 2
        top = (int(self.height() * self.devicePixelRatioF()) - side) // 2
        painter.fillRect(QRect(left, top, side, side), Qt.GlobalColor.white)
        for row, line in enumerate(self._rows, _QUIET):
            for column, is_dark in enumerate(line, _QUIET):
                if is_dark:
                    painter.fillRect(left + column * pixels, top + row * pixels, pixels, pixels, Qt.GlobalColor.black)
