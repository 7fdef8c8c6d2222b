"""Deleting, erasing for good, and erasing everything, in the window."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from testimony_app.domain.errors import PersonError, TestimonyError
from testimony_app.services.erasing import Left, Plan
from testimony_app.services.program import Program
from testimony_app.ui.accessibility import announce
from testimony_app.ui.dates import day_or_time
from testimony_app.ui.look import Look
from testimony_app.ui.pages.deleted import DeletedEntry, DeletedPage
from testimony_app.ui.pages.erase import ErasePage
from testimony_app.ui.tasks import Task
from testimony_app.ui.words import told, translate
from testimony_app.words.erasing import left_sentence, what_goes, what_stays, what_waits
from testimony_app.words.errors import sentence

if TYPE_CHECKING:
    from testimony_app.store.deleted import DeletedRow

SOON_MILLISECONDS = 1000
"""What takes longer says how far it has come."""


class ErasingRoom(QObject):
    """Brings the pages and the erasing together. `page_wanted` gives a page to be shown, `home_wanted` asks for Home.

    `begun` gives the page that is shown alone while something is erased, so that nobody opens it meanwhile; `ended`
    says that all goes on, with that page.
    `hold_upkeep` keeps what runs beside the window from reading the files meanwhile, `let_upkeep` lets it go on.
    """

    page_wanted = Signal(object)
    home_wanted = Signal()
    begun = Signal(object)
    ended = Signal(object)
    _looked_through = Signal(int, int)

    def __init__(
        self, look: Look, program: Program, hold_upkeep: Callable[[], None], let_upkeep: Callable[[], None]
    ) -> None:
        super().__init__()
        self._look = look
        self._program = program
        self._hold_upkeep = hold_upkeep
        self._let_upkeep = let_upkeep
        self._plan: Plan | None = None
        self._count = (0, 0)
        self._task = Task()
        self._task.done.connect(self._on_erased)
        self._task.failed.connect(self._on_failed)
        self._aside = Task()
        self._aside.done.connect(self._on_aside_erased)
        self._aside.failed.connect(self._on_failed)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MILLISECONDS)
        self._soon.timeout.connect(self._show_progress)
        self._looked_through.connect(self._on_looked_through)

    @property
    def is_working(self) -> bool:
        """Whether something is being erased just now."""
        return self._task.is_running or self._aside.is_running

    @cached_property
    def page(self) -> ErasePage:
        """What is asked before, and said after, one testimony is erased."""
        page = ErasePage(self._look)
        page.erase_wanted.connect(self._on_erase_wanted)
        page.aside_wanted.connect(self._on_aside_wanted)
        page.keep_wanted.connect(self.home_wanted)
        page.home_wanted.connect(self.home_wanted)
        return page

    @cached_property
    def deleted(self) -> DeletedPage:
        """The deleted testimonies."""
        page = DeletedPage(self._look)
        page.back_wanted.connect(self._on_back_wanted)
        page.erase_wanted.connect(self.ask)
        return page

    @Slot(str)
    def ask(self, draft_id: str) -> None:
        """Show what erasing a testimony would take away."""
        if self.is_working:
            return
        try:
            self._plan = plan = self._program.erasing.plan(draft_id)
        except TestimonyError as error:
            self.page.show_trouble(sentence(error, translate))
        else:
            title = plan.title or self.tr("Untitled testimony")
            self.page.show_plan(title, what_goes(plan, translate), what_waits(plan, translate), what_stays(translate))
        self.page_wanted.emit(self.page)

    @Slot()
    def show_deleted(self) -> None:
        """Show what is deleted."""
        self.deleted.say("")
        self._refresh_deleted()
        self.page_wanted.emit(self.deleted)

    def _refresh_deleted(self) -> None:
        try:
            rows = self._program.drafting.deleted()
        except TestimonyError as error:
            self.deleted.say_trouble(sentence(error, translate))
            return
        self.deleted.show_entries([self._entry(row) for row in rows])

    def _entry(self, row: "DeletedRow") -> DeletedEntry:
        when = day_or_time(row.deleted_utc, datetime.now(UTC))
        if row.days_left is None:
            about = self.tr("Deleted {when}. It was sent or waits to be sent, so it stays until you erase it for good.")
        elif row.days_left == 1:
            about = self.tr("Deleted {when}. 1 day left.")
        else:
            about = self.tr("Deleted {when}. {days} days left.").replace("{days}", str(max(1, row.days_left)))
        return DeletedEntry(row.id, row.title or self.tr("Untitled testimony"), about.replace("{when}", when))

    @Slot(str)
    def _on_back_wanted(self, draft_id: str) -> None:
        try:
            self._program.drafting.bring_back(draft_id)
        except TestimonyError as error:
            self.deleted.say_trouble(sentence(error, translate))
            return
        words = self.tr("It is back among your testimonies.")
        self.deleted.say(words)
        self._refresh_deleted()
        self.deleted.heading.title.setFocus()
        announce(self.deleted, words)

    @Slot()
    def _on_erase_wanted(self) -> None:
        plan = self._plan
        if plan is None or self.is_working:
            return
        self._hold_upkeep()
        self.begun.emit(self.page)
        self.page.show_working()
        self._count = (0, 0)
        self._soon.start()
        self._task.start(lambda: self._erase(plan.draft_id))

    def _erase(self, draft_id: str) -> tuple[Left, ...]:
        """Erase, away from the window's thread, with connections of its own."""
        other = self._program.another()
        try:
            return other.erasing.erase(draft_id, self._looked_through.emit)
        finally:
            other.close()

    @Slot(int, int)
    def _on_looked_through(self, done: int, of: int) -> None:
        self._count = (done, of)
        if not self._soon.isActive() and self.is_working:
            self._show_progress()

    @Slot()
    def _show_progress(self) -> None:
        if self.is_working:
            self.page.show_progress(*self._count)

    @Slot(object)
    def _on_erased(self, left: tuple[Left, ...]) -> None:
        self._end()
        words = self.tr("It is erased: the text, its earlier versions and what was sent, here and in the backups.")
        if left:
            words = self.tr("It is erased where we could reach it.")
        sentences = [left_sentence(each, translate) for each in left]
        self.page.show_done(words, sentences, what_stays(translate), offers_aside=self._offers_aside())
        announce(self.page, " ".join((words, *sentences)))

    def _offers_aside(self) -> bool:
        try:
            return self._program.erasing.has_set_aside()
        except PersonError:
            return False

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        self._end()
        words = told(error)
        self.page.show_trouble(words)
        announce(self.page, words)

    def _end(self) -> None:
        self._soon.stop()
        self._plan = None
        self._let_upkeep()
        self.ended.emit(self.page)

    @Slot()
    def _on_aside_wanted(self) -> None:
        if self.is_working:
            return
        self._hold_upkeep()
        self.begun.emit(self.page)
        self.page.show_working()
        self._aside.start(self._program.erasing.erase_set_aside)

    @Slot(object)
    def _on_aside_erased(self, _nothing: object) -> None:
        self._end()
        words = self.tr("The files that were set aside are erased too.")
        self.page.show_done(words, (), what_stays(translate), offers_aside=self._offers_aside())
        announce(self.page, words)
