"""The clock jumps by days, years and an hour, and the computer sleeps, while somebody types: the order stays."""

import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from threading import Timer

import pytest

from testimony_app.main import program_in
from testimony_app.settings.folders import profile_in
from tests.needed import cannot
from tests.ui.kills import begin_story
from tests.ui.typist import last_number

JUMPS = ("+1d", "-1d", "+3650d", "-3650d", "+1h", "-1h", "@2026-11-01 01:59:59", "@2026-03-08 01:59:59", "sleep")
"""Faketime's words for a clock that is moved, the two nights on which clocks change, and eight hours of sleep."""


@pytest.fixture
def faketime():
    found = sorted(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"))
    if not found:
        cannot("libfaketime is not installed")
    return found[0]


def type_while_the_clock_jumps(profile, faketime, jumps):
    """Let the clock jump after each acknowledged save, then kill the window; return what it told."""
    clock = profile / "clock"
    clock.write_text("+0", encoding="ascii")
    environment = os.environ | {
        "LD_PRELOAD": str(faketime), "FAKETIME_TIMESTAMP_FILE": str(clock), "FAKETIME_NO_CACHE": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1", "TZ": "America/Chicago",
    }  # fmt: skip
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.ui.typist", str(profile)], stdout=subprocess.PIPE, text=True, env=environment
    )
    watchdog = Timer(120, child.kill)
    watchdog.start()
    told = []
    left = list(jumps)
    for line in child.stdout:
        told.append(line.split())
        if told[-1][0] != "saved":
            continue
        if not left:
            break
        jump = left.pop(0)
        if jump == "sleep":
            child.send_signal(signal.SIGSTOP)
            wait_until_stopped(child.pid)
        clock.write_text("+8h" if jump == "sleep" else jump, encoding="ascii")
        if jump == "sleep":
            child.send_signal(signal.SIGCONT)
    watchdog.cancel()
    child.kill()
    child.wait()
    child.stdout.close()
    assert not left
    return told


def wait_until_stopped(pid):
    until = time.monotonic() + 10
    while "T (stopped)" not in Path(f"/proc/{pid}/status").read_text(encoding="ascii"):
        assert time.monotonic() < until


def demand_order(folder, faketime, jumps):
    for _ in range(2):  # the second is the newer one, whatever the clock said
        begin_story(folder, "en", 200)
    database = profile_in(folder).database
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("UPDATE draft SET updated_utc = '2050-01-01T00:00:00+00:00' WHERE created_seq = 1")
        (newer,) = connection.execute("SELECT id FROM draft ORDER BY created_seq DESC LIMIT 1").fetchone()
    told = type_while_the_clock_jumps(folder, faketime, jumps)
    assert {line[0] for line in told} == {"opened", "typed", "saved"}
    acknowledged = max(int(line[2]) for line in told if line[0] == "saved")
    with program_in(profile_in(folder)) as program:
        first, _ = program.drafting.page(9)
        assert first.id == newer
        assert last_number(program.drafting.open(newer).draft.points[0].story) >= acknowledged
    with closing(sqlite3.connect(database)) as connection:
        rows = connection.execute("SELECT text, saved_utc FROM revision WHERE draft_id = ? ORDER BY rev", (newer,))
        texts, times = zip(*rows, strict=True)
    numbers = [last_number(text) for text in texts]
    assert numbers == sorted(numbers)
    years = {int(re.match(r"\d{4}", each)[0]) for each in times}
    assert len(years) > 1 or not {"+3650d", "-3650d"} & set(jumps)  # else the clock has not jumped at all


def test_the_order_stays_whatever_the_clock_says(tmp_path, faketime):
    demand_order(tmp_path, faketime, ("+3650d", "-1d", "sleep", "@2026-11-01 01:59:59"))


@pytest.mark.long
@pytest.mark.parametrize("seed", range(10))
def test_the_order_stays_through_a_hundred_jumps(tmp_path, faketime, seed):
    chosen = random.Random(seed)
    demand_order(tmp_path, faketime, ("+3650d", *chosen.choices(JUMPS, k=9)))
