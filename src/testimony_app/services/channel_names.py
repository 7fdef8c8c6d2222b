"""Names for channels that somebody sets up by their titles alone."""

import re
import unicodedata
from collections.abc import Container
from itertools import count

_LONGEST = 36
"""The format allows 40 letters, and a number may follow."""


def free_name(title: str, taken: Container[str]) -> str:
    """Return a name that stands for a title in `channels.toml` and is not taken: "City Clerk" gives "city-clerk"."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).lstrip("0123456789-")
    name = words[:_LONGEST].rstrip("-") or "way"
    if name not in taken:
        return name
    return next(each for number in count(2) if (each := f"{name}-{number}") not in taken)
