"""The lock of a profile turned on and off, how it stands, and what stands in its way."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from testimony_app.domain.errors import PersonError, TestimonyError
from testimony_app.files.wiping import wipe_folder
from testimony_app.sealing.passphrase import demand_good
from testimony_app.services.alone import alone
from testimony_app.services.erasing import Left
from testimony_app.services.lock_key import LockKey
from testimony_app.store.backup_files import backups_in
from testimony_app.store.converting import convert
from testimony_app.store.database import BACKUPS, open_database
from testimony_app.store.engine import demand_sqlcipher, is_locked
from testimony_app.store.leftovers import left_by_a_turned_lock, remove_leftovers
from testimony_app.store.putting_back import kept_aside

_ALL_AGES = timedelta(days=1)
"""Added to the time of now, it makes what is half made old enough to be removed: nobody makes anything meanwhile."""


@dataclass(frozen=True, slots=True)
class LockStatus:
    """Whether the database is locked, by which ways it is opened, and what is not as it should be.

    `not_done` are files that are still as they were before: the lock was stopped half way, or they are damaged.
    """

    is_on: bool
    has_passphrase: bool = False
    has_keyring: bool = False
    not_done: tuple[Path, ...] = ()
    missing: PersonError | None = None


class Locking(LockKey):
    """The lock of one profile. Whoever turns it on or off must have nothing of the profile open."""

    def status(self) -> LockStatus:
        """Return how things stand. Nothing is asked for, and what this process may have open is not looked into."""
        found = self._key_file()
        missing: PersonError | None = None
        try:
            demand_sqlcipher()
        except PersonError as error:
            missing = error
        is_on = self._is_on()
        not_done = tuple(path for path in self._copies() if is_locked(path) != is_on)
        if is_on or found is not None:
            not_done += left_by_a_turned_lock(self._folders.data)
        if found is None:
            return LockStatus(is_on, not_done=not_done, missing=missing)
        return LockStatus(is_on, bool(found.sealed), bool(found.name), not_done, missing)

    def turn_on(self, passphrase: str, *, keyring: bool, from_window: bool = False) -> tuple[Left, ...]:
        """Lock the profile, or finish locking it, and return what may still hold words that are not locked.

        An empty passphrase means that there is none. The key is on the disk, and is read back from the keyring, before
        anything is locked with it. The drafts go first: from then on a stop leaves a locked profile.

        Raises PersonError: `lock_extra_missing`, `lock_is_on`, `lock_no_way`, `passphrase_short`, `lock_others_locked`,
        `store_in_use`, `store_sending`, `store_busy`, what keyring and disk refuse. Then nothing is locked.
        """
        demand_sqlcipher()
        data = self._folders.data
        key: bytes | None = None
        if is_locked(self._folders.database):
            if not self.status().not_done:
                raise PersonError("lock_is_on")
            key = self._key_of_locked()
        else:
            if not passphrase and not keyring:
                raise PersonError("lock_no_way")
            if passphrase:
                demand_good(passphrase)
            open_database(self._folders.database).close()  # one that is not in order is told before anything is done
        with alone(data, from_window=from_window):
            if key is None:
                key = self._lock_drafts(passphrase, keyring=keyring)
            self._know(key)
            left = tuple(self._lock_others(key))
        return (*left, *(Left(str(path)) for path in left_by_a_turned_lock(data)))

    def turn_off(self, *, from_window: bool = False) -> tuple[Left, ...]:
        """Unlock the profile, or finish doing so, and return damaged files, which stay as they are and shut for good.

        The drafts go last: until then a stop leaves a locked profile. Raises PersonError as `key` does, and
        `lock_is_off`, `store_in_use`, `store_sending`, `store_busy`, `disk_full` and so on. Then the lock is on.
        """
        found = self._key_file()
        is_on = is_locked(self._folders.database)
        if not is_on and not any(path.exists() for path in self._folders.locks):
            raise PersonError("lock_is_off")
        key = self._key_of_locked() if is_on else None
        left: list[Left] = []
        with alone(self._folders.data, from_window=from_window):
            if key is not None:
                left = list(self._unlock_others(key))
                convert(self._folders.database, key, lock=False)
            remove_leftovers(self._folders.data, datetime.now(UTC) + _ALL_AGES)
            left += self._drop(found)
            self._know(None)
        return tuple(left)

    def _lock_drafts(self, passphrase: str, *, keyring: bool) -> bytes:
        """Lock the drafts with a new key, and return it; where that cannot be, nothing is left of it."""
        for path in (self._folders.ledger, *self._copies()):
            if is_locked(path):
                raise PersonError("lock_others_locked", path=str(path))
        key, made = self._make(passphrase, keyring=keyring)
        try:
            convert(self._folders.database, key, lock=True)
        except TestimonyError:
            self._drop(made)
            raise
        return key

    def _lock_others(self, key: bytes) -> Iterator[Left]:
        """Lock all but the drafts, take away what was half made, and yield what may still hold words."""
        for path in (self._folders.ledger, *self._copies()):
            try:
                convert(path, key, lock=True)
            except TestimonyError as error:
                yield Left(str(path), error)
        remove_leftovers(self._folders.data, datetime.now(UTC) + _ALL_AGES)
        try:
            wipe_folder(self._folders.outgoing)
        except PersonError as error:
            yield Left(str(self._folders.outgoing), error)

    def _unlock_others(self, key: bytes) -> Iterator[Left]:
        """Unlock all but the drafts, and yield what is damaged. Nothing else may be left: the key goes."""
        for path in (self._folders.ledger, *self._copies()):
            try:
                convert(path, key, lock=False)
            except PersonError as error:
                if error.code != "store_damaged":
                    raise
                yield Left(str(path), error)

    def _copies(self) -> tuple[Path, ...]:
        """Return the backups and what was set aside."""
        backups = (backup.path for backup in backups_in(self._folders.data / BACKUPS))
        return (*backups, *kept_aside(self._folders.database))
