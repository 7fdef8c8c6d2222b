"""Killed at any moment, the window has lost no word it called saved, and comes back where it was."""

import random
import subprocess
import sys
from threading import Timer

import pytest

from testimony_app.main import program_in
from testimony_app.settings.folders import profile_in


def kill_a_typist(profile, after_words, *how):
    """Let somebody type until so many words are acknowledged, kill the window, return what was acknowledged."""
    command = [sys.executable, "-m", "tests.ui.typist", str(profile), *how]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    acknowledged = 0
    watchdog = Timer(60, child.kill)
    watchdog.start()
    for line in child.stdout:
        acknowledged = int(line)
        if acknowledged >= after_words:
            break
    watchdog.cancel()
    child.kill()
    rest = child.stdout.read().split()
    child.wait()
    child.stdout.close()
    return int(rest[-1]) if rest else acknowledged


def words_on_disk(profile):
    with program_in(profile_in(profile)) as program:
        (row,) = program.drafting.page(9)
        opened = program.drafting.open(row.id)
        return len(opened.draft.points[0].story.split()), row.place


def lost_words(profile, kills, *how):
    generator = random.Random(profile.name)
    lost = 0
    for number in range(kills):
        folder = profile / str(number)
        acknowledged = kill_a_typist(folder, generator.randrange(1, 120), *how)
        kept, place = words_on_disk(folder)
        assert place.step == "story"
        lost += max(0, acknowledged - kept)
    return lost


def test_ten_kills_lose_no_acknowledged_word(tmp_path):
    assert lost_words(tmp_path, 10) == 0


@pytest.mark.long
@pytest.mark.parametrize("tens", range(100))
def test_a_thousand_kills_lose_no_acknowledged_word(tmp_path, tens):
    assert lost_words(tmp_path / str(tens), 10) == 0


def test_a_window_that_acknowledges_too_early_is_caught(tmp_path):
    assert lost_words(tmp_path, 2, "early") > 0
