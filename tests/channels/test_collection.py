"""A folder, a WebDAV share and an object store: whole or not at all, never over another file, read back."""

import os
import threading
import time
from datetime import UTC, datetime

import pytest
from cheroot.wsgi import Server
from moto.server import ThreadedMotoServer
from wsgidav.dav_error import DAVError
from wsgidav.fs_dav_provider import FileResource, FolderResource

from testimony_app.channels.collection import make
from testimony_app.channels.process import ChannelProcess
from testimony_app.domain.errors import OrganizerError
from testimony_app.domain.submission import (
    Attachment,
    Cancelled,
    Letter,
    OutcomeKind,
    Phase,
    SubmissionIds,
)
from tests.channels.places import PASSWORD, DavPlace, FolderPlace, StorePlace, dav_app

IDS = SubmissionIds("11111111-1111-4111-8111-111111111111", "T-7K3MQ2P", datetime(2026, 12, 8, tzinfo=UTC))
DOCUMENT = Attachment("2020-00681_Rosa Maple é.docx", "application/x-word", b"\x00\xff" * 5000)
LETTER = Letter("s", "t", (DOCUMENT,))
NAME = f"T-7K3MQ2P_{DOCUMENT.name}"
KINDS = OutcomeKind


class Gate:
    def __init__(self, closed_at=None, at_mark=None):
        self.reached = []
        self.closed_at = closed_at
        self.at_mark = at_mark

    def reach(self, phase):
        if phase is self.closed_at:
            raise Cancelled
        self.reached.append(phase)

    def committing(self):
        self.reach(Phase.COMMITTING)
        if self.at_mark:
            self.at_mark()


@pytest.fixture(scope="module")
def store_server():
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def dav_port(tmp_path):
    (tmp_path / "dav" / "box").mkdir(parents=True)
    server = Server(("127.0.0.1", 0), dav_app(tmp_path / "dav"))
    server.prepare()
    thread = threading.Thread(target=server.serve, daemon=True)
    thread.start()
    yield server.bind_addr[1]
    server.stop()
    thread.join()


@pytest.fixture(params=["folder", "webdav", "store"])
def place(request, tmp_path):
    if request.param == "webdav":
        return DavPlace(tmp_path / "dav" / "box", request.getfixturevalue("dav_port"))
    if request.param == "store":
        return StorePlace(request.getfixturevalue("store_server"), f"b{os.urandom(6).hex()}")
    (tmp_path / "a box").mkdir()
    return FolderPlace(tmp_path / "a box")


def channel_to(place, secret=PASSWORD):
    return make({"kind": "collection", "title": "Box", **place.settings}, lambda: secret)


def sent(channel, gate=None):
    return channel.send(channel.prepare(LETTER, IDS), gate or Gate(), time.monotonic() + 30)


def test_it_lies_there_whole_under_its_name(place):
    gate = Gate()
    outcome = sent(channel_to(place), gate)
    assert (outcome.kind, outcome.code, outcome.receipt) == (KINDS.ACCEPTED, "file_in_collection", NAME)
    assert list(place.files().values()) == [DOCUMENT.content]
    assert gate.reached == [Phase.CONNECT, Phase.BODY, Phase.COMMITTING]


def test_a_second_try_finds_the_first_and_lays_nothing_down(place):
    sent(channel_to(place))
    gate = Gate()
    assert sent(channel_to(place), gate).kind is KINDS.ACCEPTED
    assert Phase.COMMITTING not in gate.reached
    assert len(place.files()) == 1


def test_another_file_of_the_name_is_never_touched(place):
    place.put(NAME, b"Another's.")
    outcome = sent(channel_to(place))
    assert (outcome.kind, outcome.code) == (KINDS.PERMANENT, "file_name_taken")
    assert list(place.files().values()) == [b"Another's."]


def test_a_file_that_comes_in_between_is_never_touched(place):
    outcome = sent(channel_to(place), Gate(at_mark=lambda: place.put(NAME, b"Another's.")))
    assert (outcome.kind, outcome.code) == (KINDS.PERMANENT, "file_name_taken")
    assert list(place.files().values()) == [b"Another's."]


@pytest.mark.parametrize("phase", [Phase.CONNECT, Phase.BODY, Phase.COMMITTING])
def test_a_closed_gate_leaves_nothing_behind(place, phase):
    with pytest.raises(Cancelled):
        sent(channel_to(place), Gate(phase))
    assert place.files() == {}


def test_it_can_be_asked(place):
    channel = channel_to(place)
    payload = channel.prepare(LETTER, IDS)
    assert channel.ask(payload).kind is KINDS.TEMPORARY
    sent(channel)
    assert channel.ask(payload).kind is KINDS.ACCEPTED
    assert place.files()


