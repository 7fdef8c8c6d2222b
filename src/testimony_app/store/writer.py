"""The one thread that writes to the database, and its acknowledgements."""

import sqlite3
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import Any, TypeVar

from testimony_app.domain.errors import BugError
from testimony_app.store.faults import told

Result = TypeVar("Result")
Work = Callable[[sqlite3.Connection], Result]
_Job = tuple[Work[Any], "Future[Any]", bool]


class StoreWriter:
    """Runs pieces of work one after another on a connection of its own.

    Each piece is one immediate transaction: its future holds the result only after the commit is on disk, or the
    exception that undid it, a `TestimonyError` where the database refused. The thread starts with the first piece.
    Where the disk is full `make_room` is called, and where that makes any the piece is tried once more.
    """

    def __init__(
        self,
        path: Path,
        connect: Callable[[], sqlite3.Connection],
        make_room: Callable[[], bool] = lambda: False,
    ) -> None:
        self._path = path
        self._connect = connect
        self._make_room = make_room
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._thread: Thread | None = None
        self._closed = False

    def submit(self, work: Work[Result], *, bring_in: bool = False) -> "Future[Result]":
        """Queue a piece of work and return the future that will hold its acknowledgement.

        `bring_in` then brings what the log holds into the database itself, so that it outlives a log that somebody
        takes for rubbish. The acknowledgement does not wait for that.
        """
        if self._closed:
            raise BugError("store_closed")
        future: Future[Result] = Future()
        self._jobs.put((work, future, bring_in))
        if self._thread is None:
            self._thread = Thread(target=self._run, name="draft writer", daemon=True)
            self._thread.start()
        return future

    def close(self) -> None:
        """Finish what is queued, then end the thread."""
        self._closed = True
        if self._thread is not None:
            self._jobs.put(None)
            self._thread.join()
            self._thread = None

    def _run(self) -> None:
        connection: sqlite3.Connection | None = None
        while (job := self._jobs.get()) is not None:
            work, future, bring_in = job
            if not future.set_running_or_notify_cancel():
                continue
            try:
                with told(self._path):
                    connection = connection or self._connect()
                    result = self._with_room(connection, work)
            except BaseException as error:  # noqa: BLE001  (handed to whoever waits for the acknowledgement)
                future.set_exception(error)
            else:
                future.set_result(result)
                if bring_in:
                    with suppress(sqlite3.Error):  # what is acknowledged is on the disk, in one file or the other
                        connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
        if connection is not None:
            connection.close()

    def _with_room(self, connection: sqlite3.Connection, work: Work[Result]) -> Result:
        try:
            return _in_transaction(connection, work)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_FULL or not self._make_room():
                raise
        return _in_transaction(connection, work)


def _in_transaction(connection: sqlite3.Connection, work: Work[Result]) -> Result:
    connection.execute("BEGIN IMMEDIATE")
    try:
        result = work(connection)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    return result
