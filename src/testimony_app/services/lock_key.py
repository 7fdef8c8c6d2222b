"""The key of a locked profile: where it is, how it is found, and the one who keeps it in memory."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from testimony_app.domain.errors import PersonError, TestimonyError
from testimony_app.files.wiping import wipe
from testimony_app.sealing.key_file import KeyFile, key_file_for, new_key, read_key_file, write_key_file
from testimony_app.services.erasing import Left
from testimony_app.store.database import is_there, make_private_folder
from testimony_app.store.engine import is_locked, is_plain

if TYPE_CHECKING:
    from testimony_app.settings.folders import ProfileFolders
    from testimony_app.settings.secrets import Secrets

_KEYRING_CODES = {
    "secret_missing": "lock_keyring_empty",
    "secret_locked": "lock_keyring_locked",
    "secret_no_keyring": "lock_no_keyring",
    "secret_keyring_failed": "lock_keyring_failed",
}


class LockKey:
    """Finds the key of one profile, and keeps it in memory once it has been found.

    `ask` asks for the passphrase where the keyring does not open it, and returns nothing where nobody answers.
    """

    def __init__(self, folders: "ProfileFolders", secrets: "Callable[[], Secrets]", ask: Callable[[], str]) -> None:
        self._folders = folders
        self._secrets = secrets
        self._ask = ask
        self._key: bytes | None = None
        self._is_known = False
        self._ledger_differs = False
        self._is_shut = False

    def is_closed(self) -> bool:
        """Whether the profile is locked and its key has not been found yet, also where what finds it cannot be read."""
        try:
            return not self._is_known and bool(self._needed())
        except PersonError:
            return True

    @contextmanager
    def kept_shut(self) -> Iterator[None]:
        """Give nobody the key meanwhile, so that nothing of the profile can be opened by this process.

        Python's SQLite and SQLCipher do not see each other's locks within one process.
        """
        self._is_shut = True
        try:
            yield
        finally:
            self._is_shut = False

    def key(self) -> bytes | None:
        """Return the key, None where nothing is locked: by the keyring, then by a passphrase that is asked for.

        Raises PersonError: the errors of `open_by_keyring`, `lock_passphrase_missing`, `lock_passphrase_wrong`,
        `store_locked` where nothing says how the key is found, and `store_busy` while the lock is being turned.
        """
        if self._is_shut:
            raise PersonError("store_busy", path=str(self._folders.database))
        return self._found()

    def _found(self) -> bytes | None:
        if not self._is_known:
            needed = self._needed()
            if not needed and is_locked(self._folders.database):
                raise PersonError("store_locked", path=str(self._folders.database))
            self._know(self._find(needed) if needed else None)
        return self._key

    def open(self, passphrase: str) -> None:
        """Find the key by the passphrase. Raises PersonError `lock_passphrase_wrong`."""
        needed = self._needed()
        if needed:
            self._know(_opened(needed, passphrase))

    def open_by_keyring(self) -> None:
        """Find the key in the computer's keyring.

        Raises PersonError `lock_keyring_empty`, `lock_keyring_locked`, `lock_no_keyring`, `lock_keyring_failed`,
        `lock_keyring_other`, and `lock_passphrase_missing` where the keyring does not have it.
        """
        needed = self._needed()
        if needed:
            self._know(self._kept(needed))

    def change_passphrase(self, old: str, new: str) -> None:
        """Let another passphrase open the profile; where only the keyring did, one beside it.

        Raises PersonError `lock_is_off`, `lock_passphrase_wrong`, `passphrase_short`, `store_busy` where another
        process turns the lock meanwhile, and what the disk refuses. Then the old one still opens it.
        """
        found = self._key_files() if self._is_on() else ()
        key = None if not found else _opened(found, old) if any(each.sealed for each in found) else self.key()
        if key is None:
            raise PersonError("lock_is_off")
        changed = next(each for each in found if each.fits(key)).sealed_anew(key, new)
        if self._key_files() != found:
            raise PersonError("store_busy", path=str(self._folders.locks[0]))
        self._write(changed)

    def forget(self) -> None:
        """Take the key out of the keyring, as when everything is erased. Raises PersonError."""
        for name in _names(self._key_files()):
            self._secrets().remove(name)

    def _key_of_locked(self) -> bytes:
        """Return the key of drafts that are locked. Raises PersonError as `key` does, and `store_locked`."""
        key = self._found()
        if key is None:
            raise PersonError("store_locked", path=str(self._folders.database))
        return key

    def _make(self, passphrase: str, *, keyring: bool) -> tuple[bytes, KeyFile]:
        """Make a key that can be found again, and look whether it can."""
        key = new_key()
        found = key_file_for(key, keyring=keyring)
        if passphrase:
            found = found.sealed_anew(key, passphrase)
        before = self._key_files()
        try:
            if found.name:
                self._asked(lambda: self._secrets().put(found.name, key.hex()))
                self._kept((found,))
            self._write(found)
        except TestimonyError:
            self._drop((found,))
            raise
        for name in _names(before):  # of a lock that was being turned on or off and opens nothing
            self._secrets().remove(name)
        return key, found

    def _drop(self, key_files: Sequence[KeyFile]) -> list[Left]:
        """Keep a key no more, and return where it may be still. Raises PersonError where its file stays."""
        left: list[Left] = []
        for name in _names(key_files):
            try:
                self._secrets().remove(name)
            except TestimonyError as error:
                left.append(Left(name, error))
        for path in self._folders.locks:
            wipe(path)
        return left

    def _is_on(self) -> bool:
        """Whether the drafts are locked, or would be if they were not lost.

        Looks into the file only before this process has it open.
        """
        if self._is_known:
            return self._key is not None
        return is_locked(self._folders.database) or bool(self._needed())

    def _know(self, key: bytes | None) -> None:
        """Keep the key. The ledger is looked into now, since this process has it open later."""
        self._key, self._is_known = key, True
        if key is not None:
            self._mend_key_files(key)
        self._ledger_differs = self._differs(self._folders.ledger, is_on=key is not None)

    @staticmethod
    def _differs(path: Path, *, is_on: bool) -> bool:
        """Whether a file is not as the lock says."""
        return is_there(path) and is_locked(path) != is_on

    def _key_files(self) -> tuple[KeyFile, ...]:
        """Return what the key file and its copy say, one where both say the same.

        Each may be damaged. Raises PersonError where none says anything and one cannot be read.
        """
        found: list[KeyFile] = []
        refused: PersonError | None = None
        for path in self._folders.locks:
            try:
                each = read_key_file(path)
            except PersonError as error:
                refused = refused or error
            else:
                found += [each] if each is not None and each not in found else []
        if refused is not None and not found:
            raise refused
        return tuple(found)

    def _write(self, key_file: KeyFile) -> None:
        """Write the copy and then the key file, so that a stop in between leaves what opened it before."""
        for path in reversed(self._folders.locks):
            make_private_folder(path.parent)
            write_key_file(path, key_file)

    def _mend_key_files(self, key: bytes) -> None:
        """Write a key file anew that is gone or says nothing: else all is shut for good when the other goes too."""
        with suppress(PersonError):  # the other opens it all the same, and the next start tries again
            said = {path: read_key_file(path) for path in self._folders.locks}
            whole = next((each for each in said.values() if each is not None and each.fits(key)), None)
            for path, each in said.items():
                if each is None and whole is not None:
                    make_private_folder(path.parent)
                    write_key_file(path, whole)

    def _needed(self) -> tuple[KeyFile, ...]:
        """Return how the key is found where one is needed: unless the drafts can be read by anybody."""
        return () if is_plain(self._folders.database) else self._key_files()

    def _find(self, key_files: Sequence[KeyFile]) -> bytes:
        """Return the key by the keyring, and where that fails by a passphrase that is asked for."""
        try:
            return self._kept(key_files)
        except PersonError:
            if not any(each.sealed for each in key_files):
                raise
        passphrase = self._ask()
        if not passphrase:
            raise PersonError("lock_passphrase_missing")
        return _opened(key_files, passphrase)

    def _kept(self, key_files: Sequence[KeyFile]) -> bytes:
        """Return the key that the keyring has under the name of one of these files and that fits one of them."""
        refused = PersonError("lock_passphrase_missing")
        for name in _names(key_files):
            try:
                key = bytes.fromhex(self._asked(partial(self._secrets().find, "keyring", name)))
            except PersonError as error:
                refused = error
            except ValueError:
                refused = PersonError("lock_keyring_other")
            else:
                if any(each.fits(key) for each in key_files):
                    return key
                refused = PersonError("lock_keyring_other")
        raise refused

    @staticmethod
    def _asked(ask: Callable[[], "str | None"]) -> str:
        """Ask the keyring, and say of what stands in the way that it is about the lock."""
        try:
            return ask() or ""
        except PersonError as error:
            raise PersonError(_KEYRING_CODES.get(error.code, error.code)) from error


def _names(key_files: Sequence[KeyFile]) -> list[str]:
    """Return the names under which the keyring has a key."""
    return list(dict.fromkeys(each.name for each in key_files if each.name))


def _opened(key_files: Sequence[KeyFile], passphrase: str) -> bytes:
    """Return the key that a passphrase opens. Raises PersonError `lock_passphrase_wrong`."""
    for each in key_files:
        with suppress(PersonError):
            return each.open(passphrase)
    raise PersonError("lock_passphrase_wrong")
