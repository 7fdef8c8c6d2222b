"""The one table of formats a testimony can be written in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from testimony_app.documents.options import DocumentOptions, Variant
from testimony_app.documents.plain import write_plain
from testimony_app.domain.testimony import Testimony

if TYPE_CHECKING:
    from testimony_app.documents.pdf import PdfWriter

Write = Callable[[Testimony, DocumentOptions], bytes]
Draw = Callable[[Testimony, DocumentOptions, int], tuple[bytes, ...]]
"""Draws the pages of a testimony with so many dots an inch."""

EVERY_VARIANT = tuple(Variant)


@dataclass(frozen=True, slots=True)
class Format:
    """A row of the table.

    `id` is what a person types and a setting names, `name` what the format is called, `ending` that of its files,
    `content_type` what a mail calls it. `writer` gives what writes it, and loads what that needs when it is first
    called. `pictures` gives what draws the true pages as PNG, for formats that have pages.
    """

    id: str
    name: str
    ending: str
    content_type: str
    variants: tuple[Variant, ...]
    writer: Callable[[], Write]
    pictures: Callable[[], Draw] | None = None


def document_formats(resources: Path) -> Mapping[str, Format]:
    """Return the formats by id. `resources` is the folder that holds `templates` and `fonts`."""

    @cache
    def word() -> Write:
        from testimony_app.documents.word import WordWriter  # noqa: PLC0415  (84 ms that only Word needs)

        return WordWriter(resources / "templates" / "word").write

    @cache
    def pdf() -> "PdfWriter":
        from testimony_app.documents.pdf import PdfWriter  # noqa: PLC0415  (the compiler and the fonts)

        return PdfWriter(resources / "templates" / "pdf", resources / "fonts")

    docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    rows = (
        Format("docx", "Word", "docx", docx, EVERY_VARIANT, word),
        Format("pdf", "PDF", "pdf", "application/pdf", EVERY_VARIANT, lambda: pdf().write, lambda: pdf().pictures),
        Format("txt", "plain text", "txt", "text/plain; charset=utf-8", (Variant.WRITTEN,), lambda: write_plain),
    )
    return {row.id: row for row in rows}
