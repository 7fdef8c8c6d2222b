"""The lock in the window: nothing of the profile is open while it is turned on or off."""

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import QObject, Signal, Slot

from testimony_app.domain.errors import TestimonyError
from testimony_app.services.erasing import Left
from testimony_app.services.program import Program
from testimony_app.ui.accessibility import announce
from testimony_app.ui.dialogs import Dialogs
from testimony_app.ui.look import Look
from testimony_app.ui.page import Page
from testimony_app.ui.pages.lock import LockingPage, LockPage, PassphrasePage
from testimony_app.ui.tasks import Task
from testimony_app.ui.widgets.lock_section import LockSection
from testimony_app.ui.words import told, translate
from testimony_app.words.erasing import left_sentence, what_stays
from testimony_app.words.errors import sentence
from testimony_app.words.locking import key_left_sentence, lock_not_done, lock_standing, what_locking_means


class LockRoom(QObject):
    """Brings the lock, `section` in Settings and its pages together.

    `make_way` leaves the open testimony and stops all that works in the profile; False where that cannot be. `begun`
    says that nothing may be opened from here on, and gives the page that is shown alone; `refused` that nothing was
    changed, and gives the page that says why. `fresh_wanted` asks for a window of the profile as it is now.
    """

    page_wanted = Signal(object)
    begun = Signal(object)
    refused = Signal(object)
    fresh_wanted = Signal()

    def __init__(self, look: Look, program: Program, dialogs: Dialogs, make_way: Callable[[], bool]) -> None:
        super().__init__()
        self._look = look
        self._program = program
        self._dialogs = dialogs
        self._make_way = make_way
        self._working: LockingPage | None = None
        self._turning, self._changing = Task(), Task()
        self._turning.done.connect(self._on_turned)
        self._turning.failed.connect(self._on_not_turned)
        self._changing.done.connect(self._on_changed)
        self._changing.failed.connect(lambda error: self.passphrase_page.show_trouble(told(error)))
        self._is_locking = False
        self.section = LockSection(look)
        self.section.lock_wanted.connect(self._on_lock_page_wanted)
        self.section.finish_wanted.connect(self._on_finish_wanted)
        self.section.passphrase_wanted.connect(self._on_passphrase_page_wanted)
        self.section.unlock_wanted.connect(self._on_unlock_wanted)

    @property
    def is_working(self) -> bool:
        """Whether the lock is being turned on or off just now."""
        return self._turning.is_running

    @cached_property
    def page(self) -> LockPage:
        """What is asked before the lock is turned on."""
        page = LockPage(self._look, what_locking_means(translate), what_stays(translate))
        page.lock_wanted.connect(self._on_lock_wanted)
        return page

    @cached_property
    def passphrase_page(self) -> PassphrasePage:
        """Another passphrase."""
        page = PassphrasePage(self._look)
        page.change_wanted.connect(self._on_change_wanted)
        return page

    def arrive(self, trouble: str = "") -> None:
        """Show how the lock stands now to somebody who comes to Settings."""
        try:
            status = self._program.locking.status()
        except TestimonyError as error:
            words = sentence(error, translate)
            self.section.show_standing("", words, is_on=False, has_passphrase=False, is_half=False)
            return
        is_half = bool(status.not_done)
        missing = sentence(status.missing, translate) if status.missing is not None else ""
        self.section.show_standing(
            lock_standing(status, translate),
            trouble or lock_not_done(status, translate) or missing,
            is_on=status.is_on,
            has_passphrase=status.has_passphrase,
            is_half=is_half and not trouble,
        )

    @Slot()
    def _on_lock_page_wanted(self) -> None:
        self.page.arrive()
        self.page_wanted.emit(self.page)

    @Slot()
    def _on_passphrase_page_wanted(self) -> None:
        self.passphrase_page.arrive(has_old=self._program.locking.status().has_passphrase)
        self.page_wanted.emit(self.passphrase_page)

    @Slot(str, bool)
    def _on_lock_wanted(self, passphrase: str, keyring: bool) -> None:  # noqa: FBT001  (a signal's value)
        self._turn(
            self.tr("Locking your testimonies"),
            lambda: self._program.locking.turn_on(passphrase, keyring=keyring, from_window=True),
            is_locking=True,
        )

    @Slot()
    def _on_finish_wanted(self) -> None:
        if self._program.locking.status().is_on:
            self._on_lock_wanted("", False)  # noqa: FBT003  (a signal's value)
        else:
            self._take_off()

    @Slot()
    def _on_unlock_wanted(self) -> None:
        title = self.tr("Take the lock off?")
        text = self.tr("After that, whoever can use this computer as you can read your testimonies and the backups.")
        if self._dialogs.choose(self.section, title, text, (self.tr("Take it off"),)) is not None:
            self._take_off()

    def _take_off(self) -> None:
        self._turn(
            self.tr("Taking the lock off"),
            lambda: self._program.locking.turn_off(from_window=True),
            is_locking=False,
        )

    def _turn(self, title: str, work: Callable[[], tuple[Left, ...]], *, is_locking: bool) -> None:
        """Turn the lock on or off, with nothing of the profile open."""
        if self.is_working:
            return
        self._is_locking = is_locking
        if not self._make_way():
            self._refuse(self.tr("Something is still being saved or sent. Nothing was changed. Try again in a moment."))
            return
        self._working = LockingPage(self._look, title)
        self._working.go_on_wanted.connect(self.fresh_wanted)
        self.begun.emit(self._working)

        def turn() -> tuple[Left, ...]:
            self._program.let_go()
            with self._program.locking.kept_shut():
                self._program.let_go()  # what was opened once more just before
                return work()

        self._turning.start(turn)

    @Slot(object)
    def _on_turned(self, left: tuple[Left, ...]) -> None:
        if self._working is None:
            return
        standing = lock_standing(self._program.locking.status(), translate)
        if self._is_locking:
            title = self.tr("Your testimonies are locked")
            about = [standing, what_stays(translate)]
            sentences = [left_sentence(each, translate) for each in left]
        else:
            title = self.tr("The lock is off")
            about = [standing]
            sentences = [key_left_sentence(each, translate) for each in left]
        self._working.show_done(title, about, sentences)
        announce(self._working, title)

    @Slot(object)
    def _on_not_turned(self, error: object) -> None:
        self._refuse(told(error))

    def _refuse(self, why: str) -> None:
        """Say why it is as it was, where it was asked for."""
        if self._is_locking and not self._program.locking.status().is_on:
            self.page.show_trouble(why)
            self._show_refused(self.page)
        else:
            self._show_refused(None)
            self.arrive(why)
        announce(self.section, why)

    def _show_refused(self, page: Page | None) -> None:
        if self._working is not None:
            self._working = None
            self.refused.emit(page)

    @Slot(str, str)
    def _on_change_wanted(self, old: str, new: str) -> None:
        self._changing.start(lambda: self._program.locking.change_passphrase(old, new))

    @Slot(object)
    def _on_changed(self, _: object) -> None:
        words = self.tr("The new passphrase opens your testimonies from now on.")
        self.passphrase_page.show_done(words)
        announce(self.passphrase_page, words)
