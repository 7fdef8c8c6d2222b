"""Which way a text runs."""

import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from testimony_app.documents.outline import Run

_LANGUAGES = {"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"}
_SCRIPTS = {"Arab", "Hebr", "Nkoo", "Syrc", "Thaa"}
"""Languages and scripts that run right to left (CLDR, `layout.orientation`)."""
_TO_THE_LEFT = {"R", "AL", "AN", "RLE", "RLO", "RLI"}
_CONTROLS = "\u200e\u202a\u202c\u202d\u2066\u2068\u2069"
"""Signs that set a direction or end what another one began, but for those that turn words to the left."""


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


def without_idle_controls(runs: Sequence[Run]) -> Sequence[Run]:
    """Return parts of a paragraph without the signs that set its direction, where all of it runs left to right anyhow.

    They change nothing there; but Typst parts a text at them, and leaves out an invisible sign that stands alone then.
    """
    text = "".join(run.text for run in runs)
    has_any = any(control in text for control in _CONTROLS)
    if not has_any or any(unicodedata.bidirectional(sign) in _TO_THE_LEFT for sign in text):
        return runs
    return [replace(run, text=run.text.translate(dict.fromkeys(map(ord, _CONTROLS)))) for run in runs]
