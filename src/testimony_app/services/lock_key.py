"""The key of a locked profile: where it is, how it is found, and the one who keeps it in memory."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from testimony_app.domain.errors import PersonError, TestimonyError
from testimony_app.files.atomic import file_error
from testimony_app.files.wiping import wipe
from testimony_app.sealing.key_file import KeyFile, key_file_for, new_key, read_key_file, write_key_file
from testimony_app.services.erasing import Left
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

    def is_closed(self) -> bool:
        """Whether the profile is locked and its key has not been found yet."""
        return not self._is_known and self._needed() is not None

    def key(self) -> bytes | None:
        """Return the key, None where nothing is locked: by the keyring, then by a passphrase that is asked for.

        Raises PersonError: the errors of `open_by_keyring`, `lock_passphrase_missing`, `lock_passphrase_wrong`, and
        `store_locked` where nothing says how the key is found.
        """
        if not self._is_known:
            needed = self._needed()
            if needed is None:
                if is_locked(self._folders.database):
                    raise PersonError("store_locked", path=str(self._folders.database))
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

    def _key_of_locked(self) -> bytes:
        """Return the key of drafts that are locked. Raises PersonError as `key` does, and `store_locked`."""
        key = self.key()
        if key is None:
            raise PersonError("store_locked", path=str(self._folders.database))
        return key

    def _make(self, passphrase: str, *, keyring: bool) -> tuple[bytes, KeyFile]:
        """Make a key that can be found again, and look whether it can."""
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
        except TestimonyError:
            self._drop(found)
            raise
        if before is not None and before.name:  # of a lock that was being turned on or off and opens nothing
            self._secrets().remove(before.name)
        return key, found

    def _drop(self, key_file: KeyFile | None) -> list[Left]:
        """Keep a key no more, and return where it may be still. Raises PersonError where its file stays."""
        left: list[Left] = []
        if key_file is not None and key_file.name:
            try:
                self._secrets().remove(key_file.name)
            except TestimonyError as error:
                left.append(Left(key_file.name, error))
        for path in self._folders.locks:
            wipe(path)
        return left

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
