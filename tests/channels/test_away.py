"""A computer that sleeps, changes networks or meets a page to log in, in the middle of sending. Row E2.

    .venv/bin/python -m pytest tests/channels/test_away.py -m long

does each case ten times, so that each way of being away comes 120 times. The outbox, its files, the worker process and
the servers are real; only the clock is the test's own. The worker is stopped while the computer sleeps, and its
connections are gone when it wakes up.
"""

import os
import signal
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

import pytest

from testimony_app.channels.process import ChannelProcess
from testimony_app.domain.outbox import PER_MINUTE
from testimony_app.domain.submission import Phase, SubmissionState
from tests.channels.http_faults import KEY, KeepingServer
from tests.channels.http_rig import TOKEN, http_settings
from tests.channels.networks import Network
from tests.channels.smtp_server import PASSWORD, USER
from tests.services.outbox_scenes import Scene

S = SubmissionState
LETTERS = 6
STEP = timedelta(seconds=15)
SENT_WITHIN = timedelta(hours=8)


class Clock:
    def __init__(self):
        self.time = datetime(2026, 12, 8, 18, 0, tzinfo=UTC)

    def __call__(self):
        return self.time

    def pass_by(self, **span):
        self.time += timedelta(**span)


class Case(NamedTuple):
    """`away` happens at `phase` of the letter `number`. The first mail makes a connection, the second one keeps it."""

    kind: str
    away: str
    phase: Phase
    number: int = 0

    def __str__(self):
        return f"{self.kind}-{self.away}-{self.phase.value}{'-kept' if self.number else ''}"

    @property
    def ends(self):
        """What the letter may be after that try. The worker goes on by itself until it has to wait before the mark."""
        ends = {S.WAITING}
        if self.kind == "mail":
            ends.add(S.UNKNOWN)
        if "another-network" in self.away and self.phase is not Phase.COMMITTING:
            ends.add(S.ACCEPTED)  # it had not connected yet, and there is a network
        return ends


PHASES = {
    "mail": (Phase.CONNECT, Phase.AUTH, Phase.ENVELOPE, Phase.BODY, Phase.COMMITTING),
    "http": (Phase.CONNECT, Phase.AUTH, Phase.BODY, Phase.COMMITTING),
}
AWAYS = ("sleep", "sleep-and-another-network", "another-network", "portal")
CASES = [
    *(Case(kind, away, phase) for kind, phases in PHASES.items() for away in AWAYS for phase in phases),
    *(Case("mail", away, phase, 1) for away in AWAYS for phase in PHASES["mail"][2:]),
]


class Side:
    """A server, the network to it, and what it has taken for good."""

    def __init__(self, server, module, settings, secret):
        self.server = server
        self.network = Network(server.port)
        self.sender = ChannelProcess(module, settings(self.network.port), lambda: secret)

    def begin(self):
        self.taken().clear()
        self.network.come_back()

    def taken(self):
        return self.server.kept if isinstance(self.server, KeepingServer) else self.server.delivered

    def contents(self):
        return [getattr(each, "content", each) for each in self.taken()]

    def close(self):
        self.sender.close()
        self.network.close()


@pytest.fixture
def side_of(server, certificates):
    """Return the other side of a kind."""
    opened = []
    keeping = KeepingServer(certificates.context())

    def mail_settings(port):
        return {
            "kind": "email_smtp", "title": "Clerk", "to": ["clerk@example.org"], "from": "table@sender.test",
            "host": "localhost", "port": port, "security": "starttls", "username": USER,
            "ca_file": certificates.ca_file,
        }  # fmt: skip

    def form_settings(port):
        return http_settings(f"https://localhost:{port}/comments", certificates.ca_file, idempotency_header=KEY)

    def open_one(kind):
        if kind == "mail":
            side = Side(server, "testimony_app.channels.email_smtp", mail_settings, PASSWORD)
        else:
            side = Side(keeping, "testimony_app.channels.http_api", form_settings, TOKEN)
        opened.append(side)
        return side

    yield open_one
    for side in opened:
        side.close()
    keeping.close()


class Traveller:
    """Sends through a worker, and at the phase of a case the computer goes on its way."""

    def __init__(self, side, case, clock):
        self.side = side
        self.case = case
        self.clock = clock
        self.tries = []
        """When which letter was tried."""
        self.is_away = False

    def send(self, payload, gate, following):
        if isinstance(self.side.server, KeepingServer):
            self.side.server.scripts = [self.side.server.behave]
        self.tries.append((self.clock(), payload.message_id))
        is_struck = len(self.tries) == self.case.number + 1
        return self.side.sender.send(payload, _Travelling(gate, self if is_struck else None), following)

    def ask(self, payload):
        return self.side.sender.ask(payload)

    def close(self):
        """The worker goes on: it is the test's."""

    def strike(self):
        self.is_away = True
        if "sleep" in self.case.away:
            worker = self.side.sender._process
            os.kill(worker.pid, signal.SIGSTOP)
            self.side.network.go_away()
            self.clock.pass_by(hours=8)
            os.kill(worker.pid, signal.SIGCONT)
        if "another-network" in self.case.away:
            self.side.network.come_back()
        if self.case.away == "portal":
            self.side.network.be_a_portal()

    def retries_in_a_minute(self):
        """Return the most tries in a minute that were not somebody's first: those nobody has pressed a button for."""
        firsts, again = set(), []
        for at, what in self.tries:
            if what in firsts:
                again.append(at)
            firsts.add(what)
        return max((sum(begin <= at < begin + timedelta(minutes=1) for at in again) for begin in again), default=0)


