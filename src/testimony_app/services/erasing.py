"""Erasing: one testimony for good, or everything that is kept on this computer."""

from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from testimony_app.domain.errors import PersonError, TestimonyError
from testimony_app.domain.submission import SubmissionState
from testimony_app.files.atomic import file_error
from testimony_app.files.wiping import wipe, wipe_folder
from testimony_app.services.alone import OUTBOX_LOCK, WINDOW_LOCK, alone
from testimony_app.store.backup_files import backups_in
from testimony_app.store.database import BACKUPS, files_of, scrub_log
from testimony_app.store.erasing import demand_not_being_sent, erase, erase_in_copy, references
from testimony_app.store.newest import blank
from testimony_app.store.outbox import of_draft
from testimony_app.store.putting_back import kept_aside

if TYPE_CHECKING:
    from testimony_app.services.channels import Channels
    from testimony_app.settings.folders import ProfileFolders
    from testimony_app.settings.secrets import Secrets
    from testimony_app.store.drafts import DraftStore

NOT_GONE_YET = frozenset({SubmissionState.QUEUED, SubmissionState.WAITING, SubmissionState.NEEDS_YOU})
"""States of what would still be sent."""


@dataclass(frozen=True, slots=True)
class Left:
    """A file, or the secret of a way to send, that may still hold what was to go, and why where we know."""

    what: str
    why: TestimonyError | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What goes with a testimony. `waiting` are the ways by which it waits to be sent, and then is not."""

    draft_id: str
    title: str
    waiting: tuple[str, ...]
    was_sent: bool


def _untold(_done: int, _of: int) -> None:
    """Tell nobody how far it has come."""


class Erasing:
    """Erases in one profile. What a disk keeps of old blocks, and copies others made, are out of its reach."""

    def __init__(
        self,
        store: "DraftStore",
        folders: "ProfileFolders",
        channels: "Callable[[], Channels]",
        secrets: "Callable[[], Secrets]",
        key: "Callable[[], bytes | None]",
        forget_key: Callable[[], None],
    ) -> None:
        self._store = store
        self._folders = folders
        self._channels = channels
        self._secrets = secrets
        self._key = key
        self._forget_key = forget_key

    def plan(self, draft_id: str) -> Plan:
        """Return what erasing a testimony would take away. Raises PersonError `draft_not_found`."""
        row = self._store.row(draft_id)
        sent = self._store.read(lambda connection: of_draft(connection, draft_id))
        waiting = tuple(each.channel_title for each in sent if each.state in NOT_GONE_YET)
        return Plan(draft_id, row.title, waiting, was_sent=len(sent) > len(waiting))

    def has_set_aside(self) -> bool:
        """Whether databases were set aside: damaged ones, and those another was put in the place of."""
        return bool(kept_aside(self._folders.database))

    def erase(self, draft_id: str, progress: Callable[[int, int], None] = _untold) -> tuple[Left, ...]:
        """Erase a testimony for good, with its versions and what was sent of it, here and in every backup.

        `progress` is told how many of how many files were looked through.

        It goes last from the drafts themselves, so that what was interrupted can be done again. What waits to be sent
        is not sent. Returns what may still hold some of it: damaged files that were set aside, and a log that another
        program still reads. Raises PersonError `draft_not_found`, `draft_being_sent`, and what the disk refuses.
        """
        self._store.row(draft_id)
        self._store.read(lambda connection: demand_not_being_sent(connection, draft_id))
        for reference in self._store.read(lambda connection: references(connection, draft_id)):
            wipe(self._folders.outgoing / f"{reference}.eml")
        self._erase_in_copies(draft_id, progress)
        self._store.write(lambda connection: erase(connection, draft_id))
        blank(self._folders.database)
        left = [Left(str(path)) for path in self._erase_in_copies(draft_id)]  # again: a backup may just have been made
        try:
            scrub_log(self._folders.database, self._key())
        except PersonError as error:
            left.append(Left(str(files_of(self._folders.database)[1]), error))
        return tuple(left)

    def erase_set_aside(self) -> None:
        """Erase the databases that were set aside. Raises PersonError."""
        for path in kept_aside(self._folders.database):
            for part in files_of(path):
                wipe(part)

    def erase_everything(self, *, from_window: bool = False) -> tuple[Left, ...]:
        """Erase all that this program keeps for a person: testimonies, versions, backups, what was sent, settings.

        Passwords of ways to send go from the keyring too, and so does the key of a lock, which nobody is asked for.
        Goes on past what cannot be erased, looks afterwards what is still there, and returns it.
        Raises PersonError `store_in_use` and `store_sending` where another process has the profile open; then nothing
        was touched.
        """
        data = self._folders.data
        with alone(data, from_window=from_window) if data.is_dir() else nullcontext():
            left = list(self._forget_secrets())
            self._store.let_go()
            for folder in dict.fromkeys((data, self._folders.config, self._folders.cache, self._folders.log)):
                left += self._empty(folder)
            named = {each.what for each in left}
            left += [Left(str(path)) for path in self._still_there() if str(path) not in named]
        return tuple(left)

    def _still_there(self) -> Iterator[Path]:
        """Yield what lies in the folders of the profile, but for its locks, which are empty."""
        for folder in dict.fromkeys((self._folders.data, self._folders.config, self._folders.cache, self._folders.log)):
            try:
                found = sorted(folder.iterdir()) if folder.is_dir() else []
            except OSError:
                continue  # `_empty` has told of it
            yield from (each for each in found if each.name not in {OUTBOX_LOCK, WINDOW_LOCK})

    def _erase_in_copies(self, draft_id: str, progress: Callable[[int, int], None] = _untold) -> tuple[Path, ...]:
        """Erase a testimony in backups and in what was set aside; return those that are damaged."""
        backups = (backup.path for backup in backups_in(self._folders.data / BACKUPS))
        copies = (*backups, *kept_aside(self._folders.database))
        damaged: list[Path] = []
        for number, path in enumerate(copies, 1):
            if not erase_in_copy(path, draft_id, self._key()):
                damaged.append(path)
            progress(number, len(copies))
        return tuple(damaged)

    def _forget_secrets(self) -> Iterator[Left]:
        try:
            names = [channel.name for channel in self._channels().all()]
        except TestimonyError as error:
            yield Left("channels.toml", error)
            names = []
        for name in names:
            try:
                self._secrets().remove(name)
            except TestimonyError as error:
                yield Left(name, error)
        try:
            self._forget_key()
        except TestimonyError as error:
            yield Left(self._folders.locks[0].name, error)

    def _empty(self, folder: Path) -> Iterator[Left]:
        try:
            real = folder.resolve()
            found = sorted(real.iterdir()) if real.is_dir() else []
        except (OSError, ValueError, RuntimeError) as error:
            yield Left(str(folder), file_error(error, folder) if isinstance(error, OSError) else None)
            return
        for each in found:
            if each.name not in {OUTBOX_LOCK, WINDOW_LOCK}:  # they are empty, and held
                try:
                    wipe_folder(each)
                except PersonError as error:
                    yield Left(str(each), error)
