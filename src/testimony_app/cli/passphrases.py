"""Asking for passphrases: at the terminal without showing them, else a line of standard input."""

import sys
from getpass import getpass

from testimony_app.domain.errors import PersonError
from testimony_app.sealing.passphrase import demand_good


def ask_passphrase(question: str) -> str:
    """Return what the person types, empty where they type nothing."""
    return getpass(question) if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")


def new_passphrase() -> str:
    """Return a passphrase that a file is to be sealed with, typed twice at a terminal.

    Raises PersonError `passphrase_short`, `passphrases_differ`.
    """
    passphrase = ask_passphrase("Passphrase: ")
    demand_good(passphrase)
    if sys.stdin.isatty() and getpass("Once more: ") != passphrase:
        raise PersonError("passphrases_differ")
    return passphrase
