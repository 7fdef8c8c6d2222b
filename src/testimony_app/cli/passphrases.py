"""Asking for passphrases: at the terminal without showing them, else a line of standard input."""

import os
import sys
from getpass import getpass

from testimony_app.domain.errors import PersonError
from testimony_app.sealing.passphrase import demand_good

OF_PROFILE = "TESTIMONY_PASSPHRASE"
"""The environment variable that may hold the passphrase of a locked profile."""


def profile_passphrase() -> str:
    """Return the passphrase of a locked profile, from the environment or asked for, empty where there is none."""
    return os.environ.get(OF_PROFILE) or ask_passphrase("Passphrase that opens your testimonies: ")


def ask_passphrase(question: str) -> str:
    """Return what the person types, empty where they type nothing."""
    return getpass(question) if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")


def new_passphrase(question: str = "Passphrase: ") -> str:
    """Return a passphrase that something is to be sealed with, typed twice at a terminal.

    Raises PersonError `passphrase_short`, `passphrases_differ`.
    """
    passphrase = ask_passphrase(question)
    demand_good(passphrase)
    if sys.stdin.isatty() and getpass("Once more: ") != passphrase:
        raise PersonError("passphrases_differ")
    return passphrase
