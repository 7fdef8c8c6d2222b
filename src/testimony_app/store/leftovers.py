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
    r"(testimony|ledger|lock)[^/]*\.[0-9a-f]{8}\.(new|old)(-wal|-shm|-journal)?"
    r"|\.[0-9a-f]{12}\.new(-journal)?|\.testimony-[0-9a-f]{12}\.part|\.salvage-.+"
)
_TURNED = re.compile(r"[^/]+\.[0-9a-f]{8}\.(new|old)")


def remove_leftovers(folder: Path, now: datetime | None = None) -> tuple[Path, ...]:
    """Remove what was left half made in a profile's folder and among its backups; it may hold somebody's words.

    `now` spares what somebody may be making just now. Returns what could not be removed.
    """
    stayed: list[Path] = []
    for each in _named(folder, _NAMES):
        try:
            if now is None or now.timestamp() - each.lstat().st_mtime > _OLD.total_seconds():
                wipe_folder(each)
        except FileNotFoundError:
            continue
        except (PersonError, OSError):
            stayed.append(each)
    return tuple(stayed)


def left_by_a_turned_lock(folder: Path) -> tuple[Path, ...]:
    """Return copies that did not get their place, or lost it and were not overwritten yet, when a lock was turned."""
    return _named(folder, _TURNED)


def _named(folder: Path, names: re.Pattern[str]) -> tuple[Path, ...]:
    found: list[Path] = []
    for place in (folder, folder / BACKUPS):
        with suppress(OSError):
            found += [each for each in place.iterdir() if names.fullmatch(each.name)]
    return tuple(found)
