"""Backups: made, listed, brought back, and what to do when the database can no longer be opened."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from testimony_app.domain.errors import PersonError, TestimonyError
from testimony_app.domain.text import one_line
from testimony_app.services.alone import alone
from testimony_app.store import backup_files
from testimony_app.store.backup_files import Backup, Progress, untold
from testimony_app.store.changes import Revision
from testimony_app.store.database import BACKUPS, DAMAGED, REPLACED, is_there, open_database
from testimony_app.store.faults import told
from testimony_app.store.putting_back import Contents, PutBack, kept_aside, put_back
from testimony_app.store.salvage import Salvaged, salvage
from testimony_app.testimony_file.decode import decode_stored

if TYPE_CHECKING:
    from testimony_app.store.drafts import DraftStore

LOST = frozenset({"store_damaged", "store_empty", "store_missing"})
"""Codes of a database that a backup can stand in for."""

_MOST_TITLES = 200


@dataclass(frozen=True, slots=True)
class Kept:
    """A testimony as it stands in a backup or in a damaged file."""

    draft_id: str
    title: str
    saved_utc: str


@dataclass(frozen=True, slots=True)
class BackupContent:
    """A backup with what is in it: how many testimonies, and those changed last. None of both where it is not sound.

    One that `is_shut` is locked, and there is no key for it here; nobody knows whether it is sound.
    """

    backup: Backup
    is_sound: bool
    count: int = 0
    kept: tuple[Kept, ...] = ()
    is_shut: bool = False


@dataclass(frozen=True, slots=True)
class Rescue:
    """What there is after a loss: why the database cannot be used, the backups, and what can still be read of it."""

    error: PersonError | None
    backups: tuple[BackupContent, ...]
    salvaged: tuple[Kept, ...]

    @property
    def best(self) -> BackupContent | None:
        """The newest backup that is sound."""
        return next((each for each in self.backups if each.is_sound), None)


class Stage(Enum):
    """What is copied while a backup is brought back: what is there now, then the backup."""

    BACKING_UP = "backing up"
    COPYING = "copying"


def _untold(_stage: Stage, _done: int, _of: int) -> None:
    """Tell nobody how far it has come."""


class Backups:
    """The backups of one profile.

    `hold_window` takes the lock that a window holds, `None` where this is the window. Whoever brings something back
    must have nothing of the profile open but the store that is given here.
    """

    def __init__(
        self,
        store: "DraftStore",
        database: Path,
        written: Callable[[bytes], str],
        key: Callable[[], bytes | None] = lambda: None,
    ) -> None:
        self._store = store
        self._database = database
        self._written = written
        self._key = key

    @property
    def folder(self) -> Path:
        """Where the backups are. It need not be there."""
        return self._database.parent / BACKUPS

    @property
    def has_database(self) -> bool:
        """Whether there is a database file, whatever is in it. Raises PersonError where nobody may look."""
        return is_there(self._database)

    def all(self) -> tuple[BackupContent, ...]:
        """Return every backup with what is in it, the newest first. Each is looked over.

        Raises PersonError where they are locked and nobody says what opens them.
        """
        return tuple(self._look_into(each) for each in backup_files.backups_in(self.folder))

    def aside(self) -> tuple[Path, ...]:
        """Return the databases that were set aside: damaged ones, and those another was put in the place of."""
        return kept_aside(self._database)

    def make(self, reason: str = backup_files.BY_HAND, progress: Progress = untold) -> Backup:
        """Make a backup now. Raises the errors of `open_database` and of `back_up`."""
        key = self._key()
        with closing(open_database(self._database, key)) as connection:
            return backup_files.back_up(connection, self.folder, reason, _now(), key, progress)

    def make_if_due(self) -> Backup | None:
        """Make the backup of the day, where there is a database with something new to back up."""
        if not self.has_database:
            return None
        newest = next(iter(backup_files.backups_in(self.folder)), None)
        key = self._key()
        with closing(open_database(self._database, key)) as connection, told(self._database):
            if not backup_files.is_due(connection, newest, _now(), key):
                return None
            return backup_files.back_up(connection, self.folder, backup_files.DAILY, _now(), key)

    def rescue(self) -> Rescue:
        """Look at what there is to bring back. What can be read of a damaged file is read from a copy."""
        error = self._store.trouble()
        is_lost = error is not None and error.code in LOST
        salvaged = tuple(_kept_of(each) for each in self._salvaged()) if is_lost else ()
        return Rescue(error if is_lost else None, self.all(), salvaged)

    def bring_back(
        self,
        name: str = "",
        *,
        with_salvage: bool = False,
        from_window: bool = False,
        progress: Callable[[Stage, int, int], None] = _untold,
    ) -> PutBack:
        """Put a backup in the place of the database, by its file name or number, the newest sound one without.

        `with_salvage` adds what can be read of a damaged database; then there need be no backup. What stood there is
        backed up where it is in order, and in any case kept aside. The outbox is paused. `progress` is told which of
        its two copies is made, and how many pages of it are done.

        Raises PersonError `backup_not_found`, `backup_none`, `backup_not_sound`, `store_in_use`, `store_sending`,
        `nothing_salvaged`.
        """
        salvaged = self._salvaged() if with_salvage else ()
        backup = self._found(name, needed=not with_salvage)
        if backup is None and not salvaged:
            raise PersonError("nothing_salvaged", path=str(self._database))
        revisions = [revision for each in salvaged if (revision := _revision_of(each)) is not None]
        with alone(self._database.parent, from_window=from_window):
            return self._put_back(Contents(backup, revisions), progress)

    def start_empty(self, *, from_window: bool = False) -> PutBack:
        """Put a new, empty database in the place of one that cannot be used, which is kept aside."""
        with alone(self._database.parent, from_window=from_window):
            return self._put_back(Contents())

    def _put_back(self, contents: Contents, progress: Callable[[Stage, int, int], None] = _untold) -> PutBack:
        """Put something in the place of the database. Where that is in order it is backed up: this may be a mistake."""
        word = REPLACED
        try:
            self.make(backup_files.RESTORE, partial(progress, Stage.BACKING_UP))
        except PersonError as error:
            if error.code not in LOST:
                raise
            word = DAMAGED
        self._store.let_go()
        told_of = contents._replace(progress=partial(progress, Stage.COPYING))
        return put_back(self._database, told_of, self._written, word, _now(), self._key())

    def _found(self, name: str, *, needed: bool) -> Path | None:
        found = backup_files.backups_in(self.folder)
        if name:
            chosen = [each for each in found if name in {each.path.name, str(each.number)}]
            if not chosen:
                raise PersonError("backup_not_found", name=name)
            return chosen[0].path
        sound = next((each.path for each in found if self._look_into(each).is_sound), None)
        if sound is None and needed:
            raise PersonError("backup_none", path=str(self.folder))
        return sound

    def _salvaged(self) -> tuple[Salvaged, ...]:
        """Read the database, or where it is gone the one that was set aside last."""
        aside = kept_aside(self._database)
        if not self.has_database and not aside:
            return ()
        return salvage(
            self._database if self.has_database else max(aside, key=lambda path: path.stat().st_mtime), self._key()
        )

    def _look_into(self, backup: Backup) -> BackupContent:
        key = self._key()
        try:
            backup_files.demand_sound(backup.path, key)
            with told(backup.path), closing(backup_files.open_as_it_is(backup.path, key)) as connection:
                rows = connection.execute(
                    "SELECT id, title, updated_utc FROM draft WHERE deleted_utc IS NULL ORDER BY updated_seq DESC "
                    "LIMIT ?",
                    (_MOST_TITLES,),
                ).fetchall()
                (count,) = connection.execute("SELECT count(*) FROM draft WHERE deleted_utc IS NULL").fetchone()
        except PersonError as error:
            return BackupContent(backup, is_sound=False, is_shut=error.code == "store_locked")
        return BackupContent(backup, is_sound=True, count=count, kept=tuple(Kept(*row) for row in rows))


def _kept_of(salvaged: Salvaged) -> Kept:
    try:
        title = one_line(decode_stored(salvaged.answers_json).title)
    except TestimonyError:
        title = ""
    first = next((line.strip() for line in salvaged.text.splitlines() if line.strip()), "")
    return Kept(salvaged.draft_id, title or first, salvaged.saved_utc)


def _revision_of(salvaged: Salvaged) -> Revision | None:
    """Return a version as it can be saved anew, or None where its answers are of no testimony."""
    try:
        draft = decode_stored(salvaged.answers_json)
    except TestimonyError:
        return None
    return Revision(
        draft_id=salvaged.draft_id,
        base_rev=salvaged.rev - 1,
        answers_json=salvaged.answers_json,
        text=salvaged.text,
        title=_kept_of(salvaged).title,
        campaign=draft.campaign,
        campaign_version=0,
        language=draft.language,
        reason="salvage",
    )


def _now() -> datetime:
    return datetime.now(UTC)
