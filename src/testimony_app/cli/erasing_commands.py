"""`testimony draft erase` and `testimony erase-everything`."""

from argparse import Namespace
from collections.abc import Sequence

from testimony_app.cli.console import DONE, REFUSED, Console
from testimony_app.domain.errors import PersonError
from testimony_app.services.erasing import Left
from testimony_app.services.program import Program
from testimony_app.words.erasing import left_sentence, what_stays
from testimony_app.words.translate import english


def draft_erase(program: Program, arguments: Namespace, console: Console) -> int:
    """Erase a draft for good; without --yes nothing is done."""
    if not arguments.yes:
        raise PersonError("erasing_not_confirmed")
    left = program.erasing.erase(arguments.id)
    if not console.as_json:
        console.note("It is erased: the text, its earlier versions and what was sent, here and in the backups.")
    return _tell(left, {"id": arguments.id}, console)


def erase_everything(program: Program, arguments: Namespace, console: Console) -> int:
    """Erase the whole profile; without --yes nothing is done."""
    if not arguments.yes:
        raise PersonError("erasing_not_confirmed")
    left = program.erasing.erase_everything()
    if not console.as_json:
        console.note("Testimony keeps nothing more of you on this computer." if not left else "Not all of it is gone.")
    return _tell(left, {}, console)


def _tell(left: Sequence[Left], said: dict[str, object], console: Console) -> int:
    if console.as_json:
        console.json(said | {"erased": True, "left": [each.what for each in left]})
    else:
        for each in left:
            console.note(left_sentence(each, english))
        console.note(what_stays(english))
    return REFUSED if left else DONE
