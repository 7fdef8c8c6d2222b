"""Copies of a database, by SQLite's own backup interface: whole or not there, looked over, the newest seven kept."""

import os
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from testimony_app.domain.errors import PersonError
from testimony_app.files.atomic import file_error, sync_folder
from testimony_app.files.wiping import wipe
from testimony_app.store.engine import holds_lock, open_file
from testimony_app.store.faults import told
from testimony_app.store.sound import is_ours, quick_check

KEPT = 7
"""How many backups stay."""

EVERY = timedelta(days=1)
"""How often one is made while testimonies are written."""

DAILY, BY_HAND, MIGRATION, RESTORE = "daily", "by-hand", "migration", "restore"
"""Why a backup was made: the day, the person, before the schema changes, before another one is brought back."""

Progress = Callable[[int, int], None]
"""Is told how many pages of how many are done."""

_PAGES = 1000
"""So many pages are copied between two reports: 4 MB."""

_NAME = re.compile(r"testimony-(\d{6,})-(\d{8}T\d{6})Z-(daily|by-hand|migration|restore)\.db")
_STAMP = "%Y%m%dT%H%M%S"


class Backup(NamedTuple):
    """A backup, by what its name says. Backups are ordered by `number`, since a clock may have been moved."""

    number: int
    made_utc: datetime
    reason: str
    path: Path


def backups_in(folder: Path) -> tuple[Backup, ...]:
    """Return the backups in a folder, the newest first. Raises PersonError where the system does not let us look."""
    try:
        found = [_named(path) for path in folder.iterdir()] if folder.is_dir() else []
    except OSError as error:
        raise file_error(error, folder) from error
    return tuple(sorted((each for each in found if each is not None), key=lambda each: each.number, reverse=True))


def untold(_done: int, _of: int) -> None:
    """Tell nobody how far a copy has come."""


def copy_database(source: sqlite3.Connection, target: sqlite3.Connection, progress: Progress = untold) -> None:
    """Copy an open database over another; `progress` is told how many of its pages are done, a few at a time."""
    if progress is untold:
        source.backup(target)
    else:
        source.backup(target, pages=_PAGES, progress=lambda _, left, of: progress(of - left, of))


def back_up(
    source: sqlite3.Connection,
    folder: Path,
    reason: str,
    now: datetime,
    key: bytes | None = None,
    progress: Progress = untold,
) -> Backup:
    """Copy an open database into the folder, look the copy over, and let go of all but the newest seven.

    A copy of a locked one is locked with the same key. It has its name only when it is whole, looked over and on the
    disk. Raises PersonError `backup_not_sound` where it is not as it should be, and `disk_full` and so on; then all
    earlier backups are still there.
    """
    partial = folder / f".{os.urandom(6).hex()}.new"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        try:
            with told(partial):
                _copy(source, partial, key, progress)
            demand_sound(partial, key)
            made = _name(partial, folder, reason, now)
            sync_folder(folder)
        finally:
            for name in (partial, partial.with_name(partial.name + "-journal")):
                wipe(name)
        for old in backups_in(folder)[KEPT:]:
            wipe(old.path)
    except OSError as error:
        raise file_error(error, folder) from error
    return made


def demand_sound(path: Path, key: bytes | None = None) -> None:
    """Look over every page of a backup. Raises PersonError `backup_not_sound`, and what keeps it from being read."""
    try:
        with told(path), closing(open_as_it_is(path, key)) as connection:
            is_sound = is_ours(connection) and quick_check(connection)
    except PersonError as error:
        if error.code != "store_damaged":
            raise
        is_sound = False
    if not is_sound:
        raise PersonError("backup_not_sound", path=str(path))


def open_as_it_is(path: Path, key: bytes | None = None) -> sqlite3.Connection:
    """Return a connection that reads a file nobody writes to, and leaves nothing beside it."""
    return open_file(path, key, "mode=ro&immutable=1")


def is_due(connection: sqlite3.Connection, newest: Backup | None, now: datetime, key: bytes | None = None) -> bool:
    """Whether a day has passed since the newest backup, or the clock is before it, and something was changed since."""
    if newest is None:
        return bool(connection.execute("SELECT 1 FROM draft LIMIT 1").fetchone())
    if timedelta(0) <= now - newest.made_utc < EVERY:
        return False
    try:
        with closing(open_as_it_is(newest.path, key)) as copy:
            return _standing(copy) != _standing(connection)
    except sqlite3.Error:
        return True


def _standing(connection: sqlite3.Connection) -> object:
    """Return something that changes with every change of a draft or of what is sent."""
    return connection.execute(
        "SELECT count(*), max(updated_seq), max(deleted_utc), count(deleted_utc), "
        "(SELECT count(*) FROM submission), (SELECT max(changed_utc) FROM submission) FROM draft"
    ).fetchone()


def _copy(source: sqlite3.Connection, path: Path, key: bytes | None, progress: Progress) -> None:
    with closing(open_file(path, key if holds_lock(source) else None)) as copy:
        copy.execute("PRAGMA synchronous = FULL")
        copy_database(source, copy, progress)
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, with nothing beside it when it is read


def _name(partial: Path, folder: Path, reason: str, now: datetime) -> Backup:
    newest = next(iter(backups_in(folder)), None)
    number = newest.number + 1 if newest else 1
    path = folder / f"testimony-{number:06d}-{now.astimezone(UTC).strftime(_STAMP)}Z-{reason}.db"
    partial.rename(path)
    return Backup(number, now.astimezone(UTC).replace(microsecond=0), reason, path)


def _named(path: Path) -> Backup | None:
    found = _NAME.fullmatch(path.name)
    if found is None:
        return None
    try:
        made = datetime.strptime(found[2], _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Backup(int(found[1]), made, found[3], path)
