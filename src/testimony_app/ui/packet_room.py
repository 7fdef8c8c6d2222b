"""Making a packet for the record, in the window."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cached_property, partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths, QTimer, Signal, Slot

from testimony_app.domain.errors import PersonError, TestimonyError
from testimony_app.services.exporting import PDF, WORD
from testimony_app.services.packing import Packed, PacketRequest
from testimony_app.services.program import Program
from testimony_app.store.drafts import DraftRow
from testimony_app.ui.dialogs import Dialogs
from testimony_app.ui.look import Look
from testimony_app.ui.pages.packet import PacketPage
from testimony_app.ui.tasks import Task
from testimony_app.ui.testimony_rows import state_word
from testimony_app.ui.widgets.tick_row import TickEntry
from testimony_app.ui.words import told, translate
from testimony_app.words.references import no_reference_sentence

PAGE = 30
"""So many testimonies are opened for the list at once, to say whose they are."""

_SLOW_MILLISECONDS = 1000
"""After so long the page says that the packet is still being made."""


class PacketRoom(QObject):
    """Brings the page and the packet together. `page_wanted` gives a page to be shown."""

    page_wanted = Signal(object)

    def __init__(self, look: Look, program: Program, dialogs: Dialogs) -> None:
        super().__init__()
        self._look = look
        self._program = program
        self._dialogs = dialogs
        self._unshown: list[DraftRow] = []
        self._stop = Event()
        self._task = Task()
        self._task.done.connect(self._on_packed)
        self._task.failed.connect(self._on_not_packed)
        self._slow = QTimer(self, singleShot=True, interval=_SLOW_MILLISECONDS)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._on_stop_wanted)

    @cached_property
    def page(self) -> PacketPage:
        """What goes into the packet, and what became of it."""
        page = PacketPage(self._look)
        page.more_wanted.connect(self._on_more_wanted)
        page.pack_wanted.connect(self._on_pack_wanted)
        page.working.stop_wanted.connect(self._on_stop_wanted)
        self._slow.timeout.connect(page.working.begin)
        return page

    @Slot()
    def show(self) -> None:
        """Show the testimonies of now, none chosen; while a packet is being made show how far that is."""
        if not self._task.is_running:
            error: TestimonyError | None = None
            try:
                self._unshown = list(self._program.drafting.in_order_begun())
            except TestimonyError as why:
                self._unshown, error = [], why
            self.page.begin([row.id for row in self._unshown])
            self._on_more_wanted()
            if error is not None:
                self.page.show_trouble(told(error))
        self.page_wanted.emit(self.page)

    @Slot()
    def _on_more_wanted(self) -> None:
        rows, self._unshown = self._unshown[:PAGE], self._unshown[PAGE:]
        self.page.add_rows([self._entry(row) for row in rows])

    def _entry(self, row: DraftRow) -> TickEntry:
        try:
            draft = self._program.drafting.open(row.id).draft
        except TestimonyError:
            name = self.tr("We could not open it")
        else:
            name = draft.published_name or self.tr("No name")
            if draft.withhold_name:
                name = self.tr("Name left out")
        about = self.tr("{state}. {name}").replace("{state}", state_word(row)).replace("{name}", name)
        return TickEntry(row.id, row.title or translate("home", "Untitled testimony"), about)

    @Slot()
    def _on_pack_wanted(self) -> None:
        if self._task.is_running:
            self.page.working.begin()
            return
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = self._dialogs.folder_path(self.page, self.tr("Choose a folder for the packet"), Path(documents))
        if folder is None:
            return
        formats = (PDF, WORD) if self.page.with_word else (PDF,)
        request = PacketRequest(formats, variant=self.page.variant)
        self._stop = Event()
        self._slow.start()
        self._task.start(self._packing(self.page.chosen, folder, request, partial(_demand_going, self._stop)))

    def _packing(
        self, draft_ids: tuple[str, ...], folder: Path, request: PacketRequest, goes_on: Callable[[], None]
    ) -> Callable[[], Packed]:
        """Return the work of making the packet, with connections of its own."""

        def work() -> Packed:
            other = self._program.another()
            try:
                return other.packing.pack(draft_ids, folder, request, datetime.now(UTC), goes_on)
            finally:
                other.close()

        return work

    @Slot()
    def _on_stop_wanted(self) -> None:
        self._stop.set()

    @Slot(object)
    def _on_packed(self, packed: Packed) -> None:
        self._end_working()
        self.page.show_saved(str(packed.path), len(packed.files))
        if packed.no_reference is not None:
            words = self.tr("Of one or more testimonies in the packet: {why}")
            self.page.show_caution(words.replace("{why}", no_reference_sentence(packed.no_reference, translate)))

    @Slot(object)
    def _on_not_packed(self, error: object) -> None:
        self._end_working()
        if isinstance(error, PersonError) and error.code == "packet_stopped":
            self.page.show_told(told(error))
        else:
            self.page.show_trouble(told(error))

    def _end_working(self) -> None:
        self._slow.stop()
        self.page.working.end()


def _demand_going(stop: Event) -> None:
    """Raise PersonError `packet_stopped` where somebody wants no packet any more."""
    if stop.is_set():
        raise PersonError("packet_stopped")
