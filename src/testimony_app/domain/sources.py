"""Where a fact comes from and when it was true."""

import re
from enum import Enum

from msgspec import Struct

UNKNOWN = "unknown"
"""The date of a source that carries none."""

_DAY_LENGTH = len("YYYY-MM-DD")
_DATE = r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?"


class Source(Struct, frozen=True):
    """A publication that a claim was read in.

    `date` is YYYY, YYYY-MM, YYYY-MM-DD or "unknown"; `read_on` is when we read it, YYYY-MM or YYYY-MM-DD. `title` and
    `url` are empty where none is known. `language` is that of publisher and title, given where it is not that of the
    campaign or body which names the source.
    """

    publisher: str
    date: str
    read_on: str
    title: str = ""
    url: str = ""
    language: str = ""


class Era(Enum):
    """Whether something was so before or after the campaign's turning point."""

    THEN = "then"
    NOW = "now"


def era(as_of: str, turning_point: str) -> Era | None:
    """Return on which side of `turning_point` the date `as_of` lies, or None where that cannot be said.

    Both are YYYY, YYYY-MM or YYYY-MM-DD; `as_of` may be "unknown" and `turning_point` empty. The day itself is THEN.
    Where one of them is too coarse to tell (the same year, no month) there is no era.
    """
    if not turning_point or not re.fullmatch(_DATE, as_of):
        return None
    shared = min(len(as_of), len(turning_point))
    if as_of[:shared] == turning_point[:shared]:
        return Era.THEN if as_of == turning_point and shared == _DAY_LENGTH else None
    return Era.NOW if as_of > turning_point else Era.THEN
