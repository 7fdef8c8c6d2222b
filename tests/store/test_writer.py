import sqlite3
from contextlib import closing
from threading import Event, Thread, current_thread

import pytest

from testimony_app.domain.errors import BugError
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


def insert(number, seen=None, path=None, error=None):
    def work(connection):
        connection.execute("INSERT INTO t VALUES (?)", (number,))
        if seen is not None:
            with closing(sqlite3.connect(path)) as other:
                seen.append(other.execute("SELECT count(*) FROM t").fetchone()[0])
        if error is not None:
            raise error
        return number

    return work


def kept(writer):
    return writer.submit(lambda connection: [x for (x,) in connection.execute("SELECT x FROM t ORDER BY x")]).result()


@pytest.fixture
def table(tmp_path):
    with closing(sqlite3.connect(tmp_path / "a.db")) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE t (x)")
    return tmp_path / "a.db"


def test_a_piece_with_patience_shares_the_commit_of_the_next(writer, table):
    seen = []
    first = writer.submit(insert(1), patience=60)
    second = writer.submit(insert(2, seen, table))
    assert (first.result(), second.result()) == (1, 2)
    assert seen == [0]
    assert kept(writer) == [1, 2]


@pytest.mark.usefixtures("table")
def test_a_piece_with_patience_is_done_where_nothing_comes(writer):
    assert writer.submit(insert(1), patience=0.001).result() == 1
    assert kept(writer) == [1]


@pytest.mark.usefixtures("table")
@pytest.mark.parametrize("bad", [1, 2])
def test_a_piece_that_fails_takes_its_company_with_it_in_nothing(writer, bad):
    error = ValueError("no")
    first = writer.submit(insert(1, error=error if bad == 1 else None), patience=60)
    second = writer.submit(insert(2, error=error if bad == 2 else None))
    assert [each.exception() for each in (first, second)] == [error if bad == 1 else None, error if bad == 2 else None]
    assert kept(writer) == [3 - bad]


def test_a_piece_with_patience_is_done_before_the_end(table):
    writer = StoreWriter(table, lambda: sqlite3.connect(table, isolation_level=None, check_same_thread=False))
    first = writer.submit(insert(1), patience=60)
    writer.close()
    assert first.result() == 1


def test_the_log_is_brought_in_by_and_by_and_no_commit_waits_for_it(table):
    writer = StoreWriter(table, lambda: sqlite3.connect(table, isolation_level=None, check_same_thread=False))
    for number in range(1500):
        writer.submit(lambda connection: connection.execute("INSERT INTO t VALUES (randomblob(20000))"))
        if number % 100 == 99:
            writer.submit(lambda _connection: None).result()
    log = table.with_name(table.name + "-wal").stat().st_size
    writer.close()
    assert log < 40 * 1024 * 1024
    with closing(sqlite3.connect(table)) as connection:
        assert connection.execute("SELECT count(*) FROM t").fetchone() == (1500,)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.usefixtures("table")
def test_who_waits_alone_has_it_done_in_their_own_thread(writer):
    assert writer.run(lambda _connection: current_thread()) is current_thread()
    assert writer.run(insert(1)) == 1
    assert kept(writer) == [1]


@pytest.mark.usefixtures("table")
def test_who_waits_comes_after_all_that_is_queued(writer):
    going, may_end = Event(), Event()

    def wait(_connection):
        going.set()
        may_end.wait()

    writer.submit(wait)
    going.wait()
    queued = [writer.submit(insert(number)) for number in range(3)]
    waiting = Thread(target=writer.run, args=(insert(9),))
    waiting.start()
    may_end.set()
    waiting.join()
    assert all(each.done() for each in queued)
    rows = writer.run(lambda connection: [x for (x,) in connection.execute("SELECT x FROM t ORDER BY rowid")])
    assert rows == [0, 1, 2, 9]


@pytest.mark.usefixtures("table")
def test_many_who_wait_and_queue_at_once_are_each_done_once(writer):
    def some(first):
        for number in range(first, first + 40, 2):
            writer.run(insert(number))
            writer.submit(insert(number + 1))

    threads = [Thread(target=some, args=(first,)) for first in (0, 100, 200)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert kept(writer) == [first + number for first in (0, 100, 200) for number in range(40)]


@pytest.mark.usefixtures("table")
def test_what_fails_for_who_waits_is_undone_and_told(writer):
    error = ValueError("no")
    with pytest.raises(ValueError, match="no"):
        writer.run(insert(1, error=error))
    assert kept(writer) == []


def test_the_log_is_brought_in_where_everybody_waits_too(table):
    writer = StoreWriter(table, lambda: sqlite3.connect(table, isolation_level=None, check_same_thread=False))
    for _ in range(1500):
        writer.run(lambda connection: connection.execute("INSERT INTO t VALUES (randomblob(20000))"))
    log = table.with_name(table.name + "-wal").stat().st_size
    writer.close()
    assert log < 40 * 1024 * 1024


def test_nothing_is_written_after_the_end(table):
    writer = StoreWriter(table, lambda: sqlite3.connect(table, isolation_level=None, check_same_thread=False))
    writer.run(insert(1))
    writer.close()
    for write in (writer.run, writer.submit):
        with pytest.raises(BugError):
            write(insert(2))
