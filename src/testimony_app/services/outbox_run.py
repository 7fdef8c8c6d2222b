"""Sends what is queued: one attempt at a time, and what it is about to do is on disk before it is done."""

import secrets
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from testimony_app.domain.errors import TestimonyError
from testimony_app.domain.outbox import (
    KEY_KNOWN,
    OF_THE_WAY,
    SAME_KEY,
    Ledger,
    after_attempt,
    after_break,
)
from testimony_app.domain.submission import (
    Cancelled,
    Gate,
    Outcome,
    OutcomeKind,
    Payload,
    Phase,
    SubmissionState,
)
from testimony_app.services.outbox_gate import AttemptGate
from testimony_app.services.outbox_outcomes import SHARED_COMMIT_SECONDS, Ended, OutboxOutcomes
from testimony_app.services.outbox_pace import Pace
from testimony_app.services.outbox_recovery import OutboxRecovery
from testimony_app.store import outbox
from testimony_app.store.drafts import DraftStore
from testimony_app.store.ledger import SentLedger
from testimony_app.store.outbox import PAUSED
from testimony_app.store.submissions import SubmissionRow, stamp

Following = Callable[[], Payload | None]
"""Asked once, while the other side still answers, for what is sent next. It may then be got ready, up to its gate."""


class Sender(Protocol):
    """Sends payloads of one channel."""

    def send(self, payload: Payload, gate: Gate, following: Following) -> Outcome:
        """Try once. Raises Cancelled."""

    def ask(self, payload: Payload) -> Outcome | None:
        """Ask whether an earlier try arrived, or return None."""

    def close(self) -> None:
        """End what is kept open."""


Senders = Callable[[SubmissionRow], Sender]
"""Returns what sends a submission. Raises OrganizerError or PersonError where its channel is gone or has changed."""


@dataclass(slots=True)
class _Attempt:
    """An attempt that has its claim. `payload` is what it sends, or what stands in its way."""

    row: SubmissionRow
    token: str
    gate: AttemptGate
    payload: Payload | TestimonyError


class _Begin(Protocol):
    def __call__(self, row: SubmissionRow, *, is_ahead: bool) -> _Attempt | None: ...


class _Line:
    """Submissions one after another. While one awaits its answer, the next of a steady channel is begun already."""

    def __init__(self, rows: Iterable[SubmissionRow], begin: _Begin, is_steady: Callable[[str], bool]) -> None:
        self._rows = deque(rows)
        self._begin = begin
        self._is_steady = is_steady
        self._channel = ""
        self._begun: _Attempt | None = None

    def next(self) -> _Attempt | None:
        """Return the next attempt, or None where no submission is left that may be tried."""
        attempt, self._begun = self._begun, None
        while attempt is None and self._rows:
            attempt = self._begin(self._rows.popleft(), is_ahead=False)
        self._channel = attempt.row.channel if attempt is not None else ""
        return attempt

    def following(self) -> Payload | None:
        """Begin the next attempt if it has the channel of this one, and return what it sends."""
        if self._begun is not None or not self._rows or self._rows[0].channel != self._channel:
            return None
        if not self._is_steady(self._channel):
            return None
        try:
            self._begun = self._begin(self._rows[0], is_ahead=True)
        except TestimonyError:  # it is no matter of the attempt that waits for its answer; `next` tells it
            return None
        self._rows.popleft()
        payload = self._begun.payload if self._begun is not None else None
        return payload if isinstance(payload, Payload) else None


