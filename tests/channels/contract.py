"""What every channel keeps to. A kind's tests inherit `ChannelContract` and give it a `rig`."""

import logging
import time

import pytest

from testimony_app.domain.submission import Cancelled, OutcomeKind, Phase
from tests.channels.gates import RecordingGate
from tests.channels.letters import CANARY, IDS, LETTER, NAME

PHASES = [phase for phase in Phase if phase is not Phase.NOT_STARTED]
SOON = 30.0


class Rig:
    """A channel with its other side. Each kind fills this in."""

    secrets: tuple[str, ...] = ()
    """What may stand in nothing a channel tells."""

    success = OutcomeKind.ACCEPTED
    """How a try ends where all goes well."""

    commits = True
    """Whether the channel itself does the act that can deliver. Where the person does it, its gate is never passed."""

    of_one_try, of_two_tries = 1, 2
    """How many contents the other side holds after so many tries that went well."""

    has_other_side = True
    """Whether there is anybody who could be late or broken."""

    loggers_of_the_other_side: tuple[str, ...] = ()
    """Where servers in this very process write what they see. What clients log is looked through."""

    def channel(self):
        """Return a channel to another side that behaves."""
        raise NotImplementedError

    def broken_channels(self):
        """Return pairs of a name and a channel that cannot work, each for another reason."""
        raise NotImplementedError

    def delivered(self):
        """Return the contents the other side has taken for good, in order."""
        raise NotImplementedError

    def expected(self, payload):
        """Return what the other side holds of a payload that arrived."""
        return payload.content

    def fall_silent(self, phase):
        """Let the other side say nothing more once `phase` is reached. Return False where it has nothing to say."""
        raise NotImplementedError


def soon():
    return time.monotonic() + SOON


class ChannelContract:
    def test_a_letter_is_prepared_to_the_same_bytes_each_time(self, rig):
        assert rig.channel().prepare(LETTER, IDS) == rig.channel().prepare(LETTER, IDS)

    def test_a_letter_arrives_after_the_gate_was_passed_and_not_before(self, rig):
        channel = rig.channel()
        payload = channel.prepare(LETTER, IDS)
        arrived = []
        gate = RecordingGate(seen=lambda phase: arrived.append((phase, len(rig.delivered()))))
        outcome = channel.send(payload, gate, soon())
        assert outcome.kind is rig.success
        assert all(count == 0 for _, count in arrived)
        assert (arrived[-1] == (Phase.COMMITTING, 0)) is rig.commits
        assert [phase for phase, _ in arrived] == sorted((phase for phase, _ in arrived), key=PHASES.index)
        assert rig.delivered() == [rig.expected(payload)] * rig.of_one_try

    @pytest.mark.parametrize("phase", PHASES)
    def test_a_cancelled_attempt_delivers_nothing(self, rig, phase):
        channel = rig.channel()
        payload = channel.prepare(LETTER, IDS)
        gate = RecordingGate(stop_at=phase)
        try:
            channel.send(payload, gate, soon())
        except Cancelled:
            assert rig.delivered() == []
            assert channel.send(payload, RecordingGate(), soon()).kind is rig.success
            assert len(rig.delivered()) == rig.of_one_try
        else:
            assert phase not in gate.asked
            assert phase is not Phase.COMMITTING or not rig.commits

    @pytest.mark.parametrize("phase", PHASES)
    def test_a_gate_that_breaks_stops_the_attempt_and_nothing_else(self, rig, phase):
        channel = rig.channel()
        gate = RecordingGate(stop_at=phase, error=OSError(f"disk full, {CANARY}"))
        outcome = channel.send(channel.prepare(LETTER, IDS), gate, soon())
        assert outcome.kind is (OutcomeKind.PERMANENT if phase in gate.asked else rig.success)
        assert phase in gate.asked or phase is not Phase.COMMITTING or not rig.commits
        assert_tells_nothing(rig, outcome)
        if outcome.kind is OutcomeKind.PERMANENT:
            assert rig.delivered() == []

    def test_a_second_try_sends_the_same_bytes(self, rig):
        channel = rig.channel()
        payload = channel.prepare(LETTER, IDS)
        for _ in range(2):
            assert channel.send(payload, RecordingGate(), soon()).kind is rig.success
        assert rig.delivered() == [rig.expected(payload)] * rig.of_two_tries

    def test_a_deadline_that_is_over_delivers_nothing(self, rig):
        channel = rig.channel()
        outcome = channel.send(channel.prepare(LETTER, IDS), RecordingGate(), time.monotonic() - 1)
        assert outcome.kind is (OutcomeKind.TEMPORARY if rig.has_other_side else rig.success)
        assert rig.delivered() == []

    @pytest.mark.parametrize("phase", PHASES)
    def test_the_deadline_ends_an_attempt_that_hangs(self, rig, phase):
        """The other side stays silent for good, so only the deadline lets this test end."""
        is_silent = rig.fall_silent(phase)
        channel = rig.channel()
        gate = RecordingGate()
        payload = channel.prepare(LETTER, IDS)
        outcome = channel.send(payload, gate, time.monotonic() + (0.3 if is_silent else SOON))
        if not is_silent:
            assert outcome.kind is rig.success, "nobody is waited for in this phase"
        elif Phase.COMMITTING in gate.passed:
            assert outcome.kind is OutcomeKind.UNKNOWN
        else:
            assert outcome.kind is OutcomeKind.TEMPORARY
            assert rig.delivered() == []

    def test_no_failure_raises_and_no_failure_is_a_success(self, rig):
        broken = 0
        for name, channel in rig.broken_channels():
            broken += 1
            outcome = channel.send(channel.prepare(LETTER, IDS), RecordingGate(), time.monotonic() + 5)
            assert outcome.kind in {OutcomeKind.TEMPORARY, OutcomeKind.PERMANENT}, name
            assert_tells_nothing(rig, outcome)
            assert_tells_nothing(rig, channel.check())
        assert rig.delivered() == []
        assert bool(broken) is rig.has_other_side

    def test_a_check_delivers_nothing(self, rig):
        outcome = rig.channel().check()
        assert outcome.kind is OutcomeKind.ACCEPTED
        assert_tells_nothing(rig, outcome)
        assert rig.delivered() == []

    def test_what_a_channel_tells_holds_no_secret_and_no_word_of_the_letter(self, rig, caplog, capfd):
        channel = rig.channel()
        payload = channel.prepare(LETTER, IDS)
        caplog.set_level(logging.DEBUG)
        outcomes = [channel.send(payload, RecordingGate(), soon()), channel.check()]
        asked = channel.ask(payload)
        records = [each for each in caplog.records if not each.name.startswith(rig.loggers_of_the_other_side or "\0")]
        told = " ".join(each.getMessage() for each in records) + "".join(capfd.readouterr())
        caplog.set_level(logging.WARNING)
        for each in (*outcomes, asked, channel):
            assert_tells_nothing(rig, each)
        assert asked is None or len(rig.delivered()) == rig.of_one_try
        assert not any(secret in told for secret in (*rig.secrets, *NAME, CANARY, *payload.recipients))


def assert_tells_nothing(rig, told):
    assert not any(secret in repr(told) for secret in (*rig.secrets, CANARY))
