"""Putting values into a sentence pattern."""

import re
from collections.abc import Mapping

_PLACE = r"\{([a-z_]+)\}"


def filled(pattern: str, values: Mapping[str, str | int]) -> str:
    """Return the pattern with each `{name}` replaced once. A value's own braces are left as they are."""
    return re.sub(_PLACE, lambda place: str(values.get(place.group(1), place.group())), pattern)
