"""A locked database does all that a plain one does, and is never taken for a damaged one."""

import sqlite3
import sys
from contextlib import closing
from datetime import UTC, datetime

import pytest
from sqlcipher3 import dbapi2

from testimony_app.domain.errors import PersonError
from testimony_app.store import backup_files
from testimony_app.store.backup_files import back_up, demand_sound, is_due, open_as_it_is
from testimony_app.store.converting import convert
from testimony_app.store.database import connect, files_of, migrations, open_database
from testimony_app.store.drafts import DraftStore
from testimony_app.store.engine import LOCKED, PLAIN, holds_lock, is_locked, is_plain, open_file
from testimony_app.store.erasing import erase_in_copy
from testimony_app.store.faults import store_error
from testimony_app.store.health import database_health
from testimony_app.store.ledger import Sending, SentLedger
from testimony_app.store.putting_back import Contents, put_back
from testimony_app.store.read_only import open_to_read
from testimony_app.store.salvage import salvage
from tests.store.test_migrations import RELEASED, make_released

KEY, OTHER = bytes(range(32)), bytes(32)
NOW = datetime(2026, 11, 30, tzinfo=UTC)
WORD = b"heron"


@pytest.fixture
def locked(path, revision):
    """A locked database with two drafts, one of three versions and one deleted; the newest words are in its log."""
    store = DraftStore(path, bytes.decode, lambda: KEY)
    for number in range(3):
        store.save(revision("a", number, f"A heron stood by the bridge, {number}. " + "Many words. " * 900))
    store.save(revision("b", 0, "A wren sang."))
    store.delete("b")
    yield store
    store.close()


def held(path):
    return {each.name: each.read_bytes() for each in path.parent.rglob("*") if each.is_file()}


def test_no_word_is_in_any_of_its_files(locked, path):
    assert [row.id for row in locked.search("heron bridge", 9)] == ["a"]
    assert files_of(path)[1].stat().st_size > 0
    assert not [name for name, content in held(path).items() if WORD in content and not name.endswith("-shm")]
    assert path.read_bytes().startswith(LOCKED)
    locked.close()
    plain = DraftStore(path.with_name("plain.db"), bytes.decode)
    plain.save(revision_of("A heron"))
    plain.close()
    assert WORD in path.with_name("plain.db").read_bytes()


def revision_of(text):
    from testimony_app.store.changes import Revision  # noqa: PLC0415

    return Revision("a", 0, text.encode(), text, "", "", 0, "en", "typing")


def test_without_its_key_it_is_told_as_locked_and_not_one_byte_is_written(locked, path):
    locked.close()
    before = held(path)
    with closing(DraftStore(path, bytes.decode)) as store:
        assert store.trouble().code == "store_locked"
        for act in (lambda: store.page(9), lambda: store.save(revision_of("x")), lambda: store.text("a")):
            with pytest.raises(PersonError, match="store_locked"):
                act()
    for act in (
        lambda: open_database(path),
        lambda: connect(path),
        lambda: database_health(path),
        lambda: put_back(path, Contents(path), bytes.decode, "damaged", NOW),
    ):
        with pytest.raises((PersonError, sqlite3.Error)) as error:
            act()
        told = error.value if isinstance(error.value, PersonError) else store_error(error.value, path)
        assert told.code == "store_locked"
    assert not erase_in_copy(path, "a")
    assert open_to_read(path) is None
    assert held(path) == before


def test_without_sqlcipher_it_is_told_and_nothing_is_written(locked, path, monkeypatch):
    locked.close()
    before = held(path)
    for name in ("sqlcipher3", "testimony_app.store.sqlcipher"):
        monkeypatch.setitem(sys.modules, name, None)
    with closing(DraftStore(path, bytes.decode, lambda: KEY)) as store, pytest.raises(PersonError) as error:
        store.page(9)
    assert error.value.code == "lock_extra_missing"
    with pytest.raises(PersonError, match="lock_extra_missing"):
        convert(path, KEY, lock=False)
    assert held(path) == before


