"""What SQLite's errors mean to the person."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from testimony_app.domain.errors import BugError, PersonError, TestimonyError
from testimony_app.store.engine import is_by_sqlite, is_locked

_CODES = {
    "SQLITE_FULL": "disk_full",
    "SQLITE_READONLY": "store_read_only",
    "SQLITE_CANTOPEN": "store_cannot_open",
    "SQLITE_PERM": "store_cannot_open",
    "SQLITE_AUTH": "store_cannot_open",
    "SQLITE_CORRUPT": "store_damaged",
    "SQLITE_NOTADB": "store_damaged",
    "SQLITE_BUSY": "store_busy",
    "SQLITE_LOCKED": "store_busy",
    "SQLITE_IOERR": "store_disk_error",
}
_LEAST_ROOM = 32 * 1024
"""Bytes of the index of the log, which SQLite makes to open a database. Where they have no room it names no cause."""

_NO_TEXT = "Could not decode to UTF-8"
"""What Python, not SQLite, says of a text in a damaged row."""


def store_error(error: sqlite3.Error, path: Path) -> TestimonyError:
    """Return what a failed database operation means; a fault of our own SQL is a bug."""
    name = getattr(error, "sqlite_errorname", "") or ""
    code = next((code for start, code in _CODES.items() if name.startswith(start)), "")
    if code == "store_disk_error" and _is_full(path):
        code = "disk_full"
    if not code and str(error).startswith(_NO_TEXT):
        code = "store_damaged"
    if name == "SQLITE_NOTADB" and is_by_sqlite(error) and is_locked(path):
        code = "store_locked"
    if code:
        return PersonError(code, path=str(path))
    return BugError("store_bug", path=str(path), detail=f"{name} {error}".strip())


def _is_full(path: Path) -> bool:
    import shutil  # noqa: PLC0415  (a start needs none)

    try:
        return shutil.disk_usage(path.parent).free < _LEAST_ROOM
    except OSError:
        return False


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Raise every SQLite error inside as one that can be told to the person.

    Text in a damaged file need not be UTF-8, and neither need be what SQLite says of it.
    """
    try:
        yield
    except UnicodeDecodeError as error:
        raise PersonError("store_damaged", path=str(path)) from error
    except sqlite3.Error as error:
        raise store_error(error, path) from error
