"""The lock of a profile: how it is opened, turned on and off, and what stands in its way."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from testimony_app.domain.errors import PersonError, TestimonyError
from testimony_app.files.atomic import file_error
from testimony_app.files.wiping import wipe, wipe_folder
from testimony_app.sealing.key_file import KeyFile, key_file_for, new_key, read_key_file, write_key_file
from testimony_app.sealing.passphrase import demand_good
from testimony_app.services.alone import alone
from testimony_app.services.erasing import Left
from testimony_app.store.backup_files import backups_in
from testimony_app.store.converting import convert
from testimony_app.store.database import BACKUPS, open_database
from testimony_app.store.engine import demand_sqlcipher, is_locked, is_plain
from testimony_app.store.leftovers import left_by_a_turned_lock, remove_leftovers
from testimony_app.store.putting_back import kept_aside

if TYPE_CHECKING:
    from testimony_app.settings.folders import ProfileFolders
    from testimony_app.settings.secrets import Secrets

_KEYRING_CODES = {
    "secret_missing": "lock_keyring_empty",
    "secret_locked": "lock_keyring_locked",
    "secret_no_keyring": "lock_no_keyring",
    "secret_keyring_failed": "lock_keyring_failed",
}

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


class Locking:
    """The lock of one profile. It keeps the key in memory once it has been found.

    `ask` asks for the passphrase where the keyring does not open it, and returns nothing where nobody answers. Whoever
    turns the lock on or off must have nothing of the profile open.
    """

    def __init__(self, folders: "ProfileFolders", secrets: "Callable[[], Secrets]", ask: Callable[[], str]) -> None:
        self._folders = folders
        self._secrets = secrets
        self._ask = ask
        self._key: bytes | None = None
        self._is_known = False

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

    def is_closed(self) -> bool:
        """Whether the profile is locked and its key has not been found yet."""
        return not self._is_known and self._needed() is not None

    def key(self) -> bytes | None:
        """Return the key, None where nothing is locked: by the keyring, then by a passphrase that is asked for.

        Raises PersonError: the errors of `open_by_keyring`, `lock_passphrase_missing`, `lock_passphrase_wrong`.
        """
        if not self._is_known:
            needed = self._needed()
            if needed is None:
                self._know(None)
            elif not (needed.name and self._opens_by_keyring(needed)):
                passphrase = self._ask()
                if not passphrase:
                    raise PersonError("lock_passphrase_missing")
                self.open(passphrase)
        return self._key

    def open(self, passphrase: str) -> None:
        """Find the key by the passphrase. Raises PersonError `lock_passphrase_wrong`."""
        needed = self._needed()
        if needed is not None:
            if not needed.sealed:
                raise PersonError("lock_passphrase_wrong")
            self._know(needed.open(passphrase))

    def open_by_keyring(self) -> None:
        """Find the key in the computer's keyring.

        Raises PersonError `lock_keyring_empty`, `lock_keyring_locked`, `lock_no_keyring`, `lock_keyring_failed`,
        `lock_keyring_other`, and `lock_passphrase_missing` where the keyring does not have it.
        """
        needed = self._needed()
        if needed is None:
            return
        if not needed.name:
            raise PersonError("lock_passphrase_missing")
        self._know(self._kept(needed))

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
            key = self.key()
        else:
            if not passphrase and not keyring:
                raise PersonError("lock_no_way")
            if passphrase:
                demand_good(passphrase)
            open_database(self._folders.database).close()  # one that is not in order is told before anything is done
        with alone(data, from_window=from_window):
            if key is None:
                key = self._make_key(passphrase, keyring=keyring)
            convert(self._folders.database, key, lock=True)
            self._know(key)
            left = tuple(self._lock_others(key))
        return (*left, *(Left(str(path)) for path in left_by_a_turned_lock(data)))

    def turn_off(self, *, from_window: bool = False) -> tuple[Left, ...]:
        """Unlock the profile, or finish doing so, and return damaged files, which stay as they are and shut for good.

        The drafts go last: until then a stop leaves a locked profile. Raises PersonError as `key` does, and
        `lock_is_off`, `store_in_use`, `store_sending`, `store_busy`, `disk_full` and so on. Then the lock is on.
        """
        found = self._key_file()
        if found is None and not is_locked(self._folders.database):
            raise PersonError("lock_is_off")
        key = self.key()
        left: list[Left] = []
        with alone(self._folders.data, from_window=from_window):
            if key is not None:
                left = list(self._unlock_others(key))
                convert(self._folders.database, key, lock=False)
            remove_leftovers(self._folders.data, datetime.now(UTC) + _ALL_AGES)
            if found is not None and found.name:
                try:
                    self._secrets().remove(found.name)
                except TestimonyError as error:
                    left.append(Left(found.name, error))
            for path in self._folders.locks:
                wipe(path)
            self._know(None)
        return tuple(left)

    def change_passphrase(self, old: str, new: str) -> None:
        """Let another passphrase open the profile; where only the keyring did, one beside it.

        Raises PersonError `lock_is_off`, `lock_passphrase_wrong`, `passphrase_short`, and what the disk refuses. Then
        the old one still opens it.
        """
        found = self._key_file() if self._is_on() else None
        key = None if found is None else found.open(old) if found.sealed else self.key()
        if found is None or key is None:
            raise PersonError("lock_is_off")
        self._write(found.sealed_anew(key, new))

    def forget(self) -> None:
        """Take the key out of the keyring, as when everything is erased. Raises PersonError."""
        found = self._key_file()
        if found is not None and found.name:
            self._secrets().remove(found.name)

    def _make_key(self, passphrase: str, *, keyring: bool) -> bytes:
        """Make a key that can be found again, and look whether it can."""
        for path in (self._folders.ledger, *self._copies()):
            if is_locked(path):
                raise PersonError("lock_others_locked", path=str(path))
        key = new_key()
        found = key_file_for(key, keyring=keyring)
        if passphrase:
            found = found.sealed_anew(key, passphrase)
        before = self._key_file()
        try:
            if found.name:
                self._asked(lambda: self._secrets().put(found.name, key.hex()))
                self._kept(found)
            self._write(found)
        except BaseException:
            if found.name:
                self._secrets().remove(found.name)
            raise
        if before is not None and before.name:  # of a lock that was being turned on or off and opens nothing
            self._secrets().remove(before.name)
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

    def _is_on(self) -> bool:
        """Whether the drafts are locked. Looks into the file only before this process has it open."""
        return self._key is not None if self._is_known else is_locked(self._folders.database)

    def _know(self, key: bytes | None) -> None:
        self._key, self._is_known = key, True

    def _key_file(self) -> KeyFile | None:
        return next((found for path in self._folders.locks if (found := read_key_file(path)) is not None), None)

    def _write(self, key_file: KeyFile) -> None:
        first, second = self._folders.locks
        write_key_file(first, key_file)
        try:
            second.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise file_error(error, second) from error
        write_key_file(second, key_file)

    def _needed(self) -> KeyFile | None:
        """Return how the key is found where one is needed: unless the drafts can be read by anybody."""
        return None if is_plain(self._folders.database) else self._key_file()

    def _opens_by_keyring(self, key_file: KeyFile) -> bool:
        """Find the key in the keyring; False where a passphrase may open it all the same."""
        try:
            self._know(self._kept(key_file))
        except PersonError:
            if not key_file.sealed:
                raise
            return False
        return True

    def _kept(self, key_file: KeyFile) -> bytes:
        kept = self._asked(lambda: self._secrets().find("keyring", key_file.name))
        try:
            key = bytes.fromhex(kept)
        except ValueError:
            key = b""
        if not key_file.fits(key):
            raise PersonError("lock_keyring_other")
        return key

    @staticmethod
    def _asked(ask: Callable[[], "str | None"]) -> str:
        """Ask the keyring, and say of what stands in the way that it is about the lock."""
        try:
            return ask() or ""
        except PersonError as error:
            raise PersonError(_KEYRING_CODES.get(error.code, error.code)) from error
