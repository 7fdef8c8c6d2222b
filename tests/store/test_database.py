import errno
import os
import random
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from testimony_app.domain.errors import PersonError
from testimony_app.store.database import (
    APPLICATION_ID,
    Migration,
    connect,
    demand_no_traces,
    migrate,
    migrations,
    open_database,
)
from testimony_app.store.faults import told
from testimony_app.store.health import database_health


def refused(path):
    with pytest.raises(PersonError) as error:
        open_database(path).close()
    return error.value.code


@pytest.fixture
def made(path, store, revision):
    """A database with one draft in it, closed in order."""
    store.save(revision())
    store.close()
    return path


def test_a_fresh_database_has_our_settings_and_a_sentinel(path):
    with closing(open_database(path)) as connection:
        value = lambda name: connection.execute(f"PRAGMA {name}").fetchone()[0]  # noqa: E731
        assert (value("journal_mode"), value("synchronous"), value("foreign_keys")) == ("wal", 2, 1)
        assert (value("secure_delete"), value("application_id")) == (1, APPLICATION_ID)
        assert value("user_version") == migrations()[-1].number
        assert connection.execute("SELECT value FROM meta WHERE key = 'sentinel'").fetchone()


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a profile private by its place")
def test_only_the_owner_may_read(made):
    made_store = connect(made)
    made_store.execute("UPDATE meta SET value = '1'")
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in made.parent.iterdir()}
    made_store.close()
    assert stat.S_IMODE(made.parent.stat().st_mode) == 0o700
    assert set(modes.values()) == {0o600}
    assert {"testimony.db", "testimony.db-wal"} <= set(modes)


def test_nothing_but_the_database_is_left_after_closing(made):
    assert sorted(path.name for path in made.parent.iterdir()) == ["testimony.db", "testimony.db-newest"]


def test_an_empty_file_is_no_first_start(made):
    made.write_bytes(b"")
    assert refused(made) == "store_empty"
    assert made.read_bytes() == b""


@pytest.mark.parametrize("trace", ["testimony.db-wal", "ledger.db", "backups/monday.db"])
def test_a_lost_database_is_no_first_start(path, trace):
    (path.parent / trace).parent.mkdir(parents=True)
    (path.parent / trace).write_bytes(b"x")
    assert refused(path) == "store_missing"
    assert not path.exists()


def test_something_else_under_our_name_is_refused_and_kept(made):
    made.write_bytes(b"hello, this is not a database at all")
    assert refused(made) == "store_damaged"
    made.unlink()
    with closing(sqlite3.connect(made)) as other:
        other.execute("CREATE TABLE meta (key, value)")
        other.commit()
    before = made.read_bytes()
    assert refused(made) == "store_damaged"
    assert made.read_bytes() == before


def test_a_lost_sentinel_is_damage(made):
    with closing(sqlite3.connect(made)) as connection:
        connection.execute("DELETE FROM meta WHERE key = 'sentinel'")
        connection.commit()
    assert refused(made) == "store_damaged"


def test_a_newer_schema_is_left_alone(made):
    with closing(sqlite3.connect(made)) as connection:
        connection.execute("PRAGMA user_version = 9999")
    before = made.read_bytes()
    assert refused(made) == "store_newer"
    assert made.read_bytes() == before


@pytest.mark.parametrize("seed", range(12))
def test_damaged_pages_are_found_or_harmless_and_never_a_first_start(made, seed):
    content = bytearray(made.read_bytes())
    generator = random.Random(seed)
    start = generator.randrange(100, len(content) - 600)
    content[start : start + 512] = bytes(generator.randrange(256) for _ in range(512))
    made.write_bytes(bytes(content))
    try:
        with closing(open_database(made)) as connection:
            outcome = connection.execute("SELECT count(*) > 4 FROM sqlite_master").fetchone()[0]
    except PersonError as error:
        outcome = error.code
    assert outcome in {1, "store_damaged", "store_newer"}
    assert made.read_bytes()[:100] == bytes(content[:100])


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("in the way")
    assert refused(tmp_path / "file" / "data" / "testimony.db") in {"folder_missing", "file_exists"}


def test_a_kill_after_the_acknowledgement_loses_nothing(path):
    script = (
        "import sys, os, signal\n"
        "from pathlib import Path\n"
        "from testimony_app.store.changes import Revision\n"
        "from testimony_app.store.drafts import DraftStore\n"
        "store = DraftStore(Path(sys.argv[1]), bytes.decode)\n"
        "rev = 0\n"
        "while True:\n"
        "    rev = store.save(Revision('a', rev, b'%d' % rev, 'text', '', '', 0, 'en', 'typing')).rev\n"
        "    print(rev, flush=True)\n"
    )
    last = 0
    for _ in range(5):
        path.unlink(missing_ok=True)
        path.with_name(path.name + "-wal").unlink(missing_ok=True)
        path.with_name(path.name + "-shm").unlink(missing_ok=True)
        child = subprocess.Popen([sys.executable, "-c", script, str(path)], stdout=subprocess.PIPE, text=True)
        for line in child.stdout:
            last = int(line)
            if last >= 20:
                child.kill()
                break
        last = int((child.stdout.read().split() or [last])[-1])
        child.wait()
        child.stdout.close()
        with closing(open_database(path)) as connection:
            assert connection.execute("SELECT head_rev FROM draft").fetchone()[0] >= last
    assert last >= 20


