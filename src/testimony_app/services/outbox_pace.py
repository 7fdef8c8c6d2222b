"""When a channel may be tried: not while it rests after failures, not too often, not late unasked."""

from collections import Counter, deque
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from testimony_app.domain.outbox import BREAKER, OF_THE_WAY, PER_MINUTE, after_attempt, due
from testimony_app.domain.submission import Outcome, OutcomeKind
from testimony_app.store.outbox import WAY_NEEDS_YOU
from testimony_app.store.submissions import SubmissionRow

_LATEST = "9999"
"""Later than any moment, as ISO 8601."""


class Pace:
    """Remembers the attempts of one run. `spread` gives random numbers from 0 to 1, `clock` the time of now in UTC."""

    def __init__(self, spread: Callable[[], float], clock: Callable[[], datetime]) -> None:
        self._spread = spread
        self._clock = clock
        self._failures: dict[str, Counter[str]] = {}
        self._resting: dict[str, datetime] = {}
        self._tried_at: dict[str, deque[datetime]] = {}
        self._held: dict[str, str] = {}

    def has_closed(self, row: SubmissionRow) -> bool:
        """Whether comments closed since somebody last said that it should go: then nothing goes late unasked."""
        closes = datetime.fromisoformat(row.closes_utc) if row.closes_utc else None
        return closes is not None and datetime.fromisoformat(row.changed_utc) < closes <= self._clock()

    def allows(self, row: SubmissionRow) -> bool:
        """Whether a submission is due and its channel may be tried now."""
        now = self._clock()
        next_utc = datetime.fromisoformat(row.next_utc) if row.next_utc else None
        rests_until = self._resting.get(row.channel)
        if not due(next_utc, now) or (rests_until is not None and rests_until > now):
            return False
        recent = self._tried(row)
        return row.attempts == 0 or len(recent) < PER_MINUTE or now - recent[0] >= timedelta(minutes=1)

    def hold(self, channels: Mapping[str, str]) -> None:
        """Take over which channels need a person first, and since when, ISO 8601 in UTC."""
        self._held = dict(channels)

    def is_held(self, row: SubmissionRow) -> bool:
        """Whether a submission waits for a person to mend its channel; not one they want tried since then."""
        since = self._held.get(row.channel, "")
        return row.changed_utc < since or (bool(since) and row.code == WAY_NEEDS_YOU)

    def is_steady(self, channel: str) -> bool:
        """Whether the last attempt of a channel was no failure that may pass."""
        return not self._failures.get(channel)

    def begun(self, row: SubmissionRow) -> None:
        """Count an attempt that begins."""
        self._tried(row).append(self._clock())

    def ended(self, row: SubmissionRow, outcome: Outcome) -> None:
        """Let a channel rest after a number of equal failures in a row, until the last one may be tried again."""
        if outcome.kind is OutcomeKind.ACCEPTED:
            self._held.pop(row.channel, None)
        elif outcome.code in OF_THE_WAY:
            self._held[row.channel] = _LATEST
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

    def _tried(self, row: SubmissionRow) -> deque[datetime]:
        return self._tried_at.setdefault(row.channel, deque(maxlen=PER_MINUTE))
