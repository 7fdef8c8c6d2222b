"""Moving a testimony to another computer, and bringing one in, in the window."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal, Slot
from PySide6.QtWidgets import QWidget

from testimony_app.domain.errors import TestimonyError
from testimony_app.sealing.passphrase import SUFFIX, demand_good
from testimony_app.services.exporting import JSON, Exported, ExportRequest
from testimony_app.services.importing import Imported
from testimony_app.services.program import Program
from testimony_app.ui.accessibility import announce
from testimony_app.ui.dialogs import Dialogs
from testimony_app.ui.look import Look
from testimony_app.ui.pages.move import MovePage
from testimony_app.ui.tasks import Task
from testimony_app.ui.words import told, translate
from testimony_app.words.errors import sentence

_ENDING = ".testimony.json"
_ASKS_AGAIN = frozenset({"passphrase_missing", "passphrase_wrong"})


class MovingRoom(QObject):
    """`page_wanted` gives a page to be shown.

    `brought_in` and `refused` give a sentence on a file that was brought in, or that could not be.
    """

    page_wanted = Signal(object)
    brought_in = Signal(str)
    refused = Signal(str)

    def __init__(self, look: Look, program: Program, dialogs: Dialogs) -> None:
        super().__init__()
        self._look = look
        self._program = program
        self._dialogs = dialogs
        self._draft_id = self._title = ""
        self._asker: QWidget | None = None
        self._path = Path()
        self._saving, self._bringing = Task(), Task()
        self._saving.done.connect(self._on_saved)
        self._saving.failed.connect(self._on_not_saved)
        self._bringing.done.connect(self._on_brought_in)
        self._bringing.failed.connect(lambda error: self.refused.emit(told(error)))

    @cached_property
    def page(self) -> MovePage:
        """What is asked before the file is saved."""
        page = MovePage(self._look)
        page.save_wanted.connect(self._on_save_wanted)
        return page

    def move(self, draft_id: str, title: str) -> None:
        """Offer to save a testimony with everything of it."""
        self._draft_id, self._title = draft_id, title
        self.page.show_title(title)
        self.page_wanted.emit(self.page)

    @Slot(str)
    def _on_save_wanted(self, passphrase: str) -> None:
        if self._saving.is_running:
            return
        try:
            if passphrase:
                demand_good(passphrase)
            name = self._program.exporting.name_of(self._draft_id)
        except TestimonyError as error:
            self.page.show_problem(sentence(error, translate))
            return
        ending = _ENDING + (SUFFIX if passphrase else "")
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        kind = self.tr("Testimonies (*{ending})").replace("{ending}", ending)
        title = self.tr("Save the file")
        path = self._dialogs.save_path(self.page, title, Path(documents) / f"{name}{ending}", ending, kind)
        if path is None:
            return
        request = ExportRequest(JSON, path, force=True, with_versions=True, passphrase=passphrase)
        self._saving.start(self._exporting(self._draft_id, request))

    def _exporting(self, draft_id: str, request: ExportRequest) -> Callable[[], Exported]:
        """Return the work of writing the file, with connections of its own."""

        def work() -> Exported:
            other = self._program.another()
            try:
                return other.exporting.export(draft_id, request, into_folder=False, now=datetime.now(UTC))
            finally:
                other.close()

        return work

    @Slot(object)
    def _on_saved(self, exported: Exported) -> None:
        words = self.tr(
            "Saved as {path}. Take it to the other computer and bring it in there. "
            "It stays on this computer too, until you delete or erase it."
        ).replace("{path}", str(exported.path))
        missing = ""
        if exported.left_out:
            missing = self.tr(
                "Earlier versions of “{title}” that are not in the file, since the disk has damaged them: {count}. "
                "Your newest words are in it."
            )
            missing = missing.replace("{title}", self._title).replace("{count}", str(exported.left_out))
        self.page.show_saved(words, missing)
        announce(self.page, f"{words} {missing}".strip())

    @Slot(object)
    def _on_not_saved(self, error: object) -> None:
        self.page.show_trouble(told(error))
        announce(self.page, told(error))

    def bring_in(self, asker: QWidget) -> None:
        """Let the person choose a file, and take in what is in it."""
        if self._bringing.is_running:
            return
        documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        kind = self.tr("Testimonies (*.testimony.json *.testimony.json.age);;All files (*)")
        path = self._dialogs.open_path(asker, self.tr("Bring in a testimony"), documents, kind)
        if path is not None:
            self._asker, self._path = asker, path
            self._take_in("")

    def _take_in(self, passphrase: str) -> None:
        path = self._path

        def work() -> Imported:
            other = self._program.another()
            try:
                return other.importing.take_in([path], lambda _: passphrase)[0]
            finally:
                other.close()

        self._bringing.start(work)

    @Slot(object)
    def _on_brought_in(self, imported: Imported) -> None:
        if imported.error is not None:
            if imported.error.code not in _ASKS_AGAIN or not self._ask_passphrase(imported.error):
                self.refused.emit(sentence(imported.error, translate))
            return
        if not imported.is_new:
            self.brought_in.emit(self.tr("That testimony was here already. Nothing was added."))
        elif imported.removed:
            words = self.tr(
                "It is here now, among your testimonies. We took out {count} hidden signs that are no text."
            )
            self.brought_in.emit(words.replace("{count}", str(len(imported.removed))))
        else:
            self.brought_in.emit(self.tr("It is here now, among your testimonies, with its earlier versions."))

    def _ask_passphrase(self, error: TestimonyError) -> bool:
        """Ask for the passphrase of the file, again where it was a wrong one; False where the person gives none."""
        if self._asker is None:
            return False
        question = self.tr("This file is sealed. What is its passphrase?")
        if error.code == "passphrase_wrong":
            question = sentence(error, translate)
        passphrase = self._dialogs.password(self._asker, self.tr("Passphrase"), question)
        if not passphrase:
            return False
        self._take_in(passphrase)
        return True
