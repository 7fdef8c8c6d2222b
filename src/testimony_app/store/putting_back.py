"""Putting a backup, and what was read of a damaged file, in the place of the database. Nothing is removed unread."""

import os
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from testimony_app.domain.errors import PersonError
from testimony_app.files.atomic import file_error, sync_folder
from testimony_app.store.backup_files import Progress, copy_database, demand_sound, open_as_it_is, untold
from testimony_app.store.changes import Revision, save
from testimony_app.store.database import (
    ASIDE,
    connect,
    files_of,
    is_there,
    make_private_folder,
    make_whole,
    remove_database,
)
from testimony_app.store.engine import holds_lock
from testimony_app.store.faults import told
from testimony_app.store.newest import blank, forget_loss
from testimony_app.store.outbox import PAUSED, RESTORED, keep_value
from testimony_app.store.scrubbing import scrub

_STAMP = "%Y%m%dT%H%M%SZ"
_MOST_CLASHES = 1000


class PutBack(NamedTuple):
    """What was done. `aside` is where the files that stood there are kept now, None where there were none."""

    drafts: int
    aside: Path | None


class Contents(NamedTuple):
    """What a database is made of: a backup, or nothing, and versions that were salvaged.

    `progress` is told of the copying.
    """

    backup: Path | None = None
    salvaged: Sequence[Revision] = ()
    progress: Progress = untold


def put_back(
    path: Path, contents: Contents, written: Callable[[bytes], str], word: str, now: datetime, key: bytes | None = None
) -> PutBack:
    """Make the database anew from a backup, or empty, and from versions that were salvaged; pause its outbox.

    Nobody may have the database open. With a key the new one is locked. A salvaged version becomes the newest of its
    draft where the backup has an older one or none; the backup's stays before it. The files that stood there are kept
    beside it, with one of the words of `ASIDE` in their names, as `testimony.db.damaged-TIME`. A stop in between leaves
    them there, and no database that could be taken for the right one.

    Raises PersonError `backup_not_sound`, `backup_not_found`, `disk_full` and so on; then nothing has changed.
    """
    backup, salvaged = contents.backup, contents.salvaged
    if backup is not None:
        if not is_there(backup):
            raise PersonError("backup_not_found", name=backup.name)
        demand_sound(backup, key)
    make_private_folder(path.parent)
    new = path.with_name(f"{path.name}.{os.urandom(4).hex()}.new")
    try:
        make_whole(new, path, lambda connection: _fill(connection, contents, key), key)
        drafts = _add(new, path, salvaged, written, key)
        aside = set_aside(path, word, now)
        blank(path)
        forget_loss(path)
        os.link(new, path)
        sync_folder(path.parent)
    except (OSError, ValueError) as error:
        raise file_error(error, path) from error
    finally:
        remove_database(new)
    return PutBack(drafts, aside)


def set_aside(path: Path, word: str, now: datetime) -> Path | None:
    """Give the files of a database other names beside it, and return the first; None where there are none.

    The database goes first: while its log is still there, nobody takes what is missing for a first start. Raises
    OSError.
    """
    stamp = now.astimezone(UTC).strftime(_STAMP)
    found = [part for part in files_of(path) if os.path.lexists(part)]
    if not found:
        return None
    for number in range(1, _MOST_CLASHES):
        aside = path.with_name(f"{path.name}.{word}-{stamp}" + (f"-{number}" if number > 1 else ""))
        if any(os.path.lexists(part) for part in files_of(aside)):
            continue
        for part, kept in zip(files_of(path), files_of(aside), strict=True):
            if part in found:
                part.rename(kept)
        sync_folder(path.parent)
        return aside
    raise FileExistsError(path)


def kept_aside(path: Path) -> tuple[Path, ...]:
    """Return the databases that were set aside beside this one, by name. Raises PersonError where nobody may look."""
    try:
        found = path.parent.iterdir() if path.parent.is_dir() else iter(())
        starts = tuple(f"{path.name}.{word}-" for word in ASIDE)
        beside = ("-wal", "-shm", "-journal", ".new", ".old")
        return tuple(sorted(each for each in found if each.name.startswith(starts) and not each.name.endswith(beside)))
    except OSError as error:
        raise file_error(error, path.parent) from error


def _fill(connection: sqlite3.Connection, contents: Contents, key: bytes | None) -> None:
    if contents.backup is None:
        return
    with closing(open_as_it_is(contents.backup, key)) as source:
        if holds_lock(source) == holds_lock(connection):
            copy_database(source, connection, contents.progress)
            return
    from testimony_app.store.converting import fill_from  # noqa: PLC0415  (of two kinds only while a lock is half on)

    fill_from(connection, contents.backup, key)


def _add(
    new: Path, path: Path, salvaged: Sequence[Revision], written: Callable[[bytes], str], key: bytes | None
) -> int:
    """Add what was salvaged, let the outbox pause, and return how many testimonies there are."""
    with told(path), closing(connect(new, key)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        for revision in salvaged:
            _add_one(connection, revision, written)
        keep_value(connection, PAUSED, RESTORED)
        connection.execute("UPDATE meta SET value = '1' WHERE key = 'clean_shutdown'")
        connection.execute("COMMIT")
        (drafts,) = connection.execute("SELECT count(*) FROM draft WHERE deleted_utc IS NULL").fetchone()
        scrub(connection, new)
    return int(drafts)


def _add_one(connection: sqlite3.Connection, revision: Revision, written: Callable[[bytes], str]) -> None:
    head = connection.execute(
        "SELECT head_rev, answers_json FROM draft JOIN revision ON draft_id = id AND rev = head_rev WHERE id = ?",
        (revision.draft_id,),
    ).fetchone()
    head_rev, answers_json = head or (0, b"")
    if head and (bytes(answers_json) == revision.answers_json or revision.base_rev + 1 < head_rev):
        return
    save(connection, replace(revision, base_rev=head_rev, reason="salvage"), written)
