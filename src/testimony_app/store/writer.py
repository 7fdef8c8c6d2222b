"""The one writer of a database, its thread, and its acknowledgements."""

import sqlite3
import time
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import closing, suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from typing import Any, NamedTuple, TypeVar

from testimony_app.domain.errors import BugError, PersonError, TestimonyError
from testimony_app.store.faults import told

Result = TypeVar("Result")
Work = Callable[[sqlite3.Connection], Result]


class _Job(NamedTuple):
    work: Work[Any]
    future: "Future[Any]"
    patience: float
    bring_in: bool


_COMMITS = 300
"""After so many commits the log is brought into the database, by a thread of its own: no commit waits for it."""

_LONGEST_LOG = 10_000
"""Pages of the log after which a commit brings it in itself, where that thread could not."""


class StoreWriter:
    """Runs pieces of work one after another on a connection of its own.

    Each piece is one immediate transaction: its result is there only after the commit is on disk, or the exception
    that undid it, a `TestimonyError` where the database refused. Where the disk is full `make_room` is called, and
    where that makes any the piece is tried once more.

    `submit` hands a piece to the writer's thread and goes on. Who would only wait calls `run`: where nothing else is
    to be written, the piece is done there and then, which saves two changes of thread.

    A piece with patience waits so many seconds for the next ones, up to the first that has none, to share their commit.
    Where they cannot go together they are undone, and each runs again alone: a piece changes nothing but the database.
    """

    def __init__(
        self, path: Path, connect: Callable[[], sqlite3.Connection], make_room: Callable[[], bool] = lambda: False
    ) -> None:
        self._path = path
        self._connect = connect
        self._make_room = make_room
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._queued = 0
        self._queueing = Lock()
        self._turn = Lock()
        self._connection: sqlite3.Connection | None = None
        self._thread: Thread | None = None
        self._bringing: Thread | None = None
        self._commits = 0
        self._closed = False

    def submit(self, work: Work[Result], patience: float = 0.0, *, bring_in: bool = False) -> "Future[Result]":
        """Queue a piece of work and return the future that will hold its acknowledgement.

        `bring_in` then brings what the log holds into the database itself, so that it outlives a log that somebody
        takes for rubbish. The acknowledgement does not wait for that.
        """
        future: Future[Result] = Future()
        if not self._queue(_Job(work, future, patience, bring_in)):
            raise BugError("store_closed")
        return future

    def run(self, work: Work[Result], *, bring_in: bool = False) -> Result:
        """Do a piece of work after all that is queued, and return its result once that is on disk.

        Raises what undid it. `bring_in` is as in `submit`, and is not waited for either.
        """
        if not self._takes_turn():
            return self.submit(work, bring_in=bring_in).result()
        try:
            return self._with_room(work)
        finally:
            self._commits += 1
            if bring_in or self._log_wants_care():
                self._queue(_Job(lambda _: None, Future(), 0.0, bring_in))
            self._turn.release()

    def close(self) -> None:
        """Finish what is queued, then end the thread."""
        with self._queueing:
            self._closed = True
            thread, self._thread = self._thread, None
        if thread is not None:
            self._jobs.put(None)
            thread.join()
        with self._turn:
            if self._bringing is not None:
                self._bringing.join()
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def _queue(self, job: _Job) -> bool:
        """Queue a piece, and return whether that could be."""
        with self._queueing:
            if not self._closed:
                self._queued += 1
                self._jobs.put(job)
                if self._thread is None:
                    self._thread = Thread(target=self._run, name="draft writer", daemon=True)
                    self._thread.start()
            return not self._closed

    def _takes_turn(self) -> bool:
        """Take the turn to write, where nothing is queued and nothing is being written."""
        with self._queueing:
            return not self._closed and self._queued == 0 and self._turn.acquire(blocking=False)

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            queued = self._company_of(job)
            with self._turn:
                self._do_all(queued)
                self._care_for_log(at_once=any(each.bring_in for each in queued))
            with self._queueing:
                self._queued -= len(queued)

    def _do_all(self, queued: list[_Job]) -> None:
        """Do pieces that are not called off, together where they can go together."""
        jobs = [each for each in queued if each.future.set_running_or_notify_cancel()]
        if len(jobs) < 2 or not self._done_together(jobs):  # noqa: PLR2004  (one alone has no company)
            for each in jobs:
                self._do(each)
        self._commits += 1

    def _company_of(self, job: _Job) -> list[_Job]:
        """Return a piece and those that share its commit; the end of all work is left where it is."""
        jobs = [job]
        until = time.monotonic() + job.patience
        while jobs[-1].patience:
            try:
                following = self._jobs.get(timeout=max(until - time.monotonic(), 0.0))
            except Empty:
                break
            if following is None:
                self._jobs.put(None)
                break
            jobs.append(following)
        return jobs

    def _done_together(self, jobs: list[_Job]) -> bool:
        """Do pieces in one transaction; where anything is in their way, nothing of them is done."""
        try:
            results = self._in_transaction(lambda connection: [job.work(connection) for job in jobs])
        except Exception:  # noqa: BLE001  (each runs again alone, and then its own error is told)
            return False
        for job, result in zip(jobs, results, strict=True):
            job.future.set_result(result)
        return True

    def _do(self, job: _Job) -> None:
        try:
            result = self._with_room(job.work)
        except BaseException as error:  # noqa: BLE001  (handed to whoever waits for the acknowledgement)
            job.future.set_exception(error)
        else:
            job.future.set_result(result)

    def _with_room(self, work: Work[Result]) -> Result:
        try:
            return self._in_transaction(work)
        except PersonError as error:
            if error.code != "disk_full" or not self._make_room():
                raise
        return self._in_transaction(work)

    def _log_wants_care(self) -> bool:
        return self._commits >= _COMMITS if self._bringing is None else not self._bringing.is_alive()

    def _care_for_log(self, *, at_once: bool) -> None:
        """Have the log brought in now and then, and bring in what came meanwhile, so that it begins anew."""
        if at_once:
            self._bring_in()
        elif self._bringing is not None and not self._bringing.is_alive():
            self._bringing = None
            self._bring_in()
        elif self._bringing is None and self._commits >= _COMMITS:
            self._commits = 0
            self._bringing = Thread(target=self._bring_in_beside, name="log of drafts", daemon=True)
            self._bringing.start()

    def _bring_in(self) -> None:
        if self._connection is not None:
            with suppress(sqlite3.Error):  # what is acknowledged is on the disk, in one file or the other
                self._connection.execute("PRAGMA wal_checkpoint(PASSIVE)")

    def _bring_in_beside(self) -> None:
        """Bring the log in on a connection of its own, while others go on writing."""
        with suppress(sqlite3.Error, TestimonyError), closing(self._connect()) as connection:  # as above
            connection.execute("PRAGMA wal_checkpoint(PASSIVE)")

    def _in_transaction(self, work: Work[Result]) -> Result:
        with told(self._path):
            if self._connection is None:
                self._connection = self._connect()
                self._connection.execute(f"PRAGMA wal_autocheckpoint = {_LONGEST_LOG:d}")
            connection = self._connection
            connection.execute("BEGIN IMMEDIATE")
            try:
                result = work(connection)
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
            return result