def test_with_another_key_it_is_not_written_to(locked, path):
    locked.close()
    before = held(path)
    with pytest.raises(PersonError, match="store_damaged"):
        open_database(path, OTHER)
    assert held(path) == before


@pytest.mark.usefixtures("locked")
def test_its_errors_are_those_of_sqlite3(path):
    with closing(connect(path, KEY)) as connection:
        assert holds_lock(connection)
        for statement, values, name in (
            ("SELECT nothing FROM draft", (), "SQLITE_ERROR"),
            ("INSERT INTO meta (key, value) VALUES ('sentinel', 'x')", (), "SQLITE_CONSTRAINT_PRIMARYKEY"),
        ):
            with pytest.raises(sqlite3.Error) as error:
                connection.execute(statement, values)
            assert error.value.sqlite_errorname.startswith(name.rsplit("_", 1)[0])
        with pytest.raises(sqlite3.IntegrityError):
            connection.executemany("INSERT INTO meta (key, value) VALUES (?, 'x')", [("sentinel",)])
        with pytest.raises(sqlite3.Error):
            connection.execute("SELECT abs(-9223372036854775808)").fetchone()
    with closing(open_to_read(path, KEY)) as reading, pytest.raises(sqlite3.OperationalError) as error:
        reading.execute("DELETE FROM draft")
    assert store_error(error.value, path).code == "store_read_only"
    with pytest.raises(sqlite3.ProgrammingError):
        reading.execute("SELECT 1")


@pytest.mark.usefixtures("locked")
def test_a_busy_one_is_told(path, monkeypatch, revision):
    monkeypatch.setattr("testimony_app.store.engine.BUSY_SECONDS", 0)
    with closing(connect(path, KEY)) as other, closing(DraftStore(path, bytes.decode, lambda: KEY)) as store:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(PersonError, match="store_busy"):
            store.save(revision("c"))
        other.execute("ROLLBACK")
        assert store.save(revision("c")).rev == 1


def test_backups_of_it_are_locked_and_can_be_brought_back(locked, path):
    folder = path.parent / "backups"
    with closing(open_database(path, KEY)) as connection:
        assert is_due(connection, None, NOW, KEY)
        backup = back_up(connection, folder, backup_files.DAILY, NOW, KEY)
        assert not is_due(connection, backup, datetime(2026, 12, 24, tzinfo=UTC), KEY)
    assert is_locked(backup.path)
    demand_sound(backup.path, KEY)
    with pytest.raises(PersonError, match="store_locked"):
        demand_sound(backup.path)
    locked.close()
    done = put_back(path, Contents(backup.path), bytes.decode, "replaced", NOW, KEY)
    assert done.drafts == 1
    assert is_locked(done.aside)
    assert is_locked(path)
    assert erase_in_copy(backup.path, "a", KEY)
    with closing(open_as_it_is(backup.path, KEY)) as copy:
        assert copy.execute("SELECT id FROM draft").fetchall() == [("b",)]


@pytest.mark.parametrize("lock", [True, False], ids=["plain into locked", "locked into plain"])
def test_a_backup_of_the_other_kind_can_be_brought_back(locked, path, lock):
    with closing(open_database(path, KEY)) as connection:
        backup = back_up(connection, path.parent / "backups", backup_files.DAILY, NOW, KEY)
    locked.close()
    convert(backup.path if lock else path, KEY, lock=False)
    done = put_back(path, Contents(backup.path), bytes.decode, "replaced", NOW, KEY)
    assert done.drafts == 1
    assert is_locked(path)
    with closing(DraftStore(path, bytes.decode, lambda: KEY)) as store:
        assert [row.id for row in store.search("heron", 9)] == ["a"]


