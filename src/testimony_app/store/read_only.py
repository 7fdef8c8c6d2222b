"""Reading the drafts where nothing can be written: a full disk, a locked one, a file nobody may change."""

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from testimony_app.domain.errors import PersonError
from testimony_app.store.engine import open_file

CANNOT_WRITE = frozenset(
    {
        "disk_full", "no_permission", "read_only", "store_read_only", "store_cannot_open", "store_disk_error",
        "store_newer", "store_on_network", "store_not_backed_up",
    }
)  # fmt: skip
"""Codes of `open_database` after which the drafts may still be read."""

_NOTHING_SENT = "CREATE TEMP TABLE submission (seq, draft_id, rev, channel_kind, channel_title, state, changed_utc)"


def open_to_read(path: Path, key: bytes | None = None) -> sqlite3.Connection | None:
    """Return a connection that reads the database as it is and changes nothing, or None where that cannot be."""
    for mode in _modes(path):
        connection: sqlite3.Connection | None = None
        try:
            connection = open_file(path, key, mode)
            connection.execute("SELECT id, head_rev FROM draft LIMIT 1").fetchone()
            if not connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'submission'").fetchone():
                connection.execute(_NOTHING_SENT)  # it is from before anything could be sent, and cannot be renewed
        except sqlite3.Error:
            if connection is not None:
                connection.close()
        else:
            return connection
    return None


def why_not_written(path: Path) -> PersonError | None:
    """Return why a database that can be opened cannot be written, or None, as far as the system says so beforehand.

    A full disk shows only when something is written.
    """
    for each in (path, path.parent):
        if not os.access(each, os.W_OK):
            return PersonError("store_read_only", path=str(path))
    return None


def _modes(path: Path) -> Iterator[str]:
    """Yield the ways to open it. Without the write-ahead log only where that is empty: the newest words stand in it."""
    yield "mode=ro"
    try:
        log = path.with_name(path.name + "-wal").stat().st_size
    except FileNotFoundError:
        log = 0
    except OSError:
        return
    if log == 0:
        yield "mode=ro&immutable=1"
