import sqlite3
from threading import Event

import pytest

from testimony_app.store.writer import StoreWriter


@pytest.fixture
def writer(tmp_path):
    path = tmp_path / "a.db"
    writer = StoreWriter(path, lambda: sqlite3.connect(path, isolation_level=None, check_same_thread=False))
    yield writer
    writer.close()


def test_a_piece_of_work_that_is_called_off_is_not_done(writer):
    going, may_end = Event(), Event()

    def wait(_connection):
        going.set()
        may_end.wait()

    first = writer.submit(wait)
    going.wait()
    second = writer.submit(lambda connection: connection.execute("CREATE TABLE never (x)"))
    assert second.cancel()
    may_end.set()
    assert first.result() is None
    tables = writer.submit(lambda connection: connection.execute("SELECT name FROM sqlite_master").fetchall())
    assert tables.result() == []


def test_what_is_queued_is_finished_before_it_ends(tmp_path):
    path = tmp_path / "b.db"
    writer = StoreWriter(path, lambda: sqlite3.connect(path, isolation_level=None, check_same_thread=False))
    writer.submit(lambda connection: connection.execute("CREATE TABLE t (x)"))
    last = [writer.submit(lambda connection: connection.execute("INSERT INTO t VALUES (1)")) for _ in range(50)][-1]
    writer.close()
    assert last.done()
    assert last.exception() is None
    writer.close()


def test_a_writer_whose_database_cannot_be_opened_tells_each_who_waits(tmp_path):
    writer = StoreWriter(tmp_path, lambda: sqlite3.connect(tmp_path / "none" / "a.db"))
    for _ in range(2):
        assert writer.submit(lambda _connection: None).exception().code == "store_cannot_open"
    writer.close()
