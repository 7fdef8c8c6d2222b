"""Which way a text runs."""

import unicodedata


def is_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction runs right to left (Unicode Bidirectional Algorithm, rule P2)."""
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in {"R", "AL"}:
            return True
        if kind == "L":
            return False
    return False
