"""Puts a locked copy in the place of a plain database, or the other way round: at any moment one of them is whole."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from itertools import zip_longest
from pathlib import Path

from testimony_app.domain.errors import BugError, PersonError
from testimony_app.files.atomic import file_error, sync_folder
from testimony_app.files.wiping import wipe
from testimony_app.store.database import connect, files_of, is_there, remove_database
from testimony_app.store.engine import holds_lock, is_locked, key_words, open_file, sqlcipher
from testimony_app.store.faults import told
from testimony_app.store.scrubbing import scrub
from testimony_app.store.sound import quick_check

_SCHEMA = frozenset({"sqlite_schema", "sqlite_master"})


def convert(path: Path, key: bytes, *, lock: bool) -> bool:
    """Put a copy of the other kind in the place of a database, look that over first, and overwrite the one before.

    Returns whether there was anything to do: one that is not there, or already as wanted, stays. This process may not
    have it open. Where another one does it is refused, and none can open it meanwhile. A stop in between leaves the one
    or the other under its name, whole.

    Raises PersonError: `store_damaged` where it is not in order, `store_busy`, `disk_full` and so on, BugError
    `lock_copy_differs`. Then it is as it was.
    """
    if not is_there(path) or is_locked(path) == lock:
        return False
    token = os.urandom(4).hex()
    new, old = (path.with_name(f"{path.name}.{token}.{word}") for word in ("new", "old"))
    try:
        with told(path), _alone_with(path, None if lock else key) as (source, log):
            if not quick_check(source):
                raise PersonError("store_damaged", path=str(path))
            _copy(source, new, key if lock else None)
            _demand_same(source, new, key, log)
            if os.name == "nt":
                source.close()  # it holds the name
            wipe(path.with_name(path.name + "-journal"))  # it is over, but SQLite keeps it while it holds the lock
            _take_place(new, path, old)
            with suppress(PersonError):
                wipe(old)  # else it is told as left from before
    except (OSError, ValueError) as error:
        raise file_error(error, path) from error
    finally:
        remove_database(new)
    return True


def demand_whole(path: Path, key: bytes) -> None:
    """Look over a locked database, and change nothing of it. One that is not there or not locked is fine.

    Raises PersonError `store_damaged`, also where it is locked with another key.
    """
    if is_there(path) and is_locked(path):
        query = "mode=ro" if is_there(files_of(path)[1]) else "mode=ro&immutable=1"
        with told(path), closing(open_file(path, key, query)) as connection:
            if not quick_check(connection):
                raise PersonError("store_damaged", path=str(path))


def _take_place(new: Path, path: Path, old: Path) -> None:
    """Give the new file its name, durably, and the one before another; or leave all as it was. Raises OSError."""
    os.link(path, old)
    try:
        new.replace(path)
    except OSError:
        old.unlink()
        raise
    try:
        sync_folder(path.parent)
    except OSError:
        old.replace(path)
        raise


def fill_from(connection: sqlite3.Connection, path: Path, key: bytes | None) -> None:
    """Fill an empty database with what stands in one of the other kind. Raises sqlite3.Error."""
    words = key_words(key) if key is not None and is_locked(path) else ""
    connection.execute("ATTACH DATABASE ? AS other KEY ?", (str(path), words))
    connection.execute("SELECT sqlcipher_export('main', 'other')").fetchone()
    _take_numbers(connection, "other", "main")
    connection.execute("DETACH DATABASE other")


@contextmanager
def _alone_with(path: Path, key: bytes | None) -> Iterator[tuple[sqlite3.Connection, str]]:
    """Connect to a database that nobody else has open, nor can open until the end, and say which log it had.

    All of the log is in it then, and there is none: who closes the last connection of one removes it by its name, and
    that may be another's by then.
    """
    with closing(sqlcipher(str(path), key)) as connection:
        connection.execute("PRAGMA secure_delete = ON")
        (log,) = connection.execute("PRAGMA journal_mode").fetchone()
        if log == "wal":
            scrub(connection, path)
        try:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("COMMIT")
            yield connection, str(log)
        except BaseException:
            with suppress(sqlite3.Error):
                connection.execute("PRAGMA locking_mode = NORMAL")
                connection.execute(f"PRAGMA journal_mode = {log}")
            raise


def _copy(source: sqlite3.Connection, new: Path, key: bytes | None) -> None:
    """Write all of a database to a new file, with a key a locked one. It is synced once, when it is whole."""
    os.close(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    source.execute("ATTACH DATABASE ? AS other KEY ?", (str(new), key_words(key) if key is not None else ""))
    try:
        source.execute("PRAGMA other.journal_mode = OFF")
        source.execute("PRAGMA other.synchronous = OFF")
        source.execute("SELECT sqlcipher_export('other')").fetchone()
        _take_numbers(source, "main", "other")
    except sqlite3.Error:
        with suppress(sqlite3.Error):  # the first error says what happened
            source.execute("DETACH DATABASE other")
        raise
    source.execute("DETACH DATABASE other")
    with new.open("rb+") as file:  # Windows syncs nothing that is open to be read alone
        os.fsync(file.fileno())


def _take_numbers(connection: sqlite3.Connection, giving: str, taking: str) -> None:
    """Take over what a file says of itself beside its tables, which an export leaves out."""
    for name in ("application_id", "user_version"):
        (number,) = connection.execute(f"PRAGMA {giving}.{name}").fetchone()
        connection.execute(f"PRAGMA {taking}.{name} = {int(number):d}")


def _demand_same(source: sqlite3.Connection, new: Path, key: bytes, log: str) -> None:
    """Look every page of a copy over, compare every row of it, and give it the log it is to have.

    Raises BugError `lock_copy_differs`.
    """
    with closing(connect(new, key)) as copy:
        broken = copy.execute("PRAGMA cipher_integrity_check").fetchall() if holds_lock(copy) else []
        if broken or not quick_check(copy) or not _is_same(source, copy):
            raise BugError("lock_copy_differs", path=str(new))
        copy.execute(f"PRAGMA journal_mode = {log}")


def _is_same(one: sqlite3.Connection, other: sqlite3.Connection) -> bool:
    """Whether two databases hold the same tables, numbers and rows, row by row in the order they are in."""
    tables = _tables(one)
    return (
        tables == _tables(other)
        and _standing(one) == _standing(other)
        and all(
            mine == yours
            for name, columns in tables
            for mine, yours in zip_longest(_rows(one, name, columns), _rows(other, name, columns))
        )
    )


def _tables(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """Return the tables that hold rows, each with what to ask of it."""
    found = connection.execute(
        "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow') ORDER BY name"
    ).fetchall()
    return [(str(name), "*" if without_rowid else "rowid, *") for name, without_rowid in found if name not in _SCHEMA]


def _rows(connection: sqlite3.Connection, name: str, columns: str) -> Iterator[object]:
    return connection.execute(f'SELECT {columns} FROM "{name}" NOT INDEXED')  # noqa: S608  (names of our own schema)


def _standing(connection: sqlite3.Connection) -> object:
    schema = connection.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name").fetchall()
    return schema, [connection.execute(f"PRAGMA {name}").fetchone() for name in ("application_id", "user_version")]
