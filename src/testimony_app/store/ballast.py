"""A file that only takes up room, so that there is some for the last words when the disk is full."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

SIZE = 1024 * 1024
"""How much room it keeps, in bytes."""

_LEFT_OVER = 4 * SIZE
"""It is only made where this much stays free beside it."""

_NAME = "room-for-last-words"


def ballast_in(folder: Path) -> Path:
    """Return where the file of a profile's folder is. It need not be there."""
    return folder / _NAME


def keep_ballast(folder: Path) -> bool:
    """Make the file where it is not there and there is room enough; return whether it is there now."""
    path = ballast_in(folder)
    with suppress(OSError):
        if path.exists():
            return True
        if shutil.disk_usage(folder).free < SIZE + _LEFT_OVER:
            return False
        try:
            with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(os.urandom(SIZE))  # a file system may keep equal bytes in no room at all
                file.flush()
                os.fsync(file.fileno())
        except OSError:
            path.unlink(missing_ok=True)
            return False
        return True
    return False


def release_ballast(folder: Path) -> bool:
    """Give the room back; return whether there was any."""
    try:
        ballast_in(folder).unlink()
    except OSError:
        return False
    return True
