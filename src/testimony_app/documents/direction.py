"""Which way a text runs."""

import unicodedata

_LANGUAGES = {"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"}
_SCRIPTS = {"Arab", "Hebr", "Nkoo", "Syrc", "Thaa"}
"""Languages and scripts that run right to left (CLDR, `layout.orientation`)."""


def runs_right_to_left(language: str) -> bool:
    """Whether a language runs right to left, by its tag."""
    base, *rest = language.split("-")
    scripts = {part.title() for part in rest if len(part) == 4}  # noqa: PLR2004  (BCP 47, 2.2.3)
    return bool(scripts & _SCRIPTS) if scripts else base.lower() in _LANGUAGES


def is_right_to_left(text: str, *, otherwise: bool = False) -> bool:
    """Whether the first letter with a direction runs right to left (Unicode Bidirectional Algorithm, rule P2).

    `otherwise` is the answer where there is no such letter.
    """
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in {"R", "AL"}:
            return True
        if kind == "L":
            return False
    return otherwise
