"""`testimony example`: the smallest proof that an installation works."""

from datetime import UTC, datetime
from pathlib import Path

from testimony_app.cli.console import DONE, Console
from testimony_app.services.exporting import ExportRequest
from testimony_app.services.program import Program


def run_example(program: Program, example: Path, out: Path, console: Console) -> int:
    """Import a made-up resident's testimony into the given (temporary) profile and export it in every format."""
    paths = _write(program, example, out)
    if console.as_json:
        console.json([str(path) for path in paths])
    else:
        console.lines(str(path) for path in paths)
    return DONE


def _write(program: Program, example: Path, out: Path) -> list[Path]:
    (imported,) = program.importing.take_in([example])
    if imported.error:
        raise imported.error
    now = datetime.now(UTC)
    return [
        program.exporting.export(imported.draft_id, ExportRequest(name, out), into_folder=True, now=now).path
        for name in ("docx", "pdf", "txt", "json")
    ]
