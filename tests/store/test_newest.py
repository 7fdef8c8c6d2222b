"""A log that was removed although newer words were in it is told, and nothing else is taken for that."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from testimony_app.main import program_in
from testimony_app.services import erasing
from testimony_app.services.exporting import ExportRequest
from testimony_app.settings.folders import profile_in
from testimony_app.store.cautions import cautions
from testimony_app.store.changes import Revision
from testimony_app.store.database import open_database
from testimony_app.store.drafts import DraftStore
from testimony_app.store.newest import NewestVersion, files_beside, forget_loss

AGAIN = 5


@pytest.fixture
def killed(tmp_path):
    """A database as a killed program leaves it: its first version in the file itself, the others in its log."""
    path = tmp_path / "at work" / "testimony.db"
    store = DraftStore(path, bytes.decode)
    save(store, "a", 0)
    store.bring_in()
    for rev in range(1, AGAIN):
        save(store, "a", rev)
    left = tmp_path / "left" / "testimony.db"
    shutil.copytree(path.parent, left.parent)
    store.close()
    return left


def save(store, draft_id, rev):
    return store.save(Revision(draft_id, rev, b"%d" % rev, f"{rev}", "", "", 0, "en", "typing")).rev


def log_of(path):
    return path.with_name(path.name + "-wal")


def told(path):
    open_database(path).close()
    return [each.code for each in cautions(path)]


@pytest.mark.parametrize("index_too", [True, False])
def test_a_log_that_was_removed_is_told_until_somebody_knows(killed, index_too):
    log_of(killed).unlink()
    if index_too:
        killed.with_name(killed.name + "-shm").unlink()
    assert told(killed) == ["store_log_lost"]
    store = DraftStore(killed, bytes.decode)
    assert save(store, "a", 1) == 2  # writing goes on
    store.close()
    assert told(killed) == ["store_log_lost"]
    forget_loss(killed)
    assert told(killed) == []


def test_a_log_that_was_emptied_or_cut_is_told(killed):
    log = log_of(killed)
    log.write_bytes(log.read_bytes()[: log.stat().st_size // 2])
    assert told(killed) == ["store_log_lost"]
    forget_loss(killed)
    log.write_bytes(b"")
    assert told(killed) == []  # what was found missing once is not told twice


def test_an_older_file_in_its_place_is_told(killed, tmp_path):
    open_database(killed).close()
    older = tmp_path / "older.db"
    shutil.copy(killed, older)
    store = DraftStore(killed, bytes.decode)
    save(store, "a", AGAIN)
    store.close()
    shutil.copy(older, killed)
    assert told(killed) == ["store_log_lost"]


def test_a_kill_and_an_end_in_order_are_not_told(killed):
    assert told(killed) == []
    store = DraftStore(killed, bytes.decode)
    save(store, "a", AGAIN)
    store.close()
    assert not log_of(killed).exists()
    assert told(killed) == []


def test_a_draft_that_was_erased_and_brought_in_anew_is_not_told(tmp_path, monkeypatch):
    def lives(profile):
        with program_in(profile_in(profile)) as program:
            opened = program.drafting.save(program.drafting.start("en"), "typing")
            file = profile / "a.testimony.json"
            program.exporting.export(
                opened.draft.id,
                ExportRequest("json", file, with_versions=True),
                into_folder=False,
                now=datetime.now(UTC),
            )
            for title in ("One", "Two", "Three"):
                opened = program.drafting.save(replace(opened, draft=replace(opened.draft, title=title)), "typing")
            program.erasing.erase(opened.draft.id)
            (imported,) = program.importing.take_in([file])
            assert imported.draft_id == opened.draft.id
            database = program.folders.database
        return told(database)

    assert lives(tmp_path / "profile") == []
    monkeypatch.setattr(erasing, "blank", lambda _: None)
    assert lives(tmp_path / "control") == ["store_log_lost"]


def test_a_backup_that_was_brought_back_is_not_told(tmp_path):
    with program_in(profile_in(tmp_path)) as program:
        opened = program.drafting.save(program.drafting.start("en"), "typing")
        program.backups.make()
        program.drafting.save(replace(opened, draft=replace(opened.draft, title="Newer")), "typing")
        program.backups.bring_back("1")
        database = program.folders.database
    assert told(database) == []


def test_where_nobody_erased_what_is_gone_as_a_whole_nothing_is_said(killed):
    with closing(sqlite3.connect(killed)) as connection, connection:
        connection.execute("DELETE FROM revision")
        connection.execute("DELETE FROM draft")
    assert told(killed) == []
    assert files_beside(killed)[0].read_bytes().strip() == b""


@pytest.mark.parametrize("content", [b"", b"x", b"\xff" * 64, b"7", b"9 a b c", b"nine a"])
def test_what_cannot_be_read_says_nothing(killed, content):
    files_beside(killed)[0].write_bytes(content)
    log_of(killed).unlink()
    assert told(killed) == []


def test_where_it_cannot_be_kept_nothing_fails(tmp_path):
    newest = NewestVersion(tmp_path / "nowhere" / "testimony.db")
    newest.note("a", 1)
    newest.close()
    assert not (tmp_path / "nowhere").exists()


def test_a_loss_takes_nothing_of_the_database_along(killed):
    log_of(killed).unlink()
    before = killed.read_bytes()
    assert told(killed) == ["store_log_lost"]
    assert killed.read_bytes() == before
