"""The outbox: nothing is sent twice by itself, nothing is called sent that was not, nothing is forgotten."""

import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from testimony_app.domain.errors import OrganizerError, PersonError
from testimony_app.domain.outbox import Ledger, after_break
from testimony_app.domain.submission import Outcome, OutcomeKind, Phase, RecipientResult, SubmissionState
from testimony_app.services.outbox_run import OutboxRun
from testimony_app.store import outbox
from testimony_app.store.submissions import stamp
from tests.services.outbox_scenes import ACCEPTED, LATER, LOST, POINTS, REFUSED, Scene, Sender

S = SubmissionState


class Clock:
    def __init__(self):
        self.time = datetime(2026, 12, 8, 18, 0, tzinfo=UTC)

    def __call__(self):
        return self.time

    def pass_by(self, **span):
        self.time += timedelta(**span)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def scene(tmp_path, clock):
    folder = tmp_path / "profile"
    folder.mkdir(mode=0o700)
    scene = Scene(folder, clock)
    scene.save_draft()
    yield scene
    scene.close()


def test_it_is_accepted_when_the_server_says_so_and_both_files_know(scene):
    submission = scene.queue()
    assert scene.run(Sender(scene.delivered)).run_due() == 1
    row = scene.row(submission)
    assert (row.state, row.phase, row.answer) == (S.ACCEPTED, Phase.COMMITTING, "250 queued as 1")
    assert scene.ledger.standing(submission) is Ledger.ACCEPTED
    assert len(scene.deliveries()) == 1
    (attempt,) = scene.store.read(lambda connection: outbox.attempts_of(connection, submission))
    assert (attempt.number, attempt.phase, attempt.code) == (1, Phase.COMMITTING, "mail_service_accepted")


def test_pressing_twice_is_one_submission(scene):
    assert scene.queue() == scene.queue()
    assert scene.queue(b"Other") != scene.queue()
    assert scene.queue(channel="form") != scene.queue()


def test_what_was_taken_back_can_be_sent_again(scene):
    first = scene.queue()
    scene.store.write(lambda connection: outbox.move(connection, first, S.CANCELLED, "2026-12-08T18:00:00+00:00"))
    assert scene.queue() != first


def test_what_may_pass_is_tried_again_with_the_same_bytes(scene, clock):
    submission = scene.queue()
    sender = Sender(scene.delivered, LATER, LATER)
    run = scene.run(sender)
    run.run_due()
    assert scene.row(submission).state is S.WAITING
    assert run.run_due() == 0
    clock.pass_by(seconds=16)
    run.run_due()
    clock.pass_by(seconds=31)
    run.run_due()
    assert scene.row(submission).state is S.ACCEPTED
    assert scene.row(submission).attempts == 3
    assert len({payload.content for payload in sender.payloads}) == 1
    assert len(scene.deliveries()) == 1


@pytest.mark.parametrize(("outcome", "state"), [(REFUSED, S.NEEDS_YOU), (LOST, S.UNKNOWN)])
def test_what_cannot_pass_and_what_nobody_knows_is_never_tried_again(scene, clock, outcome, state):
    submission = scene.queue()
    sender = Sender(scene.delivered, outcome)
    run = scene.run(sender)
    for _ in range(5):
        run.run_due()
        clock.pass_by(days=1)
    assert scene.row(submission).state is state
    assert len(sender.payloads) == 1


def test_what_the_person_calls_not_arrived_goes_again_and_is_a_new_try(scene):
    submission = scene.queue()
    run = scene.run(Sender(scene.delivered, LOST))
    run.run_due()
    scene.store.write(lambda connection: outbox.move(connection, submission, S.QUEUED, "2026-12-08T18:00:00+00:00"))
    run.run_due()
    assert scene.row(submission).state is S.ACCEPTED


def test_taking_back_in_time_stops_it(scene):
    submission = scene.queue()

    class TakenBack(Sender):
        def point(self, name):
            if name == "envelope":
                now = "2026-12-08T18:00:00+00:00"
                scene.store.write(lambda connection: outbox.move(connection, submission, S.CANCELLED, now))

    scene.run(TakenBack(scene.delivered)).run_due()
    assert scene.row(submission).state is S.CANCELLED
    assert scene.deliveries() == []


