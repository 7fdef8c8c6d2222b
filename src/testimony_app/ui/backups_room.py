"""What the page of backups shows and does."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication

from testimony_app.domain.errors import TestimonyError
from testimony_app.services.program import Program
from testimony_app.ui.accessibility import announce
from testimony_app.ui.dialogs import Dialogs
from testimony_app.ui.look import Look
from testimony_app.ui.pages.backups import BackupsPage
from testimony_app.ui.words import translate
from testimony_app.words.errors import sentence

if TYPE_CHECKING:
    from testimony_app.store.putting_back import PutBack


class BackupsRoom(QObject):
    """Brings the page and the backups together.

    `make_way` leaves the open testimony, saved, and lets nothing of the profile be in use; False where that cannot be.
    `brought_back` says that other testimonies are there now, `home_wanted` asks for them.
    """

    brought_back = Signal()
    home_wanted = Signal()

    def __init__(self, look: Look, program: Program, dialogs: Dialogs, make_way: Callable[[], bool]) -> None:
        super().__init__()
        self._program = program
        self._dialogs = dialogs
        self._make_way = make_way
        self.page = BackupsPage(look)
        self.page.make_wanted.connect(self._on_make_wanted)
        self.page.restore_wanted.connect(self._on_restore_wanted)
        self.page.rescue_wanted.connect(self._on_rescue_wanted)
        self.page.empty_wanted.connect(self._on_empty_wanted)
        self.page.home_wanted.connect(self.home_wanted)

    def arrive(self) -> None:
        """Show what there is now."""
        self.page.say_done("")
        self._refresh()

    def _refresh(self) -> None:
        backups = self._program.backups
        try:
            rescue = backups.rescue()
            why = sentence(rescue.error, translate) if rescue.error else ""
            self.page.show_backups(rescue, why, backups.folder, backups.aside())
        except TestimonyError as error:
            self.page.say_trouble(sentence(error, translate))

    @Slot()
    def _on_make_wanted(self) -> None:
        try:
            self._program.backups.make()
        except TestimonyError as error:
            self.page.say_trouble(sentence(error, translate))
            return
        self._refresh()
        self._say(self.tr("The backup is made and looked over."))

    @Slot(str)
    def _on_restore_wanted(self, name: str) -> None:
        chosen = self._dialogs.choose(
            self.page,
            self.tr("Bring this backup back?"),
            self.tr(
                "Your testimonies will be as they were then. What is here now is backed up first, and kept. "
                "Sending waits until you have looked at what is sent and waiting."
            ),
            (self.tr("Bring it back"),),
        )
        if chosen is not None:
            self._bring_back(lambda: self._program.backups.bring_back(name, from_window=True))

    @Slot()
    def _on_rescue_wanted(self) -> None:
        self._bring_back(lambda: self._program.backups.bring_back(with_salvage=True, from_window=True))

    @Slot()
    def _on_empty_wanted(self) -> None:
        self._bring_back(lambda: self._program.backups.start_empty(from_window=True))

    def _bring_back(self, work: "Callable[[], PutBack]") -> None:
        if not self._make_way():
            self.page.say_trouble(
                self.tr("Something is still being saved or sent. Nothing was changed. Try again in a moment.")
            )
            return
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            done = work()
        except TestimonyError as error:
            self.page.say_trouble(sentence(error, translate))
            return
        finally:
            QApplication.restoreOverrideCursor()
        self._refresh()
        self.brought_back.emit()
        words = self.tr("Done. Testimonies that are here now: {count}.")
        if self._program.has_unsent():
            words = self.tr(
                "Done. Testimonies that are here now: {count}. "
                "Sending waits until you have looked at what is sent and waiting."
            )
        words = words.replace("{count}", str(done.drafts))
        self._say(words, leads_home=True)

    def _say(self, words: str, *, leads_home: bool = False) -> None:
        self.page.say_done(words, leads_home=leads_home)
        announce(self.page, words)
