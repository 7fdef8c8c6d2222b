"""An address of a program that takes testimony over HTTPS, as its settings describe it."""

import base64
import json
import ssl
import time
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http.client import HTTPException
from urllib.parse import urlencode, urlsplit

import msgspec
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError
from urllib3.filepost import encode_multipart_formdata
from urllib3.response import BaseHTTPResponse
from urllib3.util import make_headers

from testimony_app.channels.attempts import Passing, attempt, checked
from testimony_app.channels.channel_format import HttpTable
from testimony_app.channels.http_receipts import receipt_of
from testimony_app.channels.templates import fill
from testimony_app.channels.verified_tls import verified_tls
from testimony_app.domain.errors import OrganizerError, TestimonyError
from testimony_app.domain.submission import (
    Channel,
    Gate,
    Letter,
    Outcome,
    OutcomeKind,
    Password,
    Payload,
    Phase,
    SubmissionIds,
)

MOST_ANSWER = 256 * 1024
"""Bytes of an answer that are read. A receipt is short; a page or a bomb is not."""

_READ_SECONDS = 60.0
_LEAST_WORD = 3
_REDIRECTS = range(300, 400)
_LATER = {429, 503}
_REFUSED = {400, 404, 405, 406, 410, 411, 413, 414, 415, 422, 431, 451, 501, 507}
_LOGIN = {401, 403, 407}
_BROKEN = {500, 502, 504}


class HttpChannel:
    """Posts one request. Redirects are never followed, and what is no receipt is never called accepted."""

    def __init__(self, settings: HttpTable, password: Password) -> None:
        self._settings = settings
        self._password = password

    def prepare(self, letter: Letter, ids: SubmissionIds) -> Payload:
        """Return the body of the request.

        Raises OrganizerError `channel_field_unknown`, and `channel_cannot_attach` where files cannot go along.
        """
        settings = self._settings
        values = {name: fill(template, letter, ids) for name, template in settings.fields.items()}
        if letter.attachments and settings.encoding != "multipart":
            raise OrganizerError("channel_cannot_attach", encoding=settings.encoding)
        if settings.encoding == "json":
            content = json.dumps(values, ensure_ascii=False).encode()
            return Payload(content, "application/json", ids.submission)
        if settings.encoding == "form":
            content = urlencode(values).encode()
            return Payload(content, "application/x-www-form-urlencoded", ids.submission)
        files = [(settings.file_field, (each.name, each.content, each.content_type)) for each in letter.attachments]
        content, content_type = encode_multipart_formdata(
            [*values.items(), *files], boundary=f"testimony-{ids.submission}"
        )
        return Payload(content, content_type, ids.submission)

    def send(self, payload: Payload, gate: Gate, deadline: float) -> Outcome:
        """Post the request once."""
        return attempt(lambda passing: self._attempt(payload, passing, deadline), gate, deadline)

    def ask(self, payload: Payload) -> None:
        """Return None: such an address has nothing to ask."""
        del payload

    def check(self) -> Outcome:
        """Connect, with the server's certificate looked at, and send no request."""
        return checked(self._reach)

    def _reach(self) -> Outcome:
        connection = self._connected(time.monotonic() + _READ_SECONDS)
        if isinstance(connection, Outcome):
            return connection
        connection.close()
        return Outcome(OutcomeKind.ACCEPTED, "server_reached")

    def _attempt(self, payload: Payload, passing: Passing, deadline: float) -> Outcome:
        passing.reach(Phase.CONNECT)
        connection = self._connected(deadline)
        if isinstance(connection, Outcome):
            return connection
        try:
            passing.reach(Phase.AUTH)
            try:
                headers = self._headers(payload)
            except TestimonyError as error:
                return Outcome(OutcomeKind.PERMANENT, error.code)
            passing.reach(Phase.BODY)
            passing.committing()
            return self._handed_over(connection, payload, headers, deadline)
        finally:
            connection.close()

    def _handed_over(
        self, connection: HTTPConnection, payload: Payload, headers: dict[str, str], deadline: float
    ) -> Outcome:
        try:
            connection.request("POST", self._target, body=payload.content, headers=headers, preload_content=False)
            answer = connection.getresponse()
            content = _bounded(answer, deadline)
        except (HTTPError, HTTPException, OSError):
            return self._no_answer()
        said = _said(answer, payload, headers.get("Authorization", ""))
        return self._outcome(answer, content, payload, said)

    @property
    def _target(self) -> str:
        parts = urlsplit(self._settings.url)
        return f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"

    def _connected(self, deadline: float) -> HTTPConnection | Outcome:
        """Return a connection to the server that the settings name and no other, or what is known without one."""
        parts = urlsplit(self._settings.url)
        seconds = max(min(_READ_SECONDS, deadline - time.monotonic()), 0.1)
        connection: HTTPConnection
        if parts.scheme == "http":  # for this very computer alone; the settings allow no other
            connection = HTTPConnection(str(parts.hostname), parts.port or 80, timeout=seconds)
        else:
            try:
                context = verified_tls(self._settings.ca_file)
            except OSError:
                return Outcome(OutcomeKind.PERMANENT, "ca_file_not_readable")
            connection = HTTPSConnection(
                str(parts.hostname), parts.port or 443, timeout=seconds, ssl_context=context, cert_reqs="CERT_REQUIRED"
            )
        try:
            connection.connect()
        except (HTTPError, OSError) as error:
            connection.close()
            return _not_connected(error)
        return connection

    def _headers(self, payload: Payload) -> dict[str, str]:
        settings = self._settings
        headers = {
            "Content-Type": payload.content_type,
            "Accept": "application/json, */*;q=0.5",
            "Accept-Encoding": "identity",
            "User-Agent": "Testimony",
        }
        if settings.idempotency_header:
            headers[settings.idempotency_header] = payload.message_id
        if settings.auth == "bearer":
            headers["Authorization"] = f"Bearer {self._password()}"
        elif settings.auth == "basic":
            headers.update(make_headers(basic_auth=f"{settings.username}:{self._password()}"))
        for value in headers.values():
            if not (value.isascii() and value.isprintable()):
                raise ValueError  # found out here, before anything is handed over
        return headers

    def _no_answer(self) -> Outcome:
        """With a key a second try cannot count twice; without one nobody knows."""
        if self._settings.idempotency_header:
            return Outcome(OutcomeKind.TEMPORARY, "no_answer_same_key")
        return Outcome(OutcomeKind.UNKNOWN, "no_answer_after_handing_over")

    def _outcome(self, answer: BaseHTTPResponse, content: bytes | None, payload: Payload, said: str) -> Outcome:
        status = answer.status
        has_key = bool(self._settings.idempotency_header)
        receipt = receipt_of(answer, content, self._settings.receipt, payload, has_key=has_key)
        if receipt is not None and receipt.is_ours:
            return Outcome(OutcomeKind.ACCEPTED, "server_took_it", said, receipt=receipt.reference)
        if receipt is not None:
            return Outcome(OutcomeKind.PERMANENT, "server_has_another", said)
        if status in _BROKEN and has_key:
            return Outcome(OutcomeKind.TEMPORARY, "server_failed_same_key", said)
        if status in _LATER:
            after = retry_after(answer.headers.get("Retry-After", ""), datetime.now(UTC))
            return Outcome(OutcomeKind.TEMPORARY, "server_said_later", said, retry_after=after)
        return _refusal(status, said) or Outcome(OutcomeKind.UNKNOWN, "answer_without_receipt", said)


