"""From the parsed words to the command that answers them."""

from argparse import Namespace
from collections.abc import Callable, Mapping

from testimony_app.cli import campaign_commands, draft_commands
from testimony_app.cli.console import REFUSED, Console
from testimony_app.domain.errors import TestimonyError
from testimony_app.services.program import Program

Command = Callable[[Program, Namespace, Console], int]

COMMANDS: Mapping[tuple[str, str], Command] = {
    ("campaign", "list"): campaign_commands.campaign_list,
    ("campaign", "show"): campaign_commands.campaign_show,
    ("campaign", "check"): campaign_commands.campaign_check,
    ("campaign", "schema"): campaign_commands.campaign_schema,
    ("body", "list"): campaign_commands.body_list,
    ("body", "show"): campaign_commands.body_show,
    ("body", "check"): campaign_commands.body_check,
    ("draft", "import"): draft_commands.draft_import,
    ("draft", "list"): draft_commands.draft_list,
    ("draft", "show"): draft_commands.draft_show,
    ("draft", "search"): draft_commands.draft_search,
    ("draft", "delete"): draft_commands.draft_delete,
    ("check", ""): draft_commands.check,
    ("export", ""): draft_commands.export,
    ("doctor", ""): draft_commands.doctor,
}


def run_command(program: Program, arguments: Namespace, console: Console) -> int:
    """Run the chosen command and return its exit code. An error becomes one sentence."""
    try:
        return COMMANDS[arguments.command, getattr(arguments, "action", "")](program, arguments, console)
    except TestimonyError as error:
        console.error(error)
        return REFUSED