def test_it_can_no_longer_be_taken_back_while_it_is_handed_over(scene):
    submission = scene.queue()
    refused = []

    class TooLate(Sender):
        def point(self, name):
            if name == "committing":
                with pytest.raises(PersonError, match="submission_cannot"):
                    scene.store.write(lambda connection: outbox.move(connection, submission, S.CANCELLED, "now"))
                refused.append(name)

    scene.run(TooLate(scene.delivered)).run_due()
    assert refused
    assert scene.row(submission).state is S.ACCEPTED


def test_only_the_addresses_that_are_left_are_written_to_again(scene, clock):
    submission = scene.queue(recipients=("a@example.org", "b@example.org", "c@example.org"))
    partly = replace(
        LATER,
        recipients=(
            RecipientResult("a@example.org", OutcomeKind.ACCEPTED, "250"),
            RecipientResult("b@example.org", OutcomeKind.TEMPORARY, "451 later"),
            RecipientResult("c@example.org", OutcomeKind.ACCEPTED, "250"),
        ),
    )
    sender = Sender(scene.delivered, partly)
    run = scene.run(sender)
    run.run_due()
    assert scene.ledger.standing(submission) is Ledger.PARTLY
    clock.pass_by(hours=1)
    run.run_due()
    assert [payload.recipients for payload in sender.payloads][1] == ("b@example.org",)
    assert scene.row(submission).state is S.ACCEPTED


@pytest.mark.parametrize(("kind", "state"), [(OutcomeKind.TEMPORARY, S.WAITING), (OutcomeKind.PERMANENT, S.NEEDS_YOU)])
def test_what_was_accepted_for_some_is_not_called_accepted(scene, clock, kind, state):
    submission = scene.queue(recipients=("a@example.org", "b@example.org"))
    results = (RecipientResult("a@example.org", OutcomeKind.ACCEPTED, "250"), RecipientResult("b@example.org", kind))
    sender = Sender(scene.delivered, replace(ACCEPTED, recipients=results))
    run = scene.run(sender)
    run.run_due()
    assert scene.row(submission).state is state
    assert scene.ledger.standing(submission) is Ledger.PARTLY
    if state is S.NEEDS_YOU:
        scene.store.write(lambda connection: outbox.move(connection, submission, S.QUEUED, stamp(clock())))
    clock.pass_by(hours=1)
    run.run_due()
    assert sender.payloads[1].recipients == ("b@example.org",)
    assert scene.row(submission).state is S.ACCEPTED


def test_a_channel_rests_after_three_equal_failures(scene, clock):
    for number in range(6):
        scene.queue(b"Text %d" % number)
    sender = Sender(scene.delivered, *[LATER] * 6)
    run = scene.run(sender)
    assert run.run_due() == 3
    assert run.run_due() == 0
    clock.pass_by(hours=2)
    sender.outcomes.clear()
    assert run.run_due() == 6


NO_LOGIN = Outcome(OutcomeKind.PERMANENT, "login_refused", "535 5.7.8")


def test_where_the_way_needs_somebody_one_letter_says_so_and_the_others_wait(scene, clock):
    letters = [scene.queue(b"Text %d" % number) for number in range(5)]
    other = scene.queue(b"By form", channel="form")
    sender = Sender(scene.delivered, NO_LOGIN)
    assert scene.run(sender).run_due() == 2
    assert [scene.row(each).state for each in letters] == [S.NEEDS_YOU, *[S.WAITING] * 4]
    assert {scene.row(each).code for each in letters[1:]} == {"way_needs_you"}
    assert scene.row(other).state is S.ACCEPTED
    clock.pass_by(hours=5)
    assert scene.run(sender).run_due() == 0

    again = "2026-12-08T23:00:00+00:00"
    scene.store.write(lambda connection: outbox.move(connection, letters[0], S.QUEUED, again))
    assert scene.run(sender).run_due() == 5
    assert {scene.row(each).state for each in letters} == {S.ACCEPTED}


