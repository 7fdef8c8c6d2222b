"""The process that asks the system's keyring: a locked one may never answer, and must not hold anything up."""

import json
import sys
from typing import Any

from keyring.backend import KeyringBackend, get_all_keyring
from keyring.errors import KeyringLocked, PasswordDeleteError

SERVICE = "testimony"
_REAL = (
    "keyring.backends.SecretService",
    "keyring.backends.kwallet",
    "keyring.backends.macOS",
    "keyring.backends.Windows",
)
"""The keyrings that keep a secret from others. Whatever else may be installed, such as a plain file, is not used."""


def main() -> None:
    """Answer one question, JSON on standard input, with JSON on standard output."""
    question: dict[str, str] = json.load(sys.stdin)
    json.dump(_answer(question["do"], question["name"], question.get("secret", "")), sys.stdout)


def _answer(do: str, name: str, secret: str) -> dict[str, Any]:
    ring = _real_keyring()
    if ring is None:
        return {"code": "secret_no_keyring"}
    try:
        if do == "put":
            ring.set_password(SERVICE, name, secret)
        elif do == "remove":
            ring.delete_password(SERVICE, name)
        else:
            found = ring.get_password(SERVICE, name)
            return {"code": "secret_missing"} if found is None else {"secret": found}
    except PasswordDeleteError:
        return {}
    except KeyringLocked:
        return {"code": "secret_locked"}
    except Exception:  # noqa: BLE001  (each keyring has errors of its own, whose texts may name secrets)
        return {"code": "secret_keyring_failed"}
    return {}


def _real_keyring() -> KeyringBackend | None:
    real = [ring for ring in get_all_keyring() if type(ring).__module__ in _REAL]
    return max(real, key=lambda ring: float(ring.priority), default=None)
