"""Room for the last words on a disk that is full."""

import subprocess
from contextlib import closing, suppress

import pytest

from testimony_app.domain.errors import PersonError
from testimony_app.store.ballast import SIZE, ballast_in, keep_ballast, release_ballast
from testimony_app.store.database import demand_no_traces, open_database
from testimony_app.store.drafts import DraftStore


@pytest.fixture
def larger_disk(small_disk):
    """The small disk with eight megabytes."""
    subprocess.run(["/bin/mount", "-o", "remount,size=8m", str(small_disk)], check=True)
    return small_disk


def fill(folder):
    with (folder / "filler").open("wb", buffering=0) as filler, suppress(OSError):
        while filler.write(bytes(512)):
            pass


def test_the_room_is_taken_once_and_given_back_once(tmp_path):
    assert keep_ballast(tmp_path)
    assert keep_ballast(tmp_path)
    assert ballast_in(tmp_path).stat().st_size == SIZE
    assert release_ballast(tmp_path)
    assert not release_ballast(tmp_path)


def test_a_small_disk_keeps_its_room_for_words(small_disk):
    assert not keep_ballast(small_disk)
    assert list(small_disk.iterdir()) == []


def test_a_place_that_is_not_there_has_none(tmp_path):
    assert not keep_ballast(tmp_path / "nowhere")


def test_a_save_on_a_full_disk_takes_the_room_and_is_acknowledged(larger_disk, revision):
    store = DraftStore(larger_disk / "testimony.db", bytes.decode)
    store.save(revision(text="first"))
    assert keep_ballast(larger_disk)
    fill(larger_disk)
    rev = store.save(revision(base_rev=1, text="last words " * 3000)).rev
    assert not ballast_in(larger_disk).exists()
    while (larger_disk / "filler").exists():
        try:
            rev = store.save(revision(base_rev=rev, text="more words " * 3000)).rev
        except PersonError as refused:
            error = refused
            break
    assert error.code == "disk_full"
    store.close()
    with closing(open_database(larger_disk / "testimony.db")) as connection:
        assert connection.execute("SELECT head_rev FROM draft").fetchone()[0] == rev


def test_it_tells_a_lost_database_from_a_first_start(path):
    path.parent.mkdir()
    assert keep_ballast(path.parent)
    with pytest.raises(PersonError) as error:
        demand_no_traces(path)
    assert error.value.code == "store_missing"
