"""One process holds the lock, and it goes with the process."""

import subprocess
import sys

import pytest

from testimony_app.files import lock
from testimony_app.files.lock import ProcessLock

HOLD = """
import sys
from pathlib import Path
from testimony_app.files.lock import ProcessLock
lock = ProcessLock(Path(sys.argv[1]))
print(lock.take(), flush=True)
sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "window.lock"


def test_one_holds_it_at_a_time(path):
    first, second = ProcessLock(path), ProcessLock(path)
    assert first.take()
    assert not second.take()
    first.let_go()
    assert second.take()
    second.let_go()


def test_a_process_that_is_killed_leaves_no_lock(path):
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout.readline() == "True\n"
    ours = ProcessLock(path)
    assert not ours.take()
    holder.kill()
    holder.communicate()
    assert ours.take()
    ours.let_go()


def test_the_other_way_locks_the_same_file(path):
    first, second = ProcessLock(path), ProcessLock(path)
    assert first._take_otherwise()
    assert not second._take_otherwise()
    assert not second.take()
    first.let_go()
    assert second.take()
    second.let_go()


@pytest.mark.skipif(sys.platform == "win32", reason="there it is always so")
def test_where_the_file_system_knows_no_such_locks_the_other_way_is_taken(path, monkeypatch):
    def refuse(_descriptor, _kind):
        raise OSError

    monkeypatch.setattr(lock.fcntl, "flock", refuse)
    monkeypatch.setattr(ProcessLock, "_take_otherwise", lambda _lock: True)
    ours = ProcessLock(path)
    assert ours.take()
    assert ours._descriptor is None


def test_a_folder_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        ProcessLock(tmp_path / "nowhere" / "window.lock").take()
