"""The outbox of a profile: what is sent and waiting, and the one process at a time that sends."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from testimony_app.channels.channel_reader import ConfiguredChannel
from testimony_app.channels.kinds import KINDS
from testimony_app.channels.process import ChannelProcess
from testimony_app.domain.errors import OrganizerError, PersonError
from testimony_app.domain.submission import Channel, Gate, Outcome, Payload, RecipientResult, SubmissionState
from testimony_app.files.atomic import file_error
from testimony_app.files.lock import ProcessLock
from testimony_app.services.channels import Channels
from testimony_app.services.outbox_run import Following, OutboxRun, Sender
from testimony_app.services.submitting import channel_of
from testimony_app.settings.machine import machine
from testimony_app.settings.secrets import Secrets
from testimony_app.store import outbox
from testimony_app.store.drafts import DraftStore
from testimony_app.store.ledger import SentLedger
from testimony_app.store.outbox import PAUSED
from testimony_app.store.submissions import AttemptRow, SubmissionRow, stamp

S = SubmissionState
SHOWN_ORDER = (
    (S.UNKNOWN,), (S.RETURNED,), (S.NEEDS_YOU,), (S.QUEUED, S.SENDING, S.WAITING), (S.HANDED_OVER,),
    (S.ACCEPTED,), (S.CONFIRMED,), (S.CANCELLED, S.REPLACED),
)  # fmt: skip
"""In which order a list shows submissions: what needs somebody comes first."""


@dataclass(frozen=True, slots=True)
class Details:
    """A submission with its tries and what was said of each address."""

    row: SubmissionRow
    attempts: tuple[AttemptRow, ...]
    recipients: tuple[RecipientResult, ...]


class Sending:
    """Lists submissions, does what a person says of them, and runs the outbox."""

    def __init__(
        self,
        store: DraftStore,
        ledger: Path,
        channels: Channels,
        secrets: Secrets,
        key: Callable[[], bytes | None] = lambda: None,
    ) -> None:
        self._store = store
        self._ledger = ledger
        self._channels = channels
        self._secrets = secrets
        self._key = key

    def page(
        self, states: tuple[SubmissionState, ...], most: int, before_seq: int = 2**62
    ) -> tuple[SubmissionRow, ...]:
        """Return at most `most` submissions in some states, newest first."""
        return self._store.read(lambda connection: outbox.page(connection, states, most, before_seq))

    def of_draft(self, draft_id: str) -> tuple[SubmissionRow, ...]:
        """Return the submissions of a draft, newest first."""
        return self._store.read(lambda connection: outbox.of_draft(connection, draft_id))

    def find(self, submission: str) -> Details:
        """Return a submission. Raises PersonError `submission_not_found`."""
        return Details(
            self._store.read(lambda connection: outbox.find(connection, submission)),
            self._store.read(lambda connection: outbox.attempts_of(connection, submission)),
            self._store.read(lambda connection: outbox.recipients_of(connection, submission)),
        )

    def payload(self, submission: str) -> Payload:
        """Return the very bytes that were agreed to. Raises PersonError `submission_damaged`."""
        return self._store.read(lambda connection: outbox.payload_of(connection, submission))

    def take_back(self, submission: str) -> None:
        """Cancel what has not been handed over. Raises PersonError `submission_cannot` where it is too late."""
        self._move(submission, S.CANCELLED)

    def resolve(self, submission: str, *, arrived: bool) -> None:
        """Take over what the person found out: it arrived, or it did not and is sent again.

        Raises PersonError `submission_cannot` where nothing is open about it.
        """
        row = self.find(submission).row
        if row.state not in {S.UNKNOWN, S.HANDED_OVER}:
            raise PersonError("submission_cannot", state=row.state.value, submission=submission)
        if arrived:
            self._move(submission, S.CONFIRMED, "you_said_arrived")
        else:
            self._move(submission, S.QUEUED, "you_said_not_arrived")

    def came_back(self, submission: str) -> None:
        """Take over that a notice came back to the person's own mailbox."""
        self._move(submission, S.RETURNED, "you_said_returned")

    def try_again(self, submission: str) -> None:
        """Let what waits, or what the person has mended, be tried at once."""
        row = self.find(submission).row
        if row.state is S.NEEDS_YOU:
            self._move(submission, S.QUEUED)
        now = stamp(datetime.now(UTC))
        self._store.write(lambda connection: outbox.try_now(connection, submission, now))

    def is_paused(self) -> str:
        """Return why the outbox waits for a word, "restored" or "moved", or nothing."""
        return self._store.read(lambda connection: outbox.kept_value(connection, PAUSED))

    def go_on(self) -> None:
        """Let a paused outbox go on: the person has looked at what it holds."""
        self._store.write(lambda connection: outbox.keep_value(connection, PAUSED, ""))

    @contextmanager
    def running(self) -> Iterator[OutboxRun | None]:
        """Hold the lock of the outbox and give what sends; None where another process holds it.

        What a stopped program left behind is settled first. Raises the errors of the store.
        """
        ledger = SentLedger(self._ledger, self._key())
        lock = ProcessLock(self._ledger.with_name("outbox.lock"))
        try:
            is_ours = lock.take()
        except OSError as error:
            raise file_error(error, self._ledger.with_name("outbox.lock")) from error
        if not is_ours:
            yield None
            return
        run = OutboxRun(self._store, ledger, self._sender_of)
        try:
            run.recover(machine())
            yield run
        finally:
            run.close()
            ledger.close()
            lock.let_go()

    def check(self, name: str) -> Outcome:
        """Try a channel without sending: connect, log in, and say what that proved.

        Raises OrganizerError `channel_unknown`.
        """
        channel = self._channels.find(name)
        kind = KINDS[channel.kind]
        password = password_of(channel, self._secrets)
        if not kind.is_remote:
            return channel_of(channel, password).check()
        process = ChannelProcess(kind.module, channel.plain, password)
        try:
            return process.check()
        finally:
            process.close()

    def _sender_of(self, row: SubmissionRow) -> Sender:
        channel = self._channels.find(row.channel)
        if channel.sha256 != row.channel_sha256:
            raise OrganizerError("channel_changed", channel=channel.name)
        return sender_for(channel, self._secrets)

    def _move(self, submission: str, state: SubmissionState, code: str = "") -> None:
        now = stamp(datetime.now(UTC))
        self._store.write(lambda connection: outbox.move(connection, submission, state, now, code))


class _Local:
    """Sends through a channel that touches neither a network nor another computer."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel

    def send(self, payload: Payload, gate: Gate, _following: Following) -> Outcome:
        return self._channel.send(payload, gate, float("inf"))

    def ask(self, payload: Payload) -> Outcome | None:
        return self._channel.ask(payload)

    def close(self) -> None:
        pass


def sender_for(channel: ConfiguredChannel, secrets: Secrets) -> Sender:
    """Return what sends through a channel: in a process of its own where it leaves this program."""
    kind = KINDS[channel.kind]
    password = password_of(channel, secrets)
    if kind.is_remote:
        return ChannelProcess(kind.module, channel.plain, password)
    return _Local(channel_of(channel, password))


def password_of(channel: ConfiguredChannel, secrets: Secrets) -> Callable[[], str]:
    """Return what finds the secret of a channel when it is needed."""
    place = str(getattr(channel.settings, "secret", "keyring"))
    return lambda: secrets.find(place, channel.name)