def _said(answer: BaseHTTPResponse, payload: Payload, login: str) -> str:
    """Return the server's own words in short; its number alone where they repeat a word of the text or the login."""
    with suppress(ValueError):
        login += base64.b64decode(login.partition(" ")[2], validate=True).decode("utf-8", "replace")
    ours = payload.content.decode("utf-8", "replace") + login
    words = "".join(letter for letter in answer.reason or "" if letter.isprintable()).split()
    if any(len(word) >= _LEAST_WORD and word in ours for word in words):
        words = []
    return " ".join([str(answer.status), *words])[:300]


def _refusal(status: int, said: str) -> Outcome | None:
    if status in _REDIRECTS:
        return Outcome(OutcomeKind.PERMANENT, "server_redirects", said)
    if status in _LOGIN:
        return Outcome(OutcomeKind.PERMANENT, "login_refused", said)
    if status in _REFUSED:
        return Outcome(OutcomeKind.PERMANENT, "server_refused", said)
    return None


def retry_after(text: str, now: datetime) -> float | None:
    """Return the seconds of a Retry-After header (RFC 9110, 10.2.3): a number, or a date. None where it is neither."""
    if text.strip().isdecimal():
        return float(text.strip()[:9])
    try:
        when = parsedate_to_datetime(text)
    except ValueError:
        return None
    return max((when.replace(tzinfo=when.tzinfo or UTC) - now).total_seconds(), 0.0)


def _bounded(answer: BaseHTTPResponse, deadline: float) -> bytes | None:
    """Return the bytes of an answer as they came, or None where there are more than are read."""
    content = b""
    while part := answer.read1(16 * 1024, decode_content=False):
        content += part
        if len(content) > MOST_ANSWER:
            return None
        if time.monotonic() > deadline:
            raise TimeoutError
    return content


def _not_connected(error: HTTPError | OSError) -> Outcome:
    causes = [error, error.__cause__, error.__context__]
    if any(isinstance(each, ssl.SSLCertVerificationError) for each in causes):
        return Outcome(OutcomeKind.PERMANENT, "tls_untrusted")
    if any(isinstance(each, ssl.SSLError) for each in causes):
        return Outcome(OutcomeKind.TEMPORARY, "tls_broken")
    return Outcome(OutcomeKind.TEMPORARY, "server_not_answering")


def make(settings: Mapping[str, object], password: Password) -> Channel:
    """Return the channel."""
    return HttpChannel(msgspec.convert(settings, HttpTable), password)
