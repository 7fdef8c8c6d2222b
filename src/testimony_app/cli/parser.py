"""The words the command line understands."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from testimony_app import __version__

if TYPE_CHECKING:
    Commands: TypeAlias = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001  (it has no other name)

SCHEMAS = ("campaign", "point", "body", "testimony")
FORMATS = ("docx", "txt", "json")


def parse(words: Sequence[str]) -> argparse.Namespace:
    """Return what the words ask for: the command in `command`, its part in `action`. No command opens the window.

    For the window no parser is made: that would take as long as reading a campaign.
    """
    match words:
        case []:
            return argparse.Namespace(command=None, profile=None)
        case ["--profile", folder] if not folder.startswith("-"):
            return argparse.Namespace(command=None, profile=Path(folder))
    return _whole_parser().parse_args(words)


def _whole_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="testimony",
        description="Write testimony to your city council. Nothing is sent anywhere.",
    )
    parser.add_argument("--version", action="version", version=f"testimony {__version__}")
    parser.add_argument(
        "--profile", type=Path, metavar="DIR", help="keep data, settings, cache and logs in this folder"
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    _add_campaign(_group(commands, "campaign", "look at campaigns, or check one you are making"))
    _add_body(_group(commands, "body", "look at public bodies, or check a body file"))
    _add_draft(_group(commands, "draft", "import, list, read, find, delete and bring back testimonies"))
    check = _command(commands, "check", "look a testimony over before it is shared")
    check.add_argument("id", metavar="ID")
    _add_export(commands)
    example = _command(commands, "example", "write a made-up testimony in every format, to see that all works")
    example.add_argument("--out", type=Path, required=True, metavar="DIR")
    _command(commands, "doctor", "look whether this installation is in order")
    return parser


def _group(commands: "Commands", name: str, text: str) -> "Commands":
    parser = commands.add_parser(name, help=text, description=text.capitalize() + ".")
    return parser.add_subparsers(dest="action", metavar="ACTION", required=True)


def _command(commands: "Commands", name: str, text: str) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=text, description=text.capitalize() + ".")
    parser.add_argument("--json", action="store_true", help="print JSON")
    return parser


def _add_campaign(actions: "Commands") -> None:
    _command(actions, "list", "list the installed campaigns")
    _command(actions, "show", "show one campaign").add_argument("id", metavar="ID")
    check = _command(actions, "check", "list every problem of a campaign folder or .campaign file")
    check.add_argument("path", type=Path, metavar="PATH")
    schema = _command(actions, "schema", "print the JSON Schema of a file format")
    schema.add_argument("format", nargs="?", choices=SCHEMAS, default="campaign")


def _add_body(actions: "Commands") -> None:
    _command(actions, "list", "list the public bodies")
    _command(actions, "show", "show what is known of one body").add_argument("id", metavar="ID")
    check = _command(actions, "check", "list every problem of a body file")
    check.add_argument("path", type=Path, metavar="PATH")


def _add_draft(actions: "Commands") -> None:
    imports = _command(actions, "import", "take in .testimony.json files")
    imports.add_argument("files", nargs="+", type=Path, metavar="FILE")
    _command(actions, "list", "list your testimonies, newest change first")
    _command(actions, "show", "show one testimony").add_argument("id", metavar="ID")
    _command(actions, "search", "find testimonies by their words").add_argument("words", nargs="+", metavar="WORDS")
    _command(actions, "delete", "delete one testimony").add_argument("id", metavar="ID")
    _command(actions, "undelete", "bring a deleted testimony back").add_argument("id", metavar="ID")


def _add_export(commands: "Commands") -> None:
    export = _command(commands, "export", "write testimonies to files")
    export.add_argument("ids", nargs="+", metavar="ID")
    export.add_argument("--to", choices=FORMATS, required=True, help="the format")
    export.add_argument("--out", type=str, required=True, metavar="PATH_OR_DIR")
    export.add_argument("--force", action="store_true", help="replace a file that is there")
    export.add_argument("--no-headings", action="store_true", help="leave the headings of sections out")
