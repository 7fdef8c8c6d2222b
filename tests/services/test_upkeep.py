"""What is done while nobody waits: it never gets in the way, and stops when it is no longer wanted."""

import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from testimony_app.domain.draft import OwnAsk
from testimony_app.store.ballast import ballast_in
from testimony_app.store.thinning import AT_ONCE


@pytest.fixture
def many(program):
    """A testimony with 130 versions, all made in one minute forty days ago."""
    opened = program.drafting.start("en")
    for number in range(130):
        opened = program.drafting.save(replace(opened, draft=replace(opened.draft, ask=OwnAsk(f"{number}"))), "typing")
    with closing(sqlite3.connect(program.folders.database)) as connection, connection:
        saved = (datetime.now(UTC) - timedelta(days=40)).isoformat(timespec="seconds")
        connection.execute("UPDATE revision SET saved_utc = ?", (saved,))
    return opened


def count(program, draft_id):
    return len(program.history.versions(draft_id))


def test_a_backup_is_made_before_versions_go(program, many):
    assert program.upkeep.run(lambda: True) == ()
    assert count(program, many.draft.id) == 1
    assert ballast_in(program.folders.data).exists()
    (content,) = program.backups.all()
    with closing(sqlite3.connect(content.backup.path)) as backup:
        assert backup.execute("SELECT count(*) FROM revision").fetchone() == (130,)
    assert program.drafting.open(many.draft.id) == many


def test_it_stops_when_it_is_no_longer_wanted(program, many):
    answers = iter([True, True, False, False])
    assert program.upkeep.thin(lambda: next(answers)) == AT_ONCE
    assert count(program, many.draft.id) == 130 - AT_ONCE
    assert program.upkeep.thin(lambda: False) == 0


def test_a_save_gets_its_turn_between_two_pieces(program, many):
    saved = []

    def is_wanted():
        if len(saved) < 3:
            saved.append(program.drafting.save(many if not saved else saved[-1], "typing"))
        return True

    program.upkeep.thin(is_wanted)
    assert [each.rev for each in saved] == [131, 132, 133]
    assert program.drafting.open(many.draft.id).rev == 133
    assert count(program, many.draft.id) == 4


def test_what_cannot_be_done_is_told_and_the_rest_is_done(program, many):
    program.backups.folder.write_text("a file where the folder should be")
    (error,) = program.upkeep.run(lambda: True)
    assert error.code in {"not_a_folder", "file_exists", "folder_missing"}
    assert count(program, many.draft.id) == 1


def test_where_nothing_was_written_nothing_is_made(program):
    assert program.upkeep.run(lambda: True) == ()
    assert not program.folders.data.exists()


def test_halves_of_files_that_a_stopped_program_left_are_removed(program, many):
    assert many
    data = program.folders.data
    (data / "backups").mkdir()
    old = [
        data / "testimony.db.0a1b2c3d.new",
        data / "backups" / ".0a1b2c3d4e5f.new",
        data / ".salvage-x" / "testimony.db",
    ]
    kept = [data / "testimony.db.damaged-20261125T120000Z", data / "notes.new", data / "testimony.db.ffffffff.new"]
    old[2].parent.mkdir()
    for each in (*old, *kept):
        each.write_bytes(b"words")
    for each in (*old, old[2].parent, *kept[:2]):
        os.utime(each, (1, 1))
    program.upkeep.run(lambda: True)
    assert [each.exists() for each in (*old, old[2].parent)] == [False] * 4
    assert [each.exists() for each in kept] == [True] * 3
