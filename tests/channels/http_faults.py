"""What may go wrong between us and an address that takes testimony, and what must be known after it: rows H1 to H5."""

import gzip
import hashlib
import json
import socket
import struct
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from functools import cache
from typing import NamedTuple

from testimony_app.domain.submission import OutcomeKind
from tests.channels.http_rig import hold
from tests.channels.http_server import HttpServer, answer

KEY = "Idempotency-Key"
LATER = (OutcomeKind.TEMPORARY, "server_said_later")
FAILED = (OutcomeKind.TEMPORARY, "server_failed_same_key")
SAME_KEY = (OutcomeKind.TEMPORARY, "no_answer_same_key")
LOST = (OutcomeKind.UNKNOWN, "no_answer_after_handing_over")
NO_RECEIPT = (OutcomeKind.UNKNOWN, "answer_without_receipt")
ELSEWHERE = (OutcomeKind.PERMANENT, "server_redirects")
ANOTHER = (OutcomeKind.PERMANENT, "server_has_another")
TAKEN = (OutcomeKind.ACCEPTED, "server_took_it")


class KeepingServer(HttpServer):
    """Keeps each body once for each key, as a server does that knows keys, and each body without a key as a new one."""

    def __init__(self, context):
        super().__init__(context)
        self.kept = []
        self._keys = {}

    def begin(self, *scripts):
        """Forget everything, and answer so."""
        self.kept, self._keys = [], {}
        self.requests.clear()
        self.connections = 0
        self.scripts = list(scripts)

    def keep(self):
        """Take the last request for good, and return the answer to it."""
        _, headers, body = self.requests[-1]
        key = headers.get(KEY.lower())
        if key is None or key not in self._keys:
            self.kept.append(body)
        if key is not None:
            self._keys[key] = body
        return answer(201, json.dumps({"id": "4711", "sha256": hashlib.sha256(body).hexdigest()}))

    def behave(self, connection):
        connection.sendall(self.keep())


class Fault(NamedTuple):
    """`script` makes what the server does of the server; `other` is the address of a second host."""

    row: str
    name: str
    script: Callable
    with_key: tuple
    without_key: tuple
    slow: bool = False
    tells_hash: bool = False

    def __str__(self):
        return f"{self.row}-{self.name}"


def say(content):
    return lambda _server, _other: content


def keep_and(script):
    """Take it for good, and only then do what the script says."""

    def make(server, other):
        then = script(server, other)

        def act(connection):
            server.keep()
            then(connection) if callable(then) else connection.sendall(then)

        return act

    return make


def end_with(content, *, reset=False):
    """Say so much, and end the connection; with `reset` so that what was on its way may be lost."""

    def act(connection):
        connection.sendall(content) if content else None
        if reset:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    return lambda _server, _other: act


def stay_silent(_server, _other):
    return hold


def drip(content):
    """Begin a receipt, and say the same again and again, in pieces that each come in time."""

    def act(connection):
        connection.sendall(STATUS + b"Content-Length: 99999\r\n\r\n")
        while True:
            connection.sendall(content)
            connection.settimeout(0.02)
            try:
                if not connection.recv(1):
                    return
            except TimeoutError:
                continue

    return lambda _server, _other: act


def to_other(status, address):
    return lambda server, other: answer(status, Location=address(server, other))


@cache
def bomb():
    """Ten megabytes of a gzip file that becomes ten gigabytes, cut where it is read no further."""
    return gzip.compress(bytes(10_000_000), 1) * 100


def the_bomb(_server, _other):
    return answer(201, bomb(), Content_Encoding="gzip")


def held(text_of):
    """A conflict: the server knows the key, and says the hash of what it has."""

    def make(server, _other):
        def act(connection):
            _, headers, body = server.requests[-1]
            there = text_of(body)
            server.kept.append(there)
            server._keys[headers.get(KEY.lower())] = there
            connection.sendall(answer(409, json.dumps({"id": "4711", "sha256": hashlib.sha256(there).hexdigest()})))

        return act

    return make


def say_when(status, **span):
    def make(_server, _other):
        return answer(status, Retry_After=format_datetime(datetime.now(UTC) + timedelta(**span), usegmt=True))

    return make


WHEN = {
    "no-time": {}, "120s": {"Retry_After": "120"}, "10-years": {"Retry_After": "315360000"},
    "nonsense": {"Retry_After": "soon"}, "minus": {"Retry_After": "-5"},
}  # fmt: skip
PAGE = "<!doctype html><title>Welcome</title><form action=/login><input name=user><input type=password></form>"
SAME, OTHER_PATH, OTHER_HOST, PLAIN = (
    lambda server, _other: server.url(),
    lambda server, _other: server.url("/elsewhere"),
    lambda _server, other: other.url(),
    lambda _server, other: other.url().replace("https:", "http:"),
)
STATUS = b"HTTP/1.1 201 Created\r\n"