def test_a_way_that_still_needs_somebody_is_tried_once_more_and_no_more(scene, clock):
    letters = [scene.queue(b"Text %d" % number) for number in range(3)]
    sender = Sender(scene.delivered, NO_LOGIN, NO_LOGIN)
    scene.run(sender).run_due()
    clock.pass_by(minutes=1)
    again = "2026-12-08T18:01:00+00:00"
    scene.store.write(lambda connection: outbox.move(connection, letters[0], S.QUEUED, again))
    assert scene.run(sender).run_due() == 1
    assert [scene.row(each).state for each in letters] == [S.NEEDS_YOU, S.WAITING, S.WAITING]
    scene.store.write(lambda connection: outbox.move(connection, letters[0], S.CANCELLED, again))
    assert scene.run(sender).run_due() == 2
    assert [scene.row(each).state for each in letters[1:]] == [S.ACCEPTED] * 2


def test_no_more_than_four_a_minute_are_tried_again(scene, clock):
    submissions = [scene.queue(b"Text %d" % number) for number in range(8)]
    outcomes = [replace(LATER, code=f"reason_{number % 2}") for number in range(8)]
    run = scene.run(Sender(scene.delivered, *outcomes))
    assert run.run_due() == 8
    clock.pass_by(hours=3)
    assert run.run_due() == 4
    assert run.run_due() == 0
    clock.pass_by(minutes=1)
    assert run.run_due() == 4
    assert {scene.row(each).state for each in submissions} == {S.ACCEPTED}


def test_nothing_goes_late_unasked_and_goes_when_the_person_says_so(scene, clock):
    closes = "2026-12-08T12:30:00-06:00"
    submission = scene.queue(closes=closes)
    sender = Sender(scene.delivered, LATER)
    run = scene.run(sender)
    run.run_due()
    assert scene.row(submission).state is S.WAITING
    clock.pass_by(minutes=40)
    assert run.run_due() == 0
    assert (scene.row(submission).state, scene.row(submission).code) == (S.NEEDS_YOU, "comments_closed")
    scene.store.write(lambda connection: outbox.move(connection, submission, S.QUEUED, stamp(clock())))
    assert run.run_due() == 1
    assert scene.row(submission).state is S.ACCEPTED


def test_what_is_agreed_to_after_the_closing_goes(scene):
    submission = scene.queue(closes="2026-12-08T10:00:00+00:00")
    scene.run(Sender(scene.delivered)).run_due()
    assert scene.row(submission).state is S.ACCEPTED


class Stopping(Sender):
    """Is stopped at a point, as by a window that closes; a worker that is ended there has nothing to say."""

    run = None
    is_ended = False

    def point(self, name):
        if name == self.kill_at:
            self.run.stop()

    def send(self, payload, gate, following):
        gate.reach(Phase.CONNECT)
        self.point("connect")
        return after_break(Phase.CONNECT) if self.is_ended else super().send(payload, gate, following)

    def close(self):
        self.is_ended = True


def test_stopping_breaks_off_what_was_not_handed_over(scene):
    first, second = scene.queue(), scene.queue(b"Other")
    sender = Stopping(scene.delivered, kill_at="connect")
    sender.run = scene.run(sender)
    assert sender.run.run_due() == 1
    assert [scene.row(each).state for each in (first, second)] == [S.WAITING, S.QUEUED]
    assert scene.deliveries() == []


def test_stopping_lets_finish_what_is_being_handed_over(scene):
    first, second = scene.queue(), scene.queue(b"Other")
    sender = Stopping(scene.delivered, kill_at="committing")
    sender.run = scene.run(sender)
    assert sender.run.run_due() == 1
    assert [scene.row(each).state for each in (first, second)] == [S.ACCEPTED, S.QUEUED]
    assert not sender.is_ended


def test_stopping_lets_go_what_was_got_ready(scene, clock):
    first, second, third = (scene.queue(b"Text %d" % number) for number in range(3))
    sender = Stopping(scene.delivered, kill_at="delivered")
    sender.run = scene.run(sender)
    assert sender.run.run_due() == 2
    assert [scene.row(each).state for each in (first, second, third)] == [S.ACCEPTED, S.WAITING, S.QUEUED]
    assert scene.row(second).code == "stopped_before_handing_over"
    assert sender.is_ended
    assert len(scene.deliveries()) == 1
    clock.pass_by(minutes=1)
    scene.run(Sender(scene.delivered)).run_due()
    assert {scene.row(each).state for each in (first, second, third)} == {S.ACCEPTED}
    assert len(scene.deliveries()) == 3


