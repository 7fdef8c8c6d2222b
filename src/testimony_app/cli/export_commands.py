"""`testimony export`."""

import os
from argparse import Namespace
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from testimony_app.cli.console import DONE, REFUSED, Console, error_object
from testimony_app.cli.passphrases import new_passphrase
from testimony_app.documents.options import Variant
from testimony_app.domain.errors import PersonError, TestimonyError
from testimony_app.files.atomic import file_error
from testimony_app.services.exporting import PDF, Exported, ExportRequest
from testimony_app.services.packing import PacketRequest
from testimony_app.services.program import Program
from testimony_app.words.errors import sentence
from testimony_app.words.references import no_reference_sentence
from testimony_app.words.translate import english


def export(program: Program, arguments: Namespace, console: Console) -> int:
    """Write drafts to files; a refused one does not hold up the others."""
    now = datetime.now(UTC)
    if arguments.packet and arguments.letterhead:
        raise PersonError("letterhead_word_only")
    if arguments.packet and arguments.codes:
        raise PersonError("codes_pdf_only")
    if arguments.packet:
        return _packet(program, arguments, console, now)
    passphrase = new_passphrase() if arguments.seal else ""
    results = _Results(console)
    many = len(arguments.ids) > 1 or len(arguments.to) > 1
    into_folder = many or _is_folder(arguments.out)
    requests = [_request(name, arguments, passphrase) for name in arguments.to]
    for request in requests:
        program.exporting.demand_letterhead(request)
        program.exporting.demand_codes(request)
        program.exporting.demand_variant(request)
    for draft_id in arguments.ids:
        for request in requests:
            write = partial(program.exporting.export, draft_id, request, into_folder=into_folder, now=now)
            results.add(draft_id, write)
    return results.told()


def _request(name: str, arguments: Namespace, passphrase: str) -> ExportRequest:
    return ExportRequest(
        name,
        Path(arguments.out),
        force=arguments.force,
        headings=not arguments.no_headings,
        variant=Variant(arguments.variant),
        with_versions=arguments.revisions,
        passphrase=passphrase,
        letterhead=arguments.letterhead,
        speaks_for=arguments.speaks_for,
        codes=arguments.codes,
    )


def _packet(program: Program, arguments: Namespace, console: Console, now: datetime) -> int:
    """Write the packet, its index, and each testimony of it as a file of its own."""
    request = PacketRequest(
        formats=arguments.to or (PDF,), headings=not arguments.no_headings, variant=Variant(arguments.variant)
    )
    packet = program.packing.pack(arguments.ids, Path(arguments.out), request, now)
    if console.as_json:
        console.json(
            {
                "packet": str(packet.path),
                "index": str(packet.index),
                "testimonies": [
                    {"id": each.draft_id, "page": each.page, "paths": [str(path) for path in each.paths]}
                    for each in packet.files
                ],
                **_no_reference(packet.no_reference),
            }
        )
    else:
        console.lines(
            str(path) for path in (packet.path, packet.index, *(path for each in packet.files for path in each.paths))
        )
    if packet.no_reference:
        console.note(f"{packet.path}: {no_reference_sentence(packet.no_reference, english)}")
    return DONE


class _Results:
    """What became of each file, told as it happens, and as JSON at the end."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._rows: list[dict[str, object]] = []
        self._code = DONE

    def add(self, draft_id: str, write: Callable[[], Exported]) -> None:
        try:
            path, left_out, no_reference = write()
        except TestimonyError as error:
            self._rows.append({"id": draft_id, "error": error_object(error)})
            self._console.note(sentence(error, english))
            self._code = REFUSED
        else:
            without = {"damaged_versions_left_out": left_out} if left_out else {}
            self._rows.append({"id": draft_id, "path": str(path), **without, **_no_reference(no_reference)})
            if not self._console.as_json:
                self._console.line(str(path))
            if left_out:
                damaged = f"Earlier versions of {draft_id} that the disk has damaged, and that are not in the file"
                self._console.note(f"{damaged}: {left_out}")
            if no_reference:
                self._console.note(f"{path}: {no_reference_sentence(no_reference, english)}")

    def told(self) -> int:
        if self._console.as_json:
            self._console.json(self._rows)
        return self._code


def _no_reference(why: PersonError | None) -> dict[str, object]:
    """Return as JSON why something bears no reference; of what has one, nothing."""
    return {"no_reference": {"code": why.code, "message": no_reference_sentence(why, english)}} if why else {}


def _is_folder(out: str) -> bool:
    target = Path(out)
    try:
        return target.is_dir() or out.endswith((os.sep, "/"))
    except OSError as error:
        raise file_error(error, target) from error
