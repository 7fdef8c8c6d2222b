"""Receipts on paper."""

from collections.abc import Callable
from datetime import datetime

from testimony_app.documents.options import DocumentOptions, Paper
from testimony_app.documents.pdf import PdfWriter
from testimony_app.documents.receipts import receipt_pdf, receipt_pictures
from testimony_app.domain.receipt import Receipt
from testimony_app.services.library import FALLBACK_LANGUAGE, Library
from testimony_app.services.previewing import PRINT_DOTS


class Receipts:
    """Sets receipts as pages. `writer` gives what makes a PDF when it is first needed."""

    def __init__(self, library: Library, writer: Callable[[], PdfWriter], paper: Paper) -> None:
        self._library = library
        self._writer = writer
        self._paper = paper

    def pdf(self, receipt: Receipt, now: datetime) -> bytes:
        """Return a receipt as a tagged PDF. Raises PersonError `pdf_characters`."""
        return receipt_pdf(self._writer(), receipt, self._options(now))

    def pictures(self, receipt: Receipt, now: datetime) -> tuple[bytes, ...]:
        """Return the same pages as PNG pictures, for printers that no print service knows."""
        return receipt_pictures(self._writer(), receipt, self._options(now), PRINT_DOTS)

    def _options(self, now: datetime) -> DocumentOptions:
        return DocumentOptions(self._library.language(FALLBACK_LANGUAGE), now, paper=self._paper)
