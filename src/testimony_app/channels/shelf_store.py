"""An object store such as S3, by Apache OpenDAL. It is an extra; without it, this is said."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from testimony_app.channels.shelf import ShelfError
from testimony_app.domain.errors import TestimonyError
from testimony_app.domain.submission import OutcomeKind, Password

if TYPE_CHECKING:
    from opendal import Operator

_NO_BUCKET = "NoSuchBucket"
"""How S3 calls that the store itself is not there, not the object in it (S3 API, error codes)."""

_SECONDS = 30.0
"""Seconds a store may take for one step."""


class StoreShelf:
    """Writes an object only where there is none of that name; the store itself sees to that."""

    def __init__(self, url: str, endpoint: str, region: str, username: str, password: Password) -> None:
        parts = urlsplit(url)
        self._options = {
            "bucket": parts.netloc,
            "root": parts.path or "/",
            "region": region or "us-east-1",
            "access_key_id": username,
        }
        if endpoint:
            self._options["endpoint"] = endpoint
        self._password = password
        self._seconds = _SECONDS
        self._store: Operator | None = None

    def begin(self, deadline: float) -> None:
        """Begin an attempt."""
        self._seconds = min(_SECONDS, deadline - time.monotonic())
        self._store = None

    def read(self, name: str) -> bytes | None:
        """Return an object, or None."""
        store = self._opened()
        try:
            return bytes(store.read(name))
        except Exception as error:
            if _name_of(error) == "NotFound" and _NO_BUCKET not in str(error):
                return None
            raise _refusal(error) from error

    def lay(self, name: str, content: bytes, committing: Callable[[], None]) -> bool:
        """Write an object under a free name."""
        store = self._opened()
        committing()
        try:
            store.write(name, content, if_not_exists=True)
        except Exception as error:
            if _name_of(error) == "ConditionNotMatch":
                return False
            raise _refusal(error) from error
        return True

    def look(self) -> None:
        """See whether the store lets us in."""
        self.read("testimony-is-this-there")

    def close(self) -> None:
        """Nothing is kept open."""

    def _opened(self) -> "Operator":
        if self._store is None:
            try:
                from opendal import Operator  # noqa: PLC0415  (an extra)
                from opendal.layers import TimeoutLayer  # noqa: PLC0415  (as above)
            except ImportError as error:
                raise ShelfError(OutcomeKind.PERMANENT, "collection_extra_missing") from error
            try:
                secret = self._password()
            except TestimonyError as error:
                raise ShelfError(OutcomeKind.PERMANENT, error.code) from error
            if self._seconds <= 0:
                raise ShelfError(OutcomeKind.TEMPORARY, "server_not_answering")
            store = Operator("s3", **self._options, secret_access_key=secret, disable_config_load="true")
            self._store = store.layer(TimeoutLayer(self._seconds, self._seconds))
        return self._store


def _name_of(error: Exception) -> str:
    """Return which of OpenDAL's errors it is: they have no class in common, so all are caught and told by name."""
    if type(error).__module__ != "opendal.exceptions":
        raise error
    return type(error).__name__


def _refusal(error: Exception) -> ShelfError:
    if _name_of(error) == "PermissionDenied":
        return ShelfError(OutcomeKind.PERMANENT, "login_refused", says_no=True)
    if _name_of(error) == "NotFound":
        return ShelfError(OutcomeKind.PERMANENT, "collection_not_there", says_no=True)
    return ShelfError(OutcomeKind.TEMPORARY, "server_not_answering")
