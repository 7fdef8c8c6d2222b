"""The channel that sends a letter as mail through an account of the organizer's (SMTP, RFC 5321)."""

import re
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from types import TracebackType
from typing import NamedTuple, Self

import msgspec

from testimony_app.channels import smtp_codes as codes
from testimony_app.channels.attempts import Passing
from testimony_app.channels.channel_format import SmtpTable
from testimony_app.channels.mail_message import mail_message, message_id, own_address, valid_address
from testimony_app.channels.smtp_connection import DONE, AttemptError, Reply, needs_you
from testimony_app.channels.smtp_session import Envelope, Session, StaleError, open_session, recipient_refusal, refusal
from testimony_app.channels.smtp_settings import SmtpSettings
from testimony_app.domain.outbox import after_break
from testimony_app.domain.submission import (
    Cancelled,
    Channel,
    Gate,
    Letter,
    Outcome,
    OutcomeKind,
    Password,
    Payload,
    Phase,
    RecipientResult,
    SubmissionIds,
)

__all__ = ["SmtpChannel", "SmtpCheck", "SmtpSettings"]

BEFORE_THE_DOT = 120.0
"""Seconds at the most until a message is handed over, from connecting on."""

AFTER_THE_DOT = 600.0
"""Seconds at the most to wait for the answer that follows (RFC 5321, 4.5.3.2.6). Who stops sooner makes doubles."""

STILL_THERE = 10.0
"""Seconds a kept connection has to show that it still works before a new one is made."""

GOODBYE = 2.0
"""Seconds at the most for QUIT, once all is known."""

_QUEUED_AS = re.compile(r"queued as ([A-Za-z0-9._-]{4,64})")


class SmtpCheck(NamedTuple):
    """What a check proved, as codes of `PROOFS`, and what stopped it, or None. Nothing was sent.

    `largest` is the most bytes of a message that the server takes, 0 where it does not say.
    """

    proved: tuple[str, ...]
    problem: Outcome | None
    largest: int = 0


class SmtpChannel:
    """Sends by SMTP. One thread at a time may use it.

    A connection serves one message, or, between `open` and `close` (or inside `with`), as many as come.
    """

    def __init__(self, settings: SmtpSettings, password: Password) -> None:
        self._settings = settings
        self._password = password
        self._session: Session | None = None
        self._keeps = False
        self._deadline = 0.0

    def prepare(self, letter: Letter, ids: SubmissionIds) -> Payload:
        """Return the message, made once.

        Raises OrganizerError `mail_address_not_valid`, PersonError `own_address_not_valid` or `text_invalid_unicode`.
        """
        content = mail_message(letter, ids, self._settings.addresses)
        copies = (own_address(letter.copy_to),) if letter.copy_to else ()
        named = (valid_address(address) for address in (*self._settings.to, *self._settings.cc))
        recipients = {address.casefold(): address for address in (*copies, *named)}
        ordered = sorted(recipients.values(), key=lambda address: address in copies)
        return Payload(content, "message/rfc822", message_id(ids, self._settings.sender), tuple(ordered))

    def send(self, payload: Payload, gate: Gate, deadline: float) -> Outcome:
        """Try once to send to `payload.recipients`. Never raises but Cancelled; see `smtp_codes` for the outcomes."""
        passing = Passing(gate)
        self._deadline = deadline
        try:
            outcome = self._attempt(payload, passing, deadline)
        except Cancelled:
            self._drop()
            raise
        except AttemptError as error:
            self._end(usable=error.usable)
            return error.outcome
        except Exception:  # noqa: BLE001  (an attempt always has an outcome; the words of this may hold the letter's)
            self._drop()
            return after_break(passing.phase)
        self._end(usable=outcome.kind is not OutcomeKind.UNKNOWN)
        return outcome

    def ask(self, payload: Payload) -> None:
        """SMTP cannot be asked what became of a message."""

    def check(self) -> Outcome:
        """Connect and log in without sending anything, and say what that proved."""
        probed = self.probe(time.monotonic() + BEFORE_THE_DOT)
        if probed.problem is not None:
            return probed.problem
        code = codes.LOGIN_ACCEPTED if codes.LOGIN_ACCEPTED in probed.proved else codes.SERVER_REACHED
        return Outcome(OutcomeKind.ACCEPTED, code)

    def probe(self, deadline: float) -> SmtpCheck:
        """Connect and log in without sending anything, and say each thing that it proved."""
        proved: list[str] = []
        try:
            until = min(deadline, time.monotonic() + BEFORE_THE_DOT)
            session = open_session(self._settings, self._password, lambda _: None, until, proved)
        except AttemptError as error:
            return SmtpCheck(tuple(proved), error.outcome)
        except Exception:  # noqa: BLE001  (as for an attempt)
            return SmtpCheck(tuple(proved), after_break(Phase.CONNECT))
        _say_goodbye(session, deadline)
        return SmtpCheck(tuple(proved), None, session.features.size)

    def open(self) -> Self:
        """Keep the connection after each message from now on, until `close`."""
        self._keeps = True
        return self

    def close(self) -> None:
        """End a kept connection."""
        self._keeps = False
        self._deadline = time.monotonic() + GOODBYE
        self._end(usable=True)

    def __enter__(self) -> Self:
        return self.open()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _attempt(self, payload: Payload, passing: Passing, deadline: float) -> Outcome:
        sender = valid_address(self._settings.sender)
        _refuse_damaged(payload, sender)
        session, replies = self._enveloped(sender, payload, passing, min(deadline, time.monotonic() + BEFORE_THE_DOT))
        refused = self._refused(replies)
        if refused is not None:
            return refused
        passing.reach(Phase.BODY)
        session.data()
        session.body(payload.content)
        session.nothing_unread()
        passing.committing()
        session.nothing_unread()
        session.set_deadline(min(deadline, time.monotonic() + AFTER_THE_DOT))
        return _handed_over(session, replies)

    def _enveloped(
        self, sender: str, payload: Payload, passing: Passing, until: float
    ) -> tuple[Session, list[tuple[str, Reply]]]:
        """Begin the message on the kept session if it is still there, else on a new one."""
        utf8 = not all(address.isascii() for address in (sender, *payload.recipients))
        utf8 = utf8 or not payload.content.partition(b"\r\n\r\n")[0].isascii()
        eight_bit = not payload.content.isascii()
        envelope = Envelope(sender, payload.recipients, len(payload.content), eight_bit, utf8)
        while True:
            kept = self._session
            session = kept or open_session(self._settings, self._password, passing.reach, until, [])
            self._session = session
            session.set_deadline(until)
            _refuse_unsuited(session, envelope)
            passing.reach(Phase.ENVELOPE)
            try:
                replies = session.envelope(envelope, kept_until=time.monotonic() + STILL_THERE if kept else None)
            except StaleError:
                self._drop()
            else:
                return session, list(zip(payload.recipients, replies, strict=True))

    def _refused(self, replies: Sequence[tuple[str, Reply]]) -> Outcome | None:
        """Return the outcome where nobody is left to send to.

        The person's copy alone is no testimony, so it does not go while all others are refused.
        """
        ours = {valid_address(address).casefold() for address in (*self._settings.to, *self._settings.cc)}
        needed = [(address, reply) for address, reply in replies if address.casefold() in ours] or replies
        if any(reply.takes_address for _, reply in needed):
            return None
        results = tuple(_result(address, reply, _NOT_SENT) for address, reply in replies)
        failures = [recipient_refusal(reply).outcome for _, reply in needed]
        first = min(failures, key=lambda each: each.kind is not OutcomeKind.TEMPORARY)
        return Outcome(first.kind, first.code, first.answer, recipients=results)

    def _end(self, *, usable: bool) -> None:
        session = self._session
        if session is None or (usable and self._keeps):
            return
        self._session = None
        if usable:
            _say_goodbye(session, self._deadline)
        else:
            session.close()

    def _drop(self) -> None:
        self._end(usable=False)


