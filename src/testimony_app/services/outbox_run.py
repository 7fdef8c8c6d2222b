"""Sends what is queued: one attempt at a time, and what it is about to do is on disk before it is done."""

import secrets
from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from sqlite3 import Connection
from typing import NoReturn, Protocol

from testimony_app.domain.errors import TestimonyError
from testimony_app.domain.outbox import (
    BREAKER,
    KEY_KNOWN,
    PER_MINUTE,
    Ledger,
    Next,
    after_attempt,
    after_break,
    after_restore,
    after_stop,
    due,
    entry_for,
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
from testimony_app.store import outbox
from testimony_app.store.drafts import DraftStore
from testimony_app.store.ledger import Sending, SentLedger
from testimony_app.store.outbox import SubmissionRow, stamp

LEDGER_SEQ, MACHINE, PAUSED = "ledger_seq", "machine", "paused"


class Sender(Protocol):
    """Sends payloads of one channel."""

    def send(self, payload: Payload, gate: Gate) -> Outcome:
        """Try once. Raises Cancelled."""

    def ask(self, payload: Payload) -> Outcome | None:
        """Ask whether an earlier try arrived, or return None."""

    def close(self) -> None:
        """End what is kept open."""


Senders = Callable[[SubmissionRow], Sender]
"""Returns what sends a submission. Raises OrganizerError or PersonError where its channel is gone or has changed."""


@dataclass(slots=True)
class _Gate:
    """The gate of one attempt: ledger and queue have it on disk before the act that can deliver."""

    store: DraftStore
    ledger: SentLedger
    row: SubmissionRow
    token: str
    phase: Phase = Phase.NOT_STARTED
    is_marked: bool = False
    trouble: TestimonyError | None = None

    def reach(self, phase: Phase) -> None:
        """Let a phase begin that can still be taken back. What stops before the mark is the same wherever it stops."""
        try:
            is_ours = self.store.read(lambda connection: outbox.is_claimed(connection, self.row.id, self.token))
        except TestimonyError as error:
            self._stop(error)
        if not is_ours:
            raise Cancelled
        self.phase = phase

    def committing(self) -> None:
        """Put the intent into the ledger and the mark into the queue; only then may it be handed over.

        The two files are synced at the same time: each alone already keeps a second try away.
        """
        self.is_marked = True
        try:
            marking = self.store.write_later(
                lambda connection: outbox.reach(connection, self.row.id, self.token, Phase.COMMITTING)
            )
            try:
                self.ledger.intend(sending_of(self.row))
            finally:
                marking.result()
        except TestimonyError as error:
            self._stop(error)
        self.phase = Phase.COMMITTING

    def _stop(self, error: TestimonyError) -> NoReturn:
        """Hold the attempt back where the disk does not keep what it must."""
        self.trouble = error
        raise Cancelled from error


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
        self._unkept: list[Callable[[], None]] = []
        self._gate: _Gate | None = None
        self._is_stopping = False
        self._spread = spread or secrets.SystemRandom().random
        self._clock = clock
        self._failures: dict[str, Counter[str]] = {}
        self._resting: dict[str, datetime] = {}
        self._sent_at: dict[str, deque[datetime]] = {}

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
        """Settle what a stopped program left behind; return whether the outbox is paused and waits for a word.

        It is paused where the queue is older than its ledger (a restored backup) and where it came to another
        computer with something unsent in it, since the old computer may send it too.
        """
        now = stamp(self._clock())
        rows = self._store.read(outbox.left_behind)
        known = int(self._kept(LEDGER_SEQ) or 0)
        newer = self._ledger.named_after(known) - {row.id for row in rows}
        is_restored = bool(newer) or self._ledger.last() < known
        for row in rows:
            ledger = self._ledger.standing(row.id)
            state = after_stop(row.phase, ledger)
            if state is SubmissionState.UNKNOWN and (told := self._asked(row)) is not None:
                state = after_attempt(told, row.attempts, 0).state
                self._settle(row, told)
            self._settle_left_behind(row.id, state, "stopped_while_handing_over", now)
        for row in self._store.read(outbox.moving) if newer else ():
            if row.id in newer:
                self._settle_restored(row, now)
        has_moved = self._kept(MACHINE) not in {"", machine} and bool(self._store.read(outbox.moving))
        self._keep(MACHINE, machine)
        self._keep(LEDGER_SEQ, str(self._ledger.last()))
        if is_restored or has_moved:
            self._keep(PAUSED, "restored" if is_restored else "moved")
        return bool(self._kept(PAUSED))

    def run_due(self) -> int:
        """Try everything that is due once, in order, and return how many attempts were made."""
        self._keep_outcomes()
        if self._unkept or self._kept(PAUSED):
            return 0
        made = 0
        for row in self._store.read(outbox.moving):
            if not self._is_stopping and self._may_try(row):
                made += self.try_one(row.id)
        return made

    def try_one(self, submission: str) -> bool:
        """Make one attempt; False where the submission is no longer to be sent."""
        token = secrets.token_hex(16)
        if not self._store.write(lambda connection: outbox.claim(connection, submission, token, stamp(self._clock()))):
            return False
        row = self._store.read(lambda connection: outbox.find(connection, submission))
        self._gate = gate = _Gate(self._store, self._ledger, row, token)
        try:
            outcome = self._attempt(row, gate)
        except Cancelled:
            why = gate.trouble.code if gate.trouble is not None else "taken_back"
            outcome = Outcome(OutcomeKind.TEMPORARY, why)
        if self._is_stopping and not gate.is_marked:
            outcome = Outcome(OutcomeKind.TEMPORARY, "stopped_before_handing_over")
        self._gate = None
        if outcome.code == "no_answer_same_key" and not self._is_key_known(row):
            outcome = Outcome(OutcomeKind.UNKNOWN, "no_answer_after_handing_over", outcome.answer)
        following = after_attempt(outcome, row.attempts, self._spread())
        self._unkept += [lambda: self._settle(row, outcome)] if gate.is_marked else []
        self._unkept.append(lambda: self._finish(row, token, outcome, following))
        self._keep_outcomes()
        self._count(row, outcome)
        return True

    def _keep_outcomes(self) -> None:
        """Put on disk how attempts ended, the ledger's part first. What the disk refuses is tried again next time."""
        refused: list[Callable[[], None]] = []
        for keep in self._unkept:
            try:
                keep()
            except TestimonyError:
                refused.append(keep)
        self._unkept = refused

    def _attempt(self, row: SubmissionRow, gate: _Gate) -> Outcome:
        if self._ledger.standing(row.id) is Ledger.ACCEPTED:
            return Outcome(OutcomeKind.ACCEPTED, "accepted_before")
        try:
            payload = self._store.read(lambda connection: outbox.payload_of(connection, row.id))
            return self._sender(row).send(payload, gate)
        except TestimonyError as error:
            if gate.phase is Phase.COMMITTING:
                return after_break(gate.phase)
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

    def _settle(self, row: SubmissionRow, outcome: Outcome) -> None:
        """Close the ledger's mark: before the queue, so that a stop in between never turns sent into unsent."""
        entry = entry_for(outcome)
        if entry is not None:
            self._ledger.settle(sending_of(row), entry)

    def _finish(self, row: SubmissionRow, token: str, outcome: Outcome, following: Next) -> None:
        seq = str(self._ledger.last())
        at = self._clock()

        def finish(connection: Connection) -> None:
            outbox.finish(connection, row.id, token, outcome, following, at)
            outbox.keep_value(connection, LEDGER_SEQ, seq)

        self._store.write(finish)

    def _may_try(self, row: SubmissionRow) -> bool:
        now = self._clock()
        if self._has_closed(row, now):
            at = stamp(now)
            self._store.write(
                lambda connection: outbox.move(connection, row.id, SubmissionState.NEEDS_YOU, at, "comments_closed")
            )
            return False
        next_utc = datetime.fromisoformat(row.next_utc) if row.next_utc else None
        rests_until = self._resting.get(row.channel)
        if not due(next_utc, now) or (rests_until is not None and rests_until > now):
            return False
        recent = self._sent_at.setdefault(row.channel, deque(maxlen=PER_MINUTE))
        return row.attempts == 0 or len(recent) < PER_MINUTE or now - recent[0] >= timedelta(minutes=1)

    def _has_closed(self, row: SubmissionRow, now: datetime) -> bool:
        """Whether comments closed since somebody last said that it should go: then nothing goes late unasked."""
        closes = datetime.fromisoformat(row.closes_utc) if row.closes_utc else None
        return closes is not None and datetime.fromisoformat(row.changed_utc) < closes <= now

    def _is_key_known(self, row: SubmissionRow) -> bool:
        """Whether a server still knows the key of a first try, by which it tells a second one from a new one."""
        return self._clock() - datetime.fromisoformat(row.created_utc) < KEY_KNOWN

    def _count(self, row: SubmissionRow, outcome: Outcome) -> None:
        """Let a channel rest after a number of equal failures in a row, until the last one may be tried again."""
        self._sent_at.setdefault(row.channel, deque(maxlen=PER_MINUTE)).append(self._clock())
        failures = self._failures.setdefault(row.channel, Counter())
        if outcome.kind is not OutcomeKind.TEMPORARY:
            failures.clear()
            return
        count = failures[outcome.code] + 1
        failures.clear()
        failures[outcome.code] = count
        if count >= BREAKER:
            rest = after_attempt(outcome, count, self._spread()).next_try(self._clock())
            if rest is not None:
                self._resting[row.channel] = rest

    def _settle_left_behind(self, submission: str, state: SubmissionState, code: str, now: str) -> None:
        self._store.write(
            lambda connection: outbox.settle_left_behind(
                connection, submission, state, code if state is SubmissionState.UNKNOWN else "", now
            )
        )

    def _settle_restored(self, row: SubmissionRow, now: str) -> None:
        state = after_restore(row.state, self._ledger.standing(row.id))
        if state is not row.state:
            self._store.write(lambda connection: outbox.settle_restored(connection, row.id, state, now))

    def _kept(self, key: str) -> str:
        return self._store.read(lambda connection: outbox.kept_value(connection, key))

    def _keep(self, key: str, value: str) -> None:
        if self._kept(key) != value:
            self._store.write(lambda connection: outbox.keep_value(connection, key, value))


def sending_of(row: SubmissionRow) -> Sending:
    """Return what the ledger keeps of a submission."""
    return Sending(row.id, row.message_id, row.payload_sha256, row.channel_sha256)
