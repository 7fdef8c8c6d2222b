"""`testimony lock ...`."""

import os
from argparse import Namespace
from collections.abc import Sequence

from testimony_app.cli.console import DONE, REFUSED, Console
from testimony_app.cli.passphrases import OF_PROFILE, new_passphrase, profile_passphrase
from testimony_app.services.erasing import Left
from testimony_app.services.program import Program
from testimony_app.words.erasing import left_sentence, what_stays
from testimony_app.words.errors import sentence
from testimony_app.words.locking import key_left_sentence, lock_not_done, lock_standing, what_locking_means
from testimony_app.words.translate import english


def lock_status(program: Program, _arguments: Namespace, console: Console) -> int:
    """Say whether the profile is locked, and what opens it. Nothing is asked for."""
    status = program.locking.status()
    if console.as_json:
        console.json(
            {
                "on": status.is_on,
                "passphrase": status.has_passphrase,
                "keyring": status.has_keyring,
                "not_done": [str(path) for path in status.not_done],
                "installed": status.missing is None,
            }
        )
        return DONE
    console.line(lock_standing(status, english))
    if status.not_done:
        console.note(lock_not_done(status, english))
        console.note("To finish: testimony lock on" if status.is_on else "To finish: testimony lock off")
    if status.missing is not None:
        console.note(sentence(status.missing, english))
    return DONE


def lock_on(program: Program, arguments: Namespace, console: Console) -> int:
    """Lock the profile, or finish what was stopped half way."""
    status = program.locking.status()
    passphrase = ""
    if not status.is_on and status.missing is None and (arguments.passphrase or not arguments.keyring):
        if not console.as_json:
            for words in what_locking_means(english):
                console.note(words)
        passphrase = os.environ.get(OF_PROFILE) or new_passphrase("A passphrase, such as four words: ")
    left = program.locking.turn_on(passphrase, keyring=arguments.keyring)
    if not console.as_json:
        console.note(lock_standing(program.locking.status(), english))
    return _tell(left, [left_sentence(each, english) for each in left], console, is_on=True)


def lock_off(program: Program, _arguments: Namespace, console: Console) -> int:
    """Take the lock off."""
    left = program.locking.turn_off()
    if not console.as_json:
        console.note(lock_standing(program.locking.status(), english))
    return _tell(left, [key_left_sentence(each, english) for each in left], console, is_on=False)


def lock_passphrase(program: Program, _arguments: Namespace, console: Console) -> int:
    """Change the passphrase; the one before is asked for where there is one."""
    old = profile_passphrase() if program.locking.status().has_passphrase else ""
    program.locking.change_passphrase(old, new_passphrase("The new passphrase: "))
    if console.as_json:
        console.json({"changed": True})
    else:
        console.note("The new passphrase opens your testimonies now. The one before does not.")
    return DONE


def _tell(left: Sequence[Left], sentences: Sequence[str], console: Console, *, is_on: bool) -> int:
    if console.as_json:
        console.json({"on": is_on, "left": [each.what for each in left]})
    else:
        for words in sentences:
            console.note(words)
        if is_on:
            console.note(what_stays(english))
    return REFUSED if left else DONE