def test_migrations_are_numbered_without_gaps_and_run_once(path):
    steps = migrations()
    assert [step.number for step in steps] == list(range(1, len(steps) + 1))
    with closing(open_database(path)) as first, closing(open_database(path)) as second:
        read = "SELECT type, name, sql FROM sqlite_master ORDER BY name"
        assert first.execute(read).fetchall() == second.execute(read).fetchall()


def test_health_tells_of_a_sound_database_and_makes_none(made, tmp_path):
    health = database_health(made)
    assert (health.drafts, health.schema, health.open_to_others) == (1, migrations()[-1].number, False)
    assert database_health(tmp_path / "nowhere" / "testimony.db") is None
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
def test_health_tells_when_others_may_read(made):
    made.chmod(0o644)
    assert database_health(made).open_to_others


def test_a_database_that_another_process_just_made_is_no_lost_one(made):
    made.with_name("testimony.db-wal").touch()
    demand_no_traces(made)
    made.unlink()
    with pytest.raises(PersonError) as error:
        demand_no_traces(made)
    assert error.value.code == "store_missing"


def test_a_migration_that_fails_halfway_changes_nothing(path):
    newest = migrations()[-1].number
    bad = Migration(newest + 1, lambda: "CREATE TABLE half (x);\nINSERT INTO nowhere VALUES (1);")
    with closing(open_database(path)) as connection:
        with pytest.raises(sqlite3.OperationalError):
            migrate(connection, [*migrations(), bad])
        assert connection.execute("PRAGMA user_version").fetchone() == (newest,)
        assert connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'half'").fetchone() == (0,)
        migrate(connection, [*migrations(), Migration(newest + 1, lambda: "CREATE TABLE whole (x);")])
        assert connection.execute("PRAGMA user_version").fetchone() == (newest + 1,)


def test_a_place_where_the_write_ahead_log_cannot_be_is_told(path, monkeypatch):
    def without_shared_memory(at, _key):
        return sqlite3.connect(f"{at.as_uri()}?vfs=unix-dotfile", uri=True, isolation_level=None)

    monkeypatch.setattr("testimony_app.store.database.connect", without_shared_memory)
    assert refused(path) == "store_cannot_open"
    assert list(path.parent.iterdir()) == []


def test_a_folder_under_our_name_is_told(path):
    path.mkdir(parents=True)
    assert refused(path) == "is_a_folder"


def test_a_folder_where_nothing_can_be_made_is_told(path, monkeypatch):
    def no_room(*_arguments, **_options):
        raise OSError(errno.ENOSPC, "no room")

    monkeypatch.setattr(os, "open", no_room)
    assert refused(path) == "disk_full"


def test_health_looks_at_every_page_of_a_large_file_that_was_closed_in_order(made, monkeypatch):
    content = bytearray(made.read_bytes())
    content[5 * 4096 : 5 * 4096 + 64] = b"\xff" * 64
    made.write_bytes(bytes(content))
    monkeypatch.setattr("testimony_app.store.database._QUICK_CHECK_BYTES", 0)
    open_database(made).close()
    with pytest.raises(PersonError) as error:
        database_health(made)
    assert error.value.code == "store_damaged"


def test_health_tells_when_sqlite_lacks_full_text_search(made, monkeypatch):
    class Bare(sqlite3.Connection):
        def execute(self, statement, *values):
            return super().execute("SELECT 'NOTHING'" if "compile_options" in statement else statement, *values)

    monkeypatch.setattr("testimony_app.store.health.sqlite3.connect", Bare)
    with pytest.raises(PersonError) as error:
        database_health(made)
    assert error.value.code == "search_missing"


def test_a_look_that_the_system_refuses_is_told(path, monkeypatch):
    stat_of = Path.stat

    def refuse(looked_at, **options):
        if looked_at == path:
            raise OSError(errno.EACCES, "no")
        return stat_of(looked_at, **options)

    monkeypatch.setattr(Path, "stat", refuse)
    assert refused(path) == "no_permission"
    with pytest.raises(PersonError) as error:
        database_health(path)
    assert error.value.code == "no_permission"


def test_a_name_that_no_file_can_have_is_told(path):
    assert refused(path.with_name("a\0b.db")) == "name_impossible"


def test_a_message_or_a_text_that_is_no_utf8_is_damage(path):
    with pytest.raises(PersonError) as error, told(path):
        b"\xff".decode()
    assert error.value.code == "store_damaged"
    with closing(sqlite3.connect(":memory:")) as memory, pytest.raises(PersonError) as error, told(path):
        memory.execute("SELECT CAST(x'ff' AS TEXT)").fetchone()
    assert error.value.code == "store_damaged"


def test_opening_a_database_does_not_wait_for_whoever_writes(made, monkeypatch):
    monkeypatch.setattr("testimony_app.store.engine.BUSY_SECONDS", 0)
    with closing(connect(made)) as writing:
        writing.execute("BEGIN IMMEDIATE")
        open_database(made).close()
        writing.execute("ROLLBACK")
