"""Killed at any moment, the window has lost no word it called saved, and comes back where it was."""

import sys

import pytest

from tests.ui.kills import many_kills, summary

NEAR = 60
"""So many letters from the last word that was kept the cursor may stand."""


def demand_nothing_lost(folder, kills, of_a_story, seed):
    found = []
    for each in many_kills(folder, kills, of_a_story, seed):
        found.append(each)
        sys.stdout.write(f"{each}\n")
        assert each.lost == 0
        assert each.distance <= NEAR
        assert each.asked == 0
    assert len(found) == kills
    sys.stdout.write(f"{summary(found)}\n")


def test_ten_kills_lose_no_acknowledged_word(tmp_path):
    demand_nothing_lost(tmp_path, 10, 3, 0)


@pytest.mark.long
def test_a_thousand_kills_lose_no_acknowledged_word(tmp_path):
    demand_nothing_lost(tmp_path, 1000, 10, 1)


def test_a_window_that_acknowledges_too_early_is_caught(tmp_path):
    assert sum(each.lost for each in many_kills(tmp_path, 4, 4, 2, "early")) > 0
