"""Shows what is true of saving, and what can be done where it fails."""

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal, Slot
from PySide6.QtWidgets import QApplication

from testimony_app.domain.errors import TestimonyError
from testimony_app.files.atomic import write_file
from testimony_app.services.autosaving import SaveState
from testimony_app.services.program import Program
from testimony_app.ui.accessibility import announce
from testimony_app.ui.dialogs import Dialogs
from testimony_app.ui.frame import Frame
from testimony_app.ui.look import Look
from testimony_app.ui.navigator import Navigator
from testimony_app.ui.saving_words import not_kept_words, saving_look, saving_words
from testimony_app.ui.widgets.bottom_bar import SaveLook
from testimony_app.ui.widgets.emptied_note import EmptiedNote
from testimony_app.ui.widgets.save_trouble import SaveTrouble
from testimony_app.ui.words import translate
from testimony_app.words.errors import sentence

_CLOSE_SECONDS = 10.0
_TAKEN = frozenset({SaveState.SAVED, SaveState.WAITING})


class SavingView(QObject):
    """Keeps the bottom bar in step with the saver. `close_wanted`: the person closes without saving."""

    close_wanted = Signal()

    def __init__(self, look: Look, frame: Frame, navigator: Navigator, program: Program, dialogs: Dialogs) -> None:
        super().__init__()
        self._frame = frame
        self._navigator = navigator
        self._program = program
        self._dialogs = dialogs
        self._trouble = SaveTrouble(look)
        self._trouble.again_wanted.connect(self._on_again_wanted)
        self._trouble.copy_wanted.connect(self._on_copy_wanted)
        self._trouble.elsewhere_wanted.connect(self._on_elsewhere_wanted)
        self._trouble.close_wanted.connect(self.close_wanted)
        self._trouble.hide()
        self._emptied = EmptiedNote(look)
        self._emptied.back_wanted.connect(self._on_back_wanted)
        self._emptied.empty_wanted.connect(self._on_empty_wanted)
        self._emptied.close_wanted.connect(self.close_wanted)
        self._emptied.hide()
        frame.add_above_bottom(self._trouble)
        frame.add_above_bottom(self._emptied)
        frame.bottom.save_details_wanted.connect(self._show_trouble)
        frame.arranged.connect(self.show_state)
        navigator.saving_changed.connect(self.show_state)
        self._was_failing = False

    @Slot()
    def show_state(self) -> None:
        """Show what is true now."""
        saver = self._navigator.saver
        state = saver.state if saver is not None else SaveState.NOTHING
        short = saver is not None and state is SaveState.SAVED and self._program.is_short_of_room
        compact = not self._frame.has_rail
        words = saving_words(state, saver.saved_utc, compact=compact, is_short_of_room=short) if saver else ""
        look = saving_look(state, is_short_of_room=short)
        if not self._program.keeps and state in _TAKEN:
            words, look = not_kept_words(compact=compact), SaveLook.NOT_KEPT
        self._frame.bottom.show_saved(words, look)
        failing = state is SaveState.FAILED
        if failing and not self._was_failing:
            self._show_trouble()
            announce(self._frame, words)
        if not failing:
            self._trouble.hide()
        if state is not SaveState.EMPTIED:
            self._emptied.hide()
        self._was_failing = failing

    def finish(self, *, closing: bool = False) -> bool:
        """Save what is left. Where that fails say why, stay, and return False."""
        saver = self._navigator.saver
        if saver is None:
            return True
        self._navigator.keep_place()
        if saver.finish(_CLOSE_SECONDS):
            return True
        self.show_state()
        self._show_trouble()
        if closing:
            self._trouble.offer_close(offered=True)
            self._emptied.offer_close(offered=True)
        return False

    @Slot()
    def say_saved(self) -> None:
        """Save at once and say what is so."""
        saver = self._navigator.saver
        if saver is not None:
            self._navigator.keep_place()
            saver.save_now("typing")
            words = saving_words(saver.state, saver.saved_utc, compact=False)
            if not self._program.keeps:
                words = self.tr("Nothing you write here is kept. Save a copy before you close.")
            announce(self._frame, words or self.tr("There is nothing to save yet."))

    @Slot()
    def _show_trouble(self) -> None:
        saver = self._navigator.saver
        if saver is None:
            return
        error = saver.last_error
        if error is not None and error.code == "draft_emptied":
            self._emptied.show()
            return
        slow = self.tr("The disk has not answered yet.")
        self._trouble.show_why(sentence(error, translate) if error is not None else slow)
        self._trouble.show()

    @Slot()
    def _on_again_wanted(self) -> None:
        saver = self._navigator.saver
        if saver is not None:
            saver.save_now("typing")

    @Slot()
    def _on_back_wanted(self) -> None:
        """Bring back what is on the disk."""
        writing = self._navigator.writing
        if writing is not None:
            try:
                self._navigator.take_back(self._program.drafting.open(writing.draft.id).draft)
            except TestimonyError as error:
                self._emptied.show_why(sentence(error, translate))

    @Slot()
    def _on_empty_wanted(self) -> None:
        saver = self._navigator.saver
        if saver is not None:
            saver.save_emptied()

    @Slot()
    def _on_copy_wanted(self) -> None:
        writing = self._navigator.writing
        if writing is not None:
            QApplication.clipboard().setText(writing.testimony.text)
            announce(self._frame, self.tr("The text is on the clipboard."))

    @Slot()
    def _on_elsewhere_wanted(self) -> None:
        writing = self._navigator.writing
        if writing is None:
            return
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        suggested = Path(documents) / self.tr("testimony.testimony.json")
        kind = self.tr("Testimonies (*.testimony.json)")
        title = self.tr("Save elsewhere")
        path = self._dialogs.save_path(self._frame, title, suggested, ".testimony.json", kind)
        if path is None:
            return
        try:
            write_file(path, self._program.drafting.file_of(writing.draft), replace=True)
        except TestimonyError as error:
            self._trouble.show_why(sentence(error, translate))
        else:
            self._trouble.show_kept(str(path))
