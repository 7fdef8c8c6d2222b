"""A database is locked and unlocked whole or not at all: nothing of it changes, and no stop or fault loses it."""

import fcntl
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing

import pytest

from testimony_app.domain.errors import BugError, PersonError
from testimony_app.store import converting
from testimony_app.store.converting import convert
from testimony_app.store.database import files_of, open_database
from testimony_app.store.drafts import DraftStore
from testimony_app.store.engine import PLAIN, is_locked, is_plain
from testimony_app.store.leftovers import left_by_a_turned_lock
from tests.store.test_locked import KEY, held
from tests.store.test_migrations import schema_in

CONVERT = """
import sys
from pathlib import Path
from testimony_app.domain.errors import TestimonyError
from testimony_app.store.converting import convert
try:
    convert(Path(sys.argv[1]), bytes(range(32)), lock=sys.argv[2] == "lock")
except TestimonyError as error:
    print(error.code)
"""
WORD = b"heron"


@pytest.fixture
def made(path, revision):
    """A plain database with a log, drafts, deleted ones, versions, a search index and things kept beside."""
    store = DraftStore(path, bytes.decode)
    for number in range(4):
        store.save(revision("a", number, f"A heron stood by the bridge, {number}. " + "Many words. " * 700))
    store.save(revision("b", 0, "A wren sang."))
    store.delete("b")
    assert store.search("heron", 9)
    store.close()
    return path


def content_of(path, key=None):
    with closing(open_database(path, key)) as connection:
        tables = [
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
            if name != "search"
        ]
        return {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in tables}  # noqa: S608


def names(path):
    return sorted(each.name for each in path.parent.iterdir())


def test_there_and_back_nothing_changes(made):
    before, schema, there = content_of(made), schema_in(made), names(made)
    assert convert(made, KEY, lock=True)
    assert not convert(made, KEY, lock=True)
    assert is_locked(made)
    assert content_of(made, KEY) == before
    assert convert(made, KEY, lock=False)
    assert not convert(made, KEY, lock=False)
    assert content_of(made) == before
    assert schema_in(made) == schema
    assert names(made) == there
    assert made.stat().st_mode & 0o077 == 0


def test_what_it_was_is_overwritten(made, monkeypatch):
    """The bytes of the plain file are zeros before its last name goes: another name of it shows that."""
    seen, wiped_old = made.with_name("seen"), []
    link = os.link

    def link_twice(source, target):
        link(source, target)
        link(source, seen)

    real = converting.wipe

    def wiped(path):
        if path.suffix != ".old":
            real(path)
            return
        seen.unlink()
        with path.open("rb") as file:
            assert WORD in file.read()
            real(path)
            file.seek(0)
            assert not file.read().strip(b"\0")
        wiped_old.append(path)

    monkeypatch.setattr("testimony_app.store.converting.os.link", link_twice)
    monkeypatch.setattr(converting, "wipe", wiped)
    convert(made, KEY, lock=True)
    assert len(wiped_old) == 1
    assert not [name for name, content in held(made).items() if WORD in content]


OTHER = """
import sys
from pathlib import Path
from testimony_app.domain.errors import PersonError
from testimony_app.store import engine
from testimony_app.store.database import open_database
engine.BUSY_SECONDS = 0
try:
    connection = open_database(Path(sys.argv[1]))
except PersonError as error:
    print(error.code)
else:
    connection.execute("SELECT count(*) FROM draft").fetchone()
    print("open", flush=True)
    if sys.stdin.readline():
        connection.execute("UPDATE draft SET title = 'Later'")
    connection.close()
"""


