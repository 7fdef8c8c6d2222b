"""What the outbox keeps of a submission, of what a person agreed to, and of each try."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple

from testimony_app.domain.submission import Payload, Phase, SubmissionState


@dataclass(frozen=True, slots=True)
class Consent:
    """What a person agreed to: hashes of the wording, of text and attachments, and of the recipients."""

    id: str
    given_utc: str
    language: str
    channel: str
    wording_sha256: bytes
    content_sha256: bytes
    recipients_sha256: bytes


@dataclass(frozen=True, slots=True)
class NewSubmission:
    """A submission to be queued. `closes_utc` is the last moment for comments, empty where it is not known."""

    id: str
    draft_id: str
    rev: int
    reference: str
    title: str
    channel: str
    channel_kind: str
    channel_title: str
    channel_sha256: bytes
    payload: Payload
    consent: Consent
    created_utc: str
    closes_utc: str = ""


class SubmissionRow(NamedTuple):
    """A submission as lists show it, without its bytes. Times are ISO 8601, empty for none.

    `recipients` are the addresses that are still to be reached.
    """

    seq: int
    id: str
    draft_id: str
    rev: int
    reference: str
    title: str
    channel: str
    channel_kind: str
    channel_title: str
    channel_sha256: bytes
    recipients: tuple[str, ...]
    message_id: str
    payload_sha256: bytes
    closes_utc: str
    state: SubmissionState
    phase: Phase
    attempts: int
    next_utc: str
    code: str
    answer: str
    receipt: str
    created_utc: str
    changed_utc: str


class AttemptRow(NamedTuple):
    """One try: when it began and ended, how far it came, and what was said."""

    number: int
    started_utc: str
    ended_utc: str
    phase: Phase
    code: str
    answer: str


def stamp(moment: datetime) -> str:
    """Return a moment as it is kept: ISO 8601 with seconds, in UTC."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")
