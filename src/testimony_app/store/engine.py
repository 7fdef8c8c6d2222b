"""The one place that opens database files: plain ones by Python's SQLite, locked ones by SQLCipher.

Nobody else need know which it is. A connection to a locked file has the same methods, and raises the errors of
`sqlite3`.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from testimony_app.domain.errors import PersonError

BUSY_SECONDS = 5
PLAIN = b"SQLite format 3\x00"
"""With this a file begins that anybody can read."""

LOCKED = b"TESTIMONY LOCKED"
"""With this a file of ours begins that is encrypted: the salt, for which SQLCipher takes what it is given.

A salt is to make two keys of one passphrase differ. Our key is 256 random bits and needs none, so its place can say
what the file is, and a locked file is never taken for a damaged one.
"""


def open_file(path: Path, key: bytes | None = None, query: str = "") -> sqlite3.Connection:
    """Return a connection to a database file. With a key it may be locked, and a new one will be.

    `query` is that of SQLite's file addresses, such as "mode=ro". Raises PersonError `lock_extra_missing` where
    SQLCipher is needed and not installed, and sqlite3.Error.
    """
    address = f"{path.absolute().as_uri()}?{query}" if query else str(path)
    if key is not None:
        connection = sqlcipher(address, key, uri=bool(query))
        try:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except sqlite3.DatabaseError as error:
            connection.close()
            if error.sqlite_errorname != "SQLITE_NOTADB" or not is_plain(path):
                raise
        else:
            return connection
    return sqlite3.connect(
        address,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=64,
        uri=bool(query),
    )


def sqlcipher(address: str, key: bytes | None, *, uri: bool = False) -> sqlite3.Connection:
    """Return a connection by SQLCipher, which without a key reads and writes plain files.

    Raises PersonError `lock_extra_missing`, and sqlite3.Error.
    """
    try:
        from testimony_app.store.sqlcipher import connect  # noqa: PLC0415  (only what is locked needs it)
    except ImportError as error:
        raise PersonError("lock_extra_missing") from error
    return connect(address, key_words(key) if key is not None else "", BUSY_SECONDS, uri=uri)


def demand_sqlcipher() -> None:
    """Demand that SQLCipher is installed and works. Raises PersonError `lock_extra_missing`."""
    with closing(sqlcipher(":memory:", None)):
        pass


def key_words(key: bytes) -> str:
    """Return a key of 32 bytes as SQLCipher takes it raw, with our mark in the place of the salt."""
    return f"x'{key.hex()}{LOCKED.hex()}'"


def is_plain(path: Path) -> bool:
    """Whether a file is a database that anybody can read, whether or not all of it is in order."""
    return _start_of(path) == PLAIN


def is_locked(path: Path) -> bool:
    """Whether a file is one of ours that is encrypted. Asked where this process has not opened it with its key."""
    return _start_of(path) == LOCKED


def _start_of(path: Path) -> bytes:
    """Return what a file begins with; nothing where it is not there.

    SQLite is asked first, and the file is looked into only where that cannot read it. For to close a file on POSIX lets
    go of all locks that this process has on it, and others would take away the log of a database that is in use.
    """
    try:
        if path.stat().st_size == 0:
            return b""
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            connection.execute("PRAGMA schema_version").fetchone()
    except sqlite3.Error:
        try:
            with path.open("rb") as file:
                return file.read(len(LOCKED))
        except OSError:
            return b""
    except OSError:
        return b""
    return PLAIN


def holds_lock(connection: sqlite3.Connection) -> bool:
    """Whether a connection is to a locked file."""
    return type(connection) is not sqlite3.Connection


def is_by_sqlite(error: sqlite3.Error) -> bool:
    """Whether Python's own SQLite raised an error, which can read no locked file; not SQLCipher, which had its key."""
    return error.__cause__ is None
