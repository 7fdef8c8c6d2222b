"""The lock of a profile turned on and off, how it stands, and what stands in its way."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from testimony_app.domain.errors import PersonError, TestimonyError
from testimony_app.files.wiping import wipe_folder
from testimony_app.sealing.passphrase import demand_good
from testimony_app.services.alone import alone
from testimony_app.services.erasing import Left
from testimony_app.services.lock_key import LockKey
from testimony_app.store.backup_files import backups_in
from testimony_app.store.converting import convert, demand_whole
from testimony_app.store.database import BACKUPS, is_there, open_database
from testimony_app.store.engine import demand_sqlcipher, is_locked, is_plain
from testimony_app.store.leftovers import left_by_a_turned_lock, remove_leftovers
from testimony_app.store.putting_back import kept_aside

if TYPE_CHECKING:
    from testimony_app.sealing.key_file import KeyFile


class Ways(NamedTuple):
    """What opens the lock, and what is missing for it to be opened at all."""

    passphrase: bool
    keyring: bool
    missing: PersonError | None


@dataclass(frozen=True, slots=True)
class LockStatus:
    """Whether the database is locked, by which ways it is opened, and what is not as it should be.

    Drafts that are lost count as locked where the key to them is kept: their backups are.
    `not_done` are files that are still as they were before: the lock was stopped half way, or they are damaged.
    """

    is_on: bool
    has_passphrase: bool = False
    has_keyring: bool = False
    not_done: tuple[Path, ...] = ()
    missing: PersonError | None = None


class Locking(LockKey):
    """The lock of one profile. Whoever turns it on or off must have nothing of the profile open."""

    def ways(self) -> Ways:
        """Return what opens the lock, if there is one. Nothing is asked for."""
        found = self._key_files()
        missing: PersonError | None = None
        try:
            demand_sqlcipher()
        except PersonError as error:
            missing = error
        return Ways(any(each.sealed for each in found), any(each.name for each in found), missing)

    def status(self) -> LockStatus:
        """Return how things stand. Nothing is asked for, and what this process may have open is not looked into."""
        ways, is_on = self.ways(), self._is_on()
        not_done = tuple(path for path in self._copies() if is_locked(path) != is_on)
        ledger = self._folders.ledger
        if self._ledger_differs if self._is_known else self._differs(ledger, is_on=is_on):
            not_done = (ledger, *not_done)
        if is_on or ways.passphrase or ways.keyring:
            not_done += left_by_a_turned_lock(self._folders.data)
        return LockStatus(is_on, ways.passphrase, ways.keyring, not_done, ways.missing)

    def cautions(self) -> tuple[PersonError, ...]:
        """Return that a lock was stopped half way, and which files can still be read by anybody."""
        try:
            status = self.status()
        except PersonError as error:
            return (error,)
        if not status.is_on or not status.not_done:
            return ()
        return (PersonError("lock_not_done", files=", ".join(path.name for path in status.not_done)),)

    def turn_on(self, passphrase: str, *, keyring: bool, from_window: bool = False) -> tuple[Left, ...]:
        """Lock the profile, or finish locking it, and return what may still hold words that are not locked.

        An empty passphrase means that there is none. The key is on the disk, and is read back from the keyring, before
        anything is locked with it. The drafts go first: from then on a stop leaves a locked profile.

        Raises PersonError: `lock_extra_missing`, `lock_is_on`, `lock_no_way`, `passphrase_short`, `lock_others_locked`,
        `store_in_use`, `store_sending`, `store_busy`, what keyring and disk refuse. Then nothing is locked.
        """
        demand_sqlcipher()
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
        with alone(self._folders.data, from_window=from_window):
            self._demand_not_turned(key, was_on=key is not None)
            if key is None:
                key = self._lock_drafts(passphrase, keyring=keyring)
            self._know(key)
            left = tuple(self._lock_others(key))
            self._know(key)  # with the ledger as it is now
        return left

    def turn_off(self, *, from_window: bool = False) -> tuple[Left, ...]:
        """Unlock the profile, or finish doing so, and return where the key may be still.

        The drafts go last: until then a stop leaves a locked profile. The key goes when nothing is locked with it any
        more. Raises PersonError as `key` does, and `lock_is_off`, `lock_damaged_left`, `store_missing` and so on where
        the drafts are lost, `store_in_use`, `store_sending`, `store_busy`, `disk_full`. Then the lock is on.
        """
        is_on = is_locked(self._folders.database)
        if not is_on:
            if not any(is_there(path) for path in self._folders.locks):
                raise PersonError("lock_is_off")
            open_database(self._folders.database).close()  # what is lost cannot be unlocked, and its backups need a key
        found = self._key_files()
        key = self._key_of_locked() if is_on else self._key_of_others(found)
        with alone(self._folders.data, from_window=from_window):
            self._demand_not_turned(key, was_on=is_on)
            if key is not None:
                self._unlock_all(key)
            remove_leftovers(self._folders.data)
            left = self._drop(found)
            self._know(None)
        return tuple(left)

    def _key_of_others(self, key_files: "Sequence[KeyFile]") -> bytes | None:
        """Return the key of what is locked beside drafts that are not, None where nothing is."""
        locked = [path for path in self._others() if is_locked(path)]
        if not locked:
            return None
        if not key_files:
            raise PersonError("store_locked", path=str(locked[0]))
        return self._find(key_files)

    def _demand_not_turned(self, key: bytes | None, *, was_on: bool) -> None:
        """Refuse where another process has turned the lock since we looked. Raises PersonError `store_busy`."""
        found = self._key_files()
        is_other = key is not None and found and not any(each.fits(key) for each in found)
        if is_other or is_locked(self._folders.database) != was_on:
            raise PersonError("store_busy", path=str(self._folders.database))

    def _lock_drafts(self, passphrase: str, *, keyring: bool) -> bytes:
        """Lock the drafts with a new key, and return it; where that cannot be, nothing is left of it."""
        for path in self._others():
            if is_locked(path):
                raise PersonError("lock_others_locked", path=str(path))
        key, made = self._make(passphrase, keyring=keyring)
        try:
            convert(self._folders.database, key, lock=True)
        except TestimonyError:
            if is_plain(self._folders.database):
                self._drop((made,))
            else:  # a disk that fails may take back nothing: then the key is all that is left
                self._know(key)
            raise
        return key

    def _lock_others(self, key: bytes) -> Iterator[Left]:
        """Lock all but the drafts, take away what was half made, and yield what may still hold words."""
        for path in self._others():
            try:
                convert(path, key, lock=True)
            except TestimonyError as error:
                yield Left(str(path), error)
        for left in remove_leftovers(self._folders.data):
            yield Left(str(left))
        try:
            wipe_folder(self._folders.outgoing)
        except PersonError as error:
            yield Left(str(self._folders.outgoing), error)

    def _unlock_all(self, key: bytes) -> None:
        """Unlock all, the drafts last. Raises PersonError `lock_damaged_left` where something would stay shut."""
        for path in self._others():
            try:
                demand_whole(path, key)
            except PersonError as error:
                if error.code != "store_damaged":
                    raise
                raise PersonError("lock_damaged_left", path=str(path)) from error
        for path in (*self._others(), self._folders.database):
            convert(path, key, lock=False)

    def _others(self) -> tuple[Path, ...]:
        """Return all that is locked beside the drafts."""
        return (self._folders.ledger, *self._copies())

    def _copies(self) -> tuple[Path, ...]:
        """Return the backups and what was set aside."""
        backups = (backup.path for backup in backups_in(self._folders.data / BACKUPS))
        return (*backups, *kept_aside(self._folders.database))