def test_checking_leaves_nothing_behind(place):
    assert channel_to(place).check().kind is KINDS.ACCEPTED
    assert place.files() == {}


def test_more_than_one_file_is_a_mistake_of_the_settings(place):
    with pytest.raises(OrganizerError, match="channel_needs_one_file"):
        channel_to(place).prepare(Letter("s", "t", (DOCUMENT, DOCUMENT)), IDS)


def test_a_stick_that_is_not_plugged_in_makes_no_folder(tmp_path):
    channel = make({"kind": "collection", "title": "Box", "url": (tmp_path / "stick").as_uri()}, lambda: "")
    outcome = sent(channel)
    assert (outcome.kind, outcome.code) == (KINDS.TEMPORARY, "collection_not_there")
    assert channel.check().code == "collection_not_there"
    assert channel.ask(channel.prepare(LETTER, IDS)) is None
    assert not (tmp_path / "stick").exists()


@pytest.mark.parametrize("step", range(1, 9))
def test_a_stick_that_is_pulled_is_never_called_safe(tmp_path, monkeypatch, step):
    """Every call of the system from the n-th on fails, as it does when a stick is gone."""
    box = tmp_path / "box"
    box.mkdir()
    calls = 0

    def pulled(real):
        def call(*arguments, **options):
            nonlocal calls
            calls += 1
            if calls >= step:
                raise OSError(5, "Input/output error")
            return real(*arguments, **options)

        return call

    channel = make({"kind": "collection", "title": "Box", "url": box.as_uri()}, lambda: "")
    with monkeypatch.context() as patched:
        for name in ("open", "fsync", "link", "replace"):
            patched.setattr(os, name, pulled(getattr(os, name)))
        outcome = sent(channel)
    whole = (box / NAME).exists() and (box / NAME).read_bytes() == DOCUMENT.content
    assert outcome.kind is not KINDS.ACCEPTED or whole
    if outcome.kind in {KINDS.TEMPORARY, KINDS.PERMANENT}:
        assert not (box / NAME).exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
def test_a_disk_that_hangs_is_left_by_ending_the_process(tmp_path):
    """Reading a pipe that nobody writes to lasts for ever, as a share that has gone away does."""
    os.mkfifo(tmp_path / NAME)
    table = {"kind": "collection", "title": "Box", "url": tmp_path.as_uri()}
    process = ChannelProcess("testimony_app.channels.collection", table, lambda: "")
    payload = make(table, lambda: "").prepare(LETTER, IDS)
    gate = Gate()
    outcome = process.send(payload, gate, before=2)
    assert (outcome.kind, outcome.code) == (KINDS.TEMPORARY, "server_not_answering")
    assert gate.reached == [Phase.CONNECT]
    assert process._process is None


def test_a_full_share_needs_the_person(dav_port, tmp_path, monkeypatch):
    def full(*_):
        raise DAVError(507)

    monkeypatch.setattr(FolderResource, "create_empty_resource", full)
    place = DavPlace(tmp_path / "dav" / "box", dav_port)
    outcome = sent(channel_to(place))
    assert (outcome.kind, outcome.code) == (KINDS.PERMANENT, "collection_full")
    assert place.files() == {}


def test_a_share_that_keeps_less_than_it_was_given_is_noticed(dav_port, tmp_path, monkeypatch):
    def keep_three_bytes(resource, *, with_errors):
        assert not with_errors
        os.truncate(resource._file_path, 3)

    monkeypatch.setattr(FileResource, "end_write", keep_three_bytes)
    place = DavPlace(tmp_path / "dav" / "box", dav_port)
    gate = Gate()
    outcome = sent(channel_to(place), gate)
    assert (outcome.kind, outcome.code) == (KINDS.TEMPORARY, "file_differs_after_writing")
    assert Phase.COMMITTING not in gate.reached
    assert place.files() == {}


def test_a_wrong_password_needs_the_person(dav_port, tmp_path):
    place = DavPlace(tmp_path / "dav" / "box", dav_port)
    assert sent(channel_to(place, "wrong")).code == "login_refused"
    assert place.files() == {}


@pytest.mark.parametrize("place", ["webdav"], indirect=True)
def test_a_password_that_was_put_right_is_used_at_the_next_try(place):
    passwords = ["wrong", PASSWORD]
    channel = make({"kind": "collection", "title": "Box", **place.settings}, lambda: passwords.pop(0))
    assert sent(channel).code == "login_refused"
    assert sent(channel).kind is KINDS.ACCEPTED


def test_a_store_that_is_not_there_may_come_back():
    table = {
        "kind": "collection", "title": "Box", "url": "s3://bucket", "endpoint": "http://127.0.0.1:9", "username": "u"
    }  # fmt: skip
    assert sent(make(table, lambda: "p")).kind is KINDS.TEMPORARY
