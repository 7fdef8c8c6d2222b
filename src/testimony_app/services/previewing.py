"""The pages of a testimony before anybody else has them: as pictures, and as text for who cannot see these."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from testimony_app.documents.formats import Format
from testimony_app.documents.options import Variant
from testimony_app.documents.plain import reading_text
from testimony_app.domain.errors import BugError, PersonError
from testimony_app.services.drafting import Drafting
from testimony_app.services.exporting import PDF, Exporting, ExportRequest


@dataclass(frozen=True, slots=True)
class Preview:
    """The pages as PNG pictures, and their words. Where no page can be set `trouble` says why, and the words stand.

    `no_reference` is why no reference stands at the foot, None where one does.
    """

    pages: tuple[bytes, ...]
    text: str
    trouble: PersonError | BugError | None = None
    no_reference: PersonError | None = None


PICTURE_DOTS = 110
"""Dots an inch of a page's picture: sharp at half as large again as a page that fills a window, and soon drawn."""

PRINT_DOTS = 300
"""Dots an inch of a page that is printed as a picture."""


class Previewing:
    """Shows what a PDF will be, by the engine that makes it."""

    def __init__(self, drafting: Drafting, exporting: Exporting, formats: Mapping[str, Format]) -> None:
        self._drafting = drafting
        self._exporting = exporting
        self._formats = formats

    def printed(self, draft_id: str, variant: Variant, now: datetime, *, codes: bool = False) -> bytes:
        """Return the PDF of a saved draft, with the reference of this version.

        Raises PersonError `pdf_characters`, and the errors of `Exporting.prepared`.
        """
        request = ExportRequest(PDF, Path(), variant=variant, codes=codes)
        prepared = self._exporting.prepared(self._drafting.open(draft_id), request, now)
        return self._formats[PDF].writer()(prepared.testimony, prepared.options)

    def print_pictures(
        self, draft_id: str, variant: Variant, now: datetime, *, codes: bool = False
    ) -> tuple[bytes, ...]:
        """Return the same pages as PNG pictures, for printers that no print service knows."""
        request = ExportRequest(PDF, Path(), variant=variant, codes=codes)
        prepared = self._exporting.prepared(self._drafting.open(draft_id), request, now)
        draw = self._formats[PDF].pictures
        return draw()(prepared.testimony, prepared.options, PRINT_DOTS) if draw else ()

    def preview(self, draft_id: str, variant: Variant, now: datetime, *, codes: bool = False) -> Preview:
        """Return the pages of a saved draft as they would be printed now, with the reference of this version.

        There are none where no PDF can be made either, as where the codes do not fit. Raises the other errors of
        `Exporting.prepared`.
        """
        opened = self._drafting.open(draft_id)
        request = ExportRequest(PDF, Path(), variant=variant, codes=codes)
        try:
            testimony, options, no_reference = self._exporting.prepared(opened, request, now)
        except PersonError as error:
            if error.code != "codes_do_not_fit":
                raise
            testimony, options, no_reference = self._exporting.prepared(opened, replace(request, codes=False), now)
            return Preview((), reading_text(testimony, options), error, no_reference)
        text = reading_text(testimony, options)
        draw = self._formats[PDF].pictures
        try:
            pages = draw()(testimony, options, PICTURE_DOTS) if draw else ()
        except (PersonError, BugError) as error:
            return Preview((), text, error, no_reference)
        return Preview(pages, text, no_reference=no_reference)
