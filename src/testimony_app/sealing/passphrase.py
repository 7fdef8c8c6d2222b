"""Sealing a file with a passphrase by age, so that it can travel on a stick or in a mail."""

from testimony_app.domain.errors import PersonError

SUFFIX = ".age"
LEAST_LETTERS = 10
"""A passphrase with fewer can be tried out."""

_MAGIC = b"age-encryption.org/v1\n"
_BY_PASSPHRASE = b"-> scrypt "


def is_sealed(content: bytes) -> bool:
    """Whether this is a file that age has sealed, in whatever way."""
    return content.startswith(_MAGIC)


def demand_good(passphrase: str) -> None:
    """Refuse a passphrase that is too short. Raises PersonError `passphrase_short`."""
    if len(passphrase.strip()) < LEAST_LETTERS:
        raise PersonError("passphrase_short", least=LEAST_LETTERS)


def seal_with(content: bytes, passphrase: str) -> bytes:
    """Return a content sealed with a passphrase; `age -d` opens it too. Raises PersonError `passphrase_short`."""
    import pyrage  # noqa: PLC0415  (only a sealed file needs it)

    demand_good(passphrase)
    return pyrage.passphrase.encrypt(content, passphrase)


def open_with(sealed: bytes, passphrase: str) -> bytes:
    """Return what stands in a sealed file.

    Raises PersonError `passphrase_wrong`, also where the file is damaged, and `sealed_for_key` where no passphrase
    opens it.
    """
    import pyrage  # noqa: PLC0415  (see seal_with)

    if not sealed.startswith(_MAGIC + _BY_PASSPHRASE):
        raise PersonError("sealed_for_key")
    try:
        return pyrage.passphrase.decrypt(sealed, passphrase)
    except pyrage.DecryptError as error:
        raise PersonError("passphrase_wrong") from error
