"""Backups: whole and looked over or not there, the newest seven kept, in the order they were made."""

import os
import sqlite3
import stat
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta

import pytest

from testimony_app.domain.errors import PersonError
from testimony_app.store.backup_files import KEPT, back_up, backups_in, demand_sound, is_due, open_as_it_is
from testimony_app.store.database import BACKUPS, open_database

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)


@pytest.fixture
def folder(path):
    return path.parent / BACKUPS


@pytest.fixture
def opened(path, store, revision):
    """The open database of a profile with one draft in it, whose words stand in the log."""
    store.save(revision(text="A heron stood by the bridge."))
    with closing(open_database(path)) as connection:
        yield connection


def text_in(backup):
    with closing(open_as_it_is(backup.path)) as connection:
        return connection.execute("SELECT text FROM revision ORDER BY rev DESC").fetchone()[0]


def test_a_backup_holds_what_was_saved_in_one_private_file(opened, folder):
    made = back_up(opened, folder, "daily", NOW)
    assert text_in(made) == "A heron stood by the bridge."
    assert [each.name for each in folder.iterdir()] == ["testimony-000001-20261125T120000Z-daily.db"]
    assert backups_in(folder) == (made,)
    if os.name != "nt":
        assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_the_newest_seven_stay_in_the_order_they_were_made(opened, folder):
    for day in range(10):
        back_up(opened, folder, "daily", NOW - timedelta(days=day))
    assert [each.number for each in backups_in(folder)] == list(range(10, 10 - KEPT, -1))


def test_other_files_in_the_folder_are_left_alone(opened, folder):
    folder.mkdir()
    others = ["notes.txt", "testimony-000009-20261399T990000Z-daily.db", "testimony-1-20261125T120000Z-daily.db"]
    for name in others:
        (folder / name).write_text("mine")
    for _ in range(8):
        back_up(opened, folder, "by-hand", NOW)
    assert all((folder / name).exists() for name in others)
    assert len(backups_in(folder)) == KEPT


def test_a_writer_is_not_held_up_and_the_copy_is_of_one_moment(opened, folder, store, revision):
    opened.execute("BEGIN")
    opened.execute("SELECT * FROM draft").fetchone()
    store.save(revision(base_rev=1, text="Later words"))
    assert text_in(back_up(opened, folder, "daily", NOW)) == "A heron stood by the bridge."
    opened.execute("ROLLBACK")


def test_a_copy_that_is_not_sound_never_gets_a_name(folder):
    with closing(sqlite3.connect(":memory:")) as other:
        other.execute("CREATE TABLE meta (key, value)")
        with pytest.raises(PersonError) as error:
            back_up(other, folder, "daily", NOW)
    assert error.value.code == "backup_not_sound"
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"nonsense" * 100])
def test_a_backup_that_was_damaged_later_is_told(opened, folder, content):
    made = back_up(opened, folder, "daily", NOW)
    made.path.write_bytes(content)
    with pytest.raises(PersonError) as error:
        demand_sound(made.path)
    assert error.value.code == "backup_not_sound"


def test_a_full_disk_is_told_and_the_earlier_backups_stay(small_disk, path, store, revision):
    store.save(revision(text="words " * 60_000))
    (small_disk / "testimony-000001-20261125T120000Z-daily.db").write_bytes(b"x")
    with closing(open_database(path)) as connection:
        with suppress(PersonError):
            back_up(connection, small_disk, "daily", NOW)
        with pytest.raises(PersonError) as error:
            back_up(connection, small_disk, "daily", NOW)
    assert error.value.code == "disk_full"
    names = sorted(each.name for each in small_disk.iterdir())
    assert names[0] == "testimony-000001-20261125T120000Z-daily.db"
    assert not any(name.endswith((".new", "-journal")) for name in names)


def test_the_backup_of_the_day_is_due_where_something_was_changed(opened, folder, store, revision):
    assert is_due(opened, None, NOW)
    made = back_up(opened, folder, "daily", NOW)
    tomorrow = NOW + timedelta(days=1)
    assert not is_due(opened, made, tomorrow)
    store.save(revision(base_rev=1, text="more"))
    assert not is_due(opened, made, NOW + timedelta(hours=23))
    assert is_due(opened, made, tomorrow)
    assert is_due(opened, made, NOW - timedelta(days=400))
    made.path.write_bytes(b"nonsense")
    assert is_due(opened, made, tomorrow)


def test_an_empty_profile_needs_none(path):
    with closing(open_database(path)) as connection:
        assert not is_due(connection, None, NOW)
