"""What Home shows and does: testimonies found, opened, named, copied, deleted and brought back."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer, Signal, Slot
from PySide6.QtWidgets import QMenu

from testimony_app.domain.campaign import Campaign
from testimony_app.domain.errors import TestimonyError
from testimony_app.domain.text import clean
from testimony_app.services.program import Program
from testimony_app.store.drafts import DraftRow
from testimony_app.ui.accessibility import announce
from testimony_app.ui.dialogs import Dialogs
from testimony_app.ui.look import Look
from testimony_app.ui.other_window import WITHOUT_SAVING as WITHOUT_SAVING_OPTION
from testimony_app.ui.other_window import start_window
from testimony_app.ui.pages.home import HomePage
from testimony_app.ui.store_offers import KNOWN, RESCUE, WHOLE_VERSION, WITHOUT_SAVING, store_offers
from testimony_app.ui.testimony_rows import testimony_row
from testimony_app.ui.widgets.testimony_row import TestimonyRow
from testimony_app.ui.words import translate
from testimony_app.words.errors import sentence

if TYPE_CHECKING:
    from testimony_app.services.lengths import SavedLength
    from testimony_app.ui.home_cautions import HomeCautions

PAGE = 30

_ONE_FRAME = 17
"""Milliseconds of one frame at 60 a second."""


class HomeRoom(QObject):
    """Brings Home and the drafts together. `opened` gives an `OpenDraft` to be shown.

    `versions_wanted` asks for the earlier versions of the one that was opened, `rescue_wanted` for what can be brought
    back after a loss.
    """

    opened = Signal(object)
    versions_wanted = Signal()
    rescue_wanted = Signal()
    erase_wanted = Signal(str)
    move_wanted = Signal(str, str)

    def __init__(self, look: Look, program: Program, dialogs: Dialogs) -> None:
        super().__init__()
        self._program = program
        self._dialogs = dialogs
        self._rows: list[TestimonyRow] = []
        self._deleted = ""
        self._shown = PAGE
        self._words = ""
        self.page = HomePage(look, keeps=program.keeps)
        self.page.blank_wanted.connect(self._on_blank_wanted)
        self.page.campaign_wanted.connect(self._on_campaign_wanted)
        self.page.open_wanted.connect(self._on_open_wanted)
        self.page.search_wanted.connect(self._on_search_wanted)
        self.page.more_rows_wanted.connect(self._on_more_rows_wanted)
        self.page.actions_wanted.connect(self._on_actions_wanted)
        self.page.rename_wanted.connect(self._on_rename_wanted)
        self.page.delete_wanted.connect(self._on_delete_wanted)
        self.page.undelete_wanted.connect(self._on_undelete_wanted)
        self.page.without_saving_wanted.connect(self._on_without_saving_wanted)
        self.page.first_painted.connect(self._on_first_painted)
        self.page.offer_wanted.connect(self._on_offer_wanted)
        self._damaged = ""
        self._cautions: HomeCautions | None = None
        self._backup_error: TestimonyError | None = None
        self._uncounted: list[DraftRow] = []
        self._is_seen = self._is_counting = self._is_resting = False
        self._lengths: dict[tuple[str, int], SavedLength] = {}
        self._has_campaigns = False

    def refresh(self) -> None:
        """Show what there is now."""
        self._is_resting = False
        if not self._has_campaigns:
            self._has_campaigns = True
            found = list(self._program.library.campaigns())
            unreadable = self.tr("We could not open the campaign {name}. Your testimonies are safe.")
            self.page.show_campaigns(
                [each for each in found if isinstance(each, Campaign)],
                [unreadable.replace("{name}", each.id) for each in found if not isinstance(each, Campaign)],
            )
        self.page.say("")
        drafts: tuple[DraftRow, ...] = ()
        trouble: TestimonyError | None = None
        try:
            drafts = self._found()
            trouble = self._program.cannot_save()
        except TestimonyError as error:
            trouble = error
        shown = drafts[: self._shown]
        self._rows = [self._row(row) for row in shown]
        self._uncounted = [row for row in shown if (row.id, row.rev) not in self._lengths]
        self.page.show_rows(self._rows, searched=bool(self._words), has_more=len(drafts) > self._shown)
        self._tell(trouble)
        self._show_other_ways()
        self._count_soon()

    @Slot()
    def _show_other_ways(self) -> None:
        """Offer what is wanted less often, and tell cautions, once the page is seen: the window need not wait."""
        if self._is_seen and self._program.keeps and not self._is_resting:
            self._show_cautions()
            has_deleted = has_several = False
            with suppress(TestimonyError):  # why nothing can be read is told already
                has_deleted = self._program.drafting.has_deleted()
                has_several = len(self._program.drafting.page(2)) > 1
            self.page.show_other_ways(has_deleted=has_deleted, has_several=has_several)

    @Slot()
    def refresh_rows(self) -> None:
        """Show the testimonies as they are now, where the page is seen and one of them is not as it is shown."""
        if not self.page.isVisible():
            return
        with suppress(TestimonyError):  # what is shown stays, and the next visit says why
            if [self._row(row) for row in self._found()[: self._shown]] != self._rows:
                self.refresh()

    def _found(self) -> tuple[DraftRow, ...]:
        most = self._shown + 1
        return self._program.drafting.find(self._words, most) if self._words else self._program.drafting.page(most)

    def _row(self, row: DraftRow) -> TestimonyRow:
        return testimony_row(row, self._lengths.get((row.id, row.rev)))

    @Slot(object)
    def note_backup(self, error: TestimonyError | None) -> None:
        """Tell why the backup of today could not be made, or for None that it need not be told any more."""
        self._backup_error = error
        self._show_other_ways()

    def _show_cautions(self) -> None:
        from testimony_app.ui.home_cautions import HomeCautions  # noqa: PLC0415  (once the page is seen)

        if self._cautions is None:
            self._cautions = HomeCautions(self.page, self._program)
        self._cautions.show(self._backup_error)

    @Slot()
    def _on_first_painted(self) -> None:
        """Let the frame reach the screen before anything is counted."""
        self._soon(_ONE_FRAME, self._on_seen)

    @Slot()
    def _on_seen(self) -> None:
        self._is_seen = True
        self._soon(0, self._show_other_ways)
        self._count_soon()

    def _soon(self, milliseconds: int, work: Callable[[], None]) -> None:
        """Do some work later, unless the page is gone by then."""
        timer = QTimer(self.page)
        timer.setSingleShot(True)
        timer.timeout.connect(work)
        timer.timeout.connect(timer.deleteLater)
        timer.start(milliseconds)

    def rest(self) -> None:
        """Read nothing of the testimonies until the next `refresh`."""
        self._is_resting = True
        self._uncounted = []

    def _count_soon(self) -> None:
        """Count how long the testimonies are once the page is seen: the window need not wait for it."""
        if self._is_seen and self._uncounted and not self._is_counting:
            self._is_counting = True
            QTimer.singleShot(0, self._count_next)

    @Slot()
    def _count_next(self) -> None:
        """Count one testimony and come back for the next, so that no key waits for all of them."""
        self._is_counting = bool(self._uncounted)
        if not self._uncounted:
            return
        row = self._uncounted.pop(0)
        with suppress(TestimonyError):  # one that cannot be counted has no length in its row, and says why when opened
            self._lengths[row.id, row.rev] = self._program.drafting.length_of(row)
            shown = self._row(row)
            self._rows = [shown if each.id == row.id else each for each in self._rows]
            self.page.change_row(shown)
        QTimer.singleShot(0, self._count_next)

    @Slot()
    def _on_blank_wanted(self) -> None:
        self.opened.emit(self._program.drafting.start("en"))

    @Slot(str)
    def _on_campaign_wanted(self, campaign: str) -> None:
        self.opened.emit(self._program.drafting.start("en", campaign))

    @Slot(str)
    def _on_open_wanted(self, draft: str) -> None:
        self._damaged = draft
        with self._telling():
            self.opened.emit(self._program.drafting.open(draft))

    @Slot(str)
    def _on_versions_wanted(self, draft: str) -> None:
        self._damaged = draft
        with self._telling():
            self.opened.emit(self._program.drafting.open(draft))
            self.versions_wanted.emit()

    @Slot(str)
    def _on_offer_wanted(self, act: str) -> None:
        if act == RESCUE:
            self.rescue_wanted.emit()
        elif act == KNOWN:
            self._program.forget_loss()
            self._show_other_ways()
            self.page.focus_first()
        elif act == WITHOUT_SAVING:
            self._on_without_saving_wanted()
        elif act == WHOLE_VERSION:
            with self._telling():
                self.opened.emit(self._program.history.restore_whole(self._damaged))

    @Slot()
    def _on_without_saving_wanted(self) -> None:
        if not start_window(self._program.folders, WITHOUT_SAVING_OPTION):
            self.page.show_store_trouble(self.tr("We could not open another window. Nothing was changed."))

    @Slot(str)
    def _on_search_wanted(self, words: str) -> None:
        self._words = words.strip()
        self._shown = PAGE
        self.refresh()

    @Slot()
    def _on_more_rows_wanted(self) -> None:
        self._shown += PAGE
        self.refresh()

    @Slot(str, QPoint)
    def _on_actions_wanted(self, draft: str, place: QPoint) -> None:
        menu = QMenu(self.page)
        acts = (
            (self.tr("Continue"), self._on_open_wanted),
            (self.tr("Rename"), self._on_rename_wanted),
            (self.tr("Make a copy"), self._on_copy_wanted),
            (self.tr("Earlier versions"), self._on_versions_wanted),
            (self.tr("Move to another computer"), self._on_move_wanted),
            (self.tr("Delete"), self._on_delete_wanted),
            (self.tr("Erase for good"), self.erase_wanted.emit),
        )
        needs_keeping = (self._on_move_wanted, self.erase_wanted.emit)
        for words, act in (each for each in acts if self._program.keeps or each[1] not in needs_keeping):
            menu.addAction(words).triggered.connect(lambda _=False, act=act: act(draft))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    @Slot(str)
    def _on_rename_wanted(self, draft: str) -> None:
        with self._telling():
            opened = self._program.drafting.open(draft)
            old = opened.draft.title or self._program.drafting.compose(opened.draft)[0].title
            title = self._dialogs.text(self.page, self.tr("Rename"), self.tr("What is it called?"), old)
            if title is not None and title.strip():
                renamed = replace(opened, draft=replace(opened.draft, title=clean(title).text.strip()))
                self._program.drafting.save(renamed, "title")
                self.refresh()

    @Slot(str)
    def _on_copy_wanted(self, draft: str) -> None:
        with self._telling():
            opened = self._program.drafting.open(draft)
            old = opened.draft.title or self._program.drafting.compose(opened.draft)[0].title
            title = self.tr("{title}, copy").replace("{title}", old)
            self._program.drafting.save(self._program.drafting.copy_of(opened, title), "copy")
            self.refresh()

    @Slot(str)
    def _on_move_wanted(self, draft: str) -> None:
        row = next((row for row in self._rows if row.id == draft), None)
        self.move_wanted.emit(draft, row.title if row else "")

    @Slot(str)
    def show_brought_in(self, words: str) -> None:
        """Say what became of a file that was brought in, and show the list as it is now."""
        self.refresh()
        self.page.say(words)
        announce(self.page, words)

    @Slot(str)
    def show_refused(self, words: str) -> None:
        """Say why a file was not brought in."""
        self.page.say("")
        self.page.show_store_trouble(words)
        announce(self.page, words)

    @Slot(str)
    def _on_delete_wanted(self, draft: str) -> None:
        row = next((row for row in self._rows if row.id == draft), None)
        with self._telling():
            self._program.drafting.delete(draft)
            self._deleted = draft
            self.refresh()
            self.page.show_deleted(row.title if row else "")

    @Slot()
    def _on_undelete_wanted(self) -> None:
        if self._deleted:
            with self._telling():
                self._program.drafting.bring_back(self._deleted)
                self._deleted = ""
                self.page.hide_deleted()
                self.refresh()
                self.page.focus_list()

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Show what kept the store from doing what is asked of it inside, at the top of the page."""
        try:
            yield
        except TestimonyError as error:
            self._tell(error)

    def _tell(self, error: TestimonyError | None) -> None:
        if error is None:
            self.page.show_store_trouble("")
        else:
            self.page.show_store_trouble(sentence(error, translate), store_offers(error))
