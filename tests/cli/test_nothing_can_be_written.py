"""On a disk that is full or locked, what was saved can still be listed, read and taken along."""

import sqlite3
import subprocess
from contextlib import closing, suppress
from shutil import disk_usage

import pytest

POINTS = [{"title": "Mine", "story": "A heron stood by the bridge."}]


@pytest.fixture
def draft(testimony, file, small_disk):
    """The id of a testimony kept on a small disk."""
    return testimony("draft", "import", file(points=POINTS), profile=small_disk / "profile").out.strip()


@pytest.fixture(params=["full", "read-only"])
def disk(request, draft, small_disk):
    """A disk that holds a testimony and takes nothing more."""
    assert draft
    if request.param == "full":
        with (small_disk / "filler").open("wb", buffering=0) as filler, suppress(OSError):
            while filler.write(bytes(512)):
                pass
        assert disk_usage(small_disk).free == 0
        yield small_disk
        (small_disk / "filler").unlink()
    else:
        subprocess.run(["/bin/mount", "-o", "remount,ro", str(small_disk)], check=True)
        yield small_disk
        subprocess.run(["/bin/mount", "-o", "remount,rw", str(small_disk)], check=True)


def test_what_was_saved_can_be_read_and_taken_along(testimony, draft, disk, tmp_path):
    def run(*words):
        answer = testimony(*words, profile=disk / "profile")
        assert (answer.code, answer.err) == (0, "")
        return answer.out

    assert draft in run("draft", "list")
    assert "A heron stood by the bridge." in run("draft", "show", draft)
    run("export", draft, "--to", "json", "--out", tmp_path / "mine.json")
    assert (tmp_path / "mine.json").stat().st_size > 0
    for ending in ("txt", "docx", "pdf"):
        path = tmp_path / f"mine.{ending}"
        answer = testimony("export", draft, "--to", ending, "--out", path, profile=disk / "profile")
        assert (answer.code, answer.out) == (0, f"{path}\n")
        assert path.stat().st_size > 0
    assert "A heron stood by the bridge." in (tmp_path / "mine.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("words", [("--to", "docx,pdf,txt"), ("--packet",)])
def test_a_file_that_leaves_without_a_reference_is_told(testimony, draft, disk, words, tmp_path):
    answer = testimony("export", draft, *words, "--out", tmp_path / "out", profile=disk / "profile")
    assert answer.code == 0
    why = "is full" if disk.joinpath("filler").exists() else "nothing can be written"
    told = answer.err.splitlines()
    assert len(told) == (1 if "--packet" in words else 3)
    for line in told:
        assert "no reference such as T-7K3MQ2P" in line
        assert why in line
    answer = testimony("export", draft, *words, "--out", tmp_path / "out", "--json", profile=disk / "profile")
    rows = [answer.json] if "--packet" in words else answer.json
    assert all("no reference" in row["no_reference"]["message"] for row in rows)
    assert {row["no_reference"]["code"] for row in rows} <= {"disk_full", "store_read_only", "read_only"}


@pytest.fixture
def reference(testimony, draft, small_disk, tmp_path):
    """The reference of a version that has left before the disk took nothing more."""
    path = tmp_path / "before.txt"
    assert testimony("export", draft, "--to", "txt", "--out", path, profile=small_disk / "profile").err == ""
    return path.read_text(encoding="utf-8").splitlines()[-1]


def test_a_version_keeps_the_reference_that_it_has(testimony, draft, reference, disk, tmp_path):
    answer = testimony("export", draft, "--to", "txt", "--out", tmp_path / "again.txt", profile=disk / "profile")
    assert (answer.code, answer.err) == (0, "")
    assert reference.startswith("T-")
    assert (tmp_path / "again.txt").read_text(encoding="utf-8").splitlines()[-1] == reference


def test_a_change_is_refused_and_changes_nothing(testimony, draft, disk, file):
    refused = testimony("draft", "delete", draft, profile=disk / "profile")
    assert refused.code == 1
    assert "safe" in refused.err
    assert "Traceback" not in refused.err
    assert testimony("draft", "import", file("b.json", title="New"), profile=disk / "profile").code == 1
    assert testimony("draft", "list", "--json", profile=disk / "profile").json[0]["id"] == draft


def test_what_a_newer_version_wrote_can_be_read_and_taken_along_and_is_not_changed(testimony, story, file, tmp_path):
    database = tmp_path / "profile" / "data" / "testimony.db"
    with closing(sqlite3.connect(database)) as newer:
        newer.execute("PRAGMA user_version = 9999")
    before = database.read_bytes()
    assert story in testimony("draft", "list").out
    assert "A heron stood by the bridge." in testimony("draft", "show", story).out
    assert len(testimony("draft", "history", story, "--json").json) == 1
    exported = testimony("export", story, "--to", "txt", "--out", tmp_path / "mine.txt")
    assert (exported.code, "no reference such as T-7K3MQ2P, because a newer version" in exported.err) == (0, True)
    for refused in (("draft", "delete", story), ("draft", "restore", story, 1), ("draft", "import", file("b.json"))):
        answer = testimony(*refused)
        assert (answer.code, answer.out) == (1, "")
        assert "A newer version of Testimony wrote" in answer.err
    assert testimony("backup", "restore").code == 1
    assert database.read_bytes() == before
