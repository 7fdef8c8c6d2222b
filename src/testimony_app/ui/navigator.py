"""Leads through the six steps of one testimony: which page is shown, where Back and Next go, what is saved."""

from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from testimony_app.domain.draft import Draft
from testimony_app.domain.errors import TestimonyError
from testimony_app.domain.speaking import is_pace_known
from testimony_app.domain.steps import STEPS, StepId
from testimony_app.services.open_draft import OpenDraft
from testimony_app.services.program import Program
from testimony_app.services.writing import Writing
from testimony_app.store.place import Place
from testimony_app.ui.accessibility import announce
from testimony_app.ui.dialogs import Dialogs
from testimony_app.ui.frame import Frame
from testimony_app.ui.limit_voice import LimitVoice
from testimony_app.ui.look import Look
from testimony_app.ui.saver import Saver
from testimony_app.ui.step_notes import step_entries
from testimony_app.ui.step_page import StepPage
from testimony_app.ui.widgets.rail import StepRail

if TYPE_CHECKING:
    from testimony_app.ui.no_sending import NoSending
    from testimony_app.ui.sending_room import SendingRoom

_PAGES = {
    StepId.ABOUT: ("about", "AboutPage"),
    StepId.POINTS: ("points", "PointsPage"),
    StepId.STORY: ("story", "StoryPage"),
    StepId.DRAFT: ("draft", "DraftPage"),
    StepId.CHECK: ("check", "CheckPage"),
    StepId.SHARE: ("share", "SharePage"),
}
"""Where the page of each step is. A page is loaded when it is first opened."""

ORDER = tuple(step.id for step in STEPS)


