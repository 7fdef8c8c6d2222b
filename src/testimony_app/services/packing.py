"""The packet for the record: many testimonies in one PDF, its index, and each testimony as a file of its own."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from testimony_app.documents.options import DocumentOptions, Paper, Variant
from testimony_app.domain.errors import PersonError
from testimony_app.files.free_name import write_in_folder
from testimony_app.services.drafting import Drafting
from testimony_app.services.exporting import JSON, PDF, Exporting, ExportRequest
from testimony_app.services.library import FALLBACK_LANGUAGE, Library
from testimony_app.services.open_draft import OpenDraft

if TYPE_CHECKING:
    from testimony_app.documents.pdf import PdfWriter

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class PacketRequest:
    """How a packet is set, and the formats in which each testimony is written by itself; JSON is none of them."""

    formats: tuple[str, ...] = (PDF,)
    headings: bool = True
    variant: Variant = Variant.WRITTEN


@dataclass(frozen=True, slots=True)
class PackedFile:
    """A testimony of a packet: the page on which it begins, and its own files."""

    draft_id: str
    page: int
    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Packed:
    """Where a packet, its index and its testimonies stand. `no_reference` is why one or more bear no reference."""

    path: Path
    index: Path
    files: tuple[PackedFile, ...]
    no_reference: PersonError | None = None


class Packing:
    """Writes packets. `writer` gives what makes a PDF, and loads the compiler and the fonts for it."""

    def __init__(
        self,
        drafting: Drafting,
        exporting: Exporting,
        library: Library,
        writer: Callable[[], "PdfWriter"],
        paper: Paper = Paper.LETTER,
    ) -> None:
        self._drafting = drafting
        self._exporting = exporting
        self._library = library
        self._writer = writer
        self._paper = paper

    def pack(
        self,
        draft_ids: Sequence[str],
        folder: Path,
        request: PacketRequest,
        now: datetime,
        goes_on: Callable[[], None] = lambda: None,
    ) -> Packed:
        """Write a packet into a folder, the testimonies in the order given: when they came to a body is not known here.

        Nothing is left out: where one testimony cannot be opened or set, a format lacks the variant, or the disk does
        not take all of it, the error is raised and no file is left. One that the disk has damaged is named: raises
        PersonError `packet_damaged`. A packet is what is published, so it holds no contact and no name that is left
        out: raises `cover_note_in_packet` and, for JSON, which has all that was filled in, `testimony_file_in_packet`.
        It holds each testimony once: raises `packet_doubles`. `goes_on` is called between testimonies, and before a
        file is written; what it raises is passed on, and there is no file then.
        """
        if request.variant is Variant.COVER_NOTE:
            raise PersonError("cover_note_in_packet")
        if JSON in request.formats:
            raise PersonError("testimony_file_in_packet")
        doubles = [draft_id for draft_id, count in Counter(draft_ids).items() if count > 1]
        if doubles:
            raise PersonError("packet_doubles", drafts=", ".join(doubles))
        from testimony_app.documents.packet import index_csv, write_packet  # noqa: PLC0415  (see document_formats)

        opened = [self._opened(number, draft_id) for number, draft_id in enumerate(_each(draft_ids, goes_on), 1)]
        own = ExportRequest(PDF, folder, headings=request.headings, variant=request.variant)
        for name in request.formats:
            self._exporting.demand_variant(replace(own, format=name))
        prepared = [self._exporting.prepared(each, own, now) for each in _each(opened, goes_on)]
        entries = [(each.testimony, each.options) for each in prepared]
        language = self._library.language(FALLBACK_LANGUAGE)
        options = DocumentOptions(language, now, variant=request.variant, paper=self._paper)
        packet = write_packet(self._writer(), entries, options)
        alone = [
            [self._exporting.made(each, replace(own, format=name), now) for name in request.formats]
            for each in _each(opened, goes_on)
        ]
        files = []
        with _all_or_none(folder, goes_on) as write:
            path = write("packet", ".pdf", packet.content)
            index = write(f"{path.stem}-index", ".csv", index_csv(packet.rows, language.words))
            for each, row, made in zip(opened, packet.rows, alone, strict=True):
                paths = tuple(write(f"{row.number:03}_{file.name}", file.suffix, file.content) for file in made)
                files.append(PackedFile(each.draft.id, row.page, paths))
        no_reference = next((each.no_reference for each in prepared if each.no_reference), None)
        return Packed(path, index, tuple(files), no_reference)

    def _opened(self, number: int, draft_id: str) -> OpenDraft:
        """Return a testimony of the packet. Raises PersonError `packet_damaged`, which names it."""
        try:
            return self._drafting.open(draft_id)
        except PersonError as error:
            if error.code != "draft_damaged":
                raise
            title = self._drafting.title_of(draft_id) or self._library.language(FALLBACK_LANGUAGE).words.untitled
            raise PersonError("packet_damaged", number=number, title=title) from error


def _each(items: Iterable[Item], goes_on: Callable[[], None]) -> Iterator[Item]:
    """Yield items, and ask before each whether it goes on."""
    for item in items:
        goes_on()
        yield item


@contextmanager
def _all_or_none(folder: Path, goes_on: Callable[[], None]) -> Iterator[Callable[[str, str, bytes], Path]]:
    """Give what writes files into a folder. Where one cannot be written, those before it are taken away again."""
    written: list[Path] = []

    def write(name: str, suffix: str, content: bytes) -> Path:
        goes_on()
        written.append(write_in_folder(folder, name, suffix, content))
        return written[-1]

    try:
        yield write
    except BaseException:
        for path in written:
            with suppress(OSError):
                path.unlink()
        raise
