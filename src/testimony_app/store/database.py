"""The draft database file: made whole or not at all, looked over when opened, brought up to date."""

import os
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

from testimony_app.domain.errors import PersonError
from testimony_app.files.atomic import file_error
from testimony_app.files.mounts import network_file_system
from testimony_app.files.wiping import wipe
from testimony_app.store.ballast import ballast_in
from testimony_app.store.engine import LOCKED, PLAIN, open_file
from testimony_app.store.faults import store_error, told
from testimony_app.store.newest import note_loss
from testimony_app.store.scrubbing import scrub
from testimony_app.store.sound import APPLICATION_ID, is_ours, quick_check, schema_of

ASIDE = DAMAGED, REPLACED = ("damaged", "replaced")
"""What stands in the names of databases that another was put in the place of."""

BACKUPS = "backups"
"""The folder beside the database that holds its backups."""

_QUICK_CHECK_BYTES = 32 * 1024 * 1024
_WITH_LOG, _WITHOUT_LOG = "mode=ro", "mode=ro&immutable=1"
_HEADER_BYTES = 100
_VERSION_AT = slice(60, 64)
"""Where the file itself says which schema it has. The write-ahead log may know a newer one."""


class Migration(NamedTuple):
    """One numbered step of the schema. `sql` returns its statements; a database that has them never reads them."""

    number: int
    sql: Callable[[], str]


def migrations() -> tuple[Migration, ...]:
    """Return the steps from an empty file to the newest schema, from `migrations/NNNN_*.sql`."""
    folder = Path(__file__).parent / "migrations"
    steps = sorted(each for each in folder.iterdir() if each.suffix == ".sql")
    return tuple(Migration(int(each.name[:4]), partial(each.read_text, encoding="utf-8")) for each in steps)


def open_database(path: Path, key: bytes | None = None) -> sqlite3.Connection:
    """Return a connection to the database at `path`, made and brought up to date where needed.

    With a key a new one is locked, and one that is locked can be opened.

    Raises PersonError: `store_missing` where a database has been but is gone, `store_empty` and `store_damaged`
    where it is no longer what was written, `store_newer` where a newer version of the program wrote it,
    `store_on_network` where the file is on another computer, `store_not_backed_up` where an older one would have to be
    changed without a backup, `store_locked` where it is locked and there is no key, `store_cannot_open`, `disk_full`
    and so on where the system refuses. A damaged, locked or newer file is never touched.
    """
    steps = migrations()
    _demand_local(path)
    if not is_there(path):
        _create(path, key)
    _demand_database(path, steps[-1].number, key)
    with told(path):
        connection = connect(path, key)
        try:
            _demand_ours(connection, path)
            _demand_sound(connection, path)
            if schema_of(connection) < steps[-1].number:
                _back_up(connection, path, key)
                migrate(connection, steps)
            note_loss(path, connection)
            _demand_log(connection)
        except BaseException:
            _close_untouched(connection, path, key)
            raise
        return connection


def connect(path: Path, key: bytes | None = None) -> sqlite3.Connection:
    """Return a connection with our settings: write-ahead log, full sync, deleted bytes overwritten, 5 s of waiting."""
    connection = open_file(path, key)
    try:
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")
    except BaseException:
        _close_untouched(connection, path, key)
        raise
    return connection


def migrate(connection: sqlite3.Connection, steps: Sequence[Migration]) -> None:
    """Apply the steps a database lacks, each in a transaction of its own. Where none is lacking, no lock is needed."""
    version = schema_of(connection)
    for step in (each for each in steps if each.number > version):
        connection.execute("BEGIN IMMEDIATE")
        try:
            if step.number > schema_of(connection):
                for statement in _statements(step.sql()):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {step.number:d}")
            connection.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
            raise


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
    backups = path.parent / BACKUPS
    traces = [
        path.with_name(path.name + "-wal"),
        path.with_name("ledger.db"),
        path.with_name("lock.json"),
        ballast_in(path.parent),
    ]
    try:
        has_traces = (
            any(trace.exists() for trace in traces)
            or (backups.is_dir() and any(backups.iterdir()))
            or any(each for word in ASIDE for each in path.parent.glob(f"{path.name}.{word}-*"))
        )
    except OSError as error:
        raise file_error(error, path.parent) from error
    if has_traces and not is_there(path):
        raise PersonError("store_missing", path=str(path))


def make_whole(new: Path, final: Path, fill: Callable[[sqlite3.Connection], None], key: bytes | None = None) -> None:
    """Make a database at `new`, where nothing is yet: what `fill` puts into it, our settings, the newest schema.

    With a key it is locked.

    When this returns all of it is in the file itself, on the disk. Raises PersonError, which names `final`.
    """
    os.close(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    with told(final), closing(connect(new, key)) as connection:
        fill(connection)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID:d}")
        if connection.execute("PRAGMA journal_mode = WAL").fetchone() != ("wal",):
            raise PersonError("store_cannot_open", path=str(final))
        migrate(connection, migrations())
        scrub(connection, new)


