"""Room that a widget keeps, whatever the size of the text becomes while it is shown."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from testimony_app.ui.look import Look


class LeastSize(QObject):
    """Keeps a widget at least so wide and so high, in pixels at scale 1. It lives as long as the widget does."""

    def __init__(self, look: Look, widget: QWidget, *, width: int = 0, height: int = 0) -> None:
        super().__init__(widget)
        self._look = look
        self._widget = widget
        self._size = (width, height)
        look.changed.connect(self._hold)
        self._hold()

    @Slot()
    def _hold(self) -> None:
        width, height = self._size
        self._widget.setMinimumSize(self._look.px(width), self._look.px(height))
