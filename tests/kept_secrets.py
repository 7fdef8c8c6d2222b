"""A keyring that is only in memory, in the place of the computer's own."""

import hashlib

from testimony_app.domain.errors import PersonError
from testimony_app.sealing import key_file
from testimony_app.sealing.passphrase import demand_good
from testimony_app.settings.secrets import Secrets


def keyring_in_memory(monkeypatch, refuses=""):
    """Return what is kept, by name. With a code in `refuses` it answers with that alone."""
    kept = {}

    def ask(_self, question):
        name = question["name"]
        if refuses:
            raise PersonError(refuses, channel=name)
        if question["do"] == "put":
            kept[name] = question["secret"]
        elif question["do"] == "remove":
            kept.pop(name, None)
        elif name not in kept:
            raise PersonError("secret_missing", channel=name)
        return kept.get(name, "")

    monkeypatch.setattr(Secrets, "_ask", ask)
    return kept


def quick_sealing(monkeypatch):
    """Let a key be sealed without the second that each passphrase takes. The true seal is tried in tests/sealing."""

    def seal_with(content, passphrase):
        demand_good(passphrase)
        return hashlib.sha256(passphrase.encode()).digest() + content[::-1]

    def open_with(sealed, passphrase):
        if sealed[:32] != hashlib.sha256(passphrase.encode()).digest():
            raise PersonError("passphrase_wrong")
        return sealed[32:][::-1]

    monkeypatch.setattr(key_file, "seal_with", seal_with)
    monkeypatch.setattr(key_file, "open_with", open_with)