class OutboxRun:
    """Sends for one profile. Whoever makes it holds the lock of the outbox, so nobody else sends meanwhile.

    `spread` gives random numbers from 0 to 1, `clock` the time of now in UTC.
    """

    def __init__(
        self,
        store: DraftStore,
        ledger: SentLedger,
        senders: Senders,
        *,
        spread: Callable[[], float] | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._store = store
        self._ledger = ledger
        self._senders = senders
        self._open: dict[tuple[str, bytes], Sender] = {}
        self._gate: AttemptGate | None = None
        self._is_stopping = False
        self._spread = spread or secrets.SystemRandom().random
        self._clock = clock
        self._pace = Pace(self._spread, clock)
        self._outcomes = OutboxOutcomes(store, ledger, clock)

    def close(self) -> None:
        """End every worker."""
        for sender in self._open.values():
            sender.close()
        self._open.clear()

    def stop(self) -> None:
        """Begin no further attempt, and break off one that has not handed over yet. May be called by another thread."""
        self._is_stopping = True
        gate = self._gate
        if gate is not None and not gate.is_marked:
            for sender in tuple(self._open.values()):
                sender.close()

    def recover(self, machine: str) -> bool:
        """Settle what a stopped program left behind; return whether the outbox is paused and waits for a word."""
        return OutboxRecovery(self._store, self._ledger, self._asked, self._clock).recover(machine)

    def run_due(self) -> int:
        """Try everything that is due once, in order, and return how many attempts were made."""
        self._outcomes.keep()
        if self._outcomes.unkept:
            return 0
        if self._store.read(lambda connection: outbox.kept_value(connection, PAUSED)):
            return 0
        self._pace.hold(self._store.read(lambda connection: outbox.needing_you(connection, OF_THE_WAY)))
        rows = sorted(self._store.read(outbox.moving), key=self._pace.is_held)  # one that goes may free the others
        return self._try_all(rows, are_chosen=False)

    def try_one(self, submission: str) -> bool:
        """Make one attempt, due or not; False where the submission is no longer to be sent."""
        row = self._store.read(lambda connection: outbox.find(connection, submission))
        return self._try_all([row], are_chosen=True) == 1

    def _try_all(self, rows: Iterable[SubmissionRow], *, are_chosen: bool) -> int:
        """Make an attempt with each submission that may be tried, or with each of them where somebody chose them."""

        def begin(row: SubmissionRow, *, is_ahead: bool) -> _Attempt | None:
            return self._begun(row, is_chosen=are_chosen, is_ahead=is_ahead)

        line = _Line(rows, begin, self._pace.is_steady)
        made = 0
        while (attempt := line.next()) is not None:
            self._make(attempt, line.following)
            made += 1
        self._outcomes.keep()
        return made

    def _begun(self, row: SubmissionRow, *, is_chosen: bool, is_ahead: bool) -> _Attempt | None:
        """Claim a submission and read what is sent; None where it may not be tried now or no longer.

        Ahead of its time, the claim goes to the disk together with the mark that follows it.
        """
        if self._is_stopping or not (is_chosen or self._may_try(row)):
            return None
        token = secrets.token_hex(16)
        now = stamp(self._clock())
        claiming = self._store.write_later(
            lambda connection: outbox.claim(connection, row.id, token, now), SHARED_COMMIT_SECONDS if is_ahead else 0.0
        )
        if not is_ahead and not claiming.result():
            return None
        self._pace.begun(row)
        claimed = row._replace(attempts=row.attempts + 1)
        gate = AttemptGate(self._store, self._ledger, claimed, token, claiming)
        try:
            payload: Payload | TestimonyError = self._store.read(
                lambda connection: outbox.payload_of(connection, row.id)
            )
        except TestimonyError as error:
            payload = error
        return _Attempt(claimed, token, gate, payload)

    def _make(self, attempt: _Attempt, following: Following) -> None:
        row, gate = attempt.row, attempt.gate
        self._gate = gate
        try:
            outcome = self._outcome(attempt, following)
        except Cancelled:
            why = gate.trouble.code if gate.trouble is not None else "taken_back"
            outcome = Outcome(OutcomeKind.TEMPORARY, why)
        if self._is_stopping and not gate.is_marked:
            outcome = Outcome(OutcomeKind.TEMPORARY, "stopped_before_handing_over")
        self._gate = None
        next_try = after_attempt(outcome, row.attempts, self._spread())
        self._outcomes.add(Ended(row, attempt.token, outcome, next_try, is_settled=not gate.is_marked))
        self._pace.ended(row, outcome)

    def _outcome(self, attempt: _Attempt, following: Following) -> Outcome:
        if self._is_stopping:  # it was got ready before
            self.close()
            raise Cancelled
        if self._ledger.standing(attempt.row.id) is Ledger.ACCEPTED:
            return Outcome(OutcomeKind.ACCEPTED, "accepted_before")
        if attempt.row.code in SAME_KEY and not self._is_key_known(attempt.row):
            return Outcome(OutcomeKind.UNKNOWN, "no_answer_after_handing_over", attempt.row.answer)
        if isinstance(attempt.payload, TestimonyError):
            return Outcome(OutcomeKind.PERMANENT, attempt.payload.code)
        try:
            return self._sender(attempt.row).send(attempt.payload, attempt.gate, following)
        except TestimonyError as error:
            if attempt.gate.phase is Phase.COMMITTING:
                return after_break(attempt.gate.phase)
            return Outcome(OutcomeKind.PERMANENT, error.code)

    def _asked(self, row: SubmissionRow) -> Outcome | None:
        try:
            payload = self._store.read(lambda connection: outbox.payload_of(connection, row.id))
            return self._sender(row).ask(payload)
        except TestimonyError:
            return None

    def _sender(self, row: SubmissionRow) -> Sender:
        key = (row.channel, row.channel_sha256)
        if key not in self._open:
            self._open[key] = self._senders(row)
        return self._open[key]

    def _may_try(self, row: SubmissionRow) -> bool:
        if self._pace.is_held(row):
            if row.code != outbox.WAY_NEEDS_YOU:
                self._store.write(lambda connection: outbox.hold(connection, row.id))
            return False
        if not self._pace.has_closed(row):
            return self._pace.allows(row)
        at = stamp(self._clock())
        self._store.write(
            lambda connection: outbox.move(connection, row.id, SubmissionState.NEEDS_YOU, at, "comments_closed")
        )
        return False

    def _is_key_known(self, row: SubmissionRow) -> bool:
        """Whether a server still knows the key of a first try, by which it tells a second one from a new one."""
        first = self._store.read(lambda connection: outbox.first_try(connection, row.id))
        return not first or self._clock() - datetime.fromisoformat(first) < KEY_KNOWN
