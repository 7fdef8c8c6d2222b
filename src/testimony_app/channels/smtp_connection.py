"""A connection to a mail server: bytes, TLS and replies, each within a time and a length that the caller sets."""

import re
import socket
import ssl
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import NamedTuple, TypeAlias

from testimony_app.channels import smtp_codes as codes
from testimony_app.domain.submission import Outcome, OutcomeKind
from testimony_app.domain.text import clean, one_line

LONGEST_LINE = 1024
"""Bytes of a line of a reply. RFC 5321 allows 512."""

MOST_LINES = 64
"""Lines of a reply."""

LONGEST_ANSWER = 300
"""Characters of a server's own words as they are kept and shown."""

READY = 220
LOGGED_IN = 235
DONE = 250
GO_ON = 334
SEND_MAIL = 354
CLOSING = 421
"""What a server means by its digits (RFC 5321, 4.2.3; RFC 4954, 6)."""

_TRANSIENT, _PERMANENT = 4, 5
"""What the first digit of an answer says: no for now, no for good (RFC 5321, 4.2.1)."""

_PIECE = 65536
_REPLY_LINE = re.compile(rb"([2-5][0-9]{2})(?:([ -])(.*))?", re.DOTALL)
_TOO_OLD = {"UNSUPPORTED_PROTOCOL", "TLSV1_ALERT_PROTOCOL_VERSION", "NO_PROTOCOLS_AVAILABLE", "VERSION_TOO_LOW"}
_NO_TLS = {"WRONG_VERSION_NUMBER", "HTTP_REQUEST", "RECORD_LAYER_FAILURE", "UNKNOWN_PROTOCOL"}

_SocketAddress: TypeAlias = "tuple[socket.AddressFamily, socket.SocketKind, int, str, tuple[str, int]]"


class AttemptError(Exception):
    """Ends an attempt with an outcome that is known. `usable` says that the connection still is."""

    def __init__(self, kind: OutcomeKind, code: str, answer: str = "", *, usable: bool = False) -> None:
        super().__init__(code)
        self.outcome = Outcome(kind, code, answer)
        self.usable = usable


class Reply(NamedTuple):
    """What a server answered: its three digits, and its words by lines."""

    code: int
    lines: tuple[str, ...] = ()

    @property
    def answer(self) -> str:
        """The reply as it is kept and shown, on one line."""
        return " ".join([str(self.code), *self.lines])[:LONGEST_ANSWER].rstrip()

    @property
    def takes_address(self) -> bool:
        """Whether the address is taken: 250, or 251 where it is passed on, or 252 where it is tried."""
        return self.code // 10 == DONE // 10

    @property
    def says_later(self) -> bool:
        """Whether the answer is a no for now (4xx)."""
        return self.code // 100 == _TRANSIENT

    @property
    def says_no(self) -> bool:
        """Whether the answer is a no for good (5xx)."""
        return self.code // 100 == _PERMANENT


def later(code: str, answer: str = "") -> AttemptError:
    """Return what ends an attempt that delivered nothing and may be made again."""
    return AttemptError(OutcomeKind.TEMPORARY, code, answer)


def needs_you(code: str, answer: str = "") -> AttemptError:
    """Return what ends an attempt that delivered nothing and will not do better by itself."""
    return AttemptError(OutcomeKind.PERMANENT, code, answer)


