"""What is erased for good is found nowhere: not in the profile, not in temporary folders, not on the raw disk."""

import sqlite3
import tempfile
from contextlib import closing

import pytest

from testimony_app.files.lock import ProcessLock
from tests.words_left import WORD, image_holds, places

STORY = f"A {WORD} stood by the bridge."


@pytest.fixture
def canary(testimony, file):
    """Write a testimony with the word in it everywhere, and let everything happen to it that leaves traces."""

    def write(profile):
        def run(*words):
            answer = testimony(*words, profile=profile)
            assert answer.code in {0, 3, 4}, answer.err
            return answer.out.strip()

        points = [{"title": f"{WORD} title", "story": STORY}]
        path = file(title=f"My {WORD}", points=points, person={"name": f"Rosa {WORD}"}, ask={"text": f"Hear {WORD}."})
        draft = run("draft", "import", path)
        path.unlink()
        run("draft", "restore", draft, 1)
        assert draft in run("draft", "search", WORD)
        run("backup", "make")
        run("backup", "restore")
        run("channel", "add", "dry", "kind=practice", "title=Practice")
        run("send", draft, "--via", "dry", "--consent")
        run("channel", "add", "mail", "kind=mail_app", "title=Mail", 'to=["clerk@city.test"]', "checked_on=2026-11")
        run("send", draft, "--via", "mail", "--consent")
        run("backup", "make")
        return draft

    return write


@pytest.fixture
def another(testimony, file):
    """The id of a testimony that must stay as it is."""
    path = file("other.testimony.json", points=[{"title": "Mine", "story": "A wren sang."}])
    return lambda profile: testimony("draft", "import", path, profile=profile).out.strip()


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    """Where this program and SQLite make their temporary files."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    for name in ("TMPDIR", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return folder


def test_what_is_erased_for_good_is_nowhere_and_all_else_stays(testimony, canary, another, temporary, tmp_path):
    profile = tmp_path / "profile"
    stays, draft = another(profile), canary(profile)
    (profile / "cache" / "outgoing").mkdir(parents=True)
    with closing(sqlite3.connect(profile / "data" / "testimony.db")) as connection:
        for (reference,) in connection.execute("SELECT ref FROM reference"):
            (profile / "cache" / "outgoing" / f"{reference}.eml").write_text(STORY)
    found = places(profile)
    assert len([each for each in found if "backups" in each]) >= 3
    assert any(".replaced-" in each for each in found)
    assert any(each.endswith(".eml") for each in found)

    answer = testimony("draft", "erase", draft, "--yes")
    assert (answer.code, answer.out) == (0, "")
    assert "Files you saved or sent yourself are still there." in answer.err
    assert places(profile) == []
    assert places(temporary) == []

    assert "A wren sang." in testimony("draft", "show", stays).out
    assert [each["id"] for each in testimony("draft", "list", "--json").json] == [stays]
    assert testimony("draft", "search", "wren").out.startswith(stays)
    assert testimony("outbox", "list", "--json").json == []
    backups = testimony("backup", "list", "--json").json["backups"]
    assert all(each["sound"] for each in backups)
    assert testimony("backup", "restore").code == 0
    assert "A wren sang." in testimony("draft", "show", stays).out
    assert testimony("doctor").code == 0


def test_it_is_not_erased_without_a_clear_word(testimony, canary, tmp_path):
    draft = canary(tmp_path / "profile")
    answer = testimony("draft", "erase", draft)
    assert answer.code == 1
    assert "cannot be brought back" in answer.err
    assert WORD in testimony("draft", "show", draft).out
    assert testimony("erase-everything").code == 1
    assert WORD in testimony("draft", "show", draft).out


def test_a_deleted_one_can_be_erased_too(testimony, canary, tmp_path):
    draft = canary(tmp_path / "profile")
    testimony("draft", "delete", draft)
    assert testimony("draft", "erase", draft, "--yes", "--json").json == {"id": draft, "erased": True, "left": []}
    assert places(tmp_path / "profile") == []
    assert testimony("draft", "erase", draft, "--yes").code == 1


def test_what_cannot_be_looked_into_is_named(testimony, canary, tmp_path):
    draft = canary(tmp_path / "profile")
    data = tmp_path / "profile" / "data"
    aside = next(
        each for each in data.iterdir() if ".replaced-" in each.name and not each.name.endswith(("wal", "shm"))
    )
    content = bytearray(aside.read_bytes())
    content[100:200] = b"\xff" * 100
    aside.write_bytes(content)
    answer = testimony("draft", "erase", draft, "--yes")
    assert answer.code == 1
    assert f"{aside} may still hold some of it." in answer.err
    assert places(tmp_path / "profile") == [str(aside)]


def test_nothing_is_erased_while_it_is_being_sent(testimony, canary, tmp_path):
    draft = canary(tmp_path / "profile")
    with closing(sqlite3.connect(tmp_path / "profile" / "data" / "testimony.db")) as connection, connection:
        connection.execute("UPDATE submission SET state = 'sending'")
    answer = testimony("draft", "erase", draft, "--yes")
    assert answer.code == 1
    assert "is being sent just now" in answer.err
    assert WORD in testimony("draft", "show", draft).out


def test_everything_can_be_erased(testimony, canary, tmp_path):
    canary(tmp_path / "profile")
    (tmp_path / "profile" / "cache").mkdir(exist_ok=True)
    (tmp_path / "profile" / "cache" / f"{WORD}.eml").write_text(STORY)
    answer = testimony("erase-everything", "--yes")
    assert answer.code == 0
    assert "keeps nothing more of you" in answer.err
    assert places(tmp_path / "profile") == []
    left = {path.name for path in (tmp_path / "profile").rglob("*") if path.is_file()}
    assert left <= {"outbox.lock", "window.lock"}
    assert testimony("draft", "list", "--json").json == []


@pytest.mark.parametrize(("lock", "words"), [("window.lock", "open in a window"), ("outbox.lock", "sending something")])
def test_everything_waits_until_nobody_has_it_open(testimony, canary, tmp_path, lock, words):
    draft = canary(tmp_path / "profile")
    held = ProcessLock(tmp_path / "profile" / "data" / lock)
    assert held.take()
    answer = testimony("erase-everything", "--yes")
    held.let_go()
    assert answer.code == 1
    assert words in answer.err
    assert WORD in testimony("draft", "show", draft).out


@pytest.mark.parametrize("how", ["draft", "everything"])
def test_the_raw_disk_holds_nothing_of_what_was_erased(testimony, canary, raw_disk, how):
    folder, end = raw_disk
    draft = canary(folder / "profile")
    words = ("draft", "erase", draft) if how == "draft" else ("erase-everything",)
    assert testimony(*words, "--yes", profile=folder / "profile").code == 0
    assert not image_holds(end())


def test_the_search_of_the_raw_disk_finds_what_a_plain_delete_leaves(canary, raw_disk):
    folder, end = raw_disk
    canary(folder / "profile")
    for path in (folder / "profile").rglob("*"):
        if path.is_file():
            path.unlink()
    assert image_holds(end())
