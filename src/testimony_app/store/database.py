"""The draft database file: made whole or not at all, looked over when opened, brought up to date."""

import os
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from testimony_app.domain.errors import PersonError
from testimony_app.files.atomic import file_error
from testimony_app.store.faults import told

APPLICATION_ID = 0x5453544D
"""Marks the file as ours ("TSTM"), so that no other program's database is taken for it."""

BUSY_SECONDS = 5
_QUICK_CHECK_BYTES = 32 * 1024 * 1024
_HEADER = b"SQLite format 3\x00"


class Migration(NamedTuple):
    """One numbered step of the schema. `sql` returns its statements; a database that has them never reads them."""

    number: int
    sql: Callable[[], str]


def migrations() -> tuple[Migration, ...]:
    """Return the steps from an empty file to the newest schema, from `migrations/NNNN_*.sql`."""
    folder = Path(__file__).parent / "migrations"
    steps = sorted(each for each in folder.iterdir() if each.suffix == ".sql")
    return tuple(Migration(int(each.name[:4]), partial(each.read_text, encoding="utf-8")) for each in steps)


def open_database(path: Path) -> sqlite3.Connection:
    """Return a connection to the database at `path`, made and brought up to date where needed.

    Raises PersonError: `store_missing` where a database has been but is gone, `store_empty` and `store_damaged`
    where it is no longer what was written, `store_newer` where a newer version of the program wrote it,
    `store_cannot_open`, `disk_full` and so on where the system refuses. A damaged file is never touched.
    """
    steps = migrations()
    if not is_there(path):
        _create(path, steps)
    _demand_database(path)
    with told(path):
        connection = connect(path)
        try:
            _demand_ours(connection, path, steps[-1].number)
            _demand_sound(connection, path)
            migrate(connection, steps)
        except BaseException:
            connection.close()
            raise
        return connection


def connect(path: Path) -> sqlite3.Connection:
    """Return a connection with our settings: write-ahead log, full sync, deleted bytes overwritten, 5 s of waiting."""
    connection = sqlite3.connect(
        path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False, cached_statements=64
    )
    try:
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def migrate(connection: sqlite3.Connection, steps: Sequence[Migration]) -> None:
    """Apply the steps a database lacks, each in a transaction of its own. Where none is lacking, no lock is needed."""
    version = _version(connection)
    for step in (each for each in steps if each.number > version):
        connection.execute("BEGIN IMMEDIATE")
        try:
            if step.number > _version(connection):
                for statement in _statements(step.sql()):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {step.number:d}")
            connection.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
            raise


def quick_check(connection: sqlite3.Connection) -> bool:
    """Whether SQLite finds every page of the database in order."""
    found: object = connection.execute("PRAGMA quick_check(1)").fetchone()
    return found == ("ok",)


def is_there(path: Path) -> bool:
    """Whether a file is there. Raises PersonError where the system does not let us look."""
    try:
        return path.exists()
    except OSError as error:
        raise file_error(error, path) from error


def make_private_folder(folder: Path) -> None:
    """Make a folder that only its owner may enter. Raises PersonError where that cannot be."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise file_error(error, folder) from error


def demand_no_traces(path: Path) -> None:
    """Refuse to take a lost database for a first start. Raises PersonError `store_missing`.

    Another process may just have made the database, and its traces with it, so the database is looked for last.
    """
    backups = path.parent / "backups"
    traces = [path.with_name(path.name + "-wal"), path.with_name("ledger.db")]
    try:
        has_traces = any(trace.exists() for trace in traces) or (backups.is_dir() and any(backups.iterdir()))
    except OSError as error:
        raise file_error(error, path.parent) from error
    if has_traces and not is_there(path):
        raise PersonError("store_missing", path=str(path))


def _create(path: Path, steps: Sequence[Migration]) -> None:
    """Make the database under another name and give it its own when it is complete."""
    make_private_folder(path.parent)
    demand_no_traces(path)
    new = path.with_name(f"{path.name}.{os.urandom(4).hex()}.new")
    try:
        os.close(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        with told(path), closing(connect(new)) as connection:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID:d}")
            if connection.execute("PRAGMA journal_mode = WAL").fetchone() != ("wal",):
                raise PersonError("store_cannot_open", path=str(path))
            migrate(connection, steps)
            _empty_the_log(connection, path)
        with suppress(FileExistsError):  # another process was first; its database is as good
            os.link(new, path)
    except (OSError, ValueError) as error:
        raise file_error(error, path) from error
    finally:
        for name in (new, new.with_name(new.name + "-wal"), new.with_name(new.name + "-shm")):
            with suppress(OSError, ValueError):
                name.unlink(missing_ok=True)


def _empty_the_log(connection: sqlite3.Connection, path: Path) -> None:
    """Bring everything from the write-ahead log into the file itself, which is about to get its name without the log.

    Closing would do the same, and would say nothing where the disk refuses.
    """
    busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise PersonError("store_busy", path=str(path))


def _demand_database(path: Path) -> None:
    try:
        with path.open("rb") as file:
            header = file.read(len(_HEADER))
    except OSError as error:
        raise file_error(error, path) from error
    if not header:
        raise PersonError("store_empty", path=str(path))
    if header != _HEADER:
        raise PersonError("store_damaged", path=str(path))


def _demand_ours(connection: sqlite3.Connection, path: Path, newest: int) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    version = _version(connection)
    if application != APPLICATION_ID or version == 0:
        raise PersonError("store_damaged", path=str(path))
    if version > newest:
        raise PersonError("store_newer", path=str(path))
    found = connection.execute("SELECT value FROM meta WHERE key = 'sentinel'").fetchone()
    if found != ("testimony drafts",):
        raise PersonError("store_damaged", path=str(path))


def _demand_sound(connection: sqlite3.Connection, path: Path) -> None:
    """Look the pages over, unless the file is large and was closed in order: `doctor` looks then."""
    clean = connection.execute("SELECT value FROM meta WHERE key = 'clean_shutdown'").fetchone() == ("1",)
    try:
        is_small = path.stat().st_size <= _QUICK_CHECK_BYTES
    except OSError as error:
        raise file_error(error, path) from error
    if (is_small or not clean) and not quick_check(connection):
        raise PersonError("store_damaged", path=str(path))


def _version(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def _statements(sql: str) -> list[str]:
    """Return the statements of a script, so that they can run inside one transaction."""
    statements: list[str] = []
    rest = ""
    for line in sql.splitlines(keepends=True):
        rest += line
        if sqlite3.complete_statement(rest):
            statements.append(rest)
            rest = ""
    return statements
