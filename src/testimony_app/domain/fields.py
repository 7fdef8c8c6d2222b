"""The fields of suggested sentences and of file names: `{name}` in a text."""

import re

FIELDS = (
    "audience", "name", "ward", "neighborhood", "connection", "on_behalf_of", "matter", "file_number", "agenda_item",
    "meeting", "ask_opening",
)  # fmt: skip
"""The fields a suggested sentence may name."""

_PLACE = r"\{([a-z_]+)\}"


def fields_of(template: str) -> tuple[str, ...]:
    """Return the names of the fields a template holds, in order."""
    return tuple(re.findall(_PLACE, template))


def around_fields(template: str) -> list[str]:
    """Return a template cut at its fields: a text and a field's name in turn, with a text at either end."""
    return re.split(_PLACE, template)