def test_the_next_of_the_same_channel_is_got_ready_while_one_is_answered(scene):
    contents = [b"Text %d" % number for number in range(3)]
    for content in contents:
        scene.queue(content)
    scene.queue(b"By form", channel="form")
    sender = Sender(scene.delivered)
    assert scene.run(sender).run_due() == 4
    assert [payload.content for payload in sender.payloads] == [*contents, b"By form"]
    assert sender.announced == [*sender.payloads[1:3], None, None]
    assert len(scene.deliveries()) == 4


def test_what_was_taken_back_after_it_was_got_ready_does_not_go(scene):
    scene.queue()
    second = scene.queue(b"Other")
    third = scene.queue(b"Third")

    class TakenBack(Sender):
        def point(self, name):
            if name == "delivered" and len(self.payloads) == 1:
                now = "2026-12-08T18:00:00+00:00"
                scene.store.write(lambda connection: outbox.move(connection, second, S.CANCELLED, now))

    scene.run(TakenBack(scene.delivered)).run_due()
    assert scene.row(second).state is S.CANCELLED
    assert scene.row(third).state is S.ACCEPTED
    assert len(scene.deliveries()) == 2


def test_a_disk_that_refuses_the_next_claim_is_no_matter_of_the_one_that_is_answered(scene, monkeypatch):
    first, second = scene.queue(), scene.queue(b"Other")

    class Refusing(Sender):
        def point(self, name):
            if name == "committing":
                monkeypatch.setattr(outbox, "payload_of", fail("store_disk_error"))

    scene.run(Refusing(scene.delivered)).run_due()
    assert scene.row(first).state is S.ACCEPTED
    assert (scene.row(second).state, scene.row(second).code) == (S.NEEDS_YOU, "store_disk_error")


def test_a_channel_that_is_gone_needs_the_person(scene):
    submission = scene.queue()

    def gone(_row):
        raise OrganizerError("channel_unknown", channel="clerk")

    OutboxRun(scene.store, scene.ledger, gone).run_due()
    assert scene.row(submission).state is S.NEEDS_YOU
    assert scene.row(submission).code == "channel_unknown"


def test_bytes_that_are_no_longer_what_was_agreed_to_are_not_sent(scene):
    submission = scene.queue()
    scene.store.write(lambda connection: connection.execute("UPDATE payload SET content = ?", (b"Other",)))
    scene.run(Sender(scene.delivered)).run_due()
    assert scene.row(submission).code == "submission_damaged"
    assert scene.deliveries() == []


def test_what_the_ledger_calls_accepted_is_not_sent(scene):
    submission = scene.queue()
    run = scene.run(Sender(scene.delivered))
    run.run_due()
    scene.store.write(lambda connection: connection.execute("UPDATE submission SET state = 'queued'"))
    run.run_due()
    assert scene.row(submission).state is S.ACCEPTED
    assert len(scene.deliveries()) == 1


def fail(code):
    def failing(*_arguments):
        raise PersonError(code, path="ledger.db")

    return failing


def test_where_the_ledger_cannot_be_written_nothing_is_handed_over(scene, clock, monkeypatch):
    submission = scene.queue()
    run = scene.run(Sender(scene.delivered))
    monkeypatch.setattr(scene.ledger, "intend", fail("disk_full"))
    run.run_due()
    assert (scene.row(submission).state, scene.row(submission).code) == (S.WAITING, "disk_full")
    assert scene.deliveries() == []
    monkeypatch.undo()
    clock.pass_by(minutes=1)
    run.run_due()
    assert scene.row(submission).state is S.ACCEPTED


def test_an_outcome_the_disk_refuses_is_kept_as_soon_as_it_takes_it(scene, monkeypatch):
    submission = scene.queue()
    other = scene.queue(b"Other")
    run = scene.run(Sender(scene.delivered))
    monkeypatch.setattr(outbox, "finish", fail("disk_full"))
    run.try_one(submission)
    assert scene.row(submission).state is S.SENDING
    assert run.run_due() == 0
    monkeypatch.undo()
    assert run.run_due() == 1
    assert {scene.row(each).state for each in (submission, other)} == {S.ACCEPTED}
    assert len(scene.deliveries()) == 2


