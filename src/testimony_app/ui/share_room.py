"""What Share does: writes files where the person says, and puts the text on the clipboard."""

from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget

from testimony_app.documents.options import Variant
from testimony_app.domain.errors import PersonError, TestimonyError
from testimony_app.services.exporting import ON_LETTERHEAD, PDF, WORD, Exported, ExportRequest, name_for
from testimony_app.services.letterheads import Letterhead
from testimony_app.services.program import Program
from testimony_app.services.writing import Writing
from testimony_app.ui.no_sending import NoSending
from testimony_app.ui.pages.share import SharePage
from testimony_app.ui.saver import Saver
from testimony_app.ui.sending_room import SendingRoom
from testimony_app.ui.tasks import Task
from testimony_app.ui.words import told, translate
from testimony_app.words.references import no_reference_sentence

if TYPE_CHECKING:
    from testimony_app.ui.print_room import PrintRoom

COPIED = "copy"
"""What `Writing` calls the clipboard among the formats."""

PRINTED = "print"
"""What it calls paper."""

_SAVE_SECONDS = 10.0
_SLOW_MILLISECONDS = 1000
"""After so long the page says that a file is still being saved."""


class ShareRoom(QObject):
    """Brings the page Share, the exports and the ways to send together, for one open testimony."""

    def __init__(
        self, page: QWidget, program: Program, writing: Writing, saver: Saver, sending: SendingRoom | NoSending
    ) -> None:
        super().__init__()
        if not isinstance(page, SharePage):
            raise TypeError(page)
        self._page = page
        self._program = program
        self._writing = writing
        self._saver = saver
        self._sending = sending
        self._dialogs = sending.dialogs
        self._name = self._text = ""
        self._printing: PrintRoom | None = None
        self._prints_testimony = False
        self._task = Task()
        self._task.done.connect(self._on_done)
        self._task.failed.connect(self._on_not_done)
        self._slow = QTimer(self, singleShot=True, interval=_SLOW_MILLISECONDS)
        self._slow.timeout.connect(page.working.begin)
        self._stop = Event()
        page.working.stop_wanted.connect(self._on_stop_wanted)
        page.save_wanted.connect(self._on_save_wanted)
        page.copy_wanted.connect(self._on_copy_wanted)
        page.phone_wanted.connect(self._on_phone_wanted)
        page.preview_wanted.connect(self._on_preview_wanted)
        page.letterhead_wanted.connect(self._on_letterhead_wanted)
        page.print_wanted.connect(self._on_print_wanted)
        page.way_wanted.connect(self._on_way_wanted)
        page.refreshed.connect(self._show_ways)
        sending.changed.connect(self._on_sending_changed)
        sending.told.connect(page.show_told)

    @Slot()
    def _show_ways(self) -> None:
        self._page.show_ways(self._sending.ways(self._writing.draft.id, self._writing.draft.campaign))
        self._page.offer_letterhead(is_there=bool(self._letterheads()))
        if not self._program.keeps:
            self._page.say_keep_first()

    def _letterheads(self) -> tuple[Letterhead, ...]:
        try:
            return self._program.letterheads.all()
        except TestimonyError as error:
            self._on_failed(error)
            return ()

    @Slot()
    def _on_letterhead_wanted(self) -> None:
        """Ask whether the person speaks for the organization; without a yes there is no letterhead."""
        if self._page.variant not in ON_LETTERHEAD:
            self._on_failed(PersonError("letterhead_word_only"))
            return
        found = self._letterheads()
        about = self.tr(
            "A letterhead tells the Council that the organization says this. Use it only if you speak for it. Without "
            "one, the testimony is your own."
        )
        yes = self.tr("Yes, I speak for {name}")
        choices = tuple(yes.replace("{name}", each.name) for each in found)
        chosen = self._dialogs.choose(self._page, self.tr("Do you speak for this organization?"), about, choices)
        if chosen is not None:
            self._save(WORD, found[chosen].id)

    @Slot()
    def _on_sending_changed(self) -> None:
        if self._page.isVisible():
            self._show_ways()

    @Slot(str, str)
    def _on_way_wanted(self, channel: str, action: str) -> None:
        if not self._is_saved():
            return
        self._sending.do(self._page, self._writing.draft.id, channel, action)

    @Slot(str)
    def _on_save_wanted(self, name: str) -> None:
        self._save(name)

    def _save(self, name: str, letterhead: str = "") -> None:
        """Ask where to and write a file; with a letterhead the person has said that they speak for it."""
        if self._task.is_running:
            self._page.working.begin()
            return
        if not self._is_saved():
            return
        draft, self._text = self._writing.draft, self._writing.testimony.text
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        variant = Variant.WRITTEN if name == "txt" else self._page.variant
        suggested = Path(documents) / f"{name_for(draft, self._writing.material.body, variant)}.{name}"
        kinds = {
            "docx": self.tr("Word files (*.docx)"),
            "pdf": self.tr("PDF files (*.pdf)"),
            "txt": self.tr("Text files (*.txt)"),
        }
        path = self._dialogs.save_path(self._page, self.tr("Save a copy"), suggested, f".{name}", kinds[name])
        if path is None:
            return
        self._name = "" if variant is Variant.COVER_NOTE else name
        request = ExportRequest(
            name, path, force=True, variant=variant, letterhead=letterhead, speaks_for=bool(letterhead),
            codes=name == PDF and self._page.with_codes,
        )  # fmt: skip
        now, export, self._stop = datetime.now(UTC), self._program.exporting.export, Event()
        goes_on = partial(_demand_going, self._stop)
        self._slow.start()
        self._task.start(lambda: export(draft.id, request, into_folder=False, now=now, before_move=goes_on))

    @Slot()
    def _on_stop_wanted(self) -> None:
        self._stop.set()

    def _end_working(self) -> None:
        self._slow.stop()
        self._page.working.end()

    @Slot()
    def _on_copy_wanted(self) -> None:
        if not self._is_saved():
            return
        draft, text = self._writing.draft, self._writing.testimony.text
        try:
            QApplication.clipboard().setText(self._program.exporting.plain_text(draft.id, datetime.now(UTC)))
        except TestimonyError as error:
            self._on_failed(error)
            return
        self._page.show_copied()
        self._tell_no_reference(self._program.exporting.no_reference(draft.id))
        self._writing.note_shared(COPIED, text)
        self._page.noted.emit()

    @Slot()
    def _on_phone_wanted(self) -> None:
        if not self._is_saved():
            return
        try:
            codes = self._program.exporting.phone_codes(self._writing.draft.id, datetime.now(UTC))
        except TestimonyError as error:
            self._on_failed(error)
            return
        self._tell_no_reference(self._program.exporting.no_reference(self._writing.draft.id))
        from testimony_app.ui.phone_dialog import PhoneDialog  # noqa: PLC0415  (few take it on a phone)

        opener = QApplication.focusWidget()
        dialog = PhoneDialog(self._page.look, codes, self._page)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda: self._come_back_to(opener))
        dialog.open()

    @Slot()
    def _on_preview_wanted(self) -> None:
        if not self._is_saved():
            return
        from testimony_app.ui.preview_room import show_preview  # noqa: PLC0415  (not everybody looks)

        show_preview(self._page, self._program, self._writing.draft.id, self._come_back_to)

    @Slot()
    def _on_print_wanted(self) -> None:
        if not self._is_saved():
            return
        from testimony_app.ui.print_room import Printable, PrintRoom  # noqa: PLC0415  (not everybody prints)

        page, previewing = self._page, self._program.previewing
        if self._printing is None:
            self._printing = PrintRoom(page, page.look, self._program.printing, self._come_back_to)
            self._printing.printed.connect(self._on_printed)
        chosen, codes = (self._writing.draft.id, page.variant), page.with_codes
        pdf = partial(previewing.printed, *chosen, codes=codes)
        pictures = partial(previewing.print_pictures, *chosen, codes=codes)
        self._prints_testimony = page.variant is not Variant.COVER_NOTE
        self._printing.begin(Printable(page.variant_name, pdf, pictures))

    @Slot(str)
    def _on_printed(self, words: str) -> None:
        self._page.show_told(words)
        self._tell_no_reference(self._program.exporting.no_reference(self._writing.draft.id))
        if self._prints_testimony:
            self._writing.note_shared(PRINTED, self._writing.testimony.text)
            self._page.noted.emit()

    def _come_back_to(self, widget: QWidget | None) -> None:
        self._page.window().activateWindow()
        if widget is not None:
            widget.setFocus()

    def _tell_no_reference(self, why: PersonError | None) -> None:
        """Say where what was taken along has no reference."""
        if why is not None:
            self._page.show_caution(no_reference_sentence(why, translate))

    def _is_saved(self) -> bool:
        """Save what is on the page; where that fails say why."""
        self._saver.save_now("share")
        if self._saver.finish(_SAVE_SECONDS):
            return True
        self._on_failed(self._saver.last_error)
        return False

    @Slot(object)
    def _on_done(self, exported: object) -> None:
        self._end_working()
        if not isinstance(exported, Exported):
            raise TypeError(exported)
        self._page.show_saved(str(exported.path))
        self._tell_no_reference(exported.no_reference)
        if self._name:
            self._writing.note_shared(self._name, self._text)
            self._page.noted.emit()

    @Slot(object)
    def _on_not_done(self, error: object) -> None:
        self._end_working()
        if isinstance(error, PersonError) and error.code == "export_stopped":
            self._page.show_told(told(error))
        else:
            self._on_failed(error)

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        self._page.show_trouble(told(error))


def _demand_going(stop: Event) -> None:
    """Raise PersonError `export_stopped` where somebody wants no file any more."""
    if stop.is_set():
        raise PersonError("export_stopped")
