"""An earlier version of a draft as a file brings it along."""

from dataclasses import dataclass

from testimony_app.domain.draft import Draft


@dataclass(frozen=True, slots=True)
class FileRevision:
    """A version: its number, when (UTC, ISO 8601) and why it was saved, what it said, and its text as composed then.

    `reference` stands on it where it left the computer, else it is empty.
    """

    rev: int
    saved_utc: str
    reason: str
    text: str
    draft: Draft
    reference: str = ""