def scrub_log(path: Path, key: bytes | None = None) -> None:
    """Bring the log of a database into it and leave no words in it. Raises PersonError, as `scrub` does."""
    if is_there(path):
        with told(path), closing(connect(path, key)) as connection:
            scrub(connection, path)


def remove_database(path: Path) -> None:
    """Remove a database of ours that is not, or no longer, in use, with what belongs to it."""
    for name in files_of(path):
        with suppress(PersonError):
            wipe(name)


def files_of(path: Path) -> tuple[Path, Path, Path]:
    """Return the files of a database: its own first, then its log and the log's index. Not each need be there."""
    return path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")


def _create(path: Path, key: bytes | None) -> None:
    """Make the database under another name and give it its own when it is complete."""
    make_private_folder(path.parent)
    demand_no_traces(path)
    new = path.with_name(f"{path.name}.{os.urandom(4).hex()}.new")
    try:
        make_whole(new, path, lambda _: None, key)
        with suppress(FileExistsError):  # another process was first; its database is as good
            os.link(new, path)
    except (OSError, ValueError) as error:
        raise file_error(error, path) from error
    finally:
        remove_database(new)


def _demand_local(path: Path) -> None:
    """Refuse another computer's disk: locks and syncs do not hold there, and both are what keeps the words."""
    kind = network_file_system(path)
    if kind:
        raise PersonError("store_on_network", path=str(path), kind=kind)


def _demand_database(path: Path, newest: int, key: bytes | None) -> None:
    """Look at what the file says of itself. One from a newer version is told before SQLite opens it and tidies up.

    Where there is a log SQLite itself reads it, to change nothing: this process may have the database open, and who
    closes a file on POSIX lets go of all locks that their process has on it. Others would take the log away then.
    """
    try:
        is_empty = path.stat().st_size == 0
        has_log = path.with_name(path.name + "-wal").exists()
    except OSError as error:
        raise file_error(error, path) from error
    if is_empty:
        raise PersonError("store_empty", path=str(path))
    if has_log:
        version = max(_schema_as_read(path, key, query) for query in (_WITHOUT_LOG, _WITH_LOG))
    else:
        version = _schema_in_header(path, key)
    if version > newest:
        raise PersonError("store_newer", path=str(path))


def _schema_in_header(path: Path, key: bytes | None) -> int:
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER_BYTES)
    except OSError as error:
        raise file_error(error, path) from error
    if header.startswith(LOCKED):
        return _schema_as_read(path, key, _WITHOUT_LOG)
    if not header.startswith(PLAIN):
        raise PersonError("store_damaged", path=str(path))
    return int.from_bytes(header[_VERSION_AT], "big")


def _schema_as_read(path: Path, key: bytes | None, query: str) -> int:
    """Return the schema of a file, with its log or without; 0 where it cannot be read so.

    A file that is without its newest pages, which the log has, is no damage. Raises PersonError `store_damaged` and
    `store_locked` where it does not begin as it should.
    """
    try:
        with closing(open_file(path, key, query)) as reading:
            return schema_of(reading)
    except sqlite3.Error as error:
        if error.sqlite_errorname == "SQLITE_NOTADB":
            raise store_error(error, path) from error
        return 0


def _demand_ours(connection: sqlite3.Connection, path: Path) -> None:
    if not is_ours(connection):
        raise PersonError("store_damaged", path=str(path))


def _close_untouched(connection: sqlite3.Connection, path: Path, key: bytes | None) -> None:
    """Close a database that is refused. The last to close one brings its log into it, unless it may only read."""
    reader: sqlite3.Connection | None = None
    with suppress(sqlite3.Error):
        reader = open_file(path, key, "mode=ro")
        reader.execute("BEGIN")
        reader.execute("PRAGMA user_version").fetchone()
    connection.close()
    if reader is not None:
        reader.close()


def _back_up(connection: sqlite3.Connection, path: Path, key: bytes | None) -> None:
    from testimony_app.store.backup_files import MIGRATION, back_up  # noqa: PLC0415  (a schema is rarely old)

    folder = path.parent / BACKUPS
    try:
        back_up(connection, folder, MIGRATION, datetime.now(UTC), key)
    except PersonError as error:
        raise PersonError("store_not_backed_up", path=str(folder)) from error


def _demand_log(connection: sqlite3.Connection) -> None:
    """Keep a log, as always: where a lock was being turned on or off and that was stopped, there is none."""
    if connection.execute("PRAGMA journal_mode").fetchone() != ("wal",):
        connection.execute("PRAGMA journal_mode = WAL")


def _demand_sound(connection: sqlite3.Connection, path: Path) -> None:
    """Look the pages over, unless the file is large and was closed in order: `doctor` looks then."""
    clean = connection.execute("SELECT value FROM meta WHERE key = 'clean_shutdown'").fetchone() == ("1",)
    try:
        is_small = path.stat().st_size <= _QUICK_CHECK_BYTES
    except OSError as error:
        raise file_error(error, path) from error
    if (is_small or not clean) and not quick_check(connection):
        raise PersonError("store_damaged", path=str(path))


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
