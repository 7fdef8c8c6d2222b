"""Erasing everything: nothing of the window may write afterwards, and what it says then is what was found."""

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import QObject, Signal, Slot

from testimony_app.domain.errors import TestimonyError
from testimony_app.services.erasing import Left
from testimony_app.services.program import Program
from testimony_app.ui.accessibility import announce
from testimony_app.ui.look import Look
from testimony_app.ui.pages.erase_everything import EraseEverythingPage, LastPage
from testimony_app.ui.tasks import Task
from testimony_app.ui.words import translate
from testimony_app.words.erasing import left_sentence, what_stays
from testimony_app.words.errors import sentence


class LeavingRoom(QObject):
    """`make_way` leaves the open testimony and stops all that works in the profile; False where that cannot be.

    `begun` says that from here on nothing may write, and gives the page that is shown alone; `refused` that nothing was
    erased and all goes on. `fresh_wanted` and `close_wanted` are what the person does at the end.
    """

    begun = Signal(object)
    refused = Signal()
    fresh_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, look: Look, program: Program, make_way: Callable[[], bool]) -> None:
        super().__init__()
        self._look = look
        self._program = program
        self._make_way = make_way
        self._last: LastPage | None = None
        self._task = Task()
        self._task.done.connect(self._on_erased)
        self._task.failed.connect(self._on_failed)

    @property
    def is_working(self) -> bool:
        """Whether everything is being erased just now."""
        return self._task.is_running

    @cached_property
    def page(self) -> EraseEverythingPage:
        """What is asked before."""
        page = EraseEverythingPage(self._look, what_stays(translate))
        page.erase_wanted.connect(self._on_erase_wanted)
        return page

    @Slot()
    def _on_erase_wanted(self) -> None:
        if self.is_working:
            return
        if not self._make_way():
            self.page.show_trouble(
                self.tr("Something is still being saved or sent. Nothing was erased. Try again in a moment.")
            )
            return
        self._last = last = LastPage(self._look)
        last.fresh_wanted.connect(self.fresh_wanted)
        last.close_wanted.connect(self.close_wanted)
        self.begun.emit(last)
        self._task.start(lambda: self._program.erasing.erase_everything(from_window=True))

    @Slot(object)
    def _on_erased(self, left: tuple[Left, ...]) -> None:
        if self._last is not None:
            told = [left_sentence(each, translate) for each in left]
            self._last.show_done(told, what_stays(translate))
            announce(self._last, self._last.heading.title.text())

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        """Nothing was erased where somebody else has the profile open. After any other error nobody knows."""
        if isinstance(error, TestimonyError):
            self.refused.emit()
            self.page.show_trouble(sentence(error, translate))
        elif self._last is not None:
            words = self.tr("Erasing stopped before it was done ({detail}). Start Testimony again and erase once more.")
            self._last.show_done([words.replace("{detail}", type(error).__name__)], what_stays(translate))
