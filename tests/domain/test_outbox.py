from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimony_app.domain.outbox import (
    GREYLIST_DELAY,
    LONGEST_DELAY,
    LONGEST_RETRY_AFTER,
    Ledger,
    Urgency,
    after_attempt,
    after_break,
    after_deadline,
    after_stop,
    delay_after,
    due,
    urgency,
)
from testimony_app.domain.submission import Outcome, OutcomeKind, Phase, SubmissionState

NOW = datetime(2026, 12, 8, 18, 0, tzinfo=UTC)
BEFORE = [phase for phase in Phase if phase is not Phase.COMMITTING]
LATER = Outcome(OutcomeKind.TEMPORARY, "server_not_answering")


@pytest.mark.parametrize(
    ("kind", "state"),
    [
        (OutcomeKind.ACCEPTED, SubmissionState.ACCEPTED),
        (OutcomeKind.HANDED_OVER, SubmissionState.HANDED_OVER),
        (OutcomeKind.TEMPORARY, SubmissionState.WAITING),
        (OutcomeKind.PERMANENT, SubmissionState.NEEDS_YOU),
        (OutcomeKind.UNKNOWN, SubmissionState.UNKNOWN),
    ],
)
def test_what_follows_from_an_attempt(kind, state):
    following = after_attempt(Outcome(kind, "any"), 1, 0.5)
    assert following.state is state
    assert (following.delay is not None) is (state is SubmissionState.WAITING)


@pytest.mark.parametrize(("attempts", "least", "most"), [(1, 15, 30), (2, 30, 60), (5, 240, 480), (99, 1800, 3600)])
def test_the_delay_doubles_up_to_an_hour(attempts, least, most):
    assert delay_after(LATER, attempts, 0.0) == least
    assert delay_after(LATER, attempts, 1.0) == most


def test_a_server_that_says_later_is_left_alone_for_five_minutes():
    later = Outcome(OutcomeKind.TEMPORARY, "server_said_later")
    assert delay_after(later, 1, 0.0) == GREYLIST_DELAY
    assert delay_after(later, 1, 1.0) == 2 * GREYLIST_DELAY


@given(st.integers(-5, 10**6), st.floats(0, 1), st.none() | st.floats(allow_nan=False, allow_infinity=False))
def test_no_wait_is_longer_than_six_hours_or_shorter_than_asked(attempts, spread, asked):
    delay = delay_after(Outcome(OutcomeKind.TEMPORARY, "any", retry_after=asked), attempts, spread)
    assert 15 <= delay <= max(LONGEST_DELAY, LONGEST_RETRY_AFTER)
    if asked is not None:
        assert delay >= min(asked, LONGEST_RETRY_AFTER)


@pytest.mark.parametrize("phase", BEFORE)
def test_before_the_mark_nothing_can_have_been_delivered(phase):
    assert after_stop(phase, Ledger.NOTHING) is SubmissionState.WAITING
    assert after_break(phase).kind is OutcomeKind.PERMANENT
    assert after_deadline(phase).kind is OutcomeKind.TEMPORARY


def test_after_the_mark_only_the_ledger_knows():
    assert after_stop(Phase.COMMITTING, Ledger.NOTHING) is SubmissionState.UNKNOWN
    assert after_stop(Phase.COMMITTING, Ledger.NOT_DELIVERED) is SubmissionState.WAITING
    assert after_break(Phase.COMMITTING).kind is OutcomeKind.UNKNOWN
    assert after_deadline(Phase.COMMITTING).kind is OutcomeKind.UNKNOWN


@pytest.mark.parametrize("phase", list(Phase))
def test_a_queue_older_than_its_ledger_is_not_believed(phase):
    assert after_stop(phase, Ledger.INTENT) is SubmissionState.UNKNOWN
    assert after_stop(phase, Ledger.ACCEPTED) is SubmissionState.ACCEPTED


def test_a_clock_that_jumped_holds_nothing_back():
    assert due(None, NOW)
    assert due(NOW - timedelta(seconds=1), NOW)
    assert not due(NOW + timedelta(hours=1), NOW)
    assert due(NOW + timedelta(days=3650), NOW)


@pytest.mark.parametrize(
    ("left", "name"),
    [
        (None, Urgency.NONE),
        (timedelta(days=2), Urgency.NONE),
        (timedelta(hours=24), Urgency.DAY),
        (timedelta(hours=2), Urgency.HOURS),
        (timedelta(minutes=30), Urgency.MINUTES),
        (timedelta(0), Urgency.OVER),
        (timedelta(days=-1), Urgency.OVER),
    ],
)
def test_an_unsent_letter_grows_loud_before_comments_close(left, name):
    assert urgency(None if left is None else NOW + left, NOW) is name
