"""Prints pages: through the system's print service, or where there is none by Qt's own printers."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from testimony_app.domain.errors import PersonError
from testimony_app.services.printing import Printing
from testimony_app.ui.look import Look
from testimony_app.ui.print_dialog import PrintDialog
from testimony_app.ui.qt_printers import print_pictures, qt_printers
from testimony_app.ui.tasks import Task
from testimony_app.ui.words import told


class Printable(NamedTuple):
    """What can be printed: its name, and what makes its pages as a PDF or as pictures, in a thread of their own."""

    name: str
    pdf: Callable[[datetime], bytes]
    pictures: Callable[[datetime], tuple[bytes, ...]]


class PrintRoom(QObject):
    """Asks for a printer and gives it the pages. `printed` says what is known then."""

    printed = Signal(str)

    def __init__(
        self, over: QWidget, look: Look, printing: Printing, come_back_to: Callable[[QWidget | None], None]
    ) -> None:
        super().__init__(over)
        self._over = over
        self._look = look
        self._printing = printing
        self._come_back_to = come_back_to

    def begin(self, printable: Printable) -> None:
        """Open the question how to print something."""
        opener = QApplication.focusWidget()
        printing = self._printing
        dialog = PrintDialog(self._look, printable.name, printing.policy.most_copies, self._over)
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

        def give(printer: str, copies: int) -> None:
            now = datetime.now(UTC)
            if has_service:
                giving.start(lambda: printing.print_pdf(printable.pdf(now), printer, copies))
            else:
                title = printing.policy.job_title
                giving.start(lambda: print_pictures(printable.pictures(now), printer, copies, title))

        def not_given(error: object) -> None:
            if isinstance(error, PersonError) and error.code == "printer_gone":
                finding.start(self._names)  # so that those are offered that are there

        giving.failed.connect(not_given)
        giving.done.connect(lambda _job: self._given(dialog))
        dialog.print_wanted.connect(give)
        dialog.open()
        finding.start(self._names)

    def _names(self) -> tuple[str, ...] | None:
        """Return the printers of the print service, None where there is no such service."""
        try:
            return tuple(printer.name for printer in self._printing.printers())
        except PersonError as error:
            if error.code == "print_service_missing":
                return None
            raise

    def _given(self, dialog: PrintDialog) -> None:
        printer = dialog.printer
        dialog.accept()
        words = self.tr("The printer {name} has taken it. Look for the paper there. We cannot see whether it came out.")
        self.printed.emit(words.replace("{name}", printer))


def _tell(dialog: PrintDialog, error: object) -> None:
    dialog.show_trouble(told(error))
