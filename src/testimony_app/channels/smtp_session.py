"""A session with a mail server: greeted, encrypted, logged in, and ready for messages."""

import base64
import re
import ssl
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import NamedTuple

from testimony_app.channels import smtp_codes as codes
from testimony_app.channels.smtp_connection import (
    CLOSING,
    DONE,
    GO_ON,
    LOGGED_IN,
    READY,
    SEND_MAIL,
    AttemptError,
    Connection,
    Reply,
    later,
    needs_you,
    verifying_context,
)
from testimony_app.channels.smtp_settings import SmtpSettings
from testimony_app.domain.errors import TestimonyError
from testimony_app.domain.submission import OutcomeKind, Password, Phase

_OUR_NAME = "[127.0.0.1]"
"""How we greet. The computer's own name would stand in every message's trace, and often names a person."""

_LONGEST_COMMAND = 510
_REFUSED_LOGIN = {530, 534, 535, 538}
_TOO_LARGE = re.compile(r"552\b|5\d\d (5\.3\.4|5\.2\.3)\b")
_BAD_SENDER = {"5.1.7", "5.1.8"}
"""Bad sender's mailbox or system address (RFC 3463, 3.2)."""

_STATUS = re.compile(r"[245]\.\d{1,3}\.\d{1,3}\b")


class Features(NamedTuple):
    """What a server says it can do: the most bytes of a message (0: not said), and the words of EHLO it offers."""

    size: int
    words: frozenset[str]
    logins: frozenset[str]


class Envelope(NamedTuple):
    """Whose message it is, whom it goes to, its bytes, and whether more than ASCII is in it or in its addresses."""

    sender: str
    recipients: tuple[str, ...]
    size: int
    eight_bit: bool
    utf8: bool


class StaleError(Exception):
    """A session that was kept is no longer there."""


class Session:
    """A logged-in session. Refusals raise AttemptError and leave it usable, all else leaves it broken."""

    def __init__(self, connection: Connection, features: Features, secrets: tuple[str, ...]) -> None:
        self.features = features
        self._connection = connection
        self._secrets = secrets

    def set_deadline(self, until: float) -> None:
        """Let all that follows end by a `time.monotonic()`."""
        self._connection.until = until

    def envelope(self, envelope: Envelope, *, kept_until: float | None = None) -> list[Reply]:
        """Begin a message and return what the server says of each address, in order.

        On a session that was kept, `kept_until` is the `time.monotonic()` by which the server must show that it is
        still there. What a message before has left behind is forgotten by this (RSET). Raises StaleError if it is not.
        """
        begin = ["RSET"] if kept_until is not None else []
        lines = [*begin, self._mail(envelope), *(f"RCPT TO:<{address}>" for address in envelope.recipients)]
        replies = self._connection.commands(lines, at_once="PIPELINING" in self.features.words)
        if kept_until is not None:
            self._demand_alive(replies, kept_until)
        reply = self._without_secrets(next(replies))
        if reply.code != DONE:
            raise self._refused_sender(reply, replies)
        return [self._without_secrets(each) for each in replies]

    def _mail(self, envelope: Envelope) -> str:
        """Return the command that begins a message, with what the server offers and it needs."""
        options = [f"SIZE={envelope.size}"] if "SIZE" in self.features.words else []
        options += ["BODY=8BITMIME"] if envelope.eight_bit else []
        options += ["SMTPUTF8"] if envelope.utf8 else []
        return " ".join([f"MAIL FROM:<{envelope.sender}>", *options])

    def _demand_alive(self, replies: Iterator[Reply], kept_until: float) -> None:
        until = self._connection.until
        self._connection.until = min(until, kept_until)
        try:
            reply = next(replies)
        except AttemptError as error:
            raise StaleError from error
        if reply.code != DONE:
            raise StaleError
        self._connection.until = until

    def _refused_sender(self, reply: Reply, others: Iterator[Reply]) -> AttemptError:
        """Return what ends an attempt whose sender is refused, once what else was asked has its answer."""
        code = codes.SENDER_REFUSED if reply.code in {550, 551, 553, 554} else codes.SERVER_REFUSED
        ended = refusal(reply, code)
        if "PIPELINING" not in self.features.words or not ended.usable:
            return ended
        try:
            deque(others, maxlen=0)
        except AttemptError:
            ended.usable = False
        return ended

    def data(self) -> None:
        """Ask to send the message (DATA)."""
        _demand(self._command("DATA"), SEND_MAIL)

    def body(self, content: bytes) -> None:
        """Send the lines of a message that ends in CRLF, all but the dot that hands it over."""
        stuffed = content.replace(b"\r\n.", b"\r\n..")
        self._connection.write(b"." + stuffed if stuffed.startswith(b".") else stuffed)

    def nothing_unread(self) -> None:
        """Make sure that the server is still there and has not answered too early."""
        self._connection.nothing_unread()

    def final_dot(self) -> Reply:
        """Hand the message over and return the answer. Whatever this raises, the message may have been taken."""
        self._connection.write(b".\r\n")
        return self._without_secrets(self._connection.reply())

    def quit(self) -> None:
        """Say goodbye as far as that goes (QUIT)."""
        with suppress(AttemptError):  # what was to be known is known by now
            self._connection.command("QUIT")

    def close(self) -> None:
        """End the connection without a word."""
        self._connection.close()

    def _command(self, line: str) -> Reply:
        return self._without_secrets(self._connection.command(line))

    def _without_secrets(self, reply: Reply) -> Reply:
        if any(secret in reply.answer for secret in self._secrets):
            return Reply(reply.code)
        return reply


