"""Which version was acknowledged last, kept beside the database, so that a log that somebody removed is told.

SQLite takes a database without its log for one in order; only something outside of both can tell that words are gone.
It is written after each save, without waiting for the disk: after a power cut it may name an older version, and then
says nothing. It never names one that the database has not had.
"""

import os
import sqlite3
from contextlib import suppress
from pathlib import Path

_NAME, _LOST = "-newest", "-newest-lost"
_BYTES = 64


class NewestVersion:
    """The version that was acknowledged last in a database, by its draft and number. It keeps one file open."""

    def __init__(self, database: Path) -> None:
        self._path = _file_of(database)
        self._descriptor: int | None = None

    def note(self, draft_id: str, rev: int) -> None:
        """Keep that a version was acknowledged. Where that cannot be, nothing is said of a loss later."""
        line = f"{rev} {draft_id}".encode().ljust(_BYTES)
        with suppress(OSError):
            if self._descriptor is None:
                self._descriptor = os.open(self._path, os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
            if len(line) == _BYTES:
                os.lseek(self._descriptor, 0, os.SEEK_SET)
                os.write(self._descriptor, line)

    def close(self) -> None:
        """Hold no file open."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def files_beside(database: Path) -> tuple[Path, Path]:
    """Return the files that belong to what is kept here. Neither need be there."""
    return _file_of(database), database.with_name(database.name + _LOST)


def blank(database: Path) -> None:
    """Name no version, since drafts are erased. Whoever has the file open goes on with it."""
    with suppress(OSError), files_beside(database)[0].open("r+b") as file:
        file.write(b" " * _BYTES)


def forget_loss(database: Path) -> None:
    """Say no more that words are lost: the person knows, or another database takes the place of this one."""
    with suppress(OSError):
        files_beside(database)[1].unlink(missing_ok=True)


def note_loss(database: Path, connection: sqlite3.Connection) -> None:
    """Look whether a database still has the version that was acknowledged last, and keep it where it has not.

    A draft that is gone as a whole may have been erased, and nothing is said of it.
    """
    kept, lost = files_beside(database)
    try:
        rev, draft_id = kept.read_text(encoding="ascii").split()
        acknowledged = int(rev)
    except (OSError, ValueError):
        return
    found = connection.execute("SELECT head_rev FROM draft WHERE id = ?", (draft_id,)).fetchone()
    if found is None:
        blank(database)
    elif found[0] < acknowledged:
        with suppress(OSError):
            lost.touch(0o600)
            blank(database)


def has_lost(database: Path) -> bool:
    """Whether newer words were acknowledged than the database has, and nobody has said yet that they know."""
    with suppress(OSError):
        return files_beside(database)[1].exists()
    return False


def _file_of(database: Path) -> Path:
    return database.with_name(database.name + _NAME)
