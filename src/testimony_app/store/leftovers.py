"""What a stopped program leaves beside the database: halves of files that never got their name."""

import re
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from testimony_app.domain.errors import PersonError
from testimony_app.files.wiping import wipe_folder
from testimony_app.store.database import BACKUPS

_OLD = timedelta(hours=1)
"""What is younger somebody may be making just now."""

_NAMES = re.compile(
    r"(testimony|ledger|lock)[^/]*\.[0-9a-f]{8}\.(new|old)(-wal|-shm|-journal)?|\.[0-9a-f]{12}\.new(-journal)?|\.salvage-.+"
)
_TURNED = re.compile(r"[^/]+\.[0-9a-f]{8}\.(new|old)")


def remove_leftovers(folder: Path, now: datetime) -> None:
    """Remove what was left half made in a profile's folder and among its backups; it may hold somebody's words."""
    for place in (folder, folder / BACKUPS):
        with suppress(OSError):
            for each in place.iterdir():
                if _NAMES.fullmatch(each.name) and now.timestamp() - each.lstat().st_mtime > _OLD.total_seconds():
                    _remove(each)


def left_by_a_turned_lock(folder: Path) -> tuple[Path, ...]:
    """Return copies that did not get their place, or lost it and were not overwritten yet, when a lock was turned."""
    found: list[Path] = []
    for place in (folder, folder / BACKUPS):
        with suppress(OSError):
            found += [each for each in place.iterdir() if _TURNED.fullmatch(each.name)]
    return tuple(found)


def _remove(path: Path) -> None:
    with suppress(PersonError):
        wipe_folder(path)