class _Travelling:
    def __init__(self, gate, traveller):
        self._gate = gate
        self._traveller = traveller

    def reach(self, phase):
        self._gate.reach(phase)
        self._strike_at(phase)

    def committing(self):
        self._gate.committing()
        self._strike_at(Phase.COMMITTING)

    def _strike_at(self, phase):
        if self._traveller is not None and phase is self._traveller.case.phase:
            self._traveller.strike()


def queue(scene, count=LETTERS):
    contents = [f"Subject: {number}\r\n\r\nA heron, {number}.\r\n".encode() for number in range(count)]
    return {scene.queue(content): content for content in contents}


def go_once(folder, side, case):
    folder.mkdir(mode=0o700)
    clock = Clock()
    scene = Scene(folder, clock)
    try:
        scene.save_draft()
        side.begin()
        letters = queue(scene)
        struck = list(letters)[case.number]
        traveller = Traveller(side, case, clock)
        run = scene.run(traveller)
        run.run_due()
        state = scene.row(struck).state
        assert traveller.is_away
        assert state in case.ends, scene.row(struck)
        assert state is not S.WAITING or letters[struck] not in side.contents(), "told as not sent, and it was"
        clock.pass_by(minutes=20)
        run.run_due()  # still away
        side.network.come_back()
        until = clock() + SENT_WITHIN
        while any(scene.row(each).state in {S.QUEUED, S.WAITING} for each in letters) and clock() < until:
            run.run_due()
            clock.pass_by(seconds=STEP.seconds)
        states = {each: scene.row(each).state for each in letters}
        for each, content in letters.items():
            assert side.contents().count(content) <= 1, "a double"
            if states[each] is S.ACCEPTED:
                assert content in side.contents(), "a false success"
        assert set(states.values()) <= {S.ACCEPTED, S.UNKNOWN}, "one was forgotten"
        assert [each for each, it in states.items() if it is S.UNKNOWN] in ([], [struck])
        assert traveller.retries_in_a_minute() <= PER_MINUTE
    finally:
        scene.close()


@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_was_under_way_waits_and_goes_once(case, side_of, tmp_path):
    go_once(tmp_path / "profile", side_of(case.kind), case)


def test_many_that_wait_do_not_all_go_when_the_computer_wakes_up(side_of, tmp_path):
    """All of them have been tried once before the night; in the morning they go four a minute."""
    (tmp_path / "profile").mkdir(mode=0o700)
    clock = Clock()
    scene = Scene(tmp_path / "profile", clock)
    scene.save_draft()
    side = side_of("mail")
    traveller = Traveller(side, Case("mail", "nothing", Phase.NOT_STARTED), clock)
    run = scene.run(traveller)
    side.network.go_away()
    letters = queue(scene, 20)
    for each in letters:
        run.try_one(each)
    assert {scene.row(each).state for each in letters} == {S.WAITING}
    clock.pass_by(hours=8)
    side.network.come_back()
    made = []
    while len(side.contents()) < len(letters) and len(made) < 100:
        made.append(run.run_due())
        clock.pass_by(seconds=STEP.seconds)
    assert sum(made) == len(letters)
    assert traveller.retries_in_a_minute() == PER_MINUTE
    assert sorted(side.contents()) == sorted(letters.values())
    scene.close()


def test_a_page_to_log_in_that_shows_a_certificate_of_its_own_hears_nothing(side_of, certificates, tmp_path):
    """It may be somebody who stands in between, so it needs the person; no password and no word went there."""
    (tmp_path / "profile").mkdir(mode=0o700)
    clock = Clock()
    scene = Scene(tmp_path / "profile", clock)
    scene.save_draft()
    side = side_of("http")
    side.begin()
    heard = side.network.be_a_portal(certificates.context(certificates.of_another_authority))
    (letter,) = queue(scene, 1)
    scene.run(Traveller(side, Case("http", "nothing", Phase.NOT_STARTED), clock)).run_due()
    assert (scene.row(letter).state, scene.row(letter).code) == (S.NEEDS_YOU, "tls_untrusted")
    assert (bytes(heard), side.contents()) == (b"", [])
    scene.close()


@pytest.mark.long
@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_was_under_way_waits_and_goes_once_each_time(case, side_of, tmp_path):
    side = side_of(case.kind)
    for number in range(10):
        go_once(tmp_path / f"profile-{number}", side, case)
