"""The file beside a locked database that says how its key is found, and holds it sealed with a passphrase.

The key itself is 256 random bits and never changes while the lock is on. So another passphrase means another key file
and not another database.
"""

import base64
import hashlib
import json
import os
import unicodedata
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from testimony_app.domain.errors import PersonError
from testimony_app.files.atomic import file_error, write_file
from testimony_app.files.wiping import wipe
from testimony_app.sealing.passphrase import open_with, seal_with

FORMAT = "testimony-lock/1"
_KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class KeyFile:
    """How a key is found. `check` is its SHA-256, with `FORMAT` before it, by which a wrong one is told.

    `name` is that under which the computer's keyring has it, empty where it does not. `sealed` is the key sealed with a
    passphrase by age, empty where there is none.
    """

    check: str
    name: str = ""
    sealed: bytes = b""

    def fits(self, key: bytes) -> bool:
        """Whether this is the key."""
        return _check_of(key) == self.check

    def open(self, passphrase: str) -> bytes:
        """Return the key. Raises PersonError `lock_passphrase_wrong`."""
        try:
            key = open_with(self.sealed, _one_spelling(passphrase))
        except PersonError as error:
            raise PersonError("lock_passphrase_wrong") from error
        if not self.fits(key):
            raise PersonError("lock_passphrase_wrong")
        return key

    def sealed_anew(self, key: bytes, passphrase: str) -> "KeyFile":
        """Return the same with the key sealed with this passphrase. Raises PersonError `passphrase_short`."""
        return replace(self, sealed=seal_with(key, _one_spelling(passphrase)))


def new_key() -> bytes:
    """Return a key that nobody can guess."""
    return os.urandom(_KEY_BYTES)


def key_file_for(key: bytes, *, keyring: bool) -> KeyFile:
    """Return the file of a new key, with a name of its own for the keyring where that is to have it."""
    return KeyFile(_check_of(key), name=f"lock-{os.urandom(6).hex()}" if keyring else "")


def read_key_file(path: Path) -> KeyFile | None:
    """Return what a key file says, None where it is not there or says nothing. Raises PersonError."""
    try:
        found = json.loads(path.read_bytes())
        if found["format"] != FORMAT:
            return None
        return KeyFile(str(found["check"]), str(found["keyring"]), base64.b64decode(found["sealed"], validate=True))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise file_error(error, path) from error
    except (ValueError, KeyError, TypeError):
        return None


def write_key_file(path: Path, key_file: KeyFile) -> None:
    """Write a key file, whole or not at all, and overwrite the one before, whose passphrase must not open it any more.

    Raises PersonError `disk_full` and so on.
    """
    said = {
        "format": FORMAT,
        "check": key_file.check,
        "keyring": key_file.name,
        "sealed": base64.b64encode(key_file.sealed).decode(),
    }
    before = path.with_name(f"{path.name}.{os.urandom(4).hex()}.old")
    try:
        if path.exists():
            os.link(path, before)
        write_file(path, json.dumps(said, indent=2).encode() + b"\n", replace=True, mode=0o600)
    except OSError as error:
        raise file_error(error, path) from error
    except PersonError:
        with suppress(OSError):  # the new one may have its name already, though the disk refused
            before.replace(path)
        raise
    finally:
        wipe(before)


def _one_spelling(passphrase: str) -> str:
    """Return a passphrase in the form of Unicode that most keyboards give: some give letters and accents apart."""
    return unicodedata.normalize("NFC", passphrase)


def _check_of(key: bytes) -> str:
    return hashlib.sha256(FORMAT.encode() + key).hexdigest()
