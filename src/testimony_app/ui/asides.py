"""Pages beside what is going on: help, letters, settings and others, each with a way back."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from testimony_app.ui.frame import Frame
from testimony_app.ui.page import Page
from testimony_app.ui.widgets.rail import HomeRail

if TYPE_CHECKING:
    from testimony_app.ui.navigator import Navigator


class Asides(QObject):
    """Shows such pages in the frame. `home_wanted` says that the way back leads to Home.

    `navigator` gives what leads through the open testimony, None where none is open.
    """

    home_wanted = Signal()

    def __init__(self, frame: Frame, rail: HomeRail, navigator: "Callable[[], Navigator | None]") -> None:
        super().__init__()
        self._frame = frame
        self._rail = rail
        self._navigator = navigator
        self._page: Page | None = None
        self._behind: Callable[[], None] | None = None

    def show(self, page: Page, place: int, behind: Callable[[], None] | None = None) -> None:
        """Show a page beside what is going on, with a way back to it, or to what is `behind` the page."""
        navigator = self._navigator()
        if navigator is not None:
            navigator.keep_place()
            self._frame.show_page(page)
        else:
            self.show_outside(page, place)
        self._page, self._behind = page, behind
        self._frame.bottom.show()
        self._frame.bottom.show_ways(self.tr("Back"), "")
        self._frame.bottom.show_meter(shown=False)

    def show_outside(self, page: Page, place: int) -> None:
        """Show a page that belongs to no testimony."""
        self._frame.show_rail(self._rail)
        self._rail.show_place(place)
        self._frame.top.show_title("")
        self._frame.top.show_step("")
        self._frame.show_page(page)

    def forget(self) -> None:
        """Forget the page that is shown: what is going on is shown itself now."""
        self._page = None

    @Slot()
    def go_back(self) -> None:
        """Go back from the page, or in the open testimony to the step before."""
        is_aside, behind = self._page is not None and self._frame.page is self._page, self._behind
        self._page = self._behind = None
        navigator = self._navigator()
        if is_aside and behind is not None:
            behind()
        elif is_aside and navigator is not None:
            navigator.go(navigator.step, navigator.place)
        elif is_aside:
            self.home_wanted.emit()
        elif navigator is not None:
            navigator.go_by(-1)
