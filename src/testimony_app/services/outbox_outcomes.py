"""How attempts ended, on its way to the disk: first to the ledger, then to the queue."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from sqlite3 import Connection
from typing import TYPE_CHECKING

from testimony_app.domain.errors import TestimonyError
from testimony_app.domain.outbox import Next, entry_for
from testimony_app.domain.submission import Outcome
from testimony_app.services.outbox_gate import sending_of
from testimony_app.store import outbox
from testimony_app.store.drafts import DraftStore
from testimony_app.store.ledger import SentLedger
from testimony_app.store.submissions import SubmissionRow

if TYPE_CHECKING:
    from concurrent.futures import Future

LEDGER_SEQ = "ledger_seq"
"""What the outbox keeps: the number of the last entry its ledger had."""

SHARED_COMMIT_SECONDS = 0.005
"""Seconds at the most that the end of an attempt waits for the mark of the next one, to be synced together with it."""


@dataclass(slots=True)
class Ended:
    """How the attempt with this claim ended, and what follows. `is_settled` says that no mark in the ledger is open."""

    row: SubmissionRow
    token: str
    outcome: Outcome
    following: Next
    is_settled: bool
    finishing: "Future[None] | None" = None

    @property
    def is_kept(self) -> bool:
        """Whether the disk has it."""
        return self.finishing is not None and self.finishing.done() and self.finishing.exception() is None


class OutboxOutcomes:
    """Keeps how attempts ended. What the disk refuses is in `unkept` and is tried again."""

    def __init__(self, store: DraftStore, ledger: SentLedger, clock: Callable[[], datetime]) -> None:
        self.unkept: list[Ended] = []
        self._store = store
        self._ledger = ledger
        self._clock = clock

    def add(self, ended: Ended) -> None:
        """Take over how an attempt ended and begin to keep it."""
        self.unkept.append(ended)
        self.hand_to_disk()

    def keep(self) -> None:
        """Wait until the disk has everything or has refused it."""
        self.hand_to_disk()
        refused: list[Ended] = []
        for ended in self.unkept:
            try:
                if ended.finishing is not None:
                    ended.finishing.result()
                    continue
            except TestimonyError:
                ended.finishing = None
            refused.append(ended)
        self.unkept = refused

    def hand_to_disk(self) -> None:
        """Close the marks in the ledger, and only then hand the ends of the attempts to the queue."""
        self.unkept = [ended for ended in self.unkept if not ended.is_kept]
        for ended in self.unkept:
            if ended.finishing is not None:
                continue
            try:
                if not ended.is_settled:
                    self._settle(ended.row, ended.outcome)
                    ended.is_settled = True
                ended.finishing = self._finished_later(ended)
            except TestimonyError:
                continue

    def _settle(self, row: SubmissionRow, outcome: Outcome) -> None:
        """Close the ledger's mark: before the queue, so that a stop in between never turns sent into unsent."""
        entry = entry_for(outcome)
        if entry is not None:
            self._ledger.settle(sending_of(row), entry)

    def _finished_later(self, ended: Ended) -> "Future[None]":
        seq = str(self._ledger.last())
        at = self._clock()

        def finish(connection: Connection) -> None:
            outbox.finish(connection, ended.row.id, ended.token, ended.outcome, ended.following, at)
            outbox.keep_value(connection, LEDGER_SEQ, seq)

        return self._store.write_later(finish, SHARED_COMMIT_SECONDS)
