"""`testimony letterhead`."""

from argparse import Namespace
from datetime import UTC, datetime

from testimony_app.cli.console import DONE, Console
from testimony_app.services.letterheads import Letterhead
from testimony_app.services.program import Program
from testimony_app.words.letterheads import removed_sentences
from testimony_app.words.translate import english


def letterhead_import(program: Program, arguments: Namespace, console: Console) -> int:
    """Take a letterhead in and say what was taken out of it."""
    today = datetime.now(UTC).astimezone().date()
    added = program.letterheads.add(arguments.file, arguments.name or "", today)
    if console.as_json:
        console.json(_object(added))
        return DONE
    console.line(added.name)
    _tell(added, console)
    return DONE


def letterhead_list(program: Program, _arguments: Namespace, console: Console) -> int:
    """List the letterheads."""
    found = program.letterheads.all()
    if console.as_json:
        console.json([_object(each) for each in found])
    else:
        console.lines(f"{each.name}  {each.imported or '(damaged)'}" for each in found)
    return DONE


def letterhead_remove(program: Program, arguments: Namespace, console: Console) -> int:
    """Remove a letterhead."""
    removed = program.letterheads.remove(arguments.name)
    if console.as_json:
        console.json({"id": removed.id, "name": removed.name, "removed": True})
    else:
        console.note(f"The letterhead {removed.name} is gone.")
    return DONE


def _object(letterhead: Letterhead) -> dict[str, object]:
    return {
        "id": letterhead.id,
        "name": letterhead.name,
        "imported": letterhead.imported or None,
        "taken_out": list(letterhead.removed),
        "unknown_marks": list(letterhead.unknown),
        "damaged": not letterhead.sha256,
    }


def _tell(letterhead: Letterhead, console: Console) -> None:
    console.note("We took out of our copy:" if letterhead.removed else "We took nothing out.")
    for each in removed_sentences(letterhead.removed, (), english):
        console.note(f"- {each}")
    for each in removed_sentences((), letterhead.unknown, english):
        console.note(each)
    console.note("Your own file was not changed. We keep and use our copy only.")
