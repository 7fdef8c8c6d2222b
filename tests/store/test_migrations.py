"""Every schema that was ever released becomes exactly the newest one, whenever it is killed on the way."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from testimony_app.domain.errors import PersonError
from testimony_app.store.backup_files import backups_in
from testimony_app.store.database import BACKUPS, migrations, open_database
from testimony_app.store.drafts import DraftStore

RELEASED = sorted((Path(__file__).parent / "released").glob("*.sql"))
NEWEST = migrations()[-1].number


def make_released(sql, path):
    """Make a database as it was released, closed in order."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript(sql.read_text(encoding="utf-8"))


def schema_in(path):
    with closing(sqlite3.connect(path)) as connection:
        listed = connection.execute(
            "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"
        ).fetchall()
        names = ("application_id", "user_version", "journal_mode", "encoding", "auto_vacuum")
        return listed, [connection.execute(f"PRAGMA {name}").fetchone() for name in names]


def rows_in(path, of_tables):
    """What the tables of an older schema hold, by the columns it had."""
    with closing(sqlite3.connect(path)) as connection:
        return {
            table: sorted(connection.execute(f"SELECT {', '.join(columns)} FROM {table}").fetchall(), key=repr)  # noqa: S608
            for table, columns in of_tables.items()
        }


def tables_of(path):
    with closing(sqlite3.connect(path)) as connection:
        names = [
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
            if not name.startswith("search_")
        ]
        return {name: [row[1] for row in connection.execute(f"PRAGMA table_info({name})")] for name in names}


def test_a_database_of_each_schema_but_one_to_come_is_kept():
    assert [int(sql.stem) for sql in RELEASED] == list(range(1, NEWEST + 1))


@pytest.mark.parametrize("sql", RELEASED, ids=lambda sql: sql.stem)
def test_it_becomes_exactly_the_newest_and_loses_nothing(sql, path, tmp_path):
    make_released(sql, path)
    open_database(tmp_path / "fresh" / "testimony.db").close()
    columns = tables_of(path)
    before = rows_in(path, columns)
    assert before["draft"]
    open_database(path).close()
    assert schema_in(path) == schema_in(tmp_path / "fresh" / "testimony.db")
    assert rows_in(path, columns) == before


@pytest.mark.parametrize("sql", RELEASED[:-1], ids=lambda sql: sql.stem)
def test_it_is_backed_up_before(sql, path):
    make_released(sql, path)
    columns = tables_of(path)
    before, schema = rows_in(path, columns), schema_in(path)[0]
    open_database(path).close()
    (backup,) = backups_in(path.parent / BACKUPS)
    assert backup.reason == "migration"
    assert rows_in(backup.path, columns) == before
    assert schema_in(backup.path)[0] == schema


@pytest.mark.parametrize("sql", RELEASED[:-1], ids=lambda sql: sql.stem)
def test_without_a_backup_nothing_is_changed_and_everything_can_be_read(sql, path):
    make_released(sql, path)
    (path.parent / BACKUPS).write_text("a file where the folder should be")
    before = path.read_bytes()
    store = DraftStore(path, bytes.decode)
    assert [row.id for row in store.page(9)] == ["a"]
    assert store.text("a") == "I wait there."
    assert store.trouble() is not None
    store.close()
    assert path.read_bytes() == before


def test_the_newest_schema_is_opened_without_a_backup(path):
    make_released(RELEASED[-1], path)
    open_database(path).close()
    assert not (path.parent / BACKUPS).exists()


def killed(path, number, points):
    """Migrate to schema `number` in a process that is killed at each of so many points; return what was left."""
    before = path.with_name("before.db")
    if number > 1:
        make_released(RELEASED[number - 2], before)
    command = [sys.executable, "-m", "tests.store.killed_migration", str(before), str(path), str(number), str(points)]
    ended = subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": "src"})
    return json.loads(ended.stdout)


