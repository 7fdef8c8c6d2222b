"""Every single failing call to the disk (made by strace) while a program saves, backs up and writes files.

It is told, nothing is acknowledged that is not there, and all goes on when the disk does.
"""

import re
import subprocess
import sys
from contextlib import closing

import pytest

from testimony_app.store.backup_files import backups_in, demand_sound
from testimony_app.store.database import BACKUPS, open_database
from tests.store.writing_child import SAVES, content_of

ERRORS = {"fdatasync": "EIO", "fsync": "EIO", "pwrite64": "ENOSPC"}
TOLD = {"store_disk_error", "disk_full", "file_failed"}
ROUNDS = {"fdatasync": 70, "fsync": 55, "pwrite64": 3}
"""So many rounds come to 200 calls of each kind, or more."""

FEW = 5
"""So many come to 15."""


def failing(strace, folder, call, number, rounds):
    """Run the child with one failing call; return what it told, as pairs, and whether the call came at all."""
    log = folder / "strace"
    command = [
        strace, "-f", "-qq", "-o", str(log), "-e", f"trace={call}", "-e",
        f"inject={call}:error={ERRORS[call]}:when={number}",
    ]  # fmt: skip
    told = subprocess.run(
        [*command, sys.executable, "-m", "tests.store.writing_child", str(folder), str(rounds)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert told.stderr == ""
    assert told.returncode == 0
    struck = re.search(r"\(INJECTED\)", log.read_text(encoding="utf-8", errors="replace")) is not None
    return [tuple(line.split()) for line in told.stdout.splitlines()], struck


def demand_all_is_there(folder, told, rounds):
    acknowledged = {what: [int(each) for kind, each in told if kind == what and each.isdecimal()] for what in KINDS}
    assert {each for _, each in told if not each.isdecimal()} <= TOLD
    assert len(acknowledged["saved"]) >= rounds * SAVES - 2
    with closing(open_database(folder / "data" / "testimony.db")) as connection:
        assert connection.execute("SELECT head_rev FROM draft").fetchone()[0] >= acknowledged["saved"][-1]
    for backup in backups_in(folder / "data" / BACKUPS):
        demand_sound(backup.path)
    newest = next(iter(backups_in(folder / "data" / BACKUPS)), None)
    assert acknowledged["backup"]
    assert newest is not None
    assert newest.number >= acknowledged["backup"][-1]
    for number in range(1, rounds + 1):
        path = folder / f"{number}.txt"
        assert path.exists() or number not in acknowledged["file"]
        assert not path.exists() or path.read_bytes() == content_of(number)


KINDS = ("saved", "backup", "file")


@pytest.mark.parametrize("number", range(1, 16))
@pytest.mark.parametrize("call", ERRORS)
def test_a_failing_call_is_told_and_nothing_acknowledged_is_lost(strace, tmp_path, call, number):
    told, struck = failing(strace, tmp_path, call, number, FEW)
    demand_all_is_there(tmp_path, told, FEW)
    assert struck


@pytest.mark.long
@pytest.mark.parametrize("number", range(1, 201))
@pytest.mark.parametrize("call", ERRORS)
def test_each_of_two_hundred_failing_calls_is_told(strace, tmp_path, call, number):
    told, struck = failing(strace, tmp_path, call, number, ROUNDS[call])
    demand_all_is_there(tmp_path, told, ROUNDS[call])
    assert struck