class Navigator(QObject):
    """Shows the steps of the open testimony in the frame. `left` says that the person goes to all testimonies.

    `versions_wanted` says that they want to see earlier versions of this one.

    Every change of a page becomes a new draft here, is saved from here, and is drawn from here.
    """

    left = Signal()
    saving_changed = Signal()
    title_changed = Signal(str)
    versions_wanted = Signal()

    def __init__(
        self,
        look: Look,
        frame: Frame,
        program: Program,
        dialogs: Dialogs,
        sending: Callable[[], "SendingRoom | NoSending"],
    ) -> None:
        super().__init__()
        self._look = look
        self._frame = frame
        self._program = program
        self._dialogs = dialogs
        self._sending = sending
        self._share: QObject | None = None
        self._limits = LimitVoice(lambda words: announce(frame, words))
        self._pages: dict[StepId, StepPage] = {}
        self._rail = StepRail(look, len(ORDER))
        self._rail.step_wanted.connect(self._on_step_wanted)
        self._rail.leave_wanted.connect(self.leave)
        self._writing: Writing | None = None
        self.saver: Saver | None = None
        self.step = StepId.ABOUT
        self._came_from: StepId | None = None
        self._reached = 0

    @property
    def writing(self) -> Writing | None:
        """The open testimony, or None."""
        return self._writing

    @property
    def place(self) -> Place | None:
        """Where the person is in the open testimony."""
        return self._writing.place if self._writing is not None else None

    @property
    def is_open(self) -> bool:
        """Whether a testimony is open."""
        return self._writing is not None

    def open(self, opened: OpenDraft) -> None:
        """Open a testimony where the person left it."""
        self._writing = Writing(self._program.library, opened)
        self._writing.was_shared = bool(opened.rev) and self._program.drafting.was_exported(opened.draft.id)
        self._reached = opened.rev
        self.saver = Saver(self._program.drafting, self._writing, opened)
        self.saver.state_changed.connect(self.saving_changed)
        self._pages.clear()
        self._limits.forget()
        self._frame.show_rail(self._rail)
        steps = {step.value: step for step in ORDER}
        self.go(steps.get(opened.place.step, StepId.ABOUT), opened.place)
        self.saving_changed.emit()

    def go(self, step: StepId, place: Place | None = None, came_from: StepId | None = None) -> None:
        """Show a step, and a place in it. Back then leads to where the person `came_from`, where that is known."""
        if self._writing is None:
            return
        self.keep_place()
        self.step, self._came_from = step, came_from
        page = self._page(step)
        page.show_writing(self._writing)
        self._frame.show_page(page)
        if place is not None and (place.section or place.cursor):
            page.go_to(place)
        self.keep_place()
        if self.saver is not None:
            self.saver.save_now("nav")
        self._show_around()

    def go_by(self, steps: int) -> None:
        """Go some steps on or back; before the first one is Home, after the last one too."""
        if self._writing is None:
            return
        if steps < 0 and self._came_from is not None:
            self.go(self._came_from)
            return
        number = ORDER.index(self.step) + steps
        if 0 <= number < len(ORDER):
            self.go(ORDER[number])
        else:
            self.leave()

    @Slot()
    def leave(self) -> None:
        """Close the testimony and go to all testimonies."""
        if self._writing is None:
            return
        self.keep_place()
        self.left.emit()

    def close(self) -> None:
        """Let go of the testimony."""
        self._limits.forget()
        if self.saver is not None:
            self.saver.stop()
        self._writing = None
        self.saver = None
        self._pages.clear()

    def undo(self) -> None:
        """Take the last change back. From before the testimony was opened the saved versions tell what it was."""
        if self._writing is None:
            return
        self._page(self.step).flush()
        if self._writing.can_undo:
            self._writing.undo()
            self._after_change()
            return
        with suppress(TestimonyError):  # nothing is lost where an older version cannot be read: it stays in the list
            found = self._program.history.before(self._writing.draft.id, self._reached, self._writing.draft)
            if found is not None:
                draft, self._reached = found
                self._writing.reach_back(draft)
                self._after_change()

    def take_back(self, draft: Draft) -> None:
        """Go on with an earlier version, as one step that can be undone, and save it as a version of its own."""
        if self._writing is None or self.saver is None or draft == self._writing.draft:
            return
        self._writing.end_step()
        self._writing.change(draft)
        self._after_change()
        self.saver.save_now("restore")

    def redo(self) -> None:
        """Do again what was taken back."""
        if self._writing is None:
            return
        self._page(self.step).flush()
        if self._writing.can_redo:
            self._writing.redo()
            self._after_change()

    def _page(self, step: StepId) -> StepPage:
        if step not in self._pages:
            module, name = _PAGES[step]
            page: StepPage = getattr(import_module(f"testimony_app.ui.pages.{module}"), name)(self._look)
            page.changed.connect(self._on_changed)
            page.place_wanted.connect(self._on_place_wanted)
            page.undo_wanted.connect(self.undo)
            page.reading_wanted.connect(self._on_reading_wanted)
            page.versions_wanted.connect(self.versions_wanted)
            page.noted.connect(self._show_around)
            page.moved.connect(self._on_moved)
            self._pages[step] = page
            if step is StepId.SHARE and self._writing is not None and self.saver is not None:
                from testimony_app.ui.share_room import ShareRoom  # noqa: PLC0415  (loaded with its page)

                self._share = ShareRoom(page, self._program, self._writing, self.saver, self._sending())
        return self._pages[step]

    def keep_place(self) -> None:
        """Take over what was typed in the last moment, and remember where the person is.

        The place goes with the next save, or is kept without a new version.
        """
        if self._writing is None or self.step not in self._pages:
            return
        self._pages[self.step].flush()
        place = self._pages[self.step].place()._replace(step=self.step.value)
        self._writing.move_to(place)
        if self.saver is not None:
            self.saver.keep_place(place)

    @Slot()
    def _show_around(self) -> None:
        if self._writing is None:
            return
        names = step_names()
        number = ORDER.index(self.step)
        here = self._page(self.step)
        back = names[number - 1] if number else self.tr("Home")
        if self._came_from is not None:
            back = self.tr("Back to {step}").replace("{step}", names[ORDER.index(self._came_from)])
        forward = names[number + 1] if number + 1 < len(ORDER) else self.tr("Done")
        if self._frame.page is here:  # beside it another page leads back by itself
            self._frame.bottom.show_ways(back, forward, is_main=not here.asks_something)
            self._frame.bottom.show_meter(shown=True)
        self._frame.top.show_step(
            self.tr("Step {number} of {of}: {name}")
            .replace("{number}", str(number + 1))
            .replace("{of}", str(len(ORDER)))
            .replace("{name}", names[number])
        )
        self._rail.show_steps(step_entries(self._writing, names, self.step, here.place()))
        timing = self._writing.timing()
        language = self._writing.draft.language
        self._frame.bottom.show_time(timing.seconds, timing.limit_seconds, approximate=not is_pace_known(language))
        self._limits.hear(timing)
        self.title_changed.emit(self._writing.draft.title.strip() or self._writing.testimony.title)
        here.heading.updateGeometry()

    def _after_change(self) -> None:
        if self._writing is None or self.saver is None:
            return
        page = self._page(self.step)
        page.show_writing(self._writing)
        self._writing.move_to(page.place()._replace(step=self.step.value))
        self._show_around()
        self.saver.note_change()

    @Slot(object, str)
    def _on_changed(self, draft: object, joins: str) -> None:
        if self._writing is not None and isinstance(draft, Draft) and draft != self._writing.draft:
            self._writing.change(draft, joins=joins)
            self._after_change()

    @Slot(object)
    def _on_place_wanted(self, place: object) -> None:
        if isinstance(place, Place):
            self.go(StepId(place.step), place, self.step)

    @Slot()
    def _on_moved(self) -> None:
        self.keep_place()
        self._show_around()

    @Slot(str, str)
    def _on_reading_wanted(self, title: str, text: str) -> None:
        self._dialogs.show_text(self._frame.window(), title, text)

    @Slot(int)
    def _on_step_wanted(self, number: int) -> None:
        self.go(ORDER[number])


def step_names() -> tuple[str, ...]:
    """Return what the steps are called, in their order."""
    translate = QCoreApplication.translate
    return (
        translate("steps", "About you"),
        translate("steps", "Points"),
        translate("steps", "Your story"),
        translate("steps", "Draft"),
        translate("steps", "Check"),
        translate("steps", "Share"),
    )