def another(path):
    """Open the database in another process: within one, two builds of SQLite do not see each other's locks."""
    command = [sys.executable, "-c", OTHER, str(path)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def test_one_that_somebody_has_open_stays_as_it_is(made, monkeypatch):
    monkeypatch.setattr("testimony_app.store.engine.BUSY_SECONDS", 0)
    other = another(made)
    assert other.stdout.readline() == "open\n"
    with pytest.raises(PersonError, match="store_busy"):
        convert(made, KEY, lock=True)
    other.communicate("write\n", timeout=50)
    assert is_plain(made)
    with closing(open_database(made)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("SELECT DISTINCT title FROM draft").fetchall() == [("Later",)]


def test_nobody_can_open_it_meanwhile(made, monkeypatch):
    tried = []
    compare = converting._is_same

    def trying(*both):
        told, _ = another(made).communicate("", timeout=50)
        tried.append(told.strip())
        return compare(*both)

    monkeypatch.setattr(converting, "_is_same", trying)
    convert(made, KEY, lock=True)
    assert tried == ["store_busy"]


def test_what_is_synced_is_open_to_be_written(made, monkeypatch):
    """Windows syncs no file that is open to be read alone."""
    sync, modes = os.fsync, []

    def look(descriptor):
        if stat.S_ISREG(os.fstat(descriptor).st_mode):
            modes.append(fcntl.fcntl(descriptor, fcntl.F_GETFL) & os.O_ACCMODE)
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", look)
    convert(made, KEY, lock=True)
    assert modes
    assert os.O_RDONLY not in modes


def test_a_copy_that_is_not_the_same_is_thrown_away(made, monkeypatch):
    before, there = content_of(made), names(made)
    copy = converting._copy

    def forgetful(source, new, key):
        copy(source, new, key)
        with closing(converting.connect(new, KEY)) as broken:
            broken.execute("UPDATE revision SET text = 'other' WHERE rev = 2")

    monkeypatch.setattr(converting, "_copy", forgetful)
    with pytest.raises(BugError, match="lock_copy_differs"):
        convert(made, KEY, lock=True)
    assert content_of(made) == before
    assert names(made) == there


def test_a_damaged_one_is_left_alone(made):
    content = bytearray(made.read_bytes())
    content[4096 * 2 + 5 : 4096 * 2 + 900] = bytes(895)
    made.write_bytes(bytes(content))
    with pytest.raises(PersonError, match="store_damaged"):
        convert(made, KEY, lock=True)
    assert made.read_bytes()[4096:] == bytes(content)[4096:]
    assert not [each for each in made.parent.iterdir() if each.suffix in {".new", ".old"}]


def struck(strace, path, way, call, fault):
    """Convert in a process that is struck at a call. Return its exit code and what it said."""
    command = [strace, "-f", "-qq", "-o", os.devnull, "-e", f"trace={call}", "-e", f"inject={call}:{fault}"]
    ended = subprocess.run(
        [*command, sys.executable, "-c", CONVERT, str(path), way], check=False, capture_output=True, text=True
    )
    assert "Traceback" not in ended.stderr
    return ended.returncode, ended.stdout.strip()


def check_killed(strace, made, tmp_path, way, call, numbers):
    """Kill at each of these calls: what is there is the one or the other, whole, and a second try ends it."""
    if way == "unlock":
        convert(made, KEY, lock=True)
    whole = content_of(made, KEY)
    killed, kinds = 0, set()
    for number in numbers:
        path = tmp_path / f"{way}-{call}-{number}" / made.name
        path.parent.mkdir()
        shutil.copyfile(made, path)
        code, _ = struck(strace, path, way, call, f"signal=KILL:when={number}")
        killed += code != 0
        kinds.add(is_locked(path))
        assert is_locked(path) != is_plain(path)
        assert content_of(path, KEY if is_locked(path) else None) == whole
        convert(path, KEY, lock=way == "lock")
        assert content_of(path, KEY if way == "lock" else None) == whole
        if not left_by_a_turned_lock(path.parent):
            assert not [name for name in held(path) if name.endswith(".old")]
    return killed, kinds


CALLS = [("pwrite64", (1, 4, 30, 60)), ("fsync", (1, 4, 8)), ("link", (1,)), ("rename", (1,)), ("unlink", (1, 3))]


@pytest.mark.parametrize("way", ["lock", "unlock"])
@pytest.mark.parametrize(("call", "numbers"), CALLS, ids=[call for call, _ in CALLS])
def test_a_kill_leaves_the_one_or_the_other_whole(strace, made, tmp_path, way, call, numbers):
    killed, _ = check_killed(strace, made, tmp_path, way, call, numbers)
    assert killed


@pytest.mark.long
@pytest.mark.parametrize("way", ["lock", "unlock"])
def test_a_kill_at_each_write_sync_and_name(strace, made, tmp_path, way):
    total, seen = 0, set()
    for call, most in (
        ("pwrite64", 120),
        ("fsync", 24),
        ("link", 2),
        ("rename", 2),
        ("unlink", 12),
        ("ftruncate", 6),
        ("write", 6),
    ):
        killed, kinds = check_killed(strace, made, tmp_path, way, call, range(1, most))
        total += killed
        seen |= kinds
    assert total > 60
    assert seen == {True, False}


@pytest.mark.parametrize("way", ["lock", "unlock"])
@pytest.mark.parametrize(
    ("call", "fault", "codes"),
    [
        ("pwrite64", "error=ENOSPC:when=40+", {"disk_full"}),
        ("fsync", "error=EIO:when=5+", {"store_disk_error", "file_failed"}),
        ("link", "error=ENOSPC", {"disk_full"}),
        ("rename", "error=EROFS", {"read_only"}),
    ],
)
def test_a_disk_that_refuses_is_told_and_nothing_has_changed(strace, made, way, call, fault, codes):
    if way == "unlock":
        convert(made, KEY, lock=True)
    whole, kind = content_of(made, KEY), is_locked(made)
    _, said = struck(strace, made, way, call, fault)
    assert said in codes
    assert is_locked(made) is kind
    assert not [each for each in made.parent.iterdir() if each.suffix in {".new", ".old"}]
    assert content_of(made, KEY if kind else None) == whole


def test_plain_sqlite_reads_what_was_unlocked(made):
    convert(made, KEY, lock=True)
    convert(made, KEY, lock=False)
    assert made.read_bytes().startswith(PLAIN)
    with closing(sqlite3.connect(made)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("SELECT count(*) FROM search WHERE search MATCH 'heron'").fetchone() == (1,)
    assert not files_of(made)[1].exists()
