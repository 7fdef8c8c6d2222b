"""A disk that fails to sync (EIO, made by strace): the window turns red at once, loses nothing, and recovers."""

import os
import subprocess
import sys
from threading import Timer

from testimony_app.main import program_in
from testimony_app.settings.folders import profile_in
from tests.ui.test_kills import words_on_disk


def make_profile(profile):
    """Make the database beforehand, so that the fault meets somebody who is writing."""
    with program_in(profile_in(profile)) as program:
        program.drafting.delete(program.drafting.save(program.drafting.start("en"), "typing").draft.id)


def type_on_a_failing_disk(strace, profile, when, enough):
    """Type until `enough` says so of what was printed; every fdatasync in the range `when` fails. Return what was."""
    make_profile(profile)
    fault = f"inject=fdatasync:error=EIO:when={when}"
    command = [strace, "-f", "-qq", "-o", os.devnull, "-e", "trace=fdatasync", "-e", fault]
    child = subprocess.Popen(
        [*command, sys.executable, "-m", "tests.ui.typist", str(profile)], stdout=subprocess.PIPE, text=True
    )
    watchdog = Timer(90, child.kill)
    watchdog.start()
    told = []
    for line in child.stdout:
        told.append(line.strip())
        if enough(told):
            break
    watchdog.cancel()
    subprocess.run(["/usr/bin/pkill", "-KILL", "-P", str(child.pid)], check=False)
    child.kill()
    child.wait()
    child.stdout.close()
    return told


def test_a_failing_sync_turns_it_red_and_what_was_acknowledged_is_kept(strace, tmp_path):
    told = type_on_a_failing_disk(strace, tmp_path, "12+", lambda told: "red" in told)
    assert told[-1] == "red"
    acknowledged = [int(each) for each in told[:-1]]
    assert acknowledged
    kept, _ = words_on_disk(tmp_path)
    assert kept >= acknowledged[-1]


def test_it_recovers_when_the_disk_does(strace, tmp_path):
    def recovered(told):
        return "red" in told and told[-1] != "red"

    told = type_on_a_failing_disk(strace, tmp_path, "12..13", recovered)
    before = [int(each) for each in told[: told.index("red")]]
    assert int(told[-1]) > before[-1]
    kept, _ = words_on_disk(tmp_path)
    assert kept >= int(told[-1])