class Connection:
    """A socket to a mail server. Every method ends by `until`, a `time.monotonic()`, or raises AttemptError."""

    def __init__(self, host: str, port: int, until: float) -> None:
        self.until = until
        self._unread = bytearray()
        self._host = host
        self._socket: socket.socket | ssl.SSLSocket = _connected(host, port, until)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def start_tls(self, context: ssl.SSLContext, *, asked: bool) -> None:
        """Encrypt from here on. `asked` says that STARTTLS was used.

        Whatever came before is forgotten; anything that came after the server's consent and is not TLS ends the
        attempt, since it may be somebody else's (CVE-2011-0411).
        """
        if asked and (self._unread or self._readable()):
            raise needs_you(codes.TLS_TAMPERED)
        try:
            self._socket = context.wrap_socket(
                self._socket, server_hostname=self._host, do_handshake_on_connect=False, suppress_ragged_eofs=False
            )
            self._socket.settimeout(self._left())
            self._socket.do_handshake()
        except TimeoutError:
            raise later(codes.SERVER_NOT_ANSWERING) from None
        except (OSError, ValueError) as error:
            raise _tls_failure(error, asked=asked) from None

    def command(self, line: str) -> Reply:
        """Send a command and return its reply. Words that came unasked are taken for no reply."""
        self.nothing_unread()
        self.write(line.encode() + b"\r\n")
        return self.reply()

    def commands(self, lines: Sequence[str], *, at_once: bool) -> Iterator[Reply]:
        """Give the replies to commands, in order. `at_once` sends all of them before the first reply (RFC 2920).

        Else each is sent when its turn comes, so that who stops asking sends no more.
        """
        if not at_once:
            yield from (self.command(line) for line in lines)
            return
        self.nothing_unread()
        self.write("".join(f"{line}\r\n" for line in lines).encode())
        for _ in lines:
            yield self.reply()

    def write(self, content: bytes) -> None:
        """Send bytes, all of them."""
        left = memoryview(content)
        while left:
            self._socket.settimeout(self._left())
            try:
                sent = self._socket.send(left[:_PIECE])
            except TimeoutError:
                raise later(codes.SERVER_NOT_ANSWERING) from None
            except OSError:
                raise later(codes.CONNECTION_LOST) from None
            left = left[sent:]

    def reply(self) -> Reply:
        """Wait for a reply and return it: no more lines than MOST_LINES, none longer than LONGEST_LINE."""
        words: list[str] = []
        first = b""
        for _ in range(MOST_LINES):
            found = _REPLY_LINE.fullmatch(self._line())
            if found is None or (first and found[1] != first):
                raise later(codes.SERVER_NOT_UNDERSTOOD)
            first = found[1]
            words.append(_printable(found[3] or b""))
            if found[2] != b"-":
                return Reply(int(first), tuple(words))
        raise later(codes.SERVER_NOT_UNDERSTOOD)

    def nothing_unread(self) -> None:
        """Make sure that the server is still there and has said nothing unasked.

        A reply that was there before its command may be one to something else, and proves nothing.
        """
        if not self._unread and not self._readable():
            return
        reply = self.reply()
        if reply.says_later:
            raise later(codes.SERVER_SAID_LATER, reply.answer)
        if reply.says_no:
            raise needs_you(codes.SERVER_REFUSED, reply.answer)
        raise later(codes.SERVER_NOT_UNDERSTOOD, reply.answer)

    def close(self) -> None:
        """End the connection, whatever state it is in."""
        with suppress(OSError):
            self._socket.close()

    def _line(self) -> bytes:
        while True:
            end = self._unread.find(b"\n", 0, LONGEST_LINE)
            if end >= 0:
                line = bytes(self._unread[:end])
                del self._unread[: end + 1]
                return line.removesuffix(b"\r")
            if len(self._unread) >= LONGEST_LINE:
                raise later(codes.SERVER_NOT_UNDERSTOOD)
            self._socket.settimeout(self._left())
            try:
                received = self._socket.recv(LONGEST_LINE)
            except TimeoutError:
                raise later(codes.SERVER_NOT_ANSWERING) from None
            except OSError:
                raise later(codes.CONNECTION_LOST) from None
            if not received:
                raise later(codes.CONNECTION_LOST)
            self._unread += received

    def _readable(self) -> bool:
        """Whether something has come in, taking it in. Raises where the connection has ended."""
        self._socket.settimeout(0)
        try:
            received = self._socket.recv(LONGEST_LINE)
        except (BlockingIOError, ssl.SSLWantReadError, ssl.SSLWantWriteError):
            return False
        except OSError:
            raise later(codes.CONNECTION_LOST) from None
        if not received:
            raise later(codes.CONNECTION_LOST)
        self._unread += received
        return True

    def _left(self) -> float:
        left = self.until - time.monotonic()
        if left <= 0:
            raise later(codes.SERVER_NOT_ANSWERING)
        return left


def verifying_context(ca_file: str) -> ssl.SSLContext:
    """Return a context that takes TLS 1.2 and later, and only a certificate that is valid for the server's name."""
    try:
        context = ssl.create_default_context(cafile=ca_file or None)
    except (OSError, ValueError):
        raise needs_you(codes.CA_FILE_NOT_READABLE) from None
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.keylog_filename = None  # type: ignore[assignment]  # SSLKEYLOGFILE would let others read along
    return context


def _tls_failure(error: Exception, *, asked: bool) -> AttemptError:
    if isinstance(error, ssl.SSLCertVerificationError):
        return needs_you(codes.TLS_UNTRUSTED, _printable(error.verify_message.encode())[:LONGEST_ANSWER])
    if isinstance(error, ValueError):  # a name that no certificate can have
        return needs_you(codes.TLS_UNTRUSTED)
    if isinstance(error, ssl.SSLEOFError) or not isinstance(error, ssl.SSLError):
        return later(codes.CONNECTION_LOST)
    reason = error.reason
    if reason in _TOO_OLD:
        return needs_you(codes.TLS_TOO_OLD)
    if reason in _NO_TLS:
        return needs_you(codes.TLS_TAMPERED if asked else codes.TLS_MISSING)
    return later(codes.TLS_FAILED, _printable((reason or "").encode()))


def _connected(host: str, port: int, until: float) -> socket.socket:
    places = _resolved(host, port, until)
    for number, (family, kind, protocol, _, place) in enumerate(places):
        left = until - time.monotonic()
        if left <= 0:
            raise later(codes.SERVER_NOT_ANSWERING)
        attempt = socket.socket(family, kind, protocol)
        attempt.settimeout(left / (len(places) - number))
        try:
            attempt.connect(place)
        except OSError as error:
            attempt.close()
            failure = error
        else:
            return attempt
    code = codes.SERVER_NOT_ANSWERING if isinstance(failure, TimeoutError) else codes.SERVER_NOT_REACHED
    raise later(code) from None


def _resolved(host: str, port: int, until: float) -> "list[_SocketAddress]":
    """Return where a name leads. Nothing can stop a resolver that hangs, so it is left behind in a thread."""
    found: list[_SocketAddress] = []

    def resolve() -> None:
        try:
            found.extend(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))  # type: ignore[arg-type]  # typeshed has any address
        except (OSError, UnicodeError, ValueError, OverflowError):
            return

    thread = threading.Thread(target=resolve, name="resolver", daemon=True)
    thread.start()
    thread.join(max(0.0, until - time.monotonic()))
    if thread.is_alive():
        raise later(codes.SERVER_NOT_ANSWERING)
    if not found:
        raise later(codes.SERVER_NOT_FOUND)
    return list(found)


def _printable(line: bytes) -> str:
    text = one_line(clean(line.decode(errors="replace")).text)
    return "".join(sign for sign in text if sign.isprintable())
