"""What is said to people who hear the screen."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(speaker: QWidget, text: str) -> None:
    """Have a screen reader say a sentence, without moving the focus. `speaker` is a widget that is shown."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(speaker, text))
