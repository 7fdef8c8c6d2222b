"""What the outbox does when it starts: it settles what a stopped program left behind, and notices a restored backup."""

from collections.abc import Callable
from datetime import datetime

from testimony_app.domain.outbox import after_attempt, after_restore, after_stop, entry_for
from testimony_app.domain.submission import Outcome, SubmissionState
from testimony_app.services.outbox_gate import sending_of
from testimony_app.services.outbox_outcomes import LEDGER_SEQ
from testimony_app.store import outbox
from testimony_app.store.drafts import DraftStore
from testimony_app.store.ledger import SentLedger
from testimony_app.store.outbox import PAUSED, RESTORED
from testimony_app.store.submissions import SubmissionRow, stamp

MACHINE = "machine"


class OutboxRecovery:
    """Recovers one profile's outbox. `ask` asks the other side whether an earlier try arrived, where that can be."""

    def __init__(
        self,
        store: DraftStore,
        ledger: SentLedger,
        ask: Callable[[SubmissionRow], Outcome | None],
        clock: Callable[[], datetime],
    ) -> None:
        self._store = store
        self._ledger = ledger
        self._ask = ask
        self._clock = clock

    def recover(self, machine: str) -> bool:
        """Settle what a stopped program left behind; return whether the outbox is paused and waits for a word.

        It is paused where the queue is older than its ledger (a restored backup) and where it came to another
        computer with something unsent in it, since the old computer may send it too.
        """
        now = stamp(self._clock())
        rows = self._store.read(outbox.left_behind)
        known = int(self._kept(LEDGER_SEQ) or 0)
        newer = self._ledger.named_after(known) - {row.id for row in rows}
        is_restored = bool(newer) or self._ledger.last() < known
        for row in rows:
            ledger = self._ledger.standing(row.id)
            state = after_stop(row.phase, ledger)
            if state is SubmissionState.UNKNOWN and (told := self._ask(row)) is not None:
                state = after_attempt(told, row.attempts, 0).state
                entry = entry_for(told)
                if entry is not None:
                    self._ledger.settle(sending_of(row), entry)
            self._settle_left_behind(row.id, state, "stopped_while_handing_over", now)
        for row in self._store.read(outbox.moving) if newer else ():
            if row.id in newer:
                self._settle_restored(row, now)
        has_moved = self._kept(MACHINE) not in {"", machine} and bool(self._store.read(outbox.moving))
        self._keep(MACHINE, machine)
        self._keep(LEDGER_SEQ, str(self._ledger.last()))
        if is_restored or has_moved:
            self._keep(PAUSED, RESTORED if is_restored else "moved")
        return bool(self._kept(PAUSED))

    def _settle_left_behind(self, submission: str, state: SubmissionState, code: str, now: str) -> None:
        self._store.write(
            lambda connection: outbox.settle_left_behind(
                connection, submission, state, code if state is SubmissionState.UNKNOWN else "", now
            )
        )

    def _settle_restored(self, row: SubmissionRow, now: str) -> None:
        state = after_restore(row.state, self._ledger.standing(row.id))
        if state is not row.state:
            self._store.write(lambda connection: outbox.settle_restored(connection, row.id, state, now))

    def _kept(self, key: str) -> str:
        return self._store.read(lambda connection: outbox.kept_value(connection, key))

    def _keep(self, key: str, value: str) -> None:
        if self._kept(key) != value:
            self._store.write(lambda connection: outbox.keep_value(connection, key, value))
