"""Cleaning text at the edge where it comes in, and splitting it where it goes out."""

import re
from functools import cache
from typing import NamedTuple

from testimony_app.domain.errors import PersonError

_BREAKS = ("\r\n", "\r", "\u2028", "\u2029", "\u0085")
_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff"
# A coarse net, ten times as fast as the exact one: all code points from U+1FFFE on count as one range.
_SUSPECT = re.compile(f"[{_CONTROLS}\U0001fffe-\U0010ffff]")


class Cleaned(NamedTuple):
    """A cleaned text and the characters that were taken out of it, in order, so that the person can be told."""

    text: str
    removed: str


def clean(text: str) -> Cleaned:
    """Return `text` as we keep it, with what was removed.

    CR, CRLF, U+0085, U+2028 and U+2029 become LF. LF and TAB stay; all other control characters (C0, DEL, C1) are
    removed, and so are the 66 code points that Unicode calls noncharacters. Nothing is normalised; joiners and
    direction marks stay. A cleaned text comes out unchanged.

    Raises PersonError `text_invalid_unicode` for a lone surrogate, with its `position` in characters.
    """
    if text.isprintable():  # what Python calls so has no controls, breaks, noncharacters or surrogates
        return Cleaned(text, "")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise PersonError("text_invalid_unicode", position=error.start) from error
    for sign in _BREAKS:
        text = text.replace(sign, "\n")
    suspects = "".join(_SUSPECT.findall(text))
    removed = "".join(_removed().findall(suspects)) if suspects else ""
    for sign in set(removed):
        text = text.replace(sign, "")
    return Cleaned(text, removed)


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a cleaned text. A run of LF is one break; at either end of the text it gives nothing."""
    return [part for part in text.split("\n") if part]


def one_line(text: str) -> str:
    """Return a cleaned text as the value of a single line.

    A run of LF, TAB and spaces becomes one space, and white space at the ends goes. A no-break space or another
    Unicode space inside stays.
    """
    return re.sub("[\n\t ]+", " ", text).strip()


@cache
def _removed() -> re.Pattern[str]:
    high = "".join(chr(plane << 16 | last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))
    return re.compile(f"[{_CONTROLS}{high}]")
