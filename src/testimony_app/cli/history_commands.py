"""`testimony draft history` and `draft restore`."""

from argparse import Namespace

from testimony_app.cli.console import DONE, Console
from testimony_app.services.program import Program


def draft_history(program: Program, arguments: Namespace, console: Console) -> int:
    """List the versions of a draft that are kept, the newest first."""
    versions = program.history.versions(arguments.id)
    lengths = program.history.lengths(arguments.id)
    if console.as_json:
        console.json(
            [
                {
                    "revision": each.rev,
                    "saved": each.saved_utc,
                    "reason": each.reason,
                    "characters": lengths[each.rev],
                    "reference": each.ref or None,
                }
                for each in versions
            ]
        )
    else:
        console.lines(
            f"{each.rev:5}  {each.saved_utc}  {lengths[each.rev]:6} characters  {each.reason:8}  {each.ref}".rstrip()
            for each in versions
        )
    return DONE


def draft_restore(program: Program, arguments: Namespace, console: Console) -> int:
    """Save an earlier version as the newest one."""
    before = program.drafting.open(arguments.id).rev
    restored = program.history.restore(arguments.id, arguments.revision)
    if console.as_json:
        console.json({"id": restored.draft.id, "revision": restored.rev, "restored": arguments.revision})
    else:
        console.note(f"Version {arguments.revision} is back, as version {restored.rev}. Version {before} is kept too.")
    return DONE
