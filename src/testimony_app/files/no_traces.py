"""Keeps the system from writing this process's memory to a disk when it breaks."""

import ctypes
import sys
from contextlib import suppress

_PR_SET_DUMPABLE = 4


def leave_no_core() -> None:
    """Let no image of the memory be written after a crash, and no other process of this person look into it.

    Where a system has no such call nothing is changed. What it moves to its swap is not reached by this.
    """
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415  (Windows has none)

    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