def open_session(
    settings: SmtpSettings, password: Password, reach: Callable[[Phase], None], until: float, proved: list[str]
) -> Session:
    """Connect, encrypt and log in, or raise AttemptError. `proved` is added to as proofs are given.

    There is no way on without TLS, and nothing of a letter or a login is sent before it.
    """
    reach(Phase.CONNECT)
    context = verifying_context(settings.ca_file)
    connection = Connection(settings.host, settings.port, until)
    try:
        features = _encrypted(connection, context, settings, proved)
        proved.append(codes.SERVER_TRUSTED)
        secrets: tuple[str, ...] = ()
        if settings.username:
            reach(Phase.AUTH)
            secrets = _logged_in(connection, features, settings.username, _secret(password))
            proved.append(codes.LOGIN_ACCEPTED)
    except BaseException:
        connection.close()
        raise
    return Session(connection, features, secrets)


def refusal(reply: Reply, code: str = codes.SERVER_REFUSED) -> AttemptError:
    """Return what ends an attempt at an answer of 4xx or 5xx, or at one that makes no sense here."""
    usable = reply.code != CLOSING
    if reply.says_later:
        return AttemptError(OutcomeKind.TEMPORARY, codes.SERVER_SAID_LATER, reply.answer, usable=usable)
    if not reply.says_no:
        return later(codes.SERVER_NOT_UNDERSTOOD, reply.answer)
    if reply.code in _REFUSED_LOGIN:
        code = codes.LOGIN_REFUSED
    elif _TOO_LARGE.match(reply.answer):
        code = codes.MESSAGE_TOO_LARGE
    return AttemptError(OutcomeKind.PERMANENT, code, reply.answer, usable=True)


def recipient_refusal(reply: Reply) -> AttemptError:
    """Return what ends an attempt at a refused address. Many servers say only here what is wrong with the sender."""
    status = _STATUS.match(" ".join(reply.lines))
    if "sender address rejected" in reply.answer.lower() or (status and status[0] in _BAD_SENDER):
        return refusal(reply, codes.SENDER_REFUSED)
    policy = status is not None and status[0].startswith("5.7.")
    return refusal(reply, codes.SERVER_REFUSED if policy else codes.RECIPIENT_REFUSED)


def _demand(reply: Reply, code: int) -> None:
    if reply.code != code:
        raise refusal(reply)


def _encrypted(connection: Connection, context: ssl.SSLContext, settings: SmtpSettings, proved: list[str]) -> Features:
    if settings.security == "tls":
        connection.start_tls(context, asked=False)
        _demand(connection.reply(), READY)
        proved.append(codes.SERVER_REACHED)
        return _greeted(connection)
    _demand(connection.reply(), READY)
    proved.append(codes.SERVER_REACHED)
    if "STARTTLS" not in _greeted(connection).words:
        raise needs_you(codes.TLS_MISSING)
    reply = connection.command("STARTTLS")
    if reply.says_no:
        raise needs_you(codes.TLS_MISSING, reply.answer)
    _demand(reply, READY)
    connection.start_tls(context, asked=True)
    return _greeted(connection)


def _greeted(connection: Connection) -> Features:
    reply = connection.command(f"EHLO {_OUR_NAME}")
    _demand(reply, DONE)
    size, words, logins = 0, set(), set()
    for line in reply.lines[1:]:
        word, *values = line.upper().replace("AUTH=", "AUTH ").split() or [""]
        words.add(word)
        if word == "SIZE" and values and re.fullmatch("[0-9]{1,18}", values[0]):
            size = int(values[0])
        if word == "AUTH":
            logins.update(values)
    return Features(size, frozenset(words), frozenset(logins))


def _secret(password: Password) -> str:
    try:
        return password()
    except TestimonyError as error:
        locked = error.code == codes.SECRET_LOCKED
        raise needs_you(codes.SECRET_LOCKED if locked else codes.SECRET_MISSING) from None


def _logged_in(connection: Connection, features: Features, username: str, secret: str) -> tuple[str, ...]:
    """Log in and return what no answer may hold from now on."""
    if not secret or "\0" in username + secret:
        raise needs_you(codes.LOGIN_REFUSED if secret else codes.SECRET_MISSING)
    name, word = _base64(username), _base64(secret)
    both = _base64(f"\0{username}\0{secret}")
    if "PLAIN" in features.logins:
        steps = [f"AUTH PLAIN {both}"]
        if len(steps[0]) > _LONGEST_COMMAND:
            steps = ["AUTH PLAIN", both]
    elif "LOGIN" in features.logins:
        steps = ["AUTH LOGIN", name, word]
    else:
        raise needs_you(codes.LOGIN_NOT_OFFERED)
    *first, last = steps
    for step in first:
        reply = connection.command(step)
        if reply.code != GO_ON:
            raise _login_refusal(reply)
    reply = connection.command(last)
    if reply.code != LOGGED_IN:
        raise _login_refusal(reply)
    return secret, word, both


def _login_refusal(reply: Reply) -> AttemptError:
    """Return what ends the attempt. Some servers repeat what was sent, so only the numbers of the answer are kept."""
    status = _STATUS.match(" ".join(reply.lines))
    bare = Reply(reply.code, (status[0],) if status else ())
    ended = refusal(bare, codes.LOGIN_REFUSED)
    return AttemptError(ended.outcome.kind, ended.outcome.code, bare.answer)


def _base64(text: str) -> str:
    return base64.b64encode(text.encode()).decode()
