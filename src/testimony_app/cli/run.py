"""From the parsed words to the command that answers them."""

import traceback
from argparse import Namespace
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path

from testimony_app.cli.console import REFUSED, Console
from testimony_app.domain.errors import BugError, PersonError, TestimonyError
from testimony_app.services.program import Program
from testimony_app.words.errors import sentence
from testimony_app.words.translate import english

Command = Callable[[Program, Namespace, Console], int]

_COMMANDS: Mapping[tuple[str, str], tuple[str, str]] = {
    ("campaign", "list"): ("campaign_commands", "campaign_list"),
    ("campaign", "show"): ("campaign_commands", "campaign_show"),
    ("campaign", "check"): ("campaign_commands", "campaign_check"),
    ("campaign", "schema"): ("campaign_commands", "campaign_schema"),
    ("body", "list"): ("campaign_commands", "body_list"),
    ("body", "show"): ("campaign_commands", "body_show"),
    ("body", "check"): ("campaign_commands", "body_check"),
    ("draft", "import"): ("draft_commands", "draft_import"),
    ("draft", "list"): ("draft_commands", "draft_list"),
    ("draft", "show"): ("draft_commands", "draft_show"),
    ("draft", "search"): ("draft_commands", "draft_search"),
    ("draft", "delete"): ("draft_commands", "draft_delete"),
    ("draft", "undelete"): ("draft_commands", "draft_undelete"),
    ("draft", "erase"): ("erasing_commands", "draft_erase"),
    ("erase-everything", ""): ("erasing_commands", "erase_everything"),
    ("draft", "history"): ("history_commands", "draft_history"),
    ("draft", "restore"): ("history_commands", "draft_restore"),
    ("backup", "list"): ("backup_commands", "backup_list"),
    ("backup", "make"): ("backup_commands", "backup_make"),
    ("backup", "restore"): ("backup_commands", "backup_restore"),
    ("check", ""): ("draft_commands", "check"),
    ("export", ""): ("export_commands", "export"),
    ("letterhead", "import"): ("letterhead_commands", "letterhead_import"),
    ("letterhead", "list"): ("letterhead_commands", "letterhead_list"),
    ("letterhead", "remove"): ("letterhead_commands", "letterhead_remove"),
    ("doctor", ""): ("draft_commands", "doctor"),
    ("send", ""): ("sending_commands", "send"),
    ("outbox", "list"): ("sending_commands", "outbox_list"),
    ("outbox", "show"): ("sending_commands", "outbox_show"),
    ("outbox", "run"): ("sending_commands", "outbox_run"),
    ("outbox", "cancel"): ("sending_commands", "outbox_cancel"),
    ("outbox", "resolve"): ("sending_commands", "outbox_resolve"),
    ("lock", "status"): ("lock_commands", "lock_status"),
    ("lock", "on"): ("lock_commands", "lock_on"),
    ("lock", "off"): ("lock_commands", "lock_off"),
    ("lock", "passphrase"): ("lock_commands", "lock_passphrase"),
    ("channel", "list"): ("channel_commands", "channel_list"),
    ("channel", "templates"): ("channel_commands", "channel_templates"),
    ("channel", "add"): ("channel_commands", "channel_add"),
    ("channel", "remove"): ("channel_commands", "channel_remove"),
    ("channel", "checked"): ("channel_commands", "channel_checked"),
    ("channel", "secret"): ("channel_commands", "channel_secret"),
    ("channel", "test"): ("channel_commands", "channel_test"),
}
"""Where each command is. Its module is loaded when it is run."""

_LOST = frozenset({"store_damaged", "store_empty", "store_missing"})
"""Codes of a database that a backup can stand in for."""

_SEE_BACKUPS = "See: testimony backup list"


def run_command(program: Program, arguments: Namespace, console: Console) -> int:
    """Run the chosen command and return its exit code. After one that has written, there is a backup of the day."""
    module, name = _COMMANDS[arguments.command, getattr(arguments, "action", "")]
    program.ask_passphrase = _ask_passphrase
    command: Command = getattr(import_module(f"testimony_app.cli.{module}"), name)
    code = command(program, arguments, console)
    console.flush()
    try:
        program.back_up_what_was_written()
    except TestimonyError as error:
        console.note(f"The backup of the day could not be made. {sentence(error, english)}")
    return code


def _ask_passphrase() -> str:
    from testimony_app.cli.passphrases import profile_passphrase  # noqa: PLC0415  (only a locked profile needs it)

    return profile_passphrase()


def told(console: Console, work: Callable[[], int]) -> int:
    """Do some work; whatever goes wrong becomes one sentence and exit code 1, never a traceback.

    An error nobody foresaw is told by its kind and the last place in our code. Its own text may hold a person's words,
    and is not shown.
    """
    try:
        code = work()
        console.flush()
    except BrokenPipeError:
        raise
    except TestimonyError as error:
        console.error(error, _SEE_BACKUPS if error.code in _LOST else "")
    except KeyboardInterrupt:
        console.error(PersonError("interrupted"))
    except Exception as error:  # noqa: BLE001  (the last net of the command line)
        ours = Path(__file__).parent.parent
        frames = traceback.extract_tb(error.__traceback__)
        place = [frame for frame in frames if Path(frame.filename).is_relative_to(ours)][-1]
        detail = f"{type(error).__name__}, {Path(place.filename).name}:{place.lineno}"
        console.error(BugError("unforeseen", detail=detail))
    else:
        return code
    return REFUSED
