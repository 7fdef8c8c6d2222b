"""Commands that run quietly: what they print is kept until somebody needs it."""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended: its exit code, and everything it printed in the order it came."""

    code: int
    output: str


Run = Callable[[Sequence[str]], Ended]


def run_quietly(command: Sequence[str]) -> Ended:
    """Run a command without input and in plain English, so that its messages can be recognized.

    Raises OSError when the command cannot be started.
    """
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    return Ended(done.returncode, done.stdout)


def say(sentence: str) -> None:
    """Tell the person what is happening, on standard error: standard output belongs to the program that is started."""
    print(sentence, file=sys.stderr, flush=True)
