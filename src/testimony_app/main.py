"""The composition root: options and folders in, services together, then the window or the command line."""

import gc
import sys
import tempfile
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path

from testimony_app.cli.console import Console
from testimony_app.cli.parser import parse
from testimony_app.cli.run import run_command, told
from testimony_app.files.shipped import resource_folder
from testimony_app.services.program import Program
from testimony_app.settings.folders import ProfileFolders, profile_in, usual_profile


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code: 0 done, 1 refused, 2 wrong use, 3 something must be fixed."""
    parsed = parse(arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    console = Console(sys.stdout, sys.stderr, as_json=getattr(parsed, "json", False))
    return told(console, lambda: _run(parsed, console))


def _run(parsed: Namespace, console: Console) -> int:
    if parsed.command == "example":
        from testimony_app.cli.run_example import run_example  # noqa: PLC0415  (no other command needs it)

        with (
            tempfile.TemporaryDirectory(prefix="testimony-") as folder,
            program_in(profile_in(Path(folder))) as program,
        ):
            return run_example(program, resource_folder() / "example.testimony.json", parsed.out, console)
    folders = profile_in(parsed.profile) if parsed.profile else usual_profile()
    if parsed.without_saving:
        return _run_without_saving(folders)
    with program_in(folders) as program:
        if parsed.command is None:
            return load_window()(program, resource_folder())
        return run_command(program, parsed, console)


def _run_without_saving(folders: ProfileFolders) -> int:
    """Show a window of which nothing is kept."""
    from testimony_app.files.no_traces import leave_no_core  # noqa: PLC0415  (only here)
    from testimony_app.services.unsaved import UnsavedProgram  # noqa: PLC0415  (only here)

    leave_no_core()
    program = UnsavedProgram(folders, resource_folder())
    try:
        return load_window()(program, resource_folder())
    finally:
        program.close()


def load_window() -> Callable[[Program, Path], int]:
    """Load Qt and return what runs the window.

    From here until its first frame nobody looks for garbage: a start makes little, and looking took a tenth of it.
    """
    gc.disable()
    from testimony_app.ui.loading import load_qt  # noqa: PLC0415  (the command line knows no Qt)

    load_qt()
    from testimony_app.ui.application import run_window  # noqa: PLC0415  (see load_qt)

    return run_window


@contextmanager
def program_in(folders: ProfileFolders) -> Iterator[Program]:
    """Put the services of one profile together, and leave its database in order at the end."""
    program = Program(folders, resource_folder())
    try:
        yield program
    finally:
        program.close()
