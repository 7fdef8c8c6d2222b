"""What every channel keeps to. A kind's tests inherit `ChannelContract` and give it a `rig`."""

import logging
import time

import pytest

from testimony_app.domain.submission import Cancelled, OutcomeKind, Phase
from tests.channels.gates import RecordingGate
from tests.channels.letters import CANARY, IDS, LETTER

PHASES = [phase for phase in Phase if phase is not Phase.NOT_STARTED]
SOON = 30.0


class Rig:
    """A channel with its other side. Each kind fills this in."""

    secrets: tuple[str, ...] = ()
    """What may stand in nothing a channel tells."""

    def channel(self):
        """Return a channel to another side that behaves."""
        raise NotImplementedError

    def broken_channels(self):
        """Return pairs of a name and a channel that cannot work, each for another reason."""
        raise NotImplementedError

    def delivered(self):
        """Return the contents the other side has taken for good, in order."""
        raise NotImplementedError

    def fall_silent(self, phase):
        """Let the other side say nothing more once `phase` is reached. Return False where it cannot."""
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
        assert outcome.kind in {OutcomeKind.ACCEPTED, OutcomeKind.HANDED_OVER}
        assert arrived[-1] == (Phase.COMMITTING, 0)
        assert all(count == 0 for _, count in arrived)
        assert [phase for phase, _ in arrived] == sorted((phase for phase, _ in arrived), key=PHASES.index)
        assert len(rig.delivered()) == 1

    @pytest.mark.parametrize("phase", PHASES)
    def test_a_cancelled_attempt_delivers_nothing(self, rig, phase):
        channel = rig.channel()
        payload = channel.prepare(LETTER, IDS)
        gate = RecordingGate(stop_at=phase)
        try:
            channel.send(payload, gate, soon())
        except Cancelled:
            assert rig.delivered() == []
            assert channel.send(payload, RecordingGate(), soon()).kind is not OutcomeKind.UNKNOWN
            assert len(rig.delivered()) == 1
        else:
            assert phase not in {Phase.COMMITTING}
            assert phase not in gate.passed

    @pytest.mark.parametrize("phase", PHASES)
    def test_a_gate_that_breaks_stops_the_attempt_and_nothing_else(self, rig, phase):
        channel = rig.channel()
        gate = RecordingGate(stop_at=phase, error=OSError(f"disk full, {CANARY}"))
        outcome = channel.send(channel.prepare(LETTER, IDS), gate, soon())
        if phase in gate.passed or phase is Phase.COMMITTING:
            assert outcome.kind is OutcomeKind.PERMANENT
        if outcome.kind is OutcomeKind.PERMANENT:
            assert rig.delivered() == []
            assert CANARY not in repr(outcome)

    def test_a_second_try_sends_the_same_bytes(self, rig):
        channel = rig.channel()
        payload = channel.prepare(LETTER, IDS)
        for _ in range(2):
            channel.send(payload, RecordingGate(), soon())
        first, second = rig.delivered()
        assert first == second

    def test_a_deadline_that_is_over_delivers_nothing(self, rig):
        channel = rig.channel()
        outcome = channel.send(channel.prepare(LETTER, IDS), RecordingGate(), time.monotonic() - 1)
        assert outcome.kind is OutcomeKind.TEMPORARY
        assert rig.delivered() == []

    @pytest.mark.parametrize("phase", PHASES)
    def test_the_deadline_ends_an_attempt_that_hangs(self, rig, phase):
        """The other side stays silent for good, so only the deadline lets this test end."""
        if not rig.fall_silent(phase):
            return
        channel = rig.channel()
        gate = RecordingGate()
        outcome = channel.send(channel.prepare(LETTER, IDS), gate, time.monotonic() + 0.3)
        committed = Phase.COMMITTING in gate.passed
        assert outcome.kind is (OutcomeKind.UNKNOWN if committed else OutcomeKind.TEMPORARY)

    def test_no_failure_raises_and_no_failure_is_a_success(self, rig):
        for name, channel in rig.broken_channels():
            outcome = channel.send(channel.prepare(LETTER, IDS), RecordingGate(), time.monotonic() + 5)
            assert outcome.kind in {OutcomeKind.TEMPORARY, OutcomeKind.PERMANENT}, name
            assert_tells_nothing(rig, outcome)
        assert rig.delivered() == []

    def test_what_a_channel_tells_holds_no_secret_and_no_word_of_the_letter(self, rig, caplog, capfd):
        caplog.set_level(logging.DEBUG)
        channel = rig.channel()
        payload = channel.prepare(LETTER, IDS)
        outcome = channel.send(payload, RecordingGate(), soon())
        assert_tells_nothing(rig, outcome)
        assert_tells_nothing(rig, channel)
        assert channel.ask(payload) is None or rig.delivered()
        told = caplog.text + "".join(capfd.readouterr())
        assert not any(secret in told for secret in (*rig.secrets, CANARY, *payload.recipients))


def assert_tells_nothing(rig, told):
    assert not any(secret in repr(told) for secret in (*rig.secrets, CANARY))