_NOT_SENT = Outcome(OutcomeKind.TEMPORARY, codes.RECIPIENT_REFUSED)


def _refuse_damaged(payload: Payload, sender: str) -> None:
    content = payload.content
    ends = content.count(b"\r\n")
    whole = content.endswith(b"\r\n") and ends == content.count(b"\n") == content.count(b"\r")
    known = all(address and valid_address(address) == address for address in payload.recipients)
    if not (whole and known and sender and payload.recipients):
        raise needs_you(codes.MESSAGE_DAMAGED)


def _refuse_unsuited(session: Session, envelope: Envelope) -> None:
    """Find out before a word is sent what the server says it cannot take."""
    features = session.features
    code = ""
    if 0 < features.size < envelope.size:
        code = codes.MESSAGE_TOO_LARGE
    elif (envelope.utf8 and "SMTPUTF8" not in features.words) or (
        envelope.eight_bit and "8BITMIME" not in features.words
    ):
        code = codes.ADDRESS_NOT_SUPPORTED
    if code:
        raise AttemptError(OutcomeKind.PERMANENT, code, usable=True)


def _handed_over(session: Session, replies: Sequence[tuple[str, Reply]]) -> Outcome:
    """Send the dot and return what the answer proves. Only 250 is a yes."""
    try:
        reply = session.final_dot()
    except AttemptError as error:
        lost = error.outcome.code != codes.SERVER_NOT_UNDERSTOOD
        return Outcome(OutcomeKind.UNKNOWN, codes.NO_ANSWER_AFTER_HANDING_OVER if lost else codes.ANSWER_NOT_UNDERSTOOD)
    if reply.code == DONE:
        some = not all(said.takes_address for _, said in replies)
        code = codes.MAIL_SERVICE_ACCEPTED_FOR_SOME if some else codes.MAIL_SERVICE_ACCEPTED
        queued = _QUEUED_AS.search(reply.answer)
        outcome = Outcome(OutcomeKind.ACCEPTED, code, reply.answer, receipt=queued[1] if queued else "")
    elif reply.says_later or reply.says_no:
        outcome = refusal(reply).outcome
    else:
        outcome = Outcome(OutcomeKind.UNKNOWN, codes.ANSWER_NOT_UNDERSTOOD, reply.answer)
    if all(said.takes_address for _, said in replies):
        return outcome
    results = tuple(_result(address, said, outcome) for address, said in replies)
    return Outcome(outcome.kind, outcome.code, outcome.answer, recipients=results, receipt=outcome.receipt)


def _result(address: str, reply: Reply, of_message: Outcome) -> RecipientResult:
    if reply.takes_address:
        return RecipientResult(address, of_message.kind, of_message.answer)
    return RecipientResult(address, refusal(reply).outcome.kind, reply.answer)


def _say_goodbye(session: Session, deadline: float) -> None:
    with suppress(Exception):  # a chore, and no chore changes what is known
        session.set_deadline(min(deadline, time.monotonic() + GOODBYE))
        session.quit()
    session.close()


def make(settings: Mapping[str, object], password: Password) -> Channel:
    """Return the channel. Its connection is kept from one message to the next, as long as its process lives."""
    table = msgspec.convert(settings, SmtpTable)
    account = SmtpSettings(
        to=table.to,
        sender=table.sender,
        host=table.host,
        port=table.port,
        security=table.security,
        cc=table.cc,
        username=table.username,
        ca_file=table.ca_file,
    )
    return SmtpChannel(account, password).open()
