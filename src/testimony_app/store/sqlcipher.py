"""Connections by SQLCipher that behave as those of Python's `sqlite3` do, down to the errors they raise."""

import sqlite3
from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from sqlcipher3 import dbapi2

Words = ParamSpec("Words")
Result = TypeVar("Result")


_BY_WORDS = {
    "attempt to write a readonly database": "SQLITE_READONLY",
    "database disk image is malformed": "SQLITE_CORRUPT",
    "database is locked": "SQLITE_BUSY",
    "database or disk is full": "SQLITE_FULL",
    "database table is locked": "SQLITE_LOCKED",
    "disk I/O error": "SQLITE_IOERR",
    "file is not a database": "SQLITE_NOTADB",
    "unable to open database file": "SQLITE_CANTOPEN",
}
"""What `backup` and `sqlcipher_export` say in words alone, SQLite's own (sqlite3ErrStr in main.c), and its name."""


def _told(method: Callable[Words, Result]) -> Callable[Words, Result]:
    """Raise what SQLCipher's module raises as the error of the same name of `sqlite3`, with SQLite's name for it."""

    @wraps(method)
    def call(*words: Words.args, **named: Words.kwargs) -> Result:
        try:
            return method(*words, **named)
        except dbapi2.Error as error:
            raise _same(error) from error

    return call


def _same(error: Exception) -> sqlite3.Error:
    kind = getattr(sqlite3, type(error).__name__, sqlite3.DatabaseError)
    same: sqlite3.Error = kind(*error.args)
    for name in ("sqlite_errorname", "sqlite_errorcode"):
        if hasattr(error, name):
            setattr(same, name, getattr(error, name))
    if getattr(same, "sqlite_errorname", "SQLITE_ERROR") == "SQLITE_ERROR" and str(error) in _BY_WORDS:
        same.sqlite_errorname = _BY_WORDS[str(error)]
    return same


class _Cursor(dbapi2.Cursor):
    execute = _told(dbapi2.Cursor.execute)
    executemany = _told(dbapi2.Cursor.executemany)
    fetchone = _told(dbapi2.Cursor.fetchone)
    fetchmany = _told(dbapi2.Cursor.fetchmany)
    fetchall = _told(dbapi2.Cursor.fetchall)

    @_told
    def __next__(self) -> Any:  # noqa: ANN401  (as sqlite3 has it)
        return super().__next__()


class _Connection(dbapi2.Connection):
    backup = _told(dbapi2.Connection.backup)
    close = _told(dbapi2.Connection.close)
    commit = _told(dbapi2.Connection.commit)
    rollback = _told(dbapi2.Connection.rollback)

    @_told
    def cursor(self, factory: Any = _Cursor) -> Any:  # noqa: ANN401  (as sqlite3 has it)
        return super().cursor(factory)


@_told
def connect(address: str, key: str, busy_seconds: float, *, uri: bool) -> sqlite3.Connection:
    """Return a connection with the settings all of ours have. `key` is as SQLCipher takes it, empty for a plain file.

    Its statements go through `_Cursor`, since a connection makes its cursors by its own method. Raises sqlite3.Error.
    """
    connection = dbapi2.connect(
        address,
        timeout=busy_seconds,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=64,
        uri=uri,
        factory=_Connection,
    )
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")  # it would write to the terminal
        connection.execute("PRAGMA cipher_default_compatibility = 4")  # whatever a later SQLCipher makes by itself
        connection.execute("PRAGMA temp_store = MEMORY")
        if key:
            connection.execute(f'PRAGMA key = "{key}"')
    except BaseException:
        connection.close()
        raise
    return connection
