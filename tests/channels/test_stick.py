"""A stick that is pulled, full or read-only, as a real mount: what is called whole lies on it, whole. Row U1."""

import errno
import os
import shutil
import subprocess
import sys
import time

import pytest

from testimony_app.domain.submission import OutcomeKind, Payload, Phase
from tests.channels.collection_rig import collection_channel
from tests.channels.gates import RecordingGate

POINTS = 50
MOUNT, UMOUNT = shutil.which("mount"), shutil.which("umount")
NAME = "T-7K3MQ2P_letter.docx"
PAGE = 4096
PAYLOAD = Payload(bytes(range(256)) * (POINTS * PAGE // 256), "application/x-word", "id", file_name=NAME)
NOT_SAVED = {OutcomeKind.TEMPORARY, OutcomeKind.PERMANENT}


class Stick:
    """A file system of its own, which can be looked into even after it was pulled."""

    def __init__(self, mounted):
        self.mounted = mounted
        self._inside = None

    def plug_in(self, size="1m"):
        self.mounted.mkdir(exist_ok=True)
        if not MOUNT or not UMOUNT:
            pytest.skip("nothing may be mounted here; root may")
        options = f"size={size},mode=700"
        done = subprocess.run(
            [MOUNT, "-t", "tmpfs", "-o", options, "none", self.mounted], check=False, capture_output=True
        )
        if done.returncode:
            pytest.skip("nothing may be mounted here; root may")
        self._inside = os.open(self.mounted, os.O_RDONLY)

    def make_read_only(self):
        subprocess.run([MOUNT, "-o", "remount,ro", self.mounted], check=True)

    def pull(self, *, folder_goes):
        """Take it out at once, whatever is open on it; a desktop then takes its folder away too."""
        subprocess.run([UMOUNT, "-l", self.mounted], check=True)
        if folder_goes:
            self.mounted.rmdir()

    def files(self):
        found = {}
        with os.scandir(self._inside) as entries:
            names = [entry.name for entry in entries]
        for name in names:
            with os.fdopen(os.open(name, os.O_RDONLY, dir_fd=self._inside), "rb") as file:
                found[name] = file.read()
        return found

    def close(self):
        if self._inside is not None:
            os.close(self._inside)
            subprocess.run([UMOUNT, "-l", self.mounted], check=False, capture_output=True)


@pytest.fixture
def stick(tmp_path):
    stick = Stick(tmp_path / "stick")
    yield stick
    stick.close()


def put(stick, gate=None):
    channel = collection_channel({"url": stick.mounted.as_uri()})
    return channel.send(PAYLOAD, gate or RecordingGate(), time.monotonic() + 30)


def at_call(number, act):
    """Return a profiler that acts at the n-th call of anything, Python's or the system's, and counts them all."""
    calls = 0

    def hear(_frame, event, _argument):
        nonlocal calls
        if event in {"call", "c_call"}:
            calls += 1
            if calls == number:
                act()

    hear.counted = lambda: calls
    return hear


def put_watched(stick, profiler, start):
    """Put it there, watched from the phase `start` on."""
    try:
        return put(stick, RecordingGate(seen=lambda phase: phase is start and sys.setprofile(profiler)))
    finally:
        sys.setprofile(None)


@pytest.fixture(params=["links", "no-links"])
def links(request, monkeypatch):
    """With hard links, and as on the file systems of most sticks without."""

    def refuse(*_):
        raise OSError(errno.EPERM, "Operation not permitted")

    if request.param == "no-links":
        monkeypatch.setattr(os, "link", refuse)


@pytest.mark.usefixtures("links")
@pytest.mark.parametrize("folder_goes", [True, False], ids=["unplugged", "folder-stays"])
@pytest.mark.parametrize("point", range(POINTS))
def test_pulled_at_any_point_it_is_never_called_safe(stick, point, folder_goes):
    """Where its folder stays, only what was seen on the stick before tells the folder from it."""
    start = Phase.CONNECT if folder_goes else Phase.BODY
    stick.plug_in()
    counting = at_call(0, None)
    assert put_watched(stick, counting, start).kind is OutcomeKind.ACCEPTED
    (stick.mounted / NAME).unlink()
    number = 1 + point * counting.counted() // POINTS
    outcome = put_watched(stick, at_call(number, lambda: stick.pull(folder_goes=folder_goes)), start)
    on_stick = stick.files().get(NAME)
    if outcome.kind is OutcomeKind.ACCEPTED:
        assert on_stick == PAYLOAD.content, "a false success"
    if outcome.kind in NOT_SAVED:
        assert on_stick is None
        assert not (stick.mounted / NAME).exists()


@pytest.mark.parametrize("pages", range(POINTS))
def test_a_stick_that_is_full_at_any_page_keeps_nothing(stick, pages):
    stick.plug_in(size=(pages or 1) * PAGE)
    outcome = put(stick)
    assert (outcome.kind, outcome.code) == (OutcomeKind.PERMANENT, "disk_full")
    assert stick.files() == {}


def test_where_there_is_room_again_it_goes(stick):
    stick.plug_in()
    filler = stick.mounted / "filler"
    filler.write_bytes(bytes(1_000_000))
    assert put(stick).code == "disk_full"
    filler.unlink()
    assert put(stick).kind is OutcomeKind.ACCEPTED
    assert stick.files() == {NAME: PAYLOAD.content}


@pytest.mark.parametrize("phase", [Phase.CONNECT, Phase.BODY, Phase.COMMITTING])
def test_a_stick_that_can_only_be_read_is_told(stick, phase):
    stick.plug_in()
    outcome = put(stick, RecordingGate(seen=lambda at: at is phase and stick.make_read_only()))
    assert outcome.kind is (OutcomeKind.UNKNOWN if phase is Phase.COMMITTING else OutcomeKind.PERMANENT)
    assert outcome.code == "read_only"
    assert NAME not in stick.files()


def test_a_check_tells_of_a_stick_that_can_only_be_read(stick):
    stick.plug_in()
    stick.make_read_only()
    outcome = collection_channel({"url": stick.mounted.as_uri()}).check()
    assert (outcome.kind, outcome.code) == (OutcomeKind.PERMANENT, "read_only")
