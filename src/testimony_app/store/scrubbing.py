"""Leaves no words in the write-ahead log, where what was erased from the database stands until it is overwritten."""

import sqlite3
import time
from pathlib import Path

from testimony_app.domain.errors import PersonError
from testimony_app.files.wiping import overwrite

_MOST_SECONDS = 5.0
_PAUSE_SECONDS = 0.02


def scrub(connection: sqlite3.Connection, path: Path) -> None:
    """Bring the log of the database at `path` into it, overwrite the log with zeros and make it empty.

    `connection` is one to this database, outside a transaction. Everything committed stays. Raises PersonError
    `store_busy` where somebody reads or writes all the while, and what the disk refuses, sqlite3.Error too. Then the
    log may still hold words.
    """
    log = path.with_name(path.name + "-wal")
    _hold_dead_log(connection, path)
    try:
        if log.exists():
            overwrite(log)
    except PersonError as error:
        code = "store_disk_error" if error.code == "file_failed" else error.code
        raise PersonError(code, path=str(path)) from error
    finally:
        connection.execute("ROLLBACK")
    _checkpoint(connection, "TRUNCATE")


def _hold_dead_log(connection: sqlite3.Connection, path: Path) -> None:
    """Keep others from writing at a moment when nobody needs the log any more.

    After a checkpoint of kind RESTART no reader uses the log and the database has all of it. That is still so when the
    write lock is ours, unless somebody committed in between, which `data_version` tells. A checkpoint that others are
    at is not waited for by SQLite (sqlite.org/c3ref/wal_checkpoint_v2.html), so it is by us.
    """
    until = time.monotonic() + _MOST_SECONDS
    while True:
        before = _data_version(connection)
        is_done = _checkpoint(connection, "RESTART")
        connection.execute("BEGIN IMMEDIATE")
        if is_done and _data_version(connection) == before:
            return
        connection.execute("ROLLBACK")
        if time.monotonic() >= until:
            raise PersonError("store_busy", path=str(path))
        time.sleep(_PAUSE_SECONDS)


def _checkpoint(connection: sqlite3.Connection, kind: str) -> bool:
    busy, in_log, in_database = connection.execute(f"PRAGMA wal_checkpoint({kind})").fetchone()
    return not busy and in_log == in_database


def _data_version(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("PRAGMA data_version").fetchone()
    return int(version)
