"""A profile that may only be read: the window says so before the first key, and offers to write without saving."""

import json
import subprocess
import sys
from contextlib import contextmanager

import pytest

from testimony_app.settings.folders import profile_in
from tests.ui.kills import begin_story

WITHOUT_RIGHTS = ("/usr/bin/setpriv", "--bounding-set=-dac_override,-dac_read_search")
"""Lets even root do only what the permissions of a file allow."""

SAYS = ("cannot be written to", "does not let you write")


@contextmanager
def bound_read_only(path):
    """Let a place be read alone, by mounting it on itself."""
    subprocess.run(["/bin/mount", "--bind", str(path), str(path)], check=True)
    try:
        subprocess.run(["/bin/mount", "-o", "remount,bind,ro", str(path)], check=True)
        yield ()
    finally:
        subprocess.run(["/bin/umount", str(path)], check=True)


@contextmanager
def without_permission(path):
    """Take the permission to write from a place and what is in it."""
    places = [path, *path.rglob("*")]
    before = {place: place.stat().st_mode for place in places}
    for place, mode in before.items():
        place.chmod(mode & ~0o222)
    try:
        yield WITHOUT_RIGHTS
    finally:
        for place, mode in before.items():
            place.chmod(mode)


def read_only_folder(profile):
    return bound_read_only(profile_in(profile).data)


def read_only_file(profile):
    return bound_read_only(profile_in(profile).database)


def no_permission(profile):
    return without_permission(profile_in(profile).data)


def look_at(profile, before):
    told = subprocess.run(
        [*before, sys.executable, "-m", "tests.ui.onlooker", str(profile)], capture_output=True, text=True, check=True
    )
    return json.loads(told.stdout)


def demand_told(profile, how, *, is_new):
    data = profile_in(profile).data
    if is_new:
        data.mkdir(parents=True)
    else:
        begin_story(profile, "en", 200)
    with how(profile) as before:
        seen = look_at(profile, before)
    assert any(words in seen["says"] for words in SAYS)
    assert seen["offers"] == ["Write without saving for now"]
    assert seen["testimonies"] == (0 if is_new else 1)
    after = look_at(profile, ())
    assert (after["says"], after["offers"]) == ("", [])


CASES = [
    (read_only_folder, False),
    (read_only_folder, True),
    (read_only_file, False),
    (no_permission, False),
    (no_permission, True),
]


@pytest.mark.usefixtures("may_mount")
@pytest.mark.parametrize(("how", "is_new"), CASES)
def test_it_is_told_before_the_first_key(tmp_path, how, is_new):
    demand_told(tmp_path, how, is_new=is_new)


@pytest.mark.long
@pytest.mark.usefixtures("may_mount")
@pytest.mark.parametrize(("how", "is_new"), CASES)
def test_it_is_told_a_hundred_times(tmp_path, how, is_new):
    for number in range(100):
        demand_told(tmp_path / str(number), how, is_new=is_new)
