"""A place in a draft."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where the person was: a step, a section and the cursor in it, in characters."""

    step: str = ""
    section: str = ""
    cursor: int = 0
