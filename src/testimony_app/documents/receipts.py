"""A receipt as a tagged PDF, to be printed: its title, and what is known line by line."""

from testimony_app.documents.direction import is_right_to_left
from testimony_app.documents.options import DocumentOptions
from testimony_app.documents.pdf import PdfWriter
from testimony_app.domain.receipt import Receipt

_TEMPLATE = "receipt.typ"


def receipt_pdf(writer: PdfWriter, receipt: Receipt, options: DocumentOptions) -> bytes:
    """Return a receipt as a PDF. Raises PersonError `pdf_characters`, as every PDF does."""
    return writer.compile(_TEMPLATE, _data(receipt, options), options)


def receipt_pictures(writer: PdfWriter, receipt: Receipt, options: DocumentOptions, dots: int) -> tuple[bytes, ...]:
    """Return the same pages as PNG pictures of so many dots an inch. Raises PersonError `pdf_characters`."""
    return writer.draw(_TEMPLATE, _data(receipt, options), dots)


def _data(receipt: Receipt, options: DocumentOptions) -> dict[str, object]:
    return {
        "title": receipt.title,
        "lines": list(receipt.lines),
        "words_rtl": is_right_to_left(receipt.title),
        "lang": options.language.tag,
        "region": None,
        "variant": options.variant.value,
        "paper": options.paper.value,
        "foot": receipt.reference,
        "page_of": options.language.words.page_of,
    }
