"""Each fault between us and a mail server: what the outcome says is compared with what the server has taken for good.

    .venv/bin/pytest tests/channels/test_smtp_faults.py -m long

runs each quick fault a thousand times and each slow one a hundred times.
"""

import pytest

from testimony_app.channels.smtp_codes import CODES
from testimony_app.domain.submission import Phase
from tests.channels.gates import RecordingGate
from tests.channels.letters import IDS, LETTER
from tests.channels.smtp_faults import ACCEPTED, PERMANENT, QUICK, SLOW, TEMPORARY, UNKNOWN
from tests.channels.smtp_rig import channel_for, send

SLOW_SECONDS = {TEMPORARY: 0.2, UNKNOWN: 2.0}
"""The first may end an attempt at any point, the second must leave the time to come as far as the dot."""


def without_pipelining(server):
    server.features = tuple(each for each in server.features if each != "PIPELINING")
    server.plain_features = tuple(each for each in server.plain_features if each != "PIPELINING")


def try_once(fault, server, certificates):
    """Send into a fault and then, where nothing was delivered, once more to a server that behaves."""
    server.delivered.clear()
    server.plan(**fault.script)
    channel = channel_for(server, certificates)
    payload = channel.prepare(LETTER, IDS)
    gate = RecordingGate(
        seen=lambda phase: phase is Phase.COMMITTING and "body" in fault.script and server.acted.wait()
    )
    outcome = send(channel, payload, gate, SLOW_SECONDS[fault.kind] if fault.slow else 20)
    kept = len(server.delivered)
    assert outcome.kind is fault.kind, outcome
    assert outcome.code == fault.code or (fault.code == "*" and outcome.code in CODES)
    assert outcome.code in CODES
    if outcome.kind is ACCEPTED:
        assert kept == 1, "a false success"
    if outcome.kind in {TEMPORARY, PERMANENT}:
        assert kept == 0, "told as not delivered, and it was"
    if outcome.kind is UNKNOWN:
        assert Phase.COMMITTING in gate.passed
    if outcome.kind is TEMPORARY:
        server.plan()
        assert send(channel, payload).kind is ACCEPTED
        (arrived,) = server.delivered
        assert arrived.content == payload.content


@pytest.mark.parametrize("fault", QUICK, ids=str)
def test_a_fault_is_told_as_what_it_is(fault, server, certificates):
    try_once(fault, server, certificates)


@pytest.mark.parametrize("fault", QUICK, ids=str)
def test_so_it_is_where_each_command_waits_for_its_turn(fault, server, certificates):
    without_pipelining(server)
    try_once(fault, server, certificates)


@pytest.mark.parametrize("fault", SLOW, ids=str)
def test_a_server_that_never_comes_to_an_end_is_left(fault, server, certificates):
    try_once(fault, server, certificates)


@pytest.mark.long
@pytest.mark.parametrize("fault", [*QUICK, *SLOW], ids=str)
@pytest.mark.parametrize("prepare", [lambda _server: None, without_pipelining], ids=["at_once", "in_turn"])
def test_a_fault_is_told_as_what_it_is_each_time(fault, server, certificates, prepare):
    prepare(server)
    for _ in range(100 if fault.slow else 1000):
        try_once(fault, server, certificates)
