"""A place in a draft."""

from typing import NamedTuple


class Place(NamedTuple):
    """Where the person was: a step, a section and the cursor in it, in characters."""

    step: str = ""
    section: str = ""
    cursor: int = 0
