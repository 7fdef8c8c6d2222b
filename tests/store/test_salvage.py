"""What can still be read of a damaged file is read, and what cannot be is stepped over."""

import sqlite3
from contextlib import closing

import pytest

from testimony_app.domain.errors import PersonError
from testimony_app.store.salvage import salvage
from tests.store.damage import PAGE

DRAFTS = 40


@pytest.fixture
def full(path, store, revision):
    """A database with forty drafts, each larger than a page."""
    for number in range(DRAFTS):
        store.save(revision(f"draft-{number:02d}", text=f"Words of {number}. " * 300))
    store.close()
    return path


def lose_pages(path, pages):
    with path.open("r+b") as file:
        for page in pages:
            file.seek((page - 1) * PAGE)
            file.write(bytes(PAGE))


def leaves_of(path, table):
    """The pages in which the rows of a table begin."""
    with closing(sqlite3.connect(path)) as connection:
        try:
            rows = connection.execute(
                "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf'", (table,)
            ).fetchall()
        except sqlite3.OperationalError:
            pytest.skip("this SQLite does not tell which page holds what")
    return [page for (page,) in rows]


def test_a_sound_database_is_read_whole_and_nothing_is_left_beside_it(full):
    before = sorted(full.parent.iterdir())
    found = salvage(full)
    assert {each.draft_id for each in found} == {f"draft-{number:02d}" for number in range(DRAFTS)}
    assert next(each for each in found if each.draft_id == "draft-07").answers_json == b"Words of 7. " * 300
    assert sorted(full.parent.iterdir()) == before


def test_pages_that_are_lost_in_the_middle_are_stepped_over(full):
    leaves = leaves_of(full, "revision")
    assert len(leaves) > 8
    lose_pages(full, (leaves[2], leaves[3], leaves[6]))
    before = full.read_bytes()
    assert DRAFTS * (len(leaves) - 3) // len(leaves) <= len(salvage(full)) < DRAFTS
    assert full.read_bytes() == before


def test_the_newest_version_that_is_whole_is_taken(full, open_store, revision):
    again = open_store()
    again.save(revision("draft-01", 1, "Newer words."))
    again.close()
    with closing(sqlite3.connect(full)) as connection, connection:
        connection.execute("UPDATE revision SET answers_json = x'00' WHERE draft_id = 'draft-01' AND rev = 2")
    assert next(each.rev for each in salvage(full) if each.draft_id == "draft-01") == 1


def test_what_was_deleted_stays_deleted(full, open_store):
    again = open_store()
    again.delete("draft-05")
    again.close()
    assert "draft-05" not in {each.draft_id for each in salvage(full)}


@pytest.mark.parametrize("content", [b"", b"nonsense" * 4096])
def test_of_nothing_nothing_is_read(path, content):
    path.parent.mkdir()
    path.write_bytes(content)
    assert salvage(path) == ()
    assert path.read_bytes() == content


def test_a_place_where_no_copy_can_be_made_is_told(tmp_path):
    with pytest.raises(PersonError) as error:
        salvage(tmp_path / "nowhere" / "testimony.db")
    assert error.value.code == "folder_missing"
