"""The log holds no words once it was scrubbed, and nothing committed is lost by it, whoever reads and writes."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from threading import Event, Thread

import pytest

from testimony_app.domain.errors import PersonError
from testimony_app.files.wiping import overwrite
from testimony_app.store import database, scrubbing
from testimony_app.store.database import connect, open_database, scrub_log


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "testimony.db"
    with closing(open_database(path)) as connection:
        connection.execute("CREATE TABLE t (x TEXT)")
    return path


def log(path):
    return path.with_name(path.name + "-wal")


def kept(path):
    with closing(connect(path)) as connection:
        return connection.execute("SELECT x FROM t ORDER BY rowid").fetchall()


def test_what_was_deleted_stands_in_the_log_until_it_is_scrubbed(path):
    with closing(connect(path)) as connection:
        connection.execute("INSERT INTO t VALUES ('heron'), ('finch')")
        connection.execute("DELETE FROM t WHERE x = 'heron'")
        assert b"heron" in log(path).read_bytes()
        scrub_log(path)
        assert log(path).read_bytes() == b""
        assert b"heron" not in path.read_bytes()
        connection.execute("INSERT INTO t VALUES ('wren')")
    assert kept(path) == [("finch",), ("wren",)]


def test_the_log_is_overwritten_before_it_is_cut(path, monkeypatch):
    seen = []

    def look(log):
        overwrite(log)
        seen.append(log.read_bytes())

    monkeypatch.setattr(scrubbing, "overwrite", look)
    with closing(connect(path)) as connection:
        connection.execute("INSERT INTO t VALUES ('heron')")
        scrub_log(path)
    (content,) = seen
    assert content
    assert not any(content)


def test_a_reader_who_stays_keeps_it_from_being_scrubbed_and_reads_on(path, monkeypatch):
    monkeypatch.setattr(database, "connect", lambda path, _key: sqlite3.connect(path, timeout=0, isolation_level=None))
    monkeypatch.setattr(scrubbing, "_MOST_SECONDS", 0.1)
    with closing(connect(path)) as writer, closing(connect(path)) as reader:
        writer.execute("INSERT INTO t VALUES ('heron')")
        reader.execute("BEGIN")
        assert reader.execute("SELECT x FROM t").fetchall() == [("heron",)]
        writer.execute("DELETE FROM t")
        with pytest.raises(PersonError) as error:
            scrub_log(path)
        assert error.value.code == "store_busy"
        assert reader.execute("SELECT x FROM t").fetchall() == [("heron",)]
        reader.execute("COMMIT")
        scrub_log(path)
        assert log(path).read_bytes() == b""


def write(path, end):
    with closing(connect(path)) as connection:
        number = 0
        while not end.is_set() or number < 50:
            connection.execute("INSERT INTO t VALUES (?)", (str(number),))
            number += 1


def read(path, end, wrong):
    with closing(connect(path)) as connection:
        last = 0
        while not end.is_set():
            rows = connection.execute("SELECT x FROM t ORDER BY rowid").fetchall()
            if rows != numbered(len(rows)) or len(rows) < last:
                wrong.append(rows)
            last = len(rows)


def numbered(count):
    return [(str(number),) for number in range(count)]


def is_scrubbed(path):
    try:
        scrub_log(path)
    except PersonError:
        return False
    return True


CHECKPOINT_LOCK = 121
"""The byte of the log's index that whoever brings the log in has locked (sqlite.org/walformat.html, 2.3.1)."""

AT_A_CHECKPOINT = f"""
import fcntl, sys
with open(sys.argv[1], "r+b") as index:
    fcntl.lockf(index, fcntl.LOCK_EX, 1, {CHECKPOINT_LOCK})
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="fcntl")
def test_it_waits_until_somebody_else_has_brought_the_log_in(path, monkeypatch):
    with closing(connect(path)) as connection:
        connection.execute("INSERT INTO t VALUES ('heron')")
        connection.execute("DELETE FROM t")
        index = path.with_name(path.name + "-shm")
        command = [sys.executable, "-c", AT_A_CHECKPOINT, str(index)]
        other = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert other.stdout.readline() == "held\n"
        waited = []

        def wait(seconds):
            waited.append(seconds)
            other.communicate()

        monkeypatch.setattr(scrubbing.time, "sleep", wait)
        scrub_log(path)
        assert len(waited) == 1
        assert log(path).read_bytes() == b""


def test_nothing_is_lost_while_others_write_and_read(path, monkeypatch):
    monkeypatch.setattr(scrubbing, "_MOST_SECONDS", 0.02)
    end, wrong = Event(), []
    threads = [Thread(target=write, args=(path, end)), Thread(target=read, args=(path, end, wrong))]
    for thread in threads:
        thread.start()
    scrubbed = sum(is_scrubbed(path) for _ in range(40))
    end.set()
    for thread in threads:
        thread.join()
    rows = kept(path)
    assert (wrong, rows) == ([], numbered(len(rows)))
    assert len(rows) >= 50
    assert scrubbed > 0
    with closing(connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_database_that_is_gone_is_not_made_anew(tmp_path):
    scrub_log(tmp_path / "testimony.db")
    assert list(tmp_path.iterdir()) == []
