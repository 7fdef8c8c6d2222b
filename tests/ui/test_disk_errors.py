"""A disk that fails to sync (EIO, made by strace): the window turns red at once, loses nothing, and recovers."""

import os
import signal
import subprocess
import sys
from threading import Timer

import pytest

from testimony_app.main import program_in
from testimony_app.settings.folders import profile_in
from tests.ui.typist import last_number

ERRORS = {"fdatasync": "EIO", "pwrite64": "ENOSPC"}


def make_profile(profile):
    """Make the database beforehand, so that the fault meets somebody who is writing."""
    with program_in(profile_in(profile)) as program:
        program.drafting.delete(program.drafting.save(program.drafting.start("en"), "typing").draft.id)


def number_on_disk(profile):
    """Return the number of the last word that was kept."""
    with program_in(profile_in(profile)) as program:
        (row,) = program.drafting.page(9)
        return last_number(program.drafting.open(row.id).draft.points[0].story)


def type_on_a_failing_disk(strace, profile, call, when, enough):
    """Type until `enough` says so of what was told; every call in the range `when` fails.

    Return what was: the numbers of words that were acknowledged, and "red".
    """
    make_profile(profile)
    fault = f"inject={call}:error={ERRORS[call]}:when={when}"
    command = [strace, "-f", "-qq", "-o", os.devnull, "-e", f"trace={call}", "-e", fault]
    child = subprocess.Popen(
        [*command, sys.executable, "-m", "tests.ui.typist", str(profile)],
        stdout=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip

    def kill():
        os.killpg(child.pid, signal.SIGKILL)

    watchdog = Timer(90, kill)
    watchdog.start()
    told = []
    for line in child.stdout:
        what, *more = line.split()
        if what not in {"saved", "red"}:
            continue
        told.append(int(more[-1]) if what == "saved" else what)
        if enough(told):
            break
    watchdog.cancel()
    kill()
    child.wait()
    child.stdout.close()
    return told


def recovered(told):
    """Whether it was red and something was saved after that."""
    return "red" in told and told[-1] != "red"


def demand_recovery(strace, profile, call, when):
    told = type_on_a_failing_disk(strace, profile, call, when, recovered)
    before = told[: told.index("red")]
    assert told[-1] > (before[-1] if before else 0)
    assert number_on_disk(profile) >= told[-1]


def test_a_failing_sync_turns_it_red_and_what_was_acknowledged_is_kept(strace, tmp_path):
    told = type_on_a_failing_disk(strace, tmp_path, "fdatasync", "12+", lambda told: "red" in told)
    assert told[-1] == "red"
    acknowledged = told[: told.index("red")]
    assert acknowledged
    assert number_on_disk(tmp_path) >= acknowledged[-1]


@pytest.mark.parametrize(("call", "when"), [("fdatasync", "12..13"), ("pwrite64", "60..61")])
def test_it_recovers_when_the_disk_does(strace, tmp_path, call, when):
    demand_recovery(strace, tmp_path, call, when)


@pytest.mark.long
@pytest.mark.parametrize("number", range(20))
@pytest.mark.parametrize("call", ERRORS)
def test_it_recovers_wherever_it_failed(strace, tmp_path, call, number):
    first, last = (5 + number % 16, 6 + number % 16) if call == "fdatasync" else (40 + number * 10, 41 + number * 10)
    demand_recovery(strace, tmp_path, call, f"{first}..{last}")
