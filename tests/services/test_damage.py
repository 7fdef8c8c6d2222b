"""A damaged database is never a first start, is kept as it is, and gives back all that a backup and salvage can."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from testimony_app.domain.draft import OwnAsk
from testimony_app.domain.errors import PersonError
from testimony_app.main import program_in
from testimony_app.services.backups import LOST
from testimony_app.settings.folders import profile_in
from tests.store.damage import PAGE, damage, whole_kinds

DRAFTS = 6
ROUNDS = 34
"""Fifteen kinds of damage, so often, are 510."""


@pytest.fixture(scope="module")
def crashed(tmp_path_factory):
    """A profile with six testimonies and a backup of five of them, as a killed window leaves it: words in the log."""
    folder = tmp_path_factory.mktemp("crashed")
    with program_in(profile_in(folder / "profile")) as program:
        for number in range(DRAFTS):
            opened = program.drafting.start("en")
            opened = replace(opened, draft=replace(opened.draft, title=f"Testimony {number}"))
            for version in range(4):
                story = f"Version {version}. " + "I wait at the bus stop under the camera. " * 40
                opened = program.drafting.save(
                    replace(opened, draft=replace(opened.draft, ask=OwnAsk(story))), "typing"
                )
            if number == DRAFTS - 2:
                program.backups.make()
        shutil.copytree(folder / "profile", folder / "copy")
    (folder / "copy" / "data" / "testimony.db-shm").unlink()
    assert (folder / "copy" / "data" / "testimony.db-wal").stat().st_size > 0
    return folder / "copy"


def titles(program):
    return sorted(row.title for row in program.drafting.page(99))


def outcome(profile, kind, seed):
    """Damage a profile and bring it back. Return what it said, and which testimonies there are then."""
    folders = profile_in(profile)
    damage(folders.database, kind, seed)
    before = folders.database.read_bytes() if folders.database.exists() else None
    with program_in(folders) as program:
        if program.cannot_save() is None:
            return "opened", titles(program)
        with pytest.raises(PersonError) as error:
            titles(program)
        assert error.value.code in LOST
        assert not folders.database.exists() or folders.database.read_bytes() == before
        rescue = program.backups.rescue()
        assert rescue.error.code in LOST
        assert rescue.best.count == DRAFTS - 1
        done = program.backups.bring_back(with_salvage=True)
        if before is not None:
            assert done.aside.read_bytes() == before
            assert ".damaged-" in done.aside.name
        assert program.sending.is_paused() == "restored"
        return "brought back", titles(program)


def check(crashed, tmp_path, kind, seeds):
    said = []
    for seed in seeds:
        profile = tmp_path / str(seed)
        shutil.copytree(crashed, profile)
        how, there = outcome(profile, kind, seed)
        said.append(how)
        assert len(there) >= DRAFTS - (how == "brought back"), (kind, seed, how, there)
        with program_in(profile_in(profile)) as program:
            assert titles(program) == there
    return said


@pytest.mark.parametrize("kind", whole_kinds())
def test_what_is_damaged_is_told_kept_and_brought_back(crashed, tmp_path, kind):
    said = check(crashed, tmp_path, kind, range(3))
    if kind in {"emptied", "zeroed", "first page zeroed", "file lost", "cut"}:
        assert set(said) == {"brought back"}


@pytest.mark.long
@pytest.mark.parametrize("kind", whole_kinds())
def test_five_hundred_damaged_databases(crashed, tmp_path, kind):
    check(crashed, tmp_path, kind, range(ROUNDS))


def lose_an_index(database):
    """Fill with zeros the page by which drafts are found in their order."""
    with closing(sqlite3.connect(database)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'draft_by_update'").fetchone()
    with database.open("r+b") as file:
        file.seek((page - 1) * PAGE)
        file.write(bytes(PAGE))


def test_what_can_still_be_read_is_newer_than_the_backup(crashed, tmp_path):
    profile = tmp_path / "profile"
    shutil.copytree(crashed, profile)
    folders = profile_in(profile)
    with program_in(folders) as program:
        newest = next(row for row in program.drafting.page(9) if row.title == "Testimony 0")
        opened = program.drafting.open(newest.id)
        changed = replace(opened.draft, ask=OwnAsk("Written after the backup."))
        program.drafting.save(replace(opened, draft=changed), "typing")
    lose_an_index(folders.database)
    with program_in(folders) as program:
        rescue = program.backups.rescue()
        assert rescue.error.code == "store_damaged"
        assert {each.title for each in rescue.salvaged} > {each.title for each in rescue.best.kept}
        program.backups.bring_back(with_salvage=True)
        assert titles(program) == [f"Testimony {number}" for number in range(DRAFTS)]
        assert "Written after the backup." in program.drafting.stored_text(newest.id)
        reasons = [each.reason for each in program.history.versions(newest.id)]
        assert (reasons[0], len(reasons)) == ("salvage", 5)
