"""`draft history`, `draft restore` and `backup ...`."""

import shutil
from pathlib import Path

import pytest

from testimony_app.files.lock import ProcessLock


@pytest.fixture
def twice(testimony, story):
    """The id of a testimony that has two versions."""
    testimony("draft", "restore", story, 1)
    return story


def test_history_lists_the_newest_first(testimony, twice):
    listed = testimony("draft", "history", twice, "--json").json
    assert [(each["revision"], each["reason"]) for each in listed] == [(2, "restore"), (1, "import")]
    assert set(listed[0]) == {"revision", "saved", "reason", "characters", "reference"}
    lines = testimony("draft", "history", twice).out.splitlines()
    assert len(lines) == 2
    assert lines[0].split()[0] == "2"


def test_restore_says_that_nothing_is_lost(testimony, story):
    answer = testimony("draft", "restore", story, 1)
    assert (answer.code, answer.out) == (0, "")
    assert answer.err == "Version 1 is back, as version 2. Version 1 is kept too.\n"
    assert testimony("draft", "restore", story, 1, "--json").json == {"id": story, "revision": 3, "restored": 1}


def test_what_is_not_there_is_one_sentence(testimony, story):
    assert "no version 9" in testimony("draft", "restore", story, 9).err
    assert testimony("draft", "history", "nowhere").code == 1
    assert testimony("draft", "restore", story, "x").code == 2


def test_a_backup_is_made_listed_and_brought_back(testimony, story, tmp_path):
    made = testimony("backup", "make").out.strip()
    assert Path(made).parent == tmp_path / "profile" / "data" / "backups"
    listed = testimony("backup", "list", "--json").json
    assert listed["trouble"] is None
    backup, first = listed["backups"]
    assert (first["number"], first["reason"]) == (1, "daily")
    assert (backup["number"], backup["reason"], backup["sound"], backup["testimonies"]) == (2, "by-hand", True, 1)
    assert [each["id"] for each in backup["newest"]] == [story]
    testimony("draft", "delete", story)
    answer = testimony("backup", "restore", backup["name"])
    assert (answer.code, answer.out) == (0, "")
    assert "Testimonies that are here now: 1" in answer.err
    assert "Sending is paused" in answer.err
    assert testimony("draft", "list", "--json").json[0]["id"] == story
    assert testimony("backup", "make", "--json").json["number"] == 4


def test_without_any_it_says_so(testimony, story, tmp_path):
    assert story
    shutil.rmtree(tmp_path / "profile" / "data" / "backups")
    assert testimony("backup", "list").err == "There is no backup yet.\n"
    answer = testimony("backup", "restore")
    assert (answer.code, answer.err.count("\n")) == (1, 1)
    assert "Nothing was changed." in answer.err


@pytest.mark.parametrize("content", [b"", b"nonsense" * 1000])
def test_after_a_loss_the_command_line_leads_the_way(testimony, story, tmp_path, content):
    testimony("backup", "make")
    database = tmp_path / "profile" / "data" / "testimony.db"
    database.write_bytes(content)
    refused = testimony("draft", "list")
    assert (refused.code, refused.out) == (1, "")
    assert refused.err.endswith("See: testimony backup list\n")
    listed = testimony("backup", "list")
    assert "testimony backup restore --salvage" in listed.err
    assert testimony("backup", "list", "--json").json["trouble"]["code"] in {"store_empty", "store_damaged"}
    restored = testimony("backup", "restore", "--salvage", "--json").json
    assert restored["testimonies"] == 1
    assert testimony("draft", "list", "--json").json[0]["id"] == story
    assert "Set aside and kept" in testimony("backup", "list").err
    assert Path(restored["set_aside"]).read_bytes() == content


def test_a_window_that_is_open_is_not_pulled_from_under(testimony, story, tmp_path):
    assert story
    testimony("backup", "make")
    lock = ProcessLock(tmp_path / "profile" / "data" / "window.lock")
    assert lock.take()
    try:
        answer = testimony("backup", "restore")
    finally:
        lock.let_go()
    assert answer.code == 1
    assert "Close the window" in answer.err
