"""Drafts in memory alone: they are kept, found and changed as others are, and no file ever holds them."""

import os
from threading import Thread

import pytest

from testimony_app.domain.errors import PersonError
from testimony_app.store.changes import Revision
from testimony_app.store.memory import MemoryStore

ID = "22222222-2222-4222-9222-222222222222"


@pytest.fixture
def memory():
    store = MemoryStore(lambda answers_json: answers_json.decode())
    yield store
    store.close()


def revision(base_rev=0, text="A heron stood.", draft_id=ID):
    return Revision(draft_id, base_rev, text.encode(), text, "Mine", "", 0, "en", "typing")


def test_what_is_saved_can_be_read_and_found(memory):
    saved = memory.save(revision())
    assert memory.load(ID).answers_json == b"A heron stood."
    assert [row.id for row in memory.search("heron", 9)] == [ID]
    memory.save(revision(saved.rev, "A wren sang."))
    assert memory.text(ID) == "A wren sang."
    assert memory.search("heron", 9) == ()
    with pytest.raises(PersonError, match="draft_changed_elsewhere"):
        memory.save(revision(saved.rev, "Another."))


def test_two_of_them_know_nothing_of_each_other(memory):
    other = MemoryStore(bytes.decode)
    memory.save(revision())
    assert other.page(9) == ()
    other.close()


def test_reading_goes_on_while_much_is_written(memory):
    memory.save(revision())
    done = []

    def write():
        rev = 1
        for number in range(300):
            rev = memory.save(revision(rev, f"Version {number}.")).rev
        done.append(rev)

    thread = Thread(target=write)
    thread.start()
    seen = 0
    while thread.is_alive():
        seen = max(seen, memory.row(ID).rev)
    thread.join()
    assert done == [301]
    assert memory.row(ID).rev == 301
    assert seen > 0


def test_no_file_is_made(memory, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    before = set(os.listdir("/proc/self/fd")) if os.path.isdir("/proc/self/fd") else set()  # noqa: PTH112, PTH208
    for number in range(50):
        memory.save(revision(number, "A heron stood. " * 2000))
    memory.search("heron", 9)
    assert list(tmp_path.iterdir()) == []
    after = set(os.listdir("/proc/self/fd")) if before else set()  # noqa: PTH208
    assert len(after) <= len(before)
    memory.close()
    assert list(tmp_path.iterdir()) == []
