"""The window in which nothing that is written is kept, unless the person says so at the end."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QCloseEvent
from typing_extensions import override

from testimony_app.domain.errors import TestimonyError
from testimony_app.domain.steps import StepId
from testimony_app.services.unsaved import UnsavedProgram
from testimony_app.ui.accessibility import announce
from testimony_app.ui.dialogs import Dialogs
from testimony_app.ui.look import Look
from testimony_app.ui.no_sending import NoSending
from testimony_app.ui.other_window import start_window
from testimony_app.ui.personal import PersonalWindow
from testimony_app.ui.widgets.unsaved_banner import UnsavedBanner
from testimony_app.ui.words import translate
from testimony_app.words.errors import sentence


class UnsavedWindow(PersonalWindow):
    """As the other window, with a banner on every page, and without all that would write to a disk."""

    def __init__(self, look: Look, program: UnsavedProgram, dialogs: Dialogs) -> None:
        self._unsaved = program
        self._is_let_go = False
        super().__init__(look, program, dialogs)
        self.setWindowTitle(self.tr("Testimony, nothing is kept"))
        self.upkeep.finish()  # there is nothing to look after
        self._banner = UnsavedBanner(look)
        self._banner.keep_wanted.connect(self._on_keep_wanted)
        self._banner.copy_wanted.connect(self._on_copy_wanted)
        self.frame.add_below_top(self._banner)

    @override
    def _places_of_rail(self) -> tuple[tuple[str, str], ...]:
        return (("house", self.tr("Home")),)

    @override
    def _ways_of_sharing(self) -> NoSending:
        return NoSending(self._dialogs)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask once where something was written: after this nobody can bring it back."""
        if not self._is_let_go and self._has_words():
            title = self.tr("Close, and keep nothing?")
            text = self.tr(
                "What you wrote in this window is gone when it closes, and nobody can bring it back. "
                "Copies that you saved yourself stay."
            )
            choices = (self.tr("Close, and keep nothing"),)
            if self._dialogs.choose(self, title, text, choices, away=self.tr("Go back")) is None:
                event.ignore()
                return
        self._is_let_go = True
        super().closeEvent(event)

    def _has_words(self) -> bool:
        if self._saving is not None:
            self._saving.finish()
        return self._unsaved.has_words()

    @Slot()
    def _on_copy_wanted(self) -> None:
        """Lead to where copies are saved, in the testimony that is open or was changed last."""
        if not self._is_open:
            rows = self._unsaved.drafting.page(1)
            if not rows:
                self._tell(self.tr("There is nothing to save a copy of yet."))
                return
            self._on_opened(self._unsaved.drafting.open(rows[0].id))
        self._asides.forget()
        self.navigator.go(StepId.SHARE)

    @Slot()
    def _on_keep_wanted(self) -> None:
        """Add everything to the testimonies that are saved, and go on in the window that saves."""
        if not self._has_words():
            self._tell(self.tr("There is nothing to keep yet."))
            return
        try:
            if self._unsaved.has_lock:
                self._unsaved.ask_passphrase = self._ask_passphrase
                self._unsaved.locking.key()
            self._unsaved.keep_all()
        except TestimonyError as error:
            self._tell(sentence(error, translate))
            return
        self._is_let_go = True
        if start_window(self._unsaved.folders):
            self.close()
        else:
            self._tell(self.tr("It is kept among your testimonies. Start Testimony to go on with it."))

    def _ask_passphrase(self) -> str:
        question = self.tr("Your testimonies are locked. What passphrase opens them?")
        return self._dialogs.password(self, self.tr("Passphrase"), question) or ""

    def _tell(self, words: str) -> None:
        self._banner.tell(words)
        announce(self._banner, words)