def killed_at(scene, point):
    scene.close()
    command = [sys.executable, "-m", "tests.services.outbox_scenes", str(scene.folder), point]
    done = subprocess.run(command, check=False)
    assert done.returncode == -9


@pytest.mark.parametrize("point", POINTS)
@pytest.mark.parametrize("number", [1, 2])
def test_killed_at_any_point_it_is_sent_once_or_told_as_unknown(scene, number, point, clock):
    assert_sent_once_or_unknown(scene, number, point, clock)


@pytest.mark.long
@pytest.mark.parametrize("point", POINTS)
@pytest.mark.parametrize("number", [1, 2])
@pytest.mark.parametrize("time", range(200))
def test_killed_two_hundred_times_at_each_point(scene, number, point, clock, time):
    del time
    assert_sent_once_or_unknown(scene, number, point, clock)


def assert_sent_once_or_unknown(scene, number, point, clock):
    submissions = [scene.queue(b"Text %d" % each) for each in range(2)]
    killed_at(scene, f"{number}:{point}")
    again = Scene(scene.folder, clock)
    run = again.run(Sender(again.delivered))
    assert not run.recover("machine")
    before, killed = submissions[: number - 1], submissions[number - 1]
    marked = POINTS.index(point) >= POINTS.index("committing")
    assert again.row(killed).state in ({S.UNKNOWN} if marked else {S.WAITING, S.QUEUED})
    assert {again.row(each).state for each in before} <= {S.ACCEPTED}
    run.run_due()
    assert len(again.deliveries()) == len(set(again.deliveries()))
    assert again.row(killed).state is (S.UNKNOWN if marked else S.ACCEPTED)
    assert {again.row(each).state for each in submissions if each != killed} == {S.ACCEPTED}
    again.close()


def test_after_a_kill_the_other_side_is_asked_where_it_can_be(scene, clock):
    submission = scene.queue()
    killed_at(scene, "delivered")
    again = Scene(scene.folder, clock)
    again.run(Sender(again.delivered, asked=ACCEPTED)).recover("machine")
    assert again.row(submission).state is S.ACCEPTED
    assert again.ledger.standing(submission) is Ledger.ACCEPTED
    again.close()


def test_a_restored_backup_sends_nothing_again(scene, tmp_path):
    first, second = scene.queue(), scene.queue(b"Other")
    scene.run(Sender(scene.delivered)).recover("machine")
    scene.store.close()
    shutil.copy(scene.folder / "testimony.db", tmp_path / "backup.db")
    before = Scene(scene.folder, scene.now)
    before.run(Sender(before.delivered, ACCEPTED, LOST)).run_due()
    before.close()
    for leftover in scene.folder.glob("testimony.db*"):
        leftover.unlink()
    shutil.copy(tmp_path / "backup.db", scene.folder / "testimony.db")
    restored = Scene(scene.folder, scene.now)
    third = restored.queue(b"Third")
    run = restored.run(Sender(restored.delivered))
    assert run.recover("machine")
    assert run.run_due() == 0
    assert [restored.row(each).state for each in (first, second, third)] == [S.ACCEPTED, S.UNKNOWN, S.QUEUED]
    assert len(restored.deliveries()) == 2
    restored.close()


def test_a_profile_that_came_to_another_computer_waits_for_a_word(scene):
    scene.queue()
    run = scene.run(Sender(scene.delivered))
    assert not run.recover("here")
    assert run.recover("there")
    assert run.run_due() == 0


def test_an_empty_queue_moves_without_a_question(scene):
    run = scene.run(Sender(scene.delivered))
    run.recover("here")
    assert not run.recover("there")


def test_a_ledger_that_is_gone_is_noticed(scene):
    scene.queue()
    run = scene.run(Sender(scene.delivered))
    run.run_due()
    scene.ledger.close()
    for leftover in scene.folder.glob("ledger.db*"):
        leftover.unlink()
    assert scene.run(Sender(scene.delivered)).recover("machine")


def test_outcomes_hold_what_a_server_gave_to_refer_to(scene):
    submission = scene.queue()
    with_receipt = Outcome(OutcomeKind.ACCEPTED, "form_accepted", "201", receipt="4711")
    scene.run(Sender(scene.delivered, with_receipt)).run_due()
    assert scene.row(submission).receipt == "4711"
