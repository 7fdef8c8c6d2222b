"""A WebDAV share: put under another name, read back, then moved to its own without ever replacing anything."""

import logging
import os
import ssl
import time
from collections.abc import Callable
from urllib.parse import quote, urlsplit

import urllib3
from urllib3.exceptions import HTTPError
from urllib3.util import make_headers

from testimony_app.channels.shelf import ShelfError
from testimony_app.channels.verified_tls import verified_tls
from testimony_app.domain.errors import TestimonyError
from testimony_app.domain.submission import OutcomeKind, Password

MOST_BYTES = 64 * 1024 * 1024
"""Bytes of a file that are read back: more than any message between a worker and its parent holds."""

_SECONDS = 30.0
_REDIRECTS = range(300, 400)
_DONE = {200, 201, 204}
_GONE, _TAKEN = 404, 412
_REFUSALS = {
    401: (OutcomeKind.PERMANENT, "login_refused"),
    403: (OutcomeKind.PERMANENT, "login_refused"),
    404: (OutcomeKind.PERMANENT, "collection_not_there"),
    405: (OutcomeKind.PERMANENT, "server_refused"),
    409: (OutcomeKind.PERMANENT, "collection_not_there"),
    413: (OutcomeKind.PERMANENT, "server_refused"),
    423: (OutcomeKind.TEMPORARY, "server_said_later"),
    429: (OutcomeKind.TEMPORARY, "server_said_later"),
    503: (OutcomeKind.TEMPORARY, "server_said_later"),
    507: (OutcomeKind.PERMANENT, "collection_full"),
}
"""RFC 4918: 507 says that there is no room, and that it is not to be tried again until the person asks (11.5)."""


logging.getLogger("urllib3").setLevel(logging.CRITICAL)  # its lines hold the names of files, which may hold a person's


class WebDavShelf:
    """Speaks to one collection of a server."""

    def __init__(self, url: str, username: str, password: Password, ca_file: str) -> None:
        parts = urlsplit(url)
        scheme = "https" if parts.scheme == "webdavs" else "http"
        self._base = f"{scheme}://{parts.netloc}{parts.path.rstrip('/')}"
        self._username = username
        self._password = password
        self._ca_file = ca_file
        self._is_encrypted = scheme == "https"  # what is not is of this very computer; the settings allow no other
        self._pool: urllib3.PoolManager | None = None
        self._deadline = float("inf")
        self._headers: dict[str, str] | None = None

    def begin(self, deadline: float) -> None:
        """Begin an attempt. The login is asked for anew, since it may have been put right since the last one."""
        self._deadline = deadline
        self._headers = None

    def read(self, name: str) -> bytes | None:
        """Return a file, or None."""
        status, content = self._ask("GET", name)
        if status == _GONE:
            return None
        if status not in _DONE:
            raise _refusal(status)
        return content

    def lay(self, name: str, content: bytes, committing: Callable[[], None]) -> bool:
        """Lay a file down under a free name."""
        waiting = f".testimony-{os.urandom(6).hex()}.part"
        try:
            status, _ = self._ask("PUT", waiting, content)
            if status not in _DONE:
                raise _refusal(status)
            if self.read(waiting) != content:
                raise ShelfError(OutcomeKind.TEMPORARY, "file_differs_after_writing")
            committing()
            headers = {"Destination": self._url(name), "Overwrite": "F"}
            status, _ = self._ask("MOVE", waiting, headers=headers)
            if status == _TAKEN:
                return False
            if status not in _DONE:
                raise _refusal(status, says_no=status in _REFUSALS)
        finally:
            self._remove(waiting)
        return True

    def look(self) -> None:
        """See whether the collection is there."""
        status, _ = self._ask("PROPFIND", "", headers={"Depth": "0"})
        if status not in {207, *_DONE}:
            raise _refusal(status)

    def close(self) -> None:
        """Close the connections."""
        if self._pool is not None:
            self._pool.clear()

    def _url(self, name: str) -> str:
        return f"{self._base}/{quote(name)}"

    def _remove(self, name: str) -> None:
        """Take away what was put under another name, as far as that can be; the outcome stands without it."""
        try:
            self._ask("DELETE", name)
        except ShelfError:
            return

    def _ask(
        self, method: str, name: str, body: bytes | None = None, headers: dict[str, str] | None = None
    ) -> tuple[int, bytes]:
        headers = {"Accept-Encoding": "identity", **self._login(), **(headers or {})}
        seconds = min(_SECONDS, self._deadline - time.monotonic())
        if seconds <= 0:
            raise ShelfError(OutcomeKind.TEMPORARY, "server_not_answering")
        try:
            answer = self._opened().request(
                method,
                self._url(name),
                body=body,
                headers=headers,
                redirect=False,
                timeout=urllib3.Timeout(total=seconds),
                preload_content=False,
            )
            return answer.status, self._bounded(answer)
        except HTTPError as error:
            raise _unreachable(error) from error

    def _bounded(self, answer: urllib3.BaseHTTPResponse) -> bytes:
        """Return the bytes of an answer as they came. What is longer than any file of ours is cut, and so is none."""
        content = bytearray()
        try:
            while len(content) <= MOST_BYTES and (part := answer.read1(64 * 1024, decode_content=False)):
                content += part
                if time.monotonic() > self._deadline:
                    raise ShelfError(OutcomeKind.TEMPORARY, "server_not_answering")
            return bytes(content)
        finally:
            answer.release_conn() if len(content) <= MOST_BYTES else answer.close()

    def _opened(self) -> urllib3.PoolManager:
        if self._pool is None:
            if self._is_encrypted:
                try:
                    context = verified_tls(self._ca_file)
                except OSError as error:
                    raise ShelfError(OutcomeKind.PERMANENT, "ca_file_not_readable") from error
                self._pool = urllib3.PoolManager(1, retries=False, ssl_context=context)
            else:
                self._pool = urllib3.PoolManager(1, retries=False)
        return self._pool

    def _login(self) -> dict[str, str]:
        if self._headers is None:
            try:
                login = f"{self._username}:{self._password()}" if self._username else ""
            except TestimonyError as error:
                raise ShelfError(OutcomeKind.PERMANENT, error.code) from error
            self._headers = dict(make_headers(basic_auth=login)) if login else {}
        return self._headers


def _refusal(status: int, *, says_no: bool = False) -> ShelfError:
    kind, code = _REFUSALS.get(status, (OutcomeKind.TEMPORARY, "server_said_later"))
    if status in _REDIRECTS:
        kind, code = OutcomeKind.PERMANENT, "server_redirects"
    return ShelfError(kind, code, str(status), says_no=says_no)


def _unreachable(error: HTTPError) -> ShelfError:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return ShelfError(OutcomeKind.PERMANENT, "tls_untrusted")
        reason = getattr(cause, "reason", None)
        cause = reason if isinstance(reason, BaseException) else cause.__cause__ or cause.__context__
    return ShelfError(OutcomeKind.TEMPORARY, "server_not_answering")
