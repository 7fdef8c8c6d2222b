"""Cleaning text at the edge where it comes in, and splitting it where it goes out."""

import re
from typing import NamedTuple

from testimony_app.domain.errors import PersonError

_BREAKS = re.compile("\r\n|[\r\u2028\u2029\u0085]")
_REFUSED = re.compile("[\ud800-\udfff]")
_REMOVED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef"
    + "".join(chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)


class Cleaned(NamedTuple):
    """A cleaned text and the signs that were taken out of it, in order."""

    text: str
    removed: str


def clean(text: str) -> Cleaned:
    """Return `text` as we keep it.

    All line breaks become LF. Control characters but TAB, and code points that Unicode calls noncharacters, are taken
    out and returned beside it. Nothing is normalised; joiners and direction marks stay. Raises PersonError
    `text_invalid_unicode` for a lone surrogate.
    """
    broken = _REFUSED.search(text)
    if broken:
        raise PersonError("text_invalid_unicode", position=broken.start())
    text = _BREAKS.sub("\n", text)
    removed = "".join(_REMOVED.findall(text))
    return Cleaned(_REMOVED.sub("", text) if removed else text, removed)


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text; a run of line breaks is one paragraph break."""
    return [part for part in text.split("\n") if part]


def one_line(text: str) -> str:
    """Return a value for a single line: runs of line breaks, tabs and spaces become one space, ends are stripped."""
    return re.sub("[\n\t ]+", " ", text).strip()
