"""The whole of turning a lock on or off is killed (SIGKILL) at its steps: all can be used, and a second try ends it."""

import os
import shutil
import subprocess
import sys

import pytest

from testimony_app.main import program_in
from testimony_app.sealing import key_file
from testimony_app.settings.folders import profile_in
from testimony_app.store.engine import is_locked
from tests.services.test_locking import databases, write
from tests.words_left import places

TURN = """
import sys
from pathlib import Path
from testimony_app.main import program_in
from testimony_app.sealing import key_file
from testimony_app.settings.folders import profile_in
key_file.seal_with = lambda content, passphrase: content[::-1]
key_file.open_with = lambda sealed, passphrase: sealed[::-1]
with program_in(profile_in(Path(sys.argv[1]))) as program:
    program.ask_passphrase = lambda: "four nice old words"
    if sys.argv[2] == "on":
        program.locking.turn_on("four nice old words", keyring=False)
    else:
        program.locking.turn_off()
"""


@pytest.fixture
def quick(monkeypatch):
    monkeypatch.setattr(key_file, "seal_with", lambda content, _: content[::-1])
    monkeypatch.setattr(key_file, "open_with", lambda sealed, _: sealed[::-1])


@pytest.fixture
def written(tmp_path, quick):
    """A profile with a backup and a database that was set aside."""
    del quick
    folders = profile_in(tmp_path / "written")
    with program_in(folders) as program:
        write(program)
        program.backups.make()
        program.backups.bring_back()
        write(program, "Another")
    return folders


def titles(folders):
    with program_in(folders) as program:
        program.ask_passphrase = lambda: "four nice old words"
        return sorted(row.title for row in program.drafting.page(9))


def turn(folders, way):
    with program_in(folders) as program:
        program.ask_passphrase = lambda: "four nice old words"
        if way == "on":
            return program.locking.turn_on("four nice old words", keyring=False)
        return program.locking.turn_off()


def is_done(folders, way):
    with program_in(folders) as program:
        status = program.locking.status()
        has_key_file = any(path.exists() for path in folders.locks)
        return not status.not_done and status.is_on == (way == "on") and has_key_file == (way == "on")


def check(strace, written, way, call, numbers):
    if way == "off" and not is_locked(written.database):
        turn(written, "on")
    killed = 0
    for number in numbers:
        profile = profile_in(written.data.parent.with_name(f"{way}-{call}-{number}"))
        shutil.copytree(written.data.parent, profile.data.parent)
        fault = f"inject={call}:signal=KILL:when={number}"
        command = [strace, "-f", "-qq", "-o", os.devnull, "-e", f"trace={call}", "-e", fault]
        words = [sys.executable, "-c", TURN, str(profile.data.parent), way]
        ended = subprocess.run([*command, *words], check=False, capture_output=True)
        killed += ended.returncode != 0
        assert titles(profile) == ["Another", "Mine"], (call, number)
        if not is_done(profile, way):
            assert turn(profile, way) == ()
        assert is_done(profile, way), (call, number)
        assert titles(profile) == ["Another", "Mine"]
        assert [path for path in databases(profile) if is_locked(path) != (way == "on")] == [], (call, number)
        assert bool(places(profile.data)) == (way == "off")
        shutil.rmtree(profile.data.parent)
    return killed


@pytest.mark.parametrize("way", ["on", "off"])
@pytest.mark.parametrize(("call", "numbers"), [("link", (1, 3)), ("rename", (1, 2, 4)), ("unlink", (2, 9, 17))])
def test_a_kill_leaves_a_profile_that_can_be_used_and_finished(strace, written, way, call, numbers):
    assert check(strace, written, way, call, numbers)


@pytest.mark.long
@pytest.mark.parametrize("way", ["on", "off"])
def test_a_kill_at_each_name_write_and_sync(strace, written, way):
    calls = (("link", 8), ("rename", 10), ("unlink", 60), ("fsync", 80))
    killed = sum(check(strace, written, way, call, range(1, most)) for call, most in calls)
    killed += check(strace, written, way, "pwrite64", range(1, 900, 9))
    assert killed > 80
