"""Each fault between us and a WebDAV share: what the outcome says is compared with the files that lie there.

    .venv/bin/python -m pytest tests/channels/test_dav_faults.py -m long

runs each quick fault a thousand times and each slow one a hundred times.
"""

import time

import pytest

from testimony_app.domain.submission import OutcomeKind, Phase
from tests.channels.collection_rig import collection_channel
from tests.channels.dav_faults import ACCEPTED, PERMANENT, QUICK, SLOW, TEMPORARY, UNKNOWN
from tests.channels.dav_server import DavServer
from tests.channels.gates import RecordingGate
from tests.channels.letters import IDS, LETTER
from tests.channels.places import USER

SLOW_SECONDS = 0.3


@pytest.fixture
def server():
    server = DavServer()
    yield server
    server.close()


@pytest.fixture
def try_once(server):
    """Lay down into a fault and then, where nothing was delivered, once more on a share that behaves."""
    channel = collection_channel({"url": f"webdav://127.0.0.1:{server.port}/box", "username": USER})
    payload = channel.prepare(LETTER, IDS)

    def lies_there():
        return server.files.get(payload.file_name)

    def run(fault):
        server.plan(**fault.script)
        gate = RecordingGate()
        outcome = channel.send(payload, gate, time.monotonic() + (SLOW_SECONDS if fault.slow else 20))
        assert (outcome.kind, outcome.code) == (fault.kind, fault.code)
        assert server.methods().count("PUT") <= 1, "it was put twice"
        assert server.methods().count("MOVE") <= 1, "it was moved twice"
        if outcome.kind is ACCEPTED:
            assert lies_there() == payload.content, "a false success"
        if outcome.kind in {TEMPORARY, PERMANENT}:
            assert lies_there() is None, "told as not delivered, and something is there"
        if outcome.kind is UNKNOWN:
            assert Phase.COMMITTING in gate.passed
            assert (asked := channel.ask(payload)) is not None
            assert asked.kind is fault.then
            assert (asked.kind is ACCEPTED) is (lies_there() == payload.content)
        if TEMPORARY in {outcome.kind, fault.then}:
            again = channel.send(payload, RecordingGate(), time.monotonic() + 20)
            assert again.kind is OutcomeKind.ACCEPTED
            whole = [name for name, content in server.files.items() if name.startswith(IDS.reference)]
            assert whole == [payload.file_name], "a double"
            assert lies_there() == payload.content

    return run


@pytest.mark.parametrize("fault", QUICK, ids=str)
def test_a_fault_is_told_as_what_it_is(fault, try_once):
    try_once(fault)


@pytest.mark.parametrize("fault", SLOW, ids=str)
def test_a_share_that_falls_silent_is_left(fault, try_once):
    try_once(fault)


@pytest.mark.long
@pytest.mark.parametrize("fault", [*QUICK, *SLOW], ids=str)
def test_a_fault_is_told_as_what_it_is_each_time(fault, try_once):
    for _ in range(100 if fault.slow else 1000):
        try_once(fault)
