"""Prints a testimony: through the system's print service, or where there is none by Qt's own printers."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from testimony_app.documents.options import Variant
from testimony_app.domain.errors import BugError, PersonError, TestimonyError
from testimony_app.services.program import Program
from testimony_app.ui.pages.share import SharePage
from testimony_app.ui.print_dialog import PrintDialog
from testimony_app.ui.qt_printers import print_pictures, qt_printers
from testimony_app.ui.tasks import Task
from testimony_app.ui.words import translate
from testimony_app.words.errors import sentence


class PrintRoom(QObject):
    """Asks for a printer and gives it the pages. `printed` says what is known then, and what the pages are for."""

    printed = Signal(str, object)

    def __init__(self, page: SharePage, program: Program, come_back_to: Callable[[QWidget | None], None]) -> None:
        super().__init__(page)
        self._page = page
        self._program = program
        self._come_back_to = come_back_to

    def begin(self, draft_id: str) -> None:
        """Open the question for a saved testimony, in the variant that is chosen on the page."""
        opener = QApplication.focusWidget()
        printing = self._program.printing
        dialog = PrintDialog(self._page.look, self._page.variant_name, printing.policy.most_copies, self._page)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda: self._come_back_to(opener))
        finding, giving = Task(), Task()
        for task in (finding, giving):
            task.setParent(dialog)
            task.failed.connect(partial(_tell, dialog))
        has_service = True

        def found(names: tuple[str, ...] | None) -> None:
            nonlocal has_service
            has_service = names is not None
            offered = names if names is not None else qt_printers()
            if offered:
                dialog.show_printers(offered)
            else:
                _tell(dialog, PersonError("print_service_missing"))

        finding.done.connect(found)
        variant, codes = self._page.variant, self._page.with_codes

        def give(printer: str, copies: int) -> None:
            now = datetime.now(UTC)
            if has_service:
                made = partial(self._program.previewing.printed, draft_id, variant, now, codes=codes)
                giving.start(lambda: printing.print_pdf(made(), printer, copies))
            else:
                pages = partial(self._program.previewing.print_pictures, draft_id, variant, now, codes=codes)
                giving.start(lambda: print_pictures(pages(), printer, copies, printing.policy.job_title))

        giving.done.connect(lambda _job: self._given(dialog, variant))
        dialog.print_wanted.connect(give)
        dialog.open()
        finding.start(self._names)

    def _names(self) -> tuple[str, ...] | None:
        """Return the printers of the print service, None where there is no such service."""
        try:
            return tuple(printer.name for printer in self._program.printing.printers())
        except PersonError as error:
            if error.code == "print_service_missing":
                return None
            raise

    def _given(self, dialog: PrintDialog, variant: Variant) -> None:
        printer = dialog.printer
        dialog.accept()
        words = self.tr("The printer {name} has taken it. Look for the paper there. We cannot see whether it came out.")
        self.printed.emit(words.replace("{name}", printer), variant)


def _tell(dialog: PrintDialog, error: object) -> None:
    told = error if isinstance(error, TestimonyError) else BugError("unforeseen", detail=type(error).__name__)
    dialog.show_trouble(sentence(told, translate))
