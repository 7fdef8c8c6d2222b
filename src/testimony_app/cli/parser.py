"""The words the command line understands."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from testimony_app import __version__

if TYPE_CHECKING:
    Commands: TypeAlias = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001  (it has no other name)

SCHEMAS = ("campaign", "point", "body", "testimony", "channels")
FORMATS = ("docx", "pdf", "txt", "json")
VARIANTS = ("written", "large-print", "speaking-card", "cover-note")


def parse(words: Sequence[str]) -> argparse.Namespace:
    """Return what the words ask for: the command in `command`, its part in `action`. No command opens the window.

    For the window no parser is made: that would take as long as reading a campaign.
    """
    match words:
        case []:
            return argparse.Namespace(command=None, profile=None, without_saving=False)
        case ["--profile", folder] if not folder.startswith("-"):
            return argparse.Namespace(command=None, profile=Path(folder), without_saving=False)
    parser = _whole_parser()
    parsed = parser.parse_args(words)
    if parsed.command == "export" and (parsed.revisions or parsed.seal) and (parsed.to != ("json",) or parsed.packet):
        parser.error("--revisions and --seal need --to json, and nothing else")
    if parsed.command == "export" and parsed.packet and parsed.force:
        parser.error("--packet replaces no file, so --force does nothing there")
    if parsed.command == "export" and not parsed.to and not parsed.packet:
        parser.error("Say which format you want. For example: --to docx,pdf")
    if parsed.command == "export" and parsed.speaks_for and not parsed.letterhead:
        parser.error("--speaks-for needs --letterhead")
    if parsed.command and parsed.without_saving:
        parser.error("--without-saving is for the window alone")
    return parsed


def _whole_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="testimony",
        description="Write testimony to your city council. Nothing is sent unless you say so.",
    )
    parser.add_argument("--version", action="version", version=f"testimony {__version__}")
    parser.add_argument(
        "--profile", type=Path, metavar="DIR", help="keep data, settings, cache and logs in this folder"
    )
    parser.add_argument(
        "--without-saving", action="store_true", help="open a window in which nothing that you write is kept"
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    _add_campaign(_group(commands, "campaign", "look at campaigns, or check one you are making"))
    _add_body(_group(commands, "body", "look at public bodies, or check a body file"))
    _add_draft(_group(commands, "draft", "import, list, read, find, delete and restore testimonies"))
    check = _command(commands, "check", "look a testimony over before it is shared")
    check.add_argument("id", metavar="ID")
    _add_export(commands)
    example = _command(commands, "example", "write a made-up testimony in every format, to see that all works")
    example.add_argument("--out", type=Path, required=True, metavar="DIR")
    _command(commands, "doctor", "look whether this installation is in order")
    _add_send(commands)
    _add_letterhead(_group(commands, "letterhead", "take in and remove the letterheads of organizations"))
    everything = _command(commands, "erase-everything", "erase all that Testimony keeps for you on this computer")
    everything.add_argument("--yes", action="store_true", help="do it; it cannot be undone")
    _add_backup(_group(commands, "backup", "list, make and bring back backups"))
    _add_lock(_group(commands, "lock", "lock what you write with a passphrase or the keyring of this computer"))
    _add_outbox(_group(commands, "outbox", "see what is sent and waiting, and send what is due"))
    _add_channel(_group(commands, "channel", "set up the ways a testimony can take, and try them"))
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
    listing = _command(actions, "list", "list your testimonies, newest change first")
    listing.add_argument("--deleted", action="store_true", help="those that are deleted, with the days they stay")
    _command(actions, "show", "show one testimony").add_argument("id", metavar="ID")
    _command(actions, "search", "find testimonies by their words").add_argument("words", nargs="+", metavar="WORDS")
    _command(actions, "history", "list the versions of one testimony that are kept").add_argument("id", metavar="ID")
    restore = _command(actions, "restore", "take an earlier version back, as a new one")
    restore.add_argument("id", metavar="ID")
    restore.add_argument("revision", type=int, metavar="REV", help="its number in the history")
    _command(actions, "delete", "delete one testimony").add_argument("id", metavar="ID")
    erase = _command(actions, "erase", "erase one testimony for good, with its versions, here and in the backups")
    erase.add_argument("id", metavar="ID")
    erase.add_argument("--yes", action="store_true", help="do it; it cannot be undone")
    _command(actions, "undelete", "bring a deleted testimony back").add_argument("id", metavar="ID")


def _add_export(commands: "Commands") -> None:
    export = _command(commands, "export", "write testimonies to files")
    export.add_argument("ids", nargs="+", metavar="ID")
    export.add_argument(
        "--to", type=_formats, default=(), metavar="FORMATS", help=f"one or several of {','.join(FORMATS)}"
    )
    export.add_argument("--variant", choices=VARIANTS, default="written", help="what it is for; Word and PDF have all")
    export.add_argument(
        "--packet",
        action="store_true",
        help="all of them in one PDF with an index, each also alone; in the order given, so name them as they came; "
        "not as json, which holds a name that is left out and how to reach people",
    )
    export.add_argument("--out", type=str, required=True, metavar="PATH_OR_DIR")
    export.add_argument("--force", action="store_true", help="replace a file that is there")
    export.add_argument("--revisions", action="store_true", help="bring the earlier versions along; with --to json")
    export.add_argument("--seal", action="store_true", help="ask for a passphrase and seal the file; with --to json")
    export.add_argument("--letterhead", default="", metavar="NAME", help="set a Word file on this letterhead")
    export.add_argument(
        "--speaks-for", action="store_true", help="you speak for the organization whose letterhead it is"
    )
    export.add_argument(
        "--codes", action="store_true", help="put the text at the foot of a PDF as codes for a phone, up to six"
    )
    export.add_argument("--no-headings", action="store_true", help="leave the headings of sections out")


def _add_letterhead(actions: "Commands") -> None:
    imports = _command(actions, "import", "take in a Word letterhead; see docs/letterheads.md")
    imports.add_argument("file", type=Path, metavar="FILE")
    imports.add_argument("--name", metavar="NAME", help="what to call it; the name of its file without")
    _command(actions, "list", "list the letterheads")
    _command(actions, "remove", "remove a letterhead").add_argument("name", metavar="NAME")


def _formats(text: str) -> tuple[str, ...]:
    """Return the formats that a list names, each once, in capitals or not. Raises ArgumentTypeError."""
    named = tuple(dict.fromkeys(name for name in map(str.strip, text.lower().split(",")) if name))
    unknown = [name for name in named if name not in FORMATS]
    if unknown:
        raise argparse.ArgumentTypeError(f"unknown format: {', '.join(unknown)} (choose from {', '.join(FORMATS)})")
    return named


def _add_send(commands: "Commands") -> None:
    send = _command(
        commands, "send", "hand one testimony over; exit code 0 accepted, 3 waiting, 4 needs you, 5 unknown"
    )
    send.add_argument("id", metavar="ID")
    send.add_argument("--via", required=True, metavar="NAME", help="the channel; see channel list")
    send.add_argument(
        "--consent", action="store_true", help="these are your words and you want them sent; without it they are shown"
    )
    send.add_argument("--copy-to", metavar="ADDRESS", help="send yourself a copy")


def _add_backup(actions: "Commands") -> None:
    _command(actions, "list", "list the backups, and what a damaged file still holds")
    _command(actions, "make", "make a backup now; one is made every day by itself")
    restore = _command(actions, "restore", "bring a backup back; what is there now is kept")
    restore.add_argument("name", nargs="?", metavar="NAME", help="its name or number; the newest without")
    restore.add_argument("--salvage", action="store_true", help="add what can still be read of a damaged file")


def _add_lock(actions: "Commands") -> None:
    _command(actions, "status", "say whether your testimonies are locked, and what opens them")
    on = _command(actions, "on", "lock all testimonies and backups; without an option by a passphrase")
    on.add_argument("--passphrase", action="store_true", help="ask for a passphrase; see docs/lock.md")
    on.add_argument("--keyring", action="store_true", help="keep the key in the keyring of this computer")
    _command(actions, "off", "take the lock off")
    _command(actions, "passphrase", "change the passphrase, or add one to the keyring")


def _add_outbox(actions: "Commands") -> None:
    _command(actions, "list", "list what is sent and waiting")
    show = _command(actions, "show", "show what is known of one submission")
    show.add_argument("id", metavar="ID")
    show.add_argument("--receipt", metavar="FILE", help="write it to a file")
    run = _command(actions, "run", "send what is due, once")
    run.add_argument("--go-on", action="store_true", help="you have looked at the list; end the pause")
    _command(actions, "cancel", "take back what has not been handed over").add_argument("id", metavar="ID")
    resolve = _command(actions, "resolve", "say what you found out about one that may have arrived")
    resolve.add_argument("id", metavar="ID")
    resolve.add_argument("result", choices=("arrived", "not-arrived"))


def _add_channel(actions: "Commands") -> None:
    _command(actions, "list", "list the channels")
    _command(actions, "templates", "list the ways to send that campaigns bring along")
    add = _command(actions, "add", "set a channel up")
    add.add_argument("name", metavar="NAME")
    add.add_argument(
        "settings", nargs="+", metavar="KEY=VALUE", help="kind=..., title=... and so on; see docs/channels.md"
    )
    for name, text in (
        ("test", "try a channel without sending anything"),
        ("secret", "keep the password of a channel in this computer's keyring"),
        ("checked", "say that you have checked its addresses today"),
        ("remove", "take a channel out"),
    ):
        _command(actions, name, text).add_argument("name", metavar="NAME")
