"""The gate of an attempt: what is about to be done is on disk before it is done."""

from typing import TYPE_CHECKING, NoReturn

from testimony_app.domain.errors import TestimonyError
from testimony_app.domain.submission import Cancelled, Phase
from testimony_app.store import outbox
from testimony_app.store.drafts import DraftStore
from testimony_app.store.ledger import Sending, SentLedger
from testimony_app.store.submissions import SubmissionRow

if TYPE_CHECKING:
    from concurrent.futures import Future


class AttemptGate:
    """The gate of one attempt, whose claim is `token`: ledger and queue have the mark before the act that can deliver.

    `claiming` may still be on its way to the disk; the mark comes after it. `phase` is how far the attempt came,
    `is_marked` says that the mark may be on disk, `trouble` is what the disk refused.
    """

    def __init__(
        self, store: DraftStore, ledger: SentLedger, row: SubmissionRow, token: str, claiming: "Future[bool]"
    ) -> None:
        self.phase = Phase.NOT_STARTED
        self.is_marked = False
        self.trouble: TestimonyError | None = None
        self._store = store
        self._ledger = ledger
        self._row = row
        self._token = token
        self._claiming = claiming

    def reach(self, phase: Phase) -> None:
        """Let a phase begin that can still be taken back. What stops before the mark is the same wherever it stops."""
        try:
            is_ours = not self._claiming.done() or self._store.read(
                lambda connection: outbox.is_claimed(connection, self._row.id, self._token)
            )
        except TestimonyError as error:
            self._stop(error)
        if not is_ours:
            raise Cancelled
        self.phase = phase

    def committing(self) -> None:
        """Put the intent into the ledger and the mark into the queue; only then may it be handed over.

        The two files are synced at the same time: each alone already keeps a second try away.
        """
        self.is_marked = True
        try:
            marking = self._store.write_later(
                lambda connection: outbox.reach(connection, self._row.id, self._token, Phase.COMMITTING)
            )
            try:
                self._ledger.intend(sending_of(self._row))
            finally:
                marking.result()
        except TestimonyError as error:
            self._stop(error)
        self.phase = Phase.COMMITTING

    def _stop(self, error: TestimonyError) -> NoReturn:
        """Hold the attempt back where the disk does not keep what it must."""
        self.trouble = error
        raise Cancelled from error


def sending_of(row: SubmissionRow) -> Sending:
    """Return what the ledger keeps of a submission."""
    return Sending(row.id, row.message_id, row.payload_sha256, row.channel_sha256)
