"""Printing pictures of pages by Qt, where the system has no print service that takes a PDF."""

from collections.abc import Sequence

from PySide6.QtCore import QMarginsF, QRect
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from testimony_app.domain.errors import PersonError


def qt_printers() -> tuple[str, ...]:
    """Return the printers that Qt knows, the system's own choice first."""
    default = QPrinterInfo.defaultPrinterName()
    return tuple(sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: name != default))


def print_pictures(pages: Sequence[bytes], printer: str, copies: int, title: str) -> None:
    """Print pages that are PNG pictures, each as large as the paper. Raises PersonError `printer_refused`."""
    device = QPrinter(QPrinterInfo.printerInfo(printer), QPrinter.PrinterMode.HighResolution)
    device.setDocName(title)
    device.setCopyCount(copies)
    print_on(device, pages)


def print_on(device: QPrinter, pages: Sequence[bytes]) -> None:
    """Paint pages on a printer or into a file that stands for one. Raises PersonError `printer_refused`."""
    device.setFullPage(True)
    device.setPageMargins(QMarginsF(), QPageLayout.Unit.Point)
    painter = QPainter()
    if not pages or not painter.begin(device):
        raise PersonError("printer_refused", answer=device.printerName())
    try:
        for number, page in enumerate(pages):
            if number and not device.newPage():
                raise PersonError("printer_refused", answer=device.printerName())
            image = QImage.fromData(page)
            whole = device.pageLayout().fullRectPixels(device.resolution())
            painter.drawImage(QRect(0, 0, whole.width(), whole.height()), image)
    finally:
        painter.end()
