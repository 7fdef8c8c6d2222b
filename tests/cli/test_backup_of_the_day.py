"""A command that has written sees to it that there is a backup of the day, as the window does."""

import sqlite3
from contextlib import closing

import pytest


@pytest.fixture
def backups(tmp_path):
    """What lies in the folder of backups."""
    folder = tmp_path / "profile" / "data" / "backups"
    return lambda: sorted(each.name for each in folder.iterdir()) if folder.is_dir() else []


def grow_old(folder):
    """Give the backup of today the name it would have had some days ago."""
    (path,) = folder.iterdir()
    number, _, reason = path.name.removeprefix("testimony-").split("-", 2)
    path.rename(folder / f"testimony-{number}-20260102T000000Z-{reason}")


def test_the_first_command_that_writes_makes_one(testimony, story, backups, tmp_path):
    (name,) = backups()
    assert name.endswith("-daily.db")
    with closing(sqlite3.connect(tmp_path / "profile" / "data" / "backups" / name)) as backup:
        assert backup.execute("SELECT id FROM draft").fetchall() == [(story,)]
    testimony("draft", "delete", story)
    assert backups() == [name]


def test_the_next_is_made_when_a_day_has_passed_and_something_changed(testimony, story, backups, tmp_path):
    folder = tmp_path / "profile" / "data" / "backups"
    grow_old(folder)
    testimony("draft", "list")
    testimony("draft", "show", story)
    assert len(backups()) == 1
    answer = testimony("draft", "delete", story)
    assert (answer.code, answer.err.count("backup")) == (0, 0)
    assert [each.rsplit("-", 1)[-1] for each in backups()] == ["daily.db", "daily.db"]


def test_where_nothing_is_kept_none_is_made(testimony, story, backups, tmp_path):
    assert story
    assert testimony("erase-everything", "--yes").code == 0
    assert backups() == []
    assert not (tmp_path / "profile" / "data" / "testimony.db").exists()
    for reading in (("draft", "list"), ("doctor",)):
        testimony(*reading)
    assert backups() == []


def test_where_it_cannot_be_made_the_command_is_done_and_says_so(testimony, file, tmp_path):
    data = tmp_path / "profile" / "data"
    data.mkdir(parents=True)
    (data / "backups").write_bytes(b"")  # a file where the folder should be
    answer = testimony("draft", "import", file(ask={"text": "Please listen."}))
    assert answer.code == 0
    assert answer.out.strip()
    assert answer.err.startswith("The backup of the day could not be made. ")
    assert answer.err.count("\n") == 1
    as_json = testimony("draft", "import", file(ask={"text": "Please hear."}), "--json")
    assert as_json.code == 0
    assert as_json.json
