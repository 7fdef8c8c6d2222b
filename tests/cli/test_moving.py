"""A testimony taken to another computer by the command line, sealed or not."""

import io
import json
import sqlite3
import sys
from contextlib import closing

import pytest

SEALED_WITH = "four words of mine"


@pytest.fixture
def typed(monkeypatch):
    """Give what is typed on standard input."""
    return lambda text: monkeypatch.setattr(sys, "stdin", io.StringIO(text))


@pytest.fixture
def sealed(testimony, story, typed, tmp_path):
    path = tmp_path / "moved.testimony.json.age"
    typed(f"{SEALED_WITH}\n")
    answer = testimony("export", story, "--to", "json", "--revisions", "--seal", "--out", path)
    assert answer.code == 0, answer.err
    return path


def test_it_comes_along_with_its_versions_and_only_once(testimony, story, tmp_path):
    testimony("draft", "restore", story, 1)
    path = tmp_path / "moved.testimony.json"
    assert testimony("export", story, "--to", "json", "--revisions", "--out", path).code == 0
    there = tmp_path / "there"
    for _ in range(2):
        assert testimony("draft", "import", path, profile=there).out.strip() == story
    here = testimony("draft", "history", story, "--json").json
    assert len(here) == 2
    assert testimony("draft", "history", story, "--json", profile=there).json == here
    assert len(testimony("draft", "list", "--json", profile=there).json) == 1


def test_without_a_word_no_version_goes_along(testimony, story, tmp_path):
    path = tmp_path / "one.testimony.json"
    testimony("export", story, "--to", "json", "--out", path)
    assert "revisions" not in json.loads(path.read_text())


def test_a_sealed_one_tells_nothing_and_opens_with_its_passphrase(testimony, story, sealed, typed, tmp_path):
    content = sealed.read_bytes()
    assert content.startswith(b"age-encryption.org/v1\n")
    assert b"heron" not in content
    assert b"Rosa" not in content
    typed(f"{SEALED_WITH}\n")
    assert testimony("draft", "import", sealed, profile=tmp_path / "there").out.strip() == story
    assert "A heron stood" in testimony("draft", "show", story, profile=tmp_path / "there").out


@pytest.mark.parametrize(
    ("words", "said"), [("four Words of mine\n", "does not open this file"), ("", "This file is sealed")]
)
def test_a_wrong_passphrase_is_said_clearly_and_adds_nothing(testimony, sealed, typed, tmp_path, words, said):
    typed(words)
    answer = testimony("draft", "import", sealed, profile=tmp_path / "there")
    assert answer.code == 1
    assert said in answer.err
    assert testimony("draft", "list", "--json", profile=tmp_path / "there").json == []


def test_a_sealed_file_that_was_changed_does_not_open(testimony, sealed, typed, tmp_path):
    content = bytearray(sealed.read_bytes())
    content[-20] ^= 1
    sealed.write_bytes(content)
    typed(f"{SEALED_WITH}\n")
    assert "damaged" in testimony("draft", "import", sealed, profile=tmp_path / "there").err


def test_a_file_for_an_organizer_s_key_is_said_to_be_one(testimony, typed, tmp_path):
    path = tmp_path / "key.age"
    path.write_bytes(b"age-encryption.org/v1\n-> X25519 abc\n")
    typed(f"{SEALED_WITH}\n")
    assert "somebody else's key" in testimony("draft", "import", path).err


def test_a_short_passphrase_seals_nothing(testimony, story, typed, tmp_path):
    typed("short\n")
    path = tmp_path / "moved.age"
    answer = testimony("export", story, "--to", "json", "--seal", "--out", path)
    assert answer.code == 1
    assert "too short" in answer.err
    assert not path.exists()


def test_in_a_folder_its_name_says_that_it_is_sealed(testimony, story, typed, tmp_path):
    typed(f"{SEALED_WITH}\n")
    (tmp_path / "out").mkdir()
    answer = testimony("export", story, "--to", "json", "--seal", "--out", tmp_path / "out")
    assert answer.out.strip().endswith("Rosa-Maple.testimony.json.age")


@pytest.mark.parametrize("option", ["--revisions", "--seal"])
def test_only_json_can_bring_versions_or_be_sealed(testimony, story, option, tmp_path):
    assert testimony("export", story, "--to", "txt", option, "--out", tmp_path / "a.txt").code == 2


def test_versions_that_the_disk_has_damaged_are_named_and_the_rest_comes_along(testimony, story, tmp_path):
    for _ in range(3):
        testimony("draft", "restore", story, 1)
    with closing(sqlite3.connect(tmp_path / "profile" / "data" / "testimony.db")) as connection, connection:
        connection.execute("UPDATE revision SET answers_json = CAST(answers_json || ' ' AS BLOB) WHERE rev IN (1, 3)")
    path = tmp_path / "moved.testimony.json"
    answer = testimony("export", story, "--to", "json", "--revisions", "--out", path)
    assert (answer.code, answer.out) == (0, f"{path}\n")
    assert answer.err.count("\n") == 1
    assert story in answer.err
    assert answer.err.endswith("that the disk has damaged, and that are not in the file: 2\n")
    assert len(json.loads(path.read_text(encoding="utf-8"))["revisions"]) == 2
    told = testimony("export", story, "--to", "json", "--revisions", "--force", "--out", path, "--json").json
    assert told == [{"id": story, "path": str(path), "damaged_versions_left_out": 2}]
    told = testimony("export", story, "--to", "json", "--force", "--out", path, "--json").json
    assert told == [{"id": story, "path": str(path)}]
