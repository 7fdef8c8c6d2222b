"""A page of one of the six steps: it draws the testimony as it is, and reports what the person changes."""

from PySide6.QtCore import Signal

from testimony_app.services.writing import Writing
from testimony_app.store.place import Place
from testimony_app.ui.look import Look
from testimony_app.ui.page import Page
from testimony_app.ui.widgets.heading import Heading
from testimony_app.ui.widgets.side_panel import PanelContent


class StepPage(Page):
    """One step. `changed` gives a changed draft and what it joins: changes that join the same are one step of undo.

    `place_wanted` gives a place in the testimony that the person wants to go to, `reading_wanted` a title and a text
    to be read by itself, `versions_wanted` asks for the earlier versions. `noted` says that something else is to be
    told of the testimony, which itself has not changed, `moved` that the person is at another place of the page, which
    is to be remembered.
    """

    changed = Signal(object, str)
    place_wanted = Signal(object)
    undo_wanted = Signal()
    versions_wanted = Signal()
    reading_wanted = Signal(str, str)
    noted = Signal()
    moved = Signal()

    def __init__(self, look: Look, heading: Heading, panel: PanelContent | None = None) -> None:
        super().__init__(look, heading, panel)
        self._writing: Writing | None = None

    @property
    def writing(self) -> Writing:
        """The testimony that is shown. Nothing is asked of a page before it was given one."""
        if self._writing is None:
            raise RuntimeError("The page was asked before it was given a testimony.")
        return self._writing

    @property
    def asks_something(self) -> bool:
        """Whether the page has a question of its own that comes before going on."""
        return False

    def show_writing(self, writing: Writing) -> None:
        """Show a testimony, or show it as it is now. What the person is just typing stays as it is."""
        self._writing = writing
        self.refresh()

    def refresh(self) -> None:
        """Draw the testimony as it is now."""
        raise NotImplementedError

    def flush(self) -> None:
        """Take over what was typed in the last moment. A page without a pause after typing has nothing to do."""

    def place(self) -> Place:
        """Return where the person is on this page: a section and the cursor in it."""
        return Place()

    def go_to(self, place: Place) -> None:
        """Put the focus, and the cursor where there is one, to a place of the page."""
        del place  # a page with places of its own knows better
        self.focus_first()
