"""A key by which a server knows a second try is trusted for a day, and no longer. Row H2."""

from datetime import UTC, datetime, timedelta

import pytest

from testimony_app.domain.outbox import KEY_KNOWN, Ledger
from testimony_app.domain.submission import Outcome, OutcomeKind, SubmissionState
from tests.services.outbox_scenes import UTC_NOW, Scene, Sender

NO_ANSWER = Outcome(OutcomeKind.TEMPORARY, "no_answer_same_key")
QUEUED_AT = datetime.fromisoformat(UTC_NOW).astimezone(UTC)


@pytest.fixture
def scene(tmp_path):
    folder = tmp_path / "profile"
    folder.mkdir(mode=0o700)
    scene = Scene(folder, lambda: scene.time)
    scene.time = QUEUED_AT
    scene.save_draft()
    yield scene
    scene.close()


FAILED = Outcome(OutcomeKind.TEMPORARY, "server_failed_same_key", "502 Bad Gateway")


@pytest.mark.parametrize("first", [NO_ANSWER, FAILED])
@pytest.mark.parametrize(
    ("waited", "state", "tries"),
    [
        (timedelta(minutes=1), SubmissionState.ACCEPTED, 2),
        (KEY_KNOWN - timedelta(seconds=1), SubmissionState.ACCEPTED, 2),
        (KEY_KNOWN, SubmissionState.UNKNOWN, 1),
        (timedelta(days=3), SubmissionState.UNKNOWN, 1),
    ],
)
def test_a_second_try_is_made_only_while_the_key_of_the_first_is_known(scene, first, waited, state, tries):
    letter = scene.queue()
    sender = Sender(scene.delivered, first)
    run = scene.run(sender)
    run.run_due()
    assert scene.row(letter).state is SubmissionState.WAITING
    scene.time += waited
    run.run_due()
    assert (scene.row(letter).state, len(sender.payloads)) == (state, tries)
    scene.time += timedelta(days=1)
    assert run.run_due() == 0


def test_a_letter_that_waited_for_days_before_its_first_try_has_a_fresh_key(scene):
    letter = scene.queue()
    scene.time += timedelta(days=3)
    run = scene.run(Sender(scene.delivered, NO_ANSWER))
    run.run_due()
    assert scene.row(letter).state is SubmissionState.WAITING
    scene.time += timedelta(hours=1)
    run.run_due()
    assert scene.row(letter).state is SubmissionState.ACCEPTED


@pytest.mark.parametrize("outcome", [NO_ANSWER, FAILED])
def test_the_ledger_does_not_call_it_undelivered(scene, outcome):
    letter = scene.queue()
    scene.run(Sender(scene.delivered, outcome)).run_due()
    assert scene.ledger.standing(letter) is Ledger.INTENT
