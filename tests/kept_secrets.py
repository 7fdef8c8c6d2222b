"""A keyring that is only in memory, in the place of the computer's own."""

from testimony_app.domain.errors import PersonError
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