def check_kills(path, number, points):
    told = killed(path, number, points)
    assert told["killed"] == points
    assert told["ended"] == 0
    assert set(map(tuple, told["left"])) <= {(number - 1, "whole"), (number, "whole")}


@pytest.mark.parametrize("number", range(1, NEWEST + 1))
def test_a_kill_inside_a_step_leaves_the_schema_before_or_after(path, number):
    path.parent.mkdir()
    check_kills(path, number, 8)


@pytest.mark.long
@pytest.mark.parametrize("number", range(1, NEWEST + 1))
def test_a_hundred_kills_inside_each_step(path, number):
    path.parent.mkdir()
    check_kills(path, number, 100)


OPEN = """
import sys
from pathlib import Path
from testimony_app.store.database import open_database
open_database(Path(sys.argv[1])).close()
"""


def kill_at_write(strace, path, call, number):
    """Open a database of the first schema, and kill the process at its n-th write or sync. Whether it was killed."""
    make_released(RELEASED[0], path)
    fault = f"inject={call}:signal=KILL:when={number}"
    command = [strace, "-f", "-qq", "-o", os.devnull, "-e", f"trace={call}", "-e", fault]
    ended = subprocess.run([*command, sys.executable, "-c", OPEN, str(path)], check=False, capture_output=True)
    return ended.returncode != 0


def check_killed_at(strace, tmp_path, call, numbers):
    open_database(tmp_path / "fresh" / "testimony.db").close()
    was_killed = []
    for number in numbers:
        path = tmp_path / f"{call}-{number}" / "testimony.db"
        was_killed.append(kill_at_write(strace, path, call, number))
        open_database(path).close()
        assert schema_in(path) == schema_in(tmp_path / "fresh" / "testimony.db")
        assert rows_in(path, {"draft": ["id", "title"]})["draft"] == [("a", "A bench"), ("b", "Deleted")]
    assert any(was_killed)


@pytest.mark.parametrize(("call", "numbers"), [("pwrite64", (1, 9, 30, 45)), ("fdatasync", (1, 2, 3, 4))])
def test_a_kill_at_a_write_or_sync_of_backup_and_migration_is_mended(strace, tmp_path, call, numbers):
    check_killed_at(strace, tmp_path, call, numbers)


@pytest.mark.long
@pytest.mark.parametrize(("call", "numbers"), [("pwrite64", range(1, 81)), ("fdatasync", range(1, 16))])
def test_a_kill_at_each_write_and_sync_of_backup_and_migration(strace, tmp_path, call, numbers):
    check_killed_at(strace, tmp_path, call, numbers)


def newer(path, *, in_log):
    """Let a newer version have written the database, perhaps with what it wrote still in the log."""
    make_released(RELEASED[-1], path)
    newest = sqlite3.connect(path, isolation_level=None)
    newest.execute("CREATE TABLE tomorrow (x)")
    newest.execute(f"PRAGMA user_version = {NEWEST + 1}")
    if in_log:
        kept = [(each, each.read_bytes()) for each in path.parent.iterdir()]
        newest.close()
        for each, content in kept:
            each.write_bytes(content)
        path.with_name(path.name + "-shm").unlink()
    else:
        newest.close()


@pytest.mark.parametrize("in_log", [False, True], ids=["in the file", "in the log"])
def test_a_newer_schema_can_be_read_and_not_one_byte_is_written(path, in_log):
    newer(path, in_log=in_log)
    files = [path, path.with_name(path.name + "-wal")] if in_log else [path]
    before = [each.read_bytes() for each in files]
    store = DraftStore(path, bytes.decode)
    with pytest.raises(PersonError) as error:
        store.delete("a")
    assert error.value.code == "store_newer"
    assert store.trouble().code == "store_newer"
    assert [row.title for row in store.page(9)] == ["A bench"]
    assert store.text("a") == "I wait there."
    store.close()
    assert [each.read_bytes() for each in files] == before
