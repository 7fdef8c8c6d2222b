"""Does what a person wants of letterheads: takes them in, says what was taken out, removes them."""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Slot

from testimony_app.domain.errors import TestimonyError
from testimony_app.services.letterheads import Letterhead
from testimony_app.services.program import Program
from testimony_app.ui.accessibility import announce
from testimony_app.ui.dialogs import Dialogs
from testimony_app.ui.look import Look
from testimony_app.ui.tasks import Task
from testimony_app.ui.widgets.letterheads_section import LetterheadsSection
from testimony_app.ui.widgets.sending_card import Action, CardEntry
from testimony_app.ui.words import told, translate
from testimony_app.words.errors import sentence
from testimony_app.words.letterheads import removed_sentences


class LetterheadsRoom(QObject):
    """Brings the letterheads and `section`, which shows them, together."""

    def __init__(self, look: Look, program: Program, dialogs: Dialogs) -> None:
        super().__init__()
        self._program = program
        self._dialogs = dialogs
        self._task = Task()
        self._task.done.connect(self._on_added)
        self._task.failed.connect(self._on_failed)
        self.section = LetterheadsSection(look)
        self.section.add_wanted.connect(self._on_add_wanted)
        self.section.wanted.connect(self._on_wanted)

    def arrive(self) -> None:
        """Show the letterheads to somebody who comes to Settings."""
        self.section.tell("")
        self._refresh()

    def _refresh(self) -> None:
        try:
            found = self._program.letterheads.all()
        except TestimonyError as error:
            self._tell(sentence(error, translate), is_good=False)
            return
        self.section.show_letterheads([self._entry(each) for each in found])

    def _entry(self, letterhead: Letterhead) -> CardEntry:
        took = " ".join(removed_sentences(letterhead.removed, (), translate))
        stays = " ".join(removed_sentences((), letterhead.unknown, translate))
        if not letterhead.sha256:
            words = self.tr("What we kept of it cannot be read. Remove it and take it in again.")
        elif took:
            words = self.tr("We took out of our copy: {what}").replace("{what}", took)
        else:
            words = self.tr("We took nothing out.")
        words = f"{stays} {words}".strip()
        remove = Action("remove", self.tr("Remove"), "trash-2")
        return CardEntry(letterhead.id, "file-text", letterhead.name, "", None, words, (remove,))

    @Slot()
    def _on_add_wanted(self) -> None:
        if self._task.is_running:
            return
        documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        title = self.tr("Take in a letterhead")
        path = self._dialogs.open_path(self.section, title, documents, self.tr("Word files (*.docx *.dotx)"))
        if path is None:
            return
        question = self.tr("What is the organization called?")
        name = self._dialogs.text(self.section, title, question, path.stem)
        if name is None:
            return
        self._tell(self.tr("We are looking it over."))
        today = datetime.now(UTC).astimezone().date()
        self._task.start(lambda: self._program.letterheads.add(path, name, today))

    @Slot(object)
    def _on_added(self, letterhead: object) -> None:
        self._refresh()
        if isinstance(letterhead, Letterhead):
            self._tell(self.tr("“{name}” is here. You find it on the Share page.").replace("{name}", letterhead.name))

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        self._tell(told(error), is_good=False)

    @Slot(str, str)
    def _on_wanted(self, letterhead: str, _action: str) -> None:
        try:
            found = self._program.letterheads.find(letterhead)
            question = self.tr("Remove “{name}”?").replace("{name}", found.name)
            about = self.tr("Your own file stays where it is. Letters you have saved stay as they are.")
            if self._dialogs.choose(self.section, question, about, (self.tr("Remove"),)) is None:
                return
            self._program.letterheads.remove(letterhead)
        except TestimonyError as error:
            self._on_failed(error)
            return
        self._refresh()
        self._tell(self.tr("“{name}” is removed.").replace("{name}", found.name))
        self.section.add_button.setFocus()

    def _tell(self, words: str, *, is_good: bool = True) -> None:
        self.section.tell(words, is_good=is_good)
        if self.section.isVisible():
            announce(self.section, words)
