"""What makes a file our database: its mark, its sentinel, and pages in order."""

import sqlite3

APPLICATION_ID = 0x5453544D
"""Marks the file as ours ("TSTM"), so that no other program's database is taken for it."""

_SENTINEL = ("testimony drafts",)


def is_ours(connection: sqlite3.Connection) -> bool:
    """Whether the file bears our mark and holds the row that every database of ours has held from its first moment on.

    A file of no bytes opens as an empty database in perfect order; only this tells it from ours.
    """
    application: object = connection.execute("PRAGMA application_id").fetchone()
    return (
        application == (APPLICATION_ID,)
        and schema_of(connection) > 0
        and connection.execute("SELECT value FROM meta WHERE key = 'sentinel'").fetchone() == _SENTINEL
    )


def schema_of(connection: sqlite3.Connection) -> int:
    """Return the number of the last migration the database has had."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def quick_check(connection: sqlite3.Connection) -> bool:
    """Whether SQLite finds every page of the database in order."""
    found: object = connection.execute("PRAGMA quick_check(1)").fetchone()
    return found == ("ok",)
