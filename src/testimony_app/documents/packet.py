"""Many testimonies as one PDF for the record, with contents and an index, and the index as a table for a clerk."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, replace

from testimony_app.documents.direction import is_right_to_left
from testimony_app.documents.options import DocumentOptions
from testimony_app.documents.outline import Run
from testimony_app.documents.pdf import PdfWriter, run_data, sheet_data
from testimony_app.domain.errors import PersonError
from testimony_app.domain.language import DocumentWords, unless_same
from testimony_app.domain.testimony import RecordKind, Testimony

_GUARDED = "=+-@\t\r＝＋－＠"
"""A spreadsheet takes a text that begins so for a formula."""

_ISOLATE, _END_OF_ISOLATE = "\u2068", "\u2069"
"""Keep the number before a name that runs right to left, and the page after it, where they are."""

_NO_REGION: dict[str, object] = {"region": None}
"""Of a testimony that names none, where the packet has one."""


@dataclass(frozen=True, slots=True)
class IndexRow:
    """A testimony in the index: what a clerk looks for, and the page on which it begins. Unknown cells are empty."""

    number: int
    name: str
    ward: str
    position: str
    item: str
    language: str
    page: int


@dataclass(frozen=True, slots=True)
class Packet:
    """A packet as the bytes of a PDF, and its index."""

    content: bytes
    rows: tuple[IndexRow, ...]


def write_packet(
    writer: PdfWriter, entries: Sequence[tuple[Testimony, DocumentOptions]], options: DocumentOptions
) -> Packet:
    """Return many testimonies, each with its own options, in the order in which they stand.

    `options` are those of the packet itself. Raises PersonError `packet_characters`, which names the first testimony
    that holds a character no typeface has; no packet leaves one out.
    """
    words = options.language.words
    rows = [_row(number, testimony, options) for number, (testimony, _) in enumerate(entries, 1)]
    for row, (testimony, own) in zip(rows, entries, strict=True):
        try:
            writer.demand_characters(sheet_data(testimony, own))
        except PersonError as error:
            raise PersonError(
                "packet_characters",
                number=row.number,
                title=testimony.title or words.untitled,
                characters=error.parameters["characters"],
            ) from error
    count = words.packet_one if len(rows) == 1 else words.packet_count.replace("{number}", str(len(rows)))
    data = sheet_data(replace(entries[0][0], language=options.language.words_tag), options) | {
        "title": words.packet,
        "count": count,
        "contents": words.contents,
        "index": words.index,
        "columns": list(column_names(words)),
        "blocks": [],
        "entries": [
            {
                "number": row.number,
                "title": run_data(_title(row, testimony, options)),
                "cells": [row.name, row.ward, row.position, row.item, row.language],
                "sheet": writer.with_faces(_NO_REGION | sheet_data(testimony, own)),
            }
            for row, (testimony, own) in zip(rows, entries, strict=True)
        ],
    }
    content, pages = writer.compile_with_pages("packet.typ", data, options)
    placed = tuple(
        IndexRow(row.number, row.name, row.ward, row.position, row.item, row.language, pages[row.number])
        for row in rows
    )
    return Packet(content, placed)


def index_csv(rows: Sequence[IndexRow], words: DocumentWords) -> bytes:
    """Return the index as a CSV file in UTF-8 that spreadsheets open as such.

    A text that a spreadsheet would take for a formula gets a leading apostrophe. Numbers stay numbers.
    """
    buffer = io.StringIO(newline="")
    table = csv.writer(buffer)
    table.writerow(column_names(words))
    for row in rows:
        texts = (row.name, row.ward, row.position, row.item, row.language)
        table.writerow((row.number, *map(guarded, texts), row.page))
    return buffer.getvalue().encode("utf-8-sig")


def guarded(text: str) -> str:
    """Return a text cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(tuple(_GUARDED)) else text


def column_names(words: DocumentWords) -> tuple[str, ...]:
    """Return the names of the columns of the index."""
    return (words.number, words.name, words.ward, words.position, words.item, words.language, words.page)


def _row(number: int, testimony: Testimony, options: DocumentOptions) -> IndexRow:
    known = {line.kind: line.value for line in testimony.record}
    return IndexRow(
        number=number,
        name=known.get(RecordKind.SENDER, ""),
        ward=known.get(RecordKind.WARD, known.get(RecordKind.NEIGHBORHOOD, "")),
        position=known.get(RecordKind.POSITION, ""),
        item=known.get(RecordKind.AGENDA_ITEM, known.get(RecordKind.FILE_NUMBER, "")),
        language=options.language.name_of(testimony.language),
        page=0,
    )


def _title(row: IndexRow, testimony: Testimony, options: DocumentOptions) -> Run:
    """Return what the contents call a testimony: who it is from, or what it is about where no name is published."""
    subject = testimony.record_subject
    title, language = row.name, ""
    if not title and subject.value:
        title = subject.value
        language = unless_same(subject.language or testimony.language, options.language.words_tag)
    title = title or options.language.words.untitled
    return Run(f"{_ISOLATE}{title}{_END_OF_ISOLATE}" if is_right_to_left(title) else title, language=language)
