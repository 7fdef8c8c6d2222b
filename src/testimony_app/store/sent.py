"""What a list of drafts says of what was sent of each."""

from collections.abc import Sequence
from typing import Any, NamedTuple

SENT = "sent.state, sent.rev, sent.channel_title, sent.changed_utc"
SENT_OF_DRAFT = (
    "LEFT JOIN submission AS sent ON sent.seq = (SELECT seq FROM submission WHERE submission.draft_id = draft.id "
    "AND submission.state NOT IN ('cancelled', 'replaced') AND channel_kind <> 'practice' "
    "ORDER BY submission.state IN ('unknown', 'returned', 'needs_you', 'handed_over') DESC, seq DESC LIMIT 1)"
)
"""What needs somebody is said first, then what was sent last. Practice sends nothing, nor does what was taken back."""


class SentRow(NamedTuple):
    """What is to be said first of what was sent of a draft: which version, how it stands since when, and its way.

    `state` is one of `SubmissionState`, by its value.
    """

    state: str
    rev: int
    channel_title: str
    changed_utc: str


def sent_row(values: Sequence[Any]) -> SentRow | None:
    """Return the values of `SENT` as a row, None where nothing was sent."""
    return SentRow(*values) if values[0] is not None else None
