"""A testimony on its way to a public body: what is handed over, how far it came, and what is known of it after that."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import NamedTuple, Protocol


class SubmissionState(Enum):
    """What is known of a submission. The words for it never say more than this.

    ACCEPTED is what a server or a disk acknowledged, not what anyone has read. HANDED_OVER waits for the person to say
    whether they pressed the button of another program or page. UNKNOWN is never tried again by itself.
    """

    QUEUED = "queued"
    SENDING = "sending"
    WAITING = "waiting"
    NEEDS_YOU = "needs_you"
    UNKNOWN = "unknown"
    ACCEPTED = "accepted"
    HANDED_OVER = "handed_over"
    CONFIRMED = "confirmed"
    RETURNED = "returned"
    CANCELLED = "cancelled"
    REPLACED = "replaced"


class Phase(Enum):
    """How far an attempt has come. COMMITTING is set before the act that can deliver; after it nobody can take back."""

    NOT_STARTED = "not_started"
    CONNECT = "connect"
    AUTH = "auth"
    ENVELOPE = "envelope"
    BODY = "body"
    COMMITTING = "committing"


class OutcomeKind(Enum):
    """What an attempt proved.

    TEMPORARY and PERMANENT are proofs that nothing was delivered; the first may be tried again. UNKNOWN is
    everything that is neither proof.
    """

    ACCEPTED = "accepted"
    HANDED_OVER = "handed_over"
    TEMPORARY = "temporary"
    PERMANENT = "permanent"
    UNKNOWN = "unknown"


class RecipientResult(NamedTuple):
    """What a server said of one address. `answer` is its own words, shortened."""

    address: str
    kind: OutcomeKind
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is known after an attempt. `code` is what `words` makes a sentence of, `answer` the server's own words.

    `retry_after` is how many seconds the server asks us to wait, or None. `recipients` has one entry for each address
    where they fared differently. `receipt` is what the other side gave us to refer to, such as a number.
    """

    kind: OutcomeKind
    code: str
    answer: str = ""
    retry_after: float | None = None
    recipients: tuple[RecipientResult, ...] = ()
    receipt: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes along: its name, its MIME type and its bytes."""

    name: str
    content_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Letter:
    """What a person has agreed to hand over, before a channel gives it its own form.

    `text` is the whole testimony as printed. `cover` stands before it where the body asks for contact details.
    `sender_name` is empty where the name is left out. `copy_to` is the person's own address, or empty; `reply_to`
    likewise, and only where they chose it. `fields` are single values that a form may ask for, by their names:
    name, ward, neighborhood, position, matter, file_number, agenda_item, meeting_date, email, phone, address.
    """

    subject: str
    text: str
    attachments: tuple[Attachment, ...] = ()
    cover: str = ""
    sender_name: str = ""
    copy_to: str = ""
    reply_to: str = ""
    language: str = "en"
    fields: tuple[tuple[str, str], ...] = ()

    @property
    def content_sha256(self) -> bytes:
        """The SHA-256 of text and attachments: what makes two letters the same."""
        digest = hashlib.sha256()
        parts = [self.subject.encode(), self.cover.encode(), self.text.encode()]
        parts += [part for each in self.attachments for part in (each.name.encode(), each.content)]
        for part in parts:
            digest.update(len(part).to_bytes(8, "big"))
            digest.update(part)
        return digest.digest()


@dataclass(frozen=True, slots=True)
class SubmissionIds:
    """What names a submission, made once: its UUID, the reference printed on it, and the time it was made."""

    submission: str
    reference: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Payload:
    """The bytes of a submission, frozen: the same on each try.

    `recipients` are the addresses of the envelope, empty for a channel that has none. `message_id` is the Message-ID
    of a mail or the key by which a server knows a second try.
    """

    content: bytes
    content_type: str
    message_id: str
    recipients: tuple[str, ...] = ()
    file_name: str = ""

    @property
    def sha256(self) -> bytes:
        """The SHA-256 of the bytes."""
        return hashlib.sha256(self.content).digest()


class Cancelled(Exception):  # noqa: N818  (it is no error: the person took it back in time)
    """Raised by a gate instead of letting an attempt go on."""


class Gate(Protocol):
    """What an attempt must pass."""

    def reach(self, phase: Phase) -> None:
        """Say how far the attempt has come. Raises Cancelled where the person has taken the submission back."""

    def committing(self) -> None:
        """Ask before the act that can deliver. Returns only when ledger and queue have the mark on disk.

        Raises Cancelled; afterwards nothing can be taken back.
        """


class Channel(Protocol):
    """One way to hand a testimony over. A channel knows its settings and nothing of drafts, stores or windows."""

    def prepare(self, letter: Letter, ids: SubmissionIds) -> Payload:
        """Return the bytes to be sent, made once. Raises OrganizerError where the settings cannot carry the letter."""

    def send(self, payload: Payload, gate: Gate, deadline: float) -> Outcome:
        """Try once. `deadline` is the `time.monotonic()` by which all must be over. Never raises but Cancelled."""

    def ask(self, payload: Payload) -> Outcome | None:
        """Ask the other side whether an earlier try arrived, without sending. None where it cannot be asked."""

    def check(self) -> Outcome:
        """Go as far as can be gone without sending, and say what that proved. Never raises."""


Password = Callable[[], str]
"""Returns the secret of a channel when it is needed, so that no settings hold it.

Raises PersonError: `secret_missing`, `secret_locked`.
"""

_ENDED = {SubmissionState.CANCELLED, SubmissionState.REPLACED}

MOVES: dict[SubmissionState, frozenset[SubmissionState]] = {
    SubmissionState.QUEUED: frozenset({SubmissionState.SENDING, SubmissionState.NEEDS_YOU} | _ENDED),
    SubmissionState.SENDING: frozenset(
        {
            SubmissionState.ACCEPTED,
            SubmissionState.WAITING,
            SubmissionState.NEEDS_YOU,
            SubmissionState.UNKNOWN,
            SubmissionState.HANDED_OVER,
            SubmissionState.CANCELLED,
        }
    ),
    SubmissionState.WAITING: frozenset({SubmissionState.SENDING, SubmissionState.NEEDS_YOU} | _ENDED),
    SubmissionState.NEEDS_YOU: frozenset({SubmissionState.QUEUED} | _ENDED),
    SubmissionState.UNKNOWN: frozenset(
        {SubmissionState.ACCEPTED, SubmissionState.CONFIRMED, SubmissionState.QUEUED, SubmissionState.REPLACED}
    ),
    SubmissionState.ACCEPTED: frozenset({SubmissionState.RETURNED}),
    SubmissionState.HANDED_OVER: frozenset({SubmissionState.CONFIRMED, SubmissionState.QUEUED} | _ENDED),
    SubmissionState.CONFIRMED: frozenset({SubmissionState.RETURNED}),
    SubmissionState.RETURNED: frozenset({SubmissionState.REPLACED}),
    SubmissionState.CANCELLED: frozenset(),
    SubmissionState.REPLACED: frozenset(),
}
"""Which state may follow which. UNKNOWN goes back to QUEUED only when the person says that it did not arrive."""


def may_move(before: SubmissionState, after: SubmissionState, phase: Phase) -> bool:
    """Whether a submission may go from one state to another: one that is committing can no longer be cancelled."""
    if after is SubmissionState.CANCELLED and phase is Phase.COMMITTING and before is SubmissionState.SENDING:
        return False
    return after in MOVES[before]
