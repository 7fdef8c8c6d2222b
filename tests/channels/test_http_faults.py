"""Each fault between us and an address that takes testimony: what the outcome says is compared with what it has taken.

    .venv/bin/python -m pytest tests/channels/test_http_faults.py -m long

runs each quick fault a thousand times and each slow one a hundred times, with a key and without one.
"""

import time
import tracemalloc
from contextlib import suppress

import pytest

from testimony_app.channels.http_api import make
from testimony_app.channels.process import ChannelProcess
from testimony_app.domain.outbox import LONGEST_RETRY_AFTER, delay_after
from testimony_app.domain.submission import OutcomeKind, Phase
from tests.channels.gates import RecordingGate
from tests.channels.http_faults import KEY, QUICK, SLOW, KeepingServer, keep_and, the_bomb
from tests.channels.http_rig import TOKEN, http_channel, http_settings
from tests.channels.http_server import HttpServer
from tests.channels.letters import IDS, LETTER

KEYS = pytest.mark.parametrize("header", [KEY, ""], ids=["key", "no-key"])
SLOW_SECONDS = 0.4


@pytest.fixture
def server(certificates):
    server = KeepingServer(certificates.context())
    yield server
    server.close()


@pytest.fixture
def other(certificates):
    other = HttpServer(certificates.context())
    yield other
    other.close()


@pytest.fixture
def try_once(server, other, certificates):
    """Send into a fault and then, where it is to be tried again, once more to a server that behaves."""

    def run(fault, header):
        receipt = {"status": [201], "field": "id", "sha256_field": "sha256" if fault.tells_hash else ""}
        channel = http_channel(server.url(), certificates.ca_file, idempotency_header=header, receipt=receipt)
        payload = channel.prepare(LETTER, IDS)
        server.begin(fault.script(server, other), *[server.behave] * 3)
        gate = RecordingGate()
        seconds = SLOW_SECONDS if fault.slow else 20
        outcome = channel.send(payload, gate, time.monotonic() + seconds)
        kind, code = fault.with_key if header else fault.without_key
        assert (outcome.kind, outcome.code) == (kind, code)
        assert (server.connections, len(server.requests)) == (1, 1), "it was sent more than once"
        assert gate.passed[-1] is Phase.COMMITTING
        if kind is OutcomeKind.ACCEPTED:
            assert server.kept == [payload.content], "a false success"
        if kind is OutcomeKind.PERMANENT or (kind is OutcomeKind.TEMPORARY and not header):
            assert payload.content not in server.kept, "told as not delivered, and it was"
        if kind is OutcomeKind.TEMPORARY:
            assert 0 < delay_after(outcome, 1, 0.5) <= LONGEST_RETRY_AFTER
            assert channel.send(payload, RecordingGate(), time.monotonic() + 20).kind is OutcomeKind.ACCEPTED
            assert server.kept == [payload.content], "a double"
        assert other.connections == 0, "a second host was spoken to"
        return outcome

    return run


@KEYS
@pytest.mark.parametrize("fault", QUICK, ids=str)
def test_a_fault_is_told_as_what_it_is(fault, header, try_once):
    try_once(fault, header)


@KEYS
@pytest.mark.parametrize("fault", SLOW, ids=str)
def test_a_server_that_never_comes_to_an_end_is_left(fault, header, try_once):
    try_once(fault, header)


@pytest.mark.parametrize(
    ("name", "least", "most"),
    [("503-120s", 120, 120), ("503-date", 3590, 3600), ("503-10-years", 21600, 21600),
     ("503-10-years-date", 21600, 21600), ("429-minus", 300, 600), ("429-past-date", 300, 600)],
)  # fmt: skip
def test_when_to_come_back_is_obeyed_within_bounds(name, least, most, try_once):
    (fault,) = [each for each in QUICK if each.name == name]
    asked = try_once(fault, "").retry_after
    waits = delay_after(try_once(fault, ""), 1, 0.0)
    assert waits >= least if asked is None or asked < 300 else least <= waits <= most


def test_a_bomb_takes_no_memory(server, other, certificates):
    server.begin(the_bomb(server, other))
    channel = http_channel(server.url(), certificates.ca_file)
    payload = channel.prepare(LETTER, IDS)
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    channel.send(payload, RecordingGate(), time.monotonic() + 20)
    grown = tracemalloc.get_traced_memory()[1] - before
    tracemalloc.stop()
    assert grown < 4_000_000


def test_a_status_line_that_never_ends_is_left_by_ending_the_process(server, other, certificates):
    """No step of such an answer is late, so nothing in the channel ends it; the total time of the process does."""
    server.begin(keep_and(lambda _server, _other: drip_of_a_status)(server, other))
    table = http_settings(server.url(), certificates.ca_file)
    process = ChannelProcess("testimony_app.channels.http_api", table, lambda: TOKEN)
    outcome = process.send(make(table, lambda: TOKEN).prepare(LETTER, IDS), RecordingGate(), after=0.5)
    assert (outcome.kind, outcome.code) == (OutcomeKind.UNKNOWN, "no_answer_after_handing_over")
    assert process._process is None
    assert len(server.kept) == 1


def drip_of_a_status(connection):
    with suppress(OSError):
        while True:
            connection.sendall(b"1")
            connection.settimeout(0.02)
            with suppress(TimeoutError):
                if not connection.recv(1):
                    return


@pytest.mark.long
@KEYS
@pytest.mark.parametrize("fault", [*QUICK, *SLOW], ids=str)
def test_a_fault_is_told_as_what_it_is_each_time(fault, header, try_once):
    for _ in range(100 if fault.slow else 1000):
        try_once(fault, header)
