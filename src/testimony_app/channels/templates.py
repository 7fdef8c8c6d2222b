"""The texts a page or a form asks for: `{name}` in a channel's settings, filled from a letter."""

from testimony_app.domain.errors import OrganizerError
from testimony_app.domain.fields import around_fields
from testimony_app.domain.submission import Letter, SubmissionIds

FIELDS = (
    "text", "subject", "cover", "reference", "submission", "language", "name", "ward", "neighborhood", "on_behalf_of",
    "position", "matter", "file_number", "agenda_item", "meeting_date", "email", "phone", "address",
)  # fmt: skip
"""What a setting may ask for."""


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
