"""Printing pictures of pages by Qt, where the system has no print service that takes a PDF."""

from collections.abc import Sequence

from PySide6.QtCore import QMarginsF, QPoint, QRect, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from testimony_app.domain.errors import PersonError
from testimony_app.services.previewing import PRINT_DOTS

_POINTS_AN_INCH = 72


def qt_printers() -> tuple[str, ...]:
    """Return the printers that Qt knows, the system's own choice first."""
    default = QPrinterInfo.defaultPrinterName()
    return tuple(sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: name != default))


def print_pictures(pages: Sequence[bytes], printer: str, copies: int, title: str) -> None:
    """Print pages that are PNG pictures of `PRINT_DOTS` an inch. Raises PersonError `printer_refused`."""
    device = QPrinter(QPrinterInfo.printerInfo(printer), QPrinter.PrinterMode.HighResolution)
    device.setDocName(title)
    device.setCopyCount(copies)
    print_on(device, pages)


def print_on(device: QPrinter, pages: Sequence[bytes]) -> None:
    """Paint pages on a printer or into a file that stands for one. Raises PersonError `printer_refused`.

    The printer is asked for paper of the pages' size. On other paper a page is as large as fits, its shape as it is.
    """
    images = [QImage.fromData(page) for page in pages]
    if images:
        points = QSizeF(images[0].size()) * _POINTS_AN_INCH / PRINT_DOTS
        device.setPageSize(QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch))
    device.setFullPage(True)
    device.setPageMargins(QMarginsF(), QPageLayout.Unit.Point)
    painter = QPainter()
    if not images or not painter.begin(device):
        raise PersonError("printer_refused", answer=device.printerName())
    try:
        for number, image in enumerate(images):
            if number and not device.newPage():
                raise PersonError("printer_refused", answer=device.printerName())
            painter.drawImage(_place_on(device.pageLayout().fullRectPixels(device.resolution()).size(), image), image)
    finally:
        painter.end()


def _place_on(paper: QSize, image: QImage) -> QRect:
    """Return where a picture goes on paper, both in dots: in the middle, and as large as fits."""
    place = QRect(QPoint(), image.size().scaled(paper, Qt.AspectRatioMode.KeepAspectRatio))
    place.moveCenter(QRect(QPoint(), paper).center())
    return place
