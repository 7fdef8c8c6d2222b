"""What every page is: a heading, a body that scrolls, and perhaps something for the side panel."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from testimony_app.ui.look import Look
from testimony_app.ui.widgets import scroll
from testimony_app.ui.widgets.heading import Heading
from testimony_app.ui.widgets.scroll import Scroll
from testimony_app.ui.widgets.side_panel import PanelContent
from testimony_app.ui.widgets.stacks import Column, Item, Margins, fill

SIDES = (32, 18)
"""The margins of a page at the reading side and where its scroll bar is, in pixels at scale 1."""

COMPACT_SIDES = (14, 6)
"""The same where there is little room: large text would turn wide margins into narrow lines."""

READING_WIDTH = 660
"""The width of the body of a page that is there to be read, in pixels at scale 1: its lines fill it."""

LEAST_HEIGHT = 440
"""The height of a page, in pixels of the usual text size, from which its head stays while the rest scrolls."""


class Page(QWidget):
    """One page of the content. `panel` is what it shows beside it, or None.

    A page draws what it is given and reports what the person wants; it never opens another page itself. `measure` is
    how wide its body becomes at the most, in pixels at scale 1.
    """

    def __init__(self, look: Look, heading: Heading, panel: PanelContent | None = None, *, measure: int = 0) -> None:
        super().__init__()
        self.look = look
        self._measure = measure
        self.heading = heading
        self.panel = panel
        self._body = QWidget()
        self.sides = SIDES
        self.column = Column(look, gap=10, margins=self._around(6, 24))
        self.area = Scroll(look, self._body)
        self._head = QWidget()
        self.fixed = Column(look, heading, gap=8, margins=self._around(14, 4))
        self._head.setLayout(self.fixed)
        self._inside = QVBoxLayout()
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(0)
        self._inside.addLayout(self.column)
        self._body.setLayout(self._inside)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addWidget(self._head)
        self._whole.addWidget(self.area, 1)
        look.changed.connect(self._arrange_head)

    def add(self, *items: Item) -> None:
        """Add things to the body, one under the other: a widget, a layout, a gap in pixels, or None for a stretch."""
        fill(self.column, self.look, items)

    def show_compact(self, *, compact: bool) -> None:
        """Take the little room there is, or the whole."""
        self.sides = COMPACT_SIDES if compact else SIDES
        self.column.set_margins(self._around(6, 24))
        self.fixed.set_margins(self._around(14, 4))

    def _around(self, top: int, bottom: int) -> Margins:
        return self.sides[0], top, self.sides[1], bottom

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange_head()

    @Slot()
    def _arrange_head(self) -> None:
        """Let the head scroll with the rest where the page is too low for it to stay."""
        if self._measure:
            self._body.setMaximumWidth(self.look.px(self._measure))
        stays = self.height() / self.look.scale >= LEAST_HEIGHT
        self._head.setContentsMargins(0, 0, self.look.px(scroll.WIDTH) if stays else 0, 0)
        if stays and self._whole.indexOf(self._head) < 0:
            self._inside.removeWidget(self._head)
            self._whole.insertWidget(0, self._head)
        elif not stays and self._whole.indexOf(self._head) >= 0:
            self._whole.removeWidget(self._head)
            self._inside.insertWidget(0, self._head)

    def first_focus(self) -> QWidget:
        """Return what has the focus when the page is opened: its heading, unless the page knows better."""
        return self.heading.title

    def focus_first(self) -> None:
        """Give the focus to where the page begins."""
        self.first_focus().setFocus()
