"""Shows the receipt of a submission, and saves or prints it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, Slot
from PySide6.QtWidgets import QApplication, QWidget

from testimony_app.domain.errors import TestimonyError
from testimony_app.domain.receipt import Receipt
from testimony_app.files.atomic import write_file
from testimony_app.services.program import Program
from testimony_app.ui.dialogs import Dialogs
from testimony_app.ui.look import Look
from testimony_app.ui.print_room import Printable, PrintRoom
from testimony_app.ui.receipt_dialog import ReceiptDialog
from testimony_app.ui.words import translate
from testimony_app.words.errors import sentence
from testimony_app.words.receipts import receipt_of


class ReceiptRoom(QObject):
    """Does what is asked for in the dialog of a receipt, and goes with it."""

    def __init__(self, dialog: ReceiptDialog, look: Look, program: Program, dialogs: Dialogs, receipt: Receipt) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._program = program
        self._dialogs = dialogs
        self._receipt = receipt
        self._printing = PrintRoom(self._dialog, look, program.printing, _come_back_to)
        self._printing.printed.connect(self._dialog.show_told)
        self._dialog.save_wanted.connect(self._on_save_wanted)
        self._dialog.print_wanted.connect(self._on_print_wanted)

    @Slot()
    def _on_save_wanted(self) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = self.tr("receipt {reference}.txt").replace("{reference}", self._receipt.reference)
        title, kind = self.tr("Save the receipt"), self.tr("Text files (*.txt)")
        path = self._dialogs.save_path(self._dialog, title, Path(documents) / name, ".txt", kind)
        if path is None:
            return
        try:
            write_file(path, self._receipt.text.encode(), replace=True)
        except TestimonyError as error:
            self._dialog.show_trouble(sentence(error, translate))
        else:
            self._dialog.show_told(self.tr("Saved as {path}").replace("{path}", str(path)))

    @Slot()
    def _on_print_wanted(self) -> None:
        receipts, receipt = self._program.receipts, self._receipt
        pdf, pictures = partial(receipts.pdf, receipt), partial(receipts.pictures, receipt)
        self._printing.begin(Printable(receipt.title, pdf, pictures))


def show_receipt(look: Look, program: Program, dialogs: Dialogs, submission: str, parent: QWidget) -> None:
    """Open the receipt of a submission over the window; the focus comes back to where it was. Raises TestimonyError."""
    details = program.sending.find(submission)
    receipt = receipt_of(details.row, details.attempts, details.recipients, translate)
    dialog = ReceiptDialog(look, receipt, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.finished.connect(partial(_come_back_to, QApplication.focusWidget()))
    ReceiptRoom(dialog, look, program, dialogs, receipt)
    dialog.open()


def _come_back_to(widget: QWidget | None, _result: int = 0) -> None:
    if widget is not None:
        widget.window().activateWindow()
        widget.setFocus()