def test_an_older_schema_is_backed_up_locked_and_brought_up_to_date(path):
    make_released(RELEASED[0], path)
    assert convert(path, KEY, lock=True)
    with closing(open_database(path, KEY)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (migrations()[-1].number,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    (backup,) = backup_files.backups_in(path.parent / "backups")
    assert is_locked(backup.path)


@pytest.mark.parametrize("in_log", [False, True], ids=["in the file", "in the log"])
def test_one_from_a_newer_version_is_told_and_not_written_to(locked, path, in_log):
    locked.close()
    newest = open_file(path, KEY)
    newest.execute(f"PRAGMA user_version = {migrations()[-1].number + 1}")
    kept = held(path)
    newest.close()
    if in_log:
        for name, content in kept.items():
            (path.parent / name).write_bytes(content)
        files_of(path)[2].unlink()
    before = [part.read_bytes() for part in files_of(path)[:2] if part.exists()]
    with closing(DraftStore(path, bytes.decode, lambda: KEY)) as store:
        assert store.trouble().code == "store_newer"
        assert [row.id for row in store.page(9)] == ["a"]
    assert [part.read_bytes() for part in files_of(path)[:2] if part.exists()][: len(before)] == before


def test_what_can_be_read_of_a_damaged_one_is_salvaged(locked, path, revision):
    for number in range(20):
        locked.save(revision(f"letter {number}", 0, "I wait at the bus stop. " * 900))
    locked.close()
    content = bytearray(path.read_bytes())
    content[len(content) // 4096 // 2 * 4096 + 9] ^= 1
    path.write_bytes(bytes(content))
    with pytest.raises(PersonError, match="store_damaged"):
        open_database(path, KEY)
    assert salvage(path) == ()
    assert len(salvage(path, KEY)) >= 19
    assert path.read_bytes() == bytes(content)


def test_sqlcipher_by_itself_opens_it_with_the_key_alone(locked, path):
    """What docs/lock.md says to those who no longer have this program."""
    locked.close()
    with closing(dbapi2.connect(str(path))) as connection:
        connection.execute(f"PRAGMA key = \"x'{KEY.hex()}'\"")
        assert connection.execute("SELECT count(*) FROM draft").fetchone() == (2,)


def test_the_ledger_is_locked_with_a_key(path):
    ledger = SentLedger(path.with_name("ledger.db"), KEY)
    ledger.intend(Sending("one", "", b"", b""))
    assert ledger.last() == 1
    ledger.close()
    assert is_locked(path.with_name("ledger.db"))
    with pytest.raises(PersonError, match="store_locked"):
        SentLedger(path.with_name("ledger.db")).last()


def test_what_is_no_database_is_neither(tmp_path):
    for content in (b"", b"words", PLAIN, LOCKED[:9]):
        (tmp_path / "file").write_bytes(content)
        assert not is_locked(tmp_path / "file")
    assert not is_plain(tmp_path / "nothing")
    assert not is_locked(tmp_path / "nothing")
    assert not is_locked(tmp_path)


@pytest.mark.usefixtures("locked")
def test_a_health_check_counts_what_is_in_it(path):
    assert database_health(path, KEY).drafts == 1


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "locked"])
def test_a_full_disk_is_told_where_it_is_backed_up_and_brought_back(path, small_disk, revision, key):
    """Of the same kind pages are copied, of the other kind rows are: SQLCipher tells of both in words alone."""
    with closing(DraftStore(path, bytes.decode, lambda: KEY)) as store:
        for number in range(9):
            store.save(revision("a", number, f"A heron, {number}. " + "Many words. " * 9000))
    with closing(open_database(path, KEY)) as connection:
        backup = back_up(connection, path.parent / "backups", backup_files.DAILY, NOW, KEY)
        with pytest.raises(PersonError, match="disk_full"):
            back_up(connection, small_disk, backup_files.DAILY, NOW, KEY)
    if key is None:
        convert(backup.path, KEY, lock=False)
    with pytest.raises(PersonError, match="disk_full"):
        put_back(small_disk / "testimony.db", Contents(backup.path), bytes.decode, "replaced", NOW, KEY)
    assert list(small_disk.iterdir()) == []
