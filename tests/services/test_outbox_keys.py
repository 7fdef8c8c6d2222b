"""A key by which a server knows a second try is trusted for a day, and no longer. Row H2."""

from datetime import UTC, datetime, timedelta

import pytest

from testimony_app.domain.outbox import KEY_KNOWN
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


@pytest.mark.parametrize(
    ("waited", "state"),
    [
        (timedelta(0), SubmissionState.WAITING),
        (KEY_KNOWN - timedelta(seconds=1), SubmissionState.WAITING),
        (KEY_KNOWN, SubmissionState.UNKNOWN),
        (timedelta(days=3), SubmissionState.UNKNOWN),
    ],
)
def test_an_answer_that_is_missing_waits_only_while_the_key_is_known(scene, waited, state):
    letter = scene.queue()
    scene.time += waited
    run = scene.run(Sender(scene.delivered, NO_ANSWER))
    run.run_due()
    assert scene.row(letter).state is state
    if state is SubmissionState.UNKNOWN:
        scene.time += timedelta(days=1)
        assert run.run_due() == 0
