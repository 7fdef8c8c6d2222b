"""Keys so deep that Python's own TOML reader would take hours and all memory over them."""

import re

MOST_PARTS = 20

_KEYS = (
    r"""(?xa) (?: (?: (?<![\w-])[\w-]++ | (?<!\\)"(?:[^"\\\n]|\\[^\n])*+" | '[^'\n]*+' ) [ \t]*+ \. [ \t]*+ )"""
    rf"{{{MOST_PARTS}}}"
)
_TEXTS = r'''(?xs) (?P<no_key> """ (?:[^\\]|\\.)*? (?:"{3,5}|\\?\Z) | \'{3} .*? (?:'{3,5}|\Z) | [#][^\n]* )
    | "(?:[^"\\\n]|\\[^\n])*+"? | '[^'\n]*+'?'''


def has_deep_key(toml: str) -> bool:
    """Whether a key or a table's name has more than twenty parts with dots between: `a.b.c = 1`, `[a."b".c]`.

    What looks like one inside a text or a comment is none, so texts are looked at only where there may be one.
    """
    if not any(line.count(".") >= MOST_PARTS for line in toml.split("\n")) or not re.search(_KEYS, toml):
        return False
    return bool(re.search(_KEYS, re.sub(_TEXTS, lambda found: "," if found["no_key"] else "x", toml)))
