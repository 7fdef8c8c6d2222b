"""What the page of backups shows and does."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from testimony_app.domain.errors import TestimonyError
from testimony_app.services.backups import Stage
from testimony_app.services.program import Program
from testimony_app.ui.accessibility import announce
from testimony_app.ui.dialogs import Dialogs
from testimony_app.ui.look import Look
from testimony_app.ui.pages.backups import BackupsPage
from testimony_app.ui.tasks import Task
from testimony_app.ui.words import told, translate
from testimony_app.words.errors import sentence

if TYPE_CHECKING:
    from testimony_app.services.backups import Backups
    from testimony_app.store.putting_back import PutBack

    BringingBack = Callable[[Backups], PutBack]


class BackupsRoom(QObject):
    """Brings the page and the backups together.

    `make_way` leaves the open testimony, saved, and lets nothing of the profile be in use; False where that cannot be.
    `begun` gives the page that is shown alone while something is brought back, so that nothing opens the profile;
    `ended` says that all goes on, with other testimonies or the same, and gives that page. `home_wanted` asks for Home.
    """

    begun = Signal(object)
    ended = Signal(object)
    home_wanted = Signal()
    _copied = Signal(object, int, int)

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
        self._task = Task()
        self._task.done.connect(self._on_brought_back)
        self._task.failed.connect(self._on_failed)
        self._copied.connect(self._on_copied)

    @property
    def is_working(self) -> bool:
        """Whether something is being brought back just now."""
        return self._task.is_running

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
            self._begin(lambda backups: backups.bring_back(name, from_window=True, progress=self._copied.emit))

    @Slot()
    def _on_rescue_wanted(self) -> None:
        self._begin(lambda backups: backups.bring_back(with_salvage=True, from_window=True, progress=self._copied.emit))

    @Slot()
    def _on_empty_wanted(self) -> None:
        self._begin(lambda backups: backups.start_empty(from_window=True))

    def _begin(self, bring_back: "BringingBack") -> None:
        """Bring something back away from the window's thread, while nothing of the window has the profile open."""
        if self.is_working:
            return
        if not self._make_way():
            self.page.say_trouble(
                self.tr("Something is still being saved or sent. Nothing was changed. Try again in a moment.")
            )
            return
        self.begun.emit(self.page)
        self.page.show_working(self.tr("Your testimonies are being brought back. Please keep the window open."))
        announce(self.page, self.tr("Your testimonies are being brought back. Please keep the window open."))
        self._program.let_go()

        def work() -> "PutBack":
            other = self._program.another()
            try:
                return bring_back(other.backups)
            finally:
                other.close()

        self._task.start(work)

    @Slot(object, int, int)
    def _on_copied(self, stage: Stage, done: int, of: int) -> None:
        if self.is_working and of:
            words = {
                Stage.BACKING_UP: self.tr("Backing up what is here now: {percent} %"),
                Stage.COPYING: self.tr("Bringing the backup back: {percent} %"),
            }[stage]
            self.page.show_progress(words.replace("{percent}", str(100 * done // of)))

    @Slot(object)
    def _on_brought_back(self, done: "PutBack") -> None:
        self._end()
        words = self.tr("Done. Testimonies that are here now: {count}.")
        if self._program.has_unsent():
            words = self.tr(
                "Done. Testimonies that are here now: {count}. "
                "Sending waits until you have looked at what is sent and waiting."
            )
        words = words.replace("{count}", str(done.drafts))
        self._say(words, leads_home=True)

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        self._end()
        self.page.say_trouble(told(error))
        self.page.heading.title.setFocus()
        announce(self.page, told(error))

    def _end(self) -> None:
        self._program.let_go()  # whatever had it open meanwhile had the old file
        self.page.end_working()
        self.ended.emit(self.page)
        self._refresh()

    def _say(self, words: str, *, leads_home: bool = False) -> None:
        self.page.say_done(words, leads_home=leads_home)
        announce(self.page, words)
