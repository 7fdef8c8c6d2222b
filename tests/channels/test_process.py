"""A channel in a process of its own: its gate, its secret, its time, and its death."""

from pathlib import Path

import pytest

from testimony_app.channels.process import ChannelProcess
from testimony_app.domain.errors import PersonError
from testimony_app.domain.submission import Cancelled, OutcomeKind, Payload, Phase

HERE = str(Path(__file__).resolve().parents[2])
PAYLOAD = Payload(b"Text.", "text/plain", "id-1", ("clerk@example.org",))


class Gate:
    def __init__(self, closed_at=None):
        self.reached = []
        self.closed_at = closed_at

    def reach(self, phase):
        if phase is self.closed_at:
            raise Cancelled
        self.reached.append(phase)

    def committing(self):
        self.reach(Phase.COMMITTING)


@pytest.fixture
def open_channel(tmp_path):
    opened = []

    def open_one(module="tests.channels.scripted", password=lambda: "secret", **settings):
        settings.setdefault("delivered", str(tmp_path / "delivered.txt"))
        channel = ChannelProcess(module, settings, password, search=(HERE,))
        opened.append(channel)
        return channel

    yield open_one
    for channel in opened:
        channel.close()


@pytest.fixture
def delivered(tmp_path):
    return lambda: (tmp_path / "delivered.txt").read_text().split() if (tmp_path / "delivered.txt").exists() else []


def test_it_passes_every_gate_and_delivers(open_channel, delivered):
    gate = Gate()
    outcome = open_channel().send(PAYLOAD, gate)
    assert outcome.kind is OutcomeKind.ACCEPTED
    assert outcome.recipients[0].address == "clerk@example.org"
    assert gate.reached == [Phase.CONNECT, Phase.AUTH, Phase.COMMITTING]
    assert delivered() == ["id-1:secret"]


def test_one_worker_sends_many(open_channel, delivered):
    channel = open_channel()
    workers = set()
    for _ in range(3):
        channel.send(PAYLOAD, Gate())
        workers.add(channel._process.pid)
    assert len(workers) == 1
    assert len(delivered()) == 3


@pytest.mark.parametrize("phase", [Phase.CONNECT, Phase.AUTH, Phase.COMMITTING])
def test_a_closed_gate_lets_nothing_through_and_the_next_one_goes(open_channel, delivered, phase):
    channel = open_channel()
    with pytest.raises(Cancelled):
        channel.send(PAYLOAD, Gate(phase))
    assert delivered() == []
    assert channel.send(PAYLOAD, Gate()).kind is OutcomeKind.ACCEPTED


def test_what_follows_is_begun_while_one_is_answered_and_waits_at_its_gate(open_channel, delivered):
    channel = open_channel()
    following = Payload(b"Next.", "text/plain", "id-2", ("clerk@example.org",))
    assert channel.send(PAYLOAD, Gate(), lambda: following).kind is OutcomeKind.ACCEPTED
    assert delivered() == ["id-1:secret"]
    gate = Gate()
    assert channel.send(following, gate).kind is OutcomeKind.ACCEPTED
    assert gate.reached == [Phase.CONNECT, Phase.AUTH, Phase.COMMITTING]
    assert delivered() == ["id-1:secret", "id-2:secret"]


@pytest.mark.parametrize("end", [ChannelProcess.close, lambda channel: channel.send(PAYLOAD, Gate())])
def test_what_follows_is_not_delivered_where_it_is_not_sent(open_channel, delivered, end):
    channel = open_channel()
    following = Payload(b"Next.", "text/plain", "id-2", ("clerk@example.org",))
    channel.send(PAYLOAD, Gate(), lambda: following)
    end(channel)
    assert "id-2:secret" not in delivered()


@pytest.mark.parametrize(
    ("hang_at", "kind", "code"),
    [
        ("connect", OutcomeKind.TEMPORARY, "server_not_answering"),
        ("committing", OutcomeKind.UNKNOWN, "no_answer_after_handing_over"),
    ],
)
def test_a_worker_that_takes_too_long_is_ended(open_channel, hang_at, kind, code):
    channel = open_channel(hang_at=hang_at)
    outcome = channel.send(PAYLOAD, Gate(), before=2, after=0.1)
    assert (outcome.kind, outcome.code) == (kind, code)
    assert channel._process is None


@pytest.mark.parametrize(("die_at", "kind"), [("connect", OutcomeKind.PERMANENT), ("committing", OutcomeKind.UNKNOWN)])
def test_a_worker_that_dies_leaves_what_its_phase_proves(open_channel, die_at, kind):
    assert open_channel(die_at=die_at).send(PAYLOAD, Gate()).kind is kind


def test_without_a_secret_nothing_is_handed_over(open_channel, delivered):
    def missing():
        raise PersonError("secret_missing")

    outcome = open_channel(password=missing).send(PAYLOAD, Gate())
    assert (outcome.kind, outcome.code) == (OutcomeKind.PERMANENT, "secret_missing")
    assert delivered() == []


def test_it_can_be_asked(open_channel):
    assert open_channel(answer="yes").ask(PAYLOAD).kind is OutcomeKind.ACCEPTED
    assert open_channel().ask(PAYLOAD) is None
    assert open_channel(die_at="ask").ask(PAYLOAD) is None


def test_what_a_library_prints_does_not_go_into_the_pipe(open_channel):
    assert open_channel(prints=True).send(PAYLOAD, Gate()).kind is OutcomeKind.ACCEPTED


def test_a_module_that_is_missing_is_a_worker_that_died(open_channel):
    outcome = open_channel("testimony_app.channels.no_such_kind").send(PAYLOAD, Gate())
    assert outcome.code == "stopped_before_handing_over"


def test_practice_goes_through_everything_and_says_so(open_channel):
    gate = Gate()
    outcome = open_channel("testimony_app.channels.practice").send(PAYLOAD, gate)
    assert (outcome.kind, outcome.code) == (OutcomeKind.ACCEPTED, "practice_done")
    assert gate.reached[-1] is Phase.COMMITTING


def test_the_window_that_is_killed_takes_its_worker_with_it(open_channel):
    channel = open_channel()
    channel.send(PAYLOAD, Gate())
    process = channel._process
    process.stdin.close()
    assert process.wait(timeout=10) == 0
