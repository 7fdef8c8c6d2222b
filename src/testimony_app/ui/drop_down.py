"""Where a menu opens."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget


def show_under(button: QWidget, menu: QMenu) -> None:
    """Show a menu under the button that opens it; it is gone when it is put away."""
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(button.mapToGlobal(QPoint(0, button.height() + 4)))
