"""What "Earlier versions" shows and does for the testimony that is open."""

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from testimony_app.domain.draft import Draft
from testimony_app.domain.errors import TestimonyError
from testimony_app.domain.restoring import restore_all, restore_section
from testimony_app.services.autosaving import SaveState
from testimony_app.services.program import Program
from testimony_app.ui.accessibility import announce
from testimony_app.ui.look import Look
from testimony_app.ui.navigator import Navigator
from testimony_app.ui.pages.versions import VersionsPage
from testimony_app.ui.words import translate
from testimony_app.words.errors import sentence

if TYPE_CHECKING:
    from testimony_app.store.history import Version


class VersionsRoom(QObject):
    """Brings the page and the versions together. What is taken back goes through the navigator, and is saved there."""

    def __init__(self, look: Look, program: Program, navigator: Navigator) -> None:
        super().__init__()
        self._program = program
        self._navigator = navigator
        self._versions: tuple[Version, ...] = ()
        self._then: Draft | None = None
        self._shown = 0
        self.page = VersionsPage(look)
        self.page.version_wanted.connect(self._on_version_wanted)
        self.page.section_wanted.connect(self._on_section_wanted)
        self.page.all_wanted.connect(self._on_all_wanted)
        self.page.undo_wanted.connect(self._on_undo_wanted)
        navigator.saving_changed.connect(self._on_saving_changed)

    def arrive(self) -> None:
        """Show the newest version that differs from how the testimony reads now."""
        self.page.say_done("", can_undo=False)
        writing = self._navigator.writing
        if writing is None:
            return
        try:
            self._versions = self._program.history.versions(writing.draft.id)
            found = self._program.history.before(writing.draft.id, self._versions[0].rev + 1, writing.draft)
        except TestimonyError as error:
            self._versions = ()
            self.page.show_versions((), 0)
            is_new = error.code == "draft_not_found"
            self.page.show_nothing(self.tr("Nothing is saved yet.") if is_new else sentence(error, translate))
            return
        rev = found[1] if found is not None else self._versions[0].rev
        self.page.show_versions(self._versions, rev)
        self._on_version_wanted(rev)

    @Slot(int)
    def _on_version_wanted(self, rev: int) -> None:
        """Compare one version with how the testimony reads now."""
        writing = self._navigator.writing
        version = next((each for each in self._versions if each.rev == rev), None)
        if writing is None or version is None:
            return
        self._shown, self._then = rev, None
        history = self._program.history
        try:
            then = history.draft_at(writing.draft.id, rev)
            self.page.show_comparison(version, history.compare(then, writing.draft))
        except TestimonyError as error:
            self.page.show_text_alone(version, sentence(error, translate), self._text_of(writing.draft.id, rev))
        else:
            self._then = then

    @Slot()
    def _on_saving_changed(self) -> None:
        """Show a version in the list as soon as it is on the disk."""
        writing, saver = self._navigator.writing, self._navigator.saver
        if writing is None or saver is None or saver.state is not SaveState.SAVED or not self.page.isVisible():
            return
        with suppress(TestimonyError):  # the list stays as it was; saving itself says what is wrong
            versions = self._program.history.versions(writing.draft.id)
            if versions != self._versions:
                self._versions = versions
                self.page.show_versions(versions, self._shown)

    def _text_of(self, draft_id: str, rev: int) -> str:
        try:
            return self._program.history.text(draft_id, rev)
        except TestimonyError:
            return ""

    @Slot(str)
    def _on_section_wanted(self, section_id: str) -> None:
        writing = self._navigator.writing
        if writing is None or self._then is None:
            return
        try:
            draft = restore_section(writing.material, writing.draft, self._then, section_id)
        except TestimonyError as error:
            self.page.say_done(sentence(error, translate), can_undo=False)
            return
        self._take_back(draft, self.tr("That part is back, as a new version."))

    @Slot()
    def _on_all_wanted(self) -> None:
        writing = self._navigator.writing
        if writing is not None and self._then is not None:
            self._take_back(restore_all(writing.draft, self._then), self.tr("All of it is back, as a new version."))

    def _take_back(self, draft: Draft, words: str) -> None:
        self._navigator.take_back(draft)
        self._on_version_wanted(self._shown)
        self.page.say_done(words, can_undo=True)
        announce(self.page, words)

    @Slot()
    def _on_undo_wanted(self) -> None:
        self._navigator.undo()
        self._on_version_wanted(self._shown)
        self.page.say_done(self.tr("That is undone."), can_undo=False)
