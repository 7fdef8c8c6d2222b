"""The rules of the outbox: what follows from an attempt, when to try again, and what a stopped program leaves."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from testimony_app.domain.submission import Outcome, OutcomeKind, Phase, SubmissionState

FIRST_DELAY = 30.0
"""Seconds before the second try at the most; each further one doubles it."""

LONGEST_DELAY = 3600.0
"""Seconds between two tries at the most, unless the server asks for more."""

GREYLIST_DELAY = 300.0
"""Seconds to wait at the least after a server said "later" (a 4xx answer): many take a message only some minutes after
they have first seen it."""

LONGEST_RETRY_AFTER = 6 * 3600.0
"""Seconds a server may make us wait. A clock that jumped may not make us wait longer either."""

KEY_KNOWN = timedelta(hours=24)
"""For how long a server is trusted to know the key of a submission: services that keep such keys keep them a day."""

SAME_KEY = frozenset({"no_answer_same_key", "server_failed_same_key"})
"""Codes of tries that may have arrived, and are made again because the server knows the key of the first."""

OF_THE_WAY = frozenset({
    "login_refused", "login_not_offered", "secret_missing", "secret_locked", "secret_no_keyring",
    "secret_keyring_failed", "tls_untrusted", "tls_missing", "tls_tampered", "tls_too_old", "ca_file_not_readable",
})  # fmt: skip
"""Codes of what is wrong with a way to send, and so with everything that would go by it."""

BREAKER = 3
"""After so many equal failures in a row a whole channel rests."""

PER_MINUTE = 4
"""Messages a channel sends in a minute at the most while it sends by itself."""


class Ledger(Enum):
    """What the ledger says of a submission: nothing, that the act was about to be done, or how it ended.

    PARTLY: some of its addresses were reached; the queue knows which ones are left.
    """

    NOTHING = "nothing"
    INTENT = "intent"
    PARTLY = "partly"
    NOT_DELIVERED = "not_delivered"
    ACCEPTED = "accepted"


@dataclass(frozen=True, slots=True)
class Next:
    """What a submission becomes, and for WAITING after how many seconds it may be tried again."""

    state: SubmissionState
    delay: float | None = None

    def next_try(self, now: datetime) -> datetime | None:
        """Return when it may be tried again, or None."""
        return None if self.delay is None else now + timedelta(seconds=self.delay)


def after_attempt(outcome: Outcome, attempts: int, spread: float) -> Next:
    """Return what follows from an attempt. What was accepted for some addresses alone goes on for the others.

    `attempts` counts this one. `spread` is a random number from 0 to 1, so that many computers do not come back at
    the same moment.
    """
    state = _AFTER[_kind_of_whole(outcome)]
    waits = state is SubmissionState.WAITING
    return Next(state, delay_after(outcome, attempts, spread) if waits else None)


_AFTER = {
    OutcomeKind.ACCEPTED: SubmissionState.ACCEPTED,
    OutcomeKind.HANDED_OVER: SubmissionState.HANDED_OVER,
    OutcomeKind.TEMPORARY: SubmissionState.WAITING,
    OutcomeKind.PERMANENT: SubmissionState.NEEDS_YOU,
    OutcomeKind.UNKNOWN: SubmissionState.UNKNOWN,
}


def _kind_of_whole(outcome: Outcome) -> OutcomeKind:
    """Return what is still to be done for the addresses that are left, where some were accepted."""
    left = {each.kind for each in outcome.recipients} - {OutcomeKind.ACCEPTED}
    if outcome.kind is not OutcomeKind.ACCEPTED or not left:
        return outcome.kind
    return OutcomeKind.TEMPORARY if OutcomeKind.TEMPORARY in left else OutcomeKind.PERMANENT


def delay_after(outcome: Outcome, attempts: int, spread: float) -> float:
    """Return the seconds until the next try: doubling, spread over its upper half, never less than the server asks."""
    doubled = min(LONGEST_DELAY, FIRST_DELAY * 2.0 ** min(max(attempts, 1) - 1, 20))
    delay = doubled * (0.5 + spread / 2)
    if outcome.code == "server_said_later":
        delay = max(delay, GREYLIST_DELAY * (1 + spread))
    if outcome.retry_after is not None:
        delay = max(delay, min(max(outcome.retry_after, 0.0), LONGEST_RETRY_AFTER))
    return delay


def after_stop(phase: Phase, ledger: Ledger) -> SubmissionState:
    """Return what a submission is that was being sent when the program stopped, however it stopped.

    Before the mark nothing can have been delivered. After it only the ledger knows; a mark without an outcome is
    UNKNOWN, whatever the queue itself says, since the queue may be older than the ledger.
    """
    if ledger is Ledger.ACCEPTED:
        return SubmissionState.ACCEPTED
    if ledger is Ledger.INTENT:
        return SubmissionState.UNKNOWN
    if phase is Phase.COMMITTING and ledger is Ledger.NOTHING:
        return SubmissionState.UNKNOWN
    return SubmissionState.WAITING


def after_restore(state: SubmissionState, ledger: Ledger) -> SubmissionState:
    """Return what a submission is in a queue that is older than its ledger, such as a restored backup."""
    if state in {SubmissionState.ACCEPTED, SubmissionState.CONFIRMED, SubmissionState.RETURNED}:
        return state
    if ledger is Ledger.ACCEPTED:
        return SubmissionState.ACCEPTED
    return SubmissionState.UNKNOWN if ledger in {Ledger.INTENT, Ledger.PARTLY} else state


def entry_for(outcome: Outcome) -> Ledger | None:
    """Return what the ledger keeps of an outcome after a mark; None where nobody knows, so that the mark stays open."""
    if outcome.kind is OutcomeKind.UNKNOWN or outcome.code in SAME_KEY:
        return None
    kinds = {each.kind for each in outcome.recipients} or {outcome.kind}
    if kinds == {OutcomeKind.ACCEPTED}:
        return Ledger.ACCEPTED
    return Ledger.PARTLY if OutcomeKind.ACCEPTED in kinds else Ledger.NOT_DELIVERED


def after_break(phase: Phase) -> Outcome:
    """Return the outcome of an attempt that ended without one: the worker died, or said something unforeseen."""
    if phase is Phase.COMMITTING:
        return Outcome(OutcomeKind.UNKNOWN, "stopped_while_handing_over")
    return Outcome(OutcomeKind.PERMANENT, "stopped_before_handing_over")


def after_deadline(phase: Phase) -> Outcome:
    """Return the outcome of an attempt that took too long."""
    if phase is Phase.COMMITTING:
        return Outcome(OutcomeKind.UNKNOWN, "no_answer_after_handing_over")
    return Outcome(OutcomeKind.TEMPORARY, "server_not_answering")


def due(next_utc: datetime | None, now: datetime) -> bool:
    """Whether a waiting submission may be tried. A time farther away than any wait is one of a clock that jumped."""
    if next_utc is None or next_utc <= now:
        return True
    return next_utc - now > timedelta(seconds=LONGEST_RETRY_AFTER)


class Urgency(Enum):
    """How near the last moment for comments is."""

    NONE = "none"
    DAY = "day"
    HOURS = "hours"
    MINUTES = "minutes"
    OVER = "over"


_URGENT = ((timedelta(0), Urgency.OVER), (timedelta(minutes=30), Urgency.MINUTES), (timedelta(hours=2), Urgency.HOURS))


def urgency(closes_utc: datetime | None, now: datetime) -> Urgency:
    """Return how loudly an unsent submission must speak. Without a known deadline it never does."""
    if closes_utc is None:
        return Urgency.NONE
    left = closes_utc - now
    for most, name in _URGENT:
        if left <= most:
            return name
    return Urgency.DAY if left <= timedelta(hours=24) else Urgency.NONE
