"""The texts a page or a form asks for: `{name}` in a channel's settings, filled from a letter."""

import re
from collections.abc import Iterator

from testimony_app.domain.errors import OrganizerError
from testimony_app.domain.fields import around_fields
from testimony_app.domain.submission import Letter, SubmissionIds

FIELDS = (
    "text", "subject", "cover", "reference", "submission", "language", "name", "ward", "neighborhood", "on_behalf_of",
    "position", "matter", "file_number", "agenda_item", "meeting_date", "email", "phone", "address",
)  # fmt: skip
"""What a setting may ask for."""

_LIKE_A_FIELD = r"\{\s*([A-Za-z][\w -]*?)\s*\}"
"""A word in braces. What else may stand in braces, such as JSON, is the text itself."""


def unknown_fields(template: str) -> Iterator[tuple[str, str]]:
    """Yield each field that a template asks for and we do not know, with the one that was meant, or an empty text."""
    for found in re.finditer(_LIKE_A_FIELD, template):
        asked = found.group()
        if asked[1:-1] not in FIELDS:
            from difflib import get_close_matches  # noqa: PLC0415  (most templates are right)

            plain = found.group(1).lower().replace(" ", "_").replace("-", "_")
            close = get_close_matches(plain, FIELDS, 1)
            yield asked, f"{{{close[0]}}}" if close else ""


def fill(template: str, letter: Letter, ids: SubmissionIds) -> str:
    """Return a template with its fields filled; what the person left empty is empty.

    Raises OrganizerError `channel_field_unknown`.
    """
    values = {
        **dict(letter.fields),
        "text": letter.text,
        "subject": letter.subject,
        "cover": letter.cover,
        "reference": ids.reference,
        "submission": ids.submission,
        "language": letter.language,
    }
    parts = around_fields(template)
    for name in parts[1::2]:
        if name not in FIELDS:
            raise OrganizerError("channel_field_unknown", field=name)
    return "".join(values.get(part, "") if number % 2 else part for number, part in enumerate(parts))