def _h1():
    for status in (429, 503):
        for name, headers in WHEN.items():
            yield Fault("H1", f"{status}-{name}", say(answer(status, **headers)), LATER, LATER)
        for name, span in (("date", {"hours": 1}), ("10-years-date", {"days": 3650}), ("past-date", {"days": -1})):
            yield Fault("H1", f"{status}-{name}", say_when(status, **span), LATER, LATER)
    for status in (500, 502, 504):
        yield Fault("H1", f"{status}", say(answer(status)), FAILED, NO_RECEIPT)
        yield Fault("H1", f"{status}-kept", keep_and(say(answer(status))), FAILED, NO_RECEIPT)


def _h2():
    cut = STATUS + b'Content-Length: 999\r\n\r\n{"id": "4711"}'
    for name, content in (("", b""), ("half-a-line", STATUS[:10]), ("half-a-body", cut)):
        for reset in (False, True):
            ending = f"{'reset' if reset else 'end'}{'-after-' if name else ''}{name}"
            yield Fault("H2", ending, end_with(content, reset=reset), SAME_KEY, LOST)
            yield Fault("H2", f"{ending}-kept", keep_and(end_with(content, reset=reset)), SAME_KEY, LOST)
    yield Fault("H2", "end-after-status-kept", keep_and(end_with(STATUS)), NO_RECEIPT, NO_RECEIPT)
    yield Fault("H2", "not-http", end_with(b"220 mail.city.test ESMTP\r\n"), SAME_KEY, LOST)
    yield Fault("H2", "silence", stay_silent, SAME_KEY, LOST, slow=True)
    yield Fault("H2", "silence-kept", keep_and(stay_silent), SAME_KEY, LOST, slow=True)
    yield Fault("H2", "drip-of-a-body-kept", keep_and(drip(b" ")), SAME_KEY, LOST, slow=True)


def _h3():
    for status in (301, 302, 303, 307, 308):
        yield Fault("H3", f"{status}-other-host", to_other(status, OTHER_HOST), ELSEWHERE, ELSEWHERE)
        yield Fault("H3", f"{status}-to-http", to_other(status, PLAIN), ELSEWHERE, ELSEWHERE)
        yield Fault("H3", f"{status}-other-path", to_other(status, OTHER_PATH), ELSEWHERE, ELSEWHERE)
    yield Fault("H3", "302-itself", to_other(302, SAME), ELSEWHERE, ELSEWHERE)
    yield Fault("H3", "302-nowhere", say(answer(302)), ELSEWHERE, ELSEWHERE)


def _h4():
    for status in (200, 201):
        for name, body in (("login-page", PAGE), ("empty", ""), ("10-megabytes", "x" * 10_000_000)):
            yield Fault("H4", f"{status}-{name}", say(answer(status, body)), NO_RECEIPT, NO_RECEIPT)
            yield Fault("H4", f"{status}-{name}-kept", keep_and(say(answer(status, body))), NO_RECEIPT, NO_RECEIPT)
    packed = gzip.compress(b'{"id": "4711"}')
    bodies = {
        "no-field": '{"ok": true}', "null": '{"id": null}', "true": '{"id": true}', "list": '[{"id": "4711"}]',
        "deep": "[" * 100_000, "not-utf-8": b'{"id": "\xff\xfe"}', "half": '{"id": "47',
        "receipt-then-10-megabytes": '{"id": "4711"}' + " " * 10_000_000,
    }  # fmt: skip
    for name, body in bodies.items():
        yield Fault("H4", f"201-{name}", say(answer(201, body)), NO_RECEIPT, NO_RECEIPT)
    yield Fault("H4", "200-receipt", say(answer(200, '{"id": "4711"}')), NO_RECEIPT, NO_RECEIPT)
    yield Fault("H4", "204", say(answer(204)), NO_RECEIPT, NO_RECEIPT)
    yield Fault("H4", "201-packed", say(answer(201, packed, Content_Encoding="gzip")), NO_RECEIPT, NO_RECEIPT)
    yield Fault("H4", "201-bomb", the_bomb, NO_RECEIPT, NO_RECEIPT)


def _h5():
    yield Fault("H5", "409-ours", held(lambda body: body), TAKEN, NO_RECEIPT, tells_hash=True)
    yield Fault("H5", "409-another", held(lambda body: body + b" "), ANOTHER, NO_RECEIPT, tells_hash=True)
    yield Fault("H5", "409-no-hash", say(answer(409, '{"id": "4711"}')), NO_RECEIPT, NO_RECEIPT, tells_hash=True)
    yield Fault("H5", "409-no-rule", say(answer(409)), NO_RECEIPT, NO_RECEIPT)


FAULTS = [*_h1(), *_h2(), *_h3(), *_h4(), *_h5()]
QUICK = [fault for fault in FAULTS if not fault.slow]
SLOW = [fault for fault in FAULTS if fault.slow]
