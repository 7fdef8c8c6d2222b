"""Running a parser of untrusted bytes in a child with limits on time, memory, files and network."""

import ctypes
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from testimony_app.domain.errors import BugError, OrganizerError

_START = (
    "import sys; sys.path.insert(0, sys.argv[1]); "
    "from importlib import import_module; import_module(sys.argv[2]).main()"
)
_CLONE_NEWUSER = 0x10000000
_CLONE_NEWNET = 0x40000000


@dataclass(frozen=True, slots=True)
class Limits:
    """What a confined child may use: bytes of memory, seconds of processor time and seconds in all."""

    memory_bytes: int = 512 * 1024 * 1024
    processor_seconds: int = 10
    seconds: int = 20


def run_confined(module: str, content: bytes, limits: Limits) -> bytes:
    """Run `module.main()` in a child with `content` on its standard input; return its standard output.

    The child is meant to call `confine` first, and to report faults of the content in its output. Raises
    OrganizerError `content_too_heavy` where it ran into a limit or died, BugError `child_missing` where it could not
    be started.
    """
    parent = str(Path(__file__).resolve().parent.parent.parent)
    environment = {key: value for key, value in os.environ.items() if key in {"PATH", "SYSTEMROOT", "LANG"}}
    try:
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-I", "-c", _START, parent, module],
            input=content,
            capture_output=True,
            timeout=limits.seconds,
            env=environment,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise OrganizerError("content_too_heavy") from error
    except OSError as error:
        raise BugError("child_missing") from error
    if done.returncode != 0:
        raise OrganizerError("content_too_heavy")
    return done.stdout


def serve_confined(limits: Limits, work: Callable[[bytes], bytes]) -> None:
    """In the child: take on the limits, then turn standard input into standard output by `work`."""
    confine(limits)
    sys.stdout.buffer.write(work(sys.stdin.buffer.read()))


def confine(limits: Limits) -> None:
    """Give up what a parser never needs: more memory or time, files, core dumps, and the network where Linux allows.

    Windows has no such limits; there the parent's total time alone holds.
    """
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415  (not there on Windows)

    for which, most in (
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_CPU, limits.processor_seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(ValueError):  # macOS refuses some of these
            resource.setrlimit(which, (most, most))
    if sys.platform == "linux":
        _leave_the_network()


def _leave_the_network() -> None:
    """Move to a network of our own, without a way out: with privileges, else through a user namespace (unshare(2))."""
    unshare = ctypes.CDLL(None).unshare
    if unshare(_CLONE_NEWNET):
        unshare(_CLONE_NEWUSER | _CLONE_NEWNET)
