"""Where the secrets of channels are: in the system's keyring or an environment variable, never in a file of ours."""

import json
import os
import subprocess
import sys
from pathlib import Path

from testimony_app.domain.errors import BugError, PersonError

SECONDS = 5.0
"""How long a keyring may take. With a screen it may ask the person to unlock it, who may not be there."""

_START = (
    "import sys; sys.path.insert(0, sys.argv[1]); "
    "from importlib import import_module; import_module(sys.argv[2]).main()"
)
_ENVIRONMENT = "env:"


class Secrets:
    """Finds secrets by the name of their channel. One that was typed in is kept in memory until the program ends."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._typed: dict[str, str] = {}

    def find(self, place: str, name: str) -> str:
        """Return a secret. `place` is "keyring" or "env:NAME".

        Raises PersonError: `secret_missing`, `secret_locked`, `secret_no_keyring`, `secret_keyring_failed`.
        """
        if name in self._typed:
            return self._typed[name]
        if place.startswith(_ENVIRONMENT):
            secret = os.environ.get(place.removeprefix(_ENVIRONMENT), "")
            if not secret:
                raise PersonError("secret_missing", channel=name)
            return secret
        return self._ask({"do": "find", "name": name})

    def type_in(self, name: str, secret: str) -> None:
        """Use a secret while the program runs, and keep it nowhere."""
        self._typed[name] = secret

    def put(self, name: str, secret: str) -> None:
        """Keep a secret in the system's keyring. Raises PersonError as `find` does."""
        self._ask({"do": "put", "name": name, "secret": secret})

    def remove(self, name: str) -> None:
        """Take a secret out of memory and keyring. One that is not there is no error; nor is a missing keyring."""
        self._typed.pop(name, None)
        try:
            self._ask({"do": "remove", "name": name})
        except PersonError as error:
            if error.code != "secret_no_keyring":
                raise

    def _ask(self, question: dict[str, str]) -> str:
        ours = str(Path(__file__).resolve().parent.parent.parent)
        command = [sys.executable, "-I", "-c", _START, ours, "testimony_app.settings.secret_worker"]
        try:
            done = subprocess.run(  # noqa: S603
                command, input=json.dumps(question), capture_output=True, text=True, timeout=self._seconds, check=False
            )
        except subprocess.TimeoutExpired as error:
            raise PersonError("secret_locked", channel=question["name"]) from error
        except OSError as error:
            raise BugError("child_missing") from error
        if done.returncode != 0:
            raise PersonError("secret_keyring_failed", channel=question["name"])
        answer: dict[str, str] = json.loads(done.stdout)
        if "code" in answer:
            raise PersonError(answer["code"], channel=question["name"])
        return answer.get("secret", "")
