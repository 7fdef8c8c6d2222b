"""What is said to people who hear the screen, and the order in which things are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLayout, QScrollArea, QStackedWidget, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QAccessibleInterface


def announce(speaker: QWidget, text: str) -> None:
    """Have a screen reader say a sentence, without moving the focus. `speaker` is a widget that is shown."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415  (no start announces anything)

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(speaker, text))


def tell_headings() -> None:
    """Let screen readers know which texts are headings, so that people can go from one to the next.

    To Qt a heading is a label like any other. Those that call themselves `is_heading` become headings, with the name
    that is set on them.
    """
    from PySide6.QtGui import QAccessible  # noqa: PLC0415  (after the first frame)

    QAccessible.installFactory(_heading)


def _heading(_class_name: str, thing: object) -> QAccessibleInterface | None:
    if not isinstance(thing, QLabel) or not getattr(thing, "is_heading", False):
        return None
    from PySide6.QtGui import QAccessible  # noqa: PLC0415  (see above)
    from PySide6.QtWidgets import QAccessibleWidget  # noqa: PLC0415  (see above)

    return QAccessibleWidget(thing, QAccessible.Role.Heading)


def reading_order(root: QWidget | None) -> Iterator[QWidget]:
    """Yield what can take the focus inside a widget, in the order in which its layouts show it.

    Qt's own order is that in which widgets were made, which is another wherever a part of a page is made later.
    """
    if root is None or not root.isVisible():
        return
    if root.focusPolicy() & Qt.FocusPolicy.TabFocus and root.isEnabled():
        yield root
    if isinstance(root, QStackedWidget):
        yield from reading_order(root.currentWidget())
    elif isinstance(root, QScrollArea):
        yield from reading_order(root.widget())
    elif (layout := root.layout()) is not None:
        yield from _inside(layout)


def _inside(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        if widget := item.widget():
            yield from reading_order(widget)
        elif inner := item.layout():
            yield from _inside(inner)
