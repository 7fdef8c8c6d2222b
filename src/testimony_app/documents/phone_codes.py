"""A text as QR codes for a phone: each is a `mailto:` link without a recipient, so that it opens as a message draft.

A phone may offer to search the web for a code that holds plain text, and so give it away. Nothing here needs a network.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import quote

from testimony_app.domain.errors import PersonError

LARGEST_VERSION = 25
"""Version of a code (117 modules a side) up to which the cameras of phones read it well."""

LARGEST_LINK = 997
"""Bytes a code of that version holds at error correction M (ISO/IEC 18004, table 7)."""

MOST_CODES = 6
"""Beyond this nobody wants to scan."""

_FILLED = (0.5, 0.6, 0.7, 0.8, 0.9)
"""Shares to which a code may be filled where it is left off at the end of a paragraph, the best first."""


class PhoneCode(NamedTuple):
    """One code: its number and how many there are, its link, and its modules by rows, True for a dark one."""

    number: int
    of: int
    link: str
    rows: tuple[tuple[bool, ...], ...]


def phone_codes(text: str, subject: str) -> tuple[PhoneCode, ...]:
    """Return the codes that together hold a text, in order; all bodies one after another are the text.

    Lines end in CR and LF in a link (RFC 6068, 5), which is LF in the text. Raises PersonError `too_long_for_phone`.
    """
    import segno  # noqa: PLC0415  (only who wants a code needs it)

    parts = _parts(text, subject) if _cost(text) <= MOST_CODES * LARGEST_LINK else ()
    if not 0 < len(parts) <= MOST_CODES:
        raise PersonError("too_long_for_phone")
    links = [_link(part, _numbered(subject, number, len(parts))) for number, part in enumerate(parts, 1)]
    codes = [segno.make_qr(link, error="m", boost_error=False) for link in links]
    return tuple(
        PhoneCode(number, len(parts), link, tuple(tuple(bool(module) for module in row) for row in code.matrix))
        for number, (link, code) in enumerate(zip(links, codes, strict=True), 1)
    )


def _parts(text: str, subject: str) -> Sequence[str]:
    """Return the text in as few pieces as fit into codes, cut between paragraphs where that takes no more of them."""
    room = LARGEST_LINK - len(_link("", _numbered(subject, MOST_CODES, MOST_CODES)))
    words = _words(text, room)
    fewest = _filled(words, room, room)
    tried = (_filled(words, room, int(room * share)) for share in _FILLED)
    return next((parts for parts in tried if len(parts) == len(fewest)), fewest)


def _filled(words: Sequence[str], room: int, enough: int) -> Sequence[str]:
    parts: list[str] = []
    part, used = "", 0
    for word in words:
        cost = _cost(word)
        if part and (used + cost > room or (part.endswith("\n") and used > enough)):
            parts.append(part)
            part, used = "", 0
        part, used = part + word, used + cost
    return [*parts, part]


def _words(text: str, room: int) -> Sequence[str]:
    """Return words with the white space after them; one that no code could hold is cut."""
    words: list[str] = []
    for word in re.findall(r"\S+[^\S\n]*\n*|\s+", text):
        rest = word
        while _cost(rest) > room:
            cut = next(end for end in range(min(len(rest), room), 0, -1) if _cost(rest[:end]) <= room)
            words.append(rest[:cut])
            rest = rest[cut:]
        words.append(rest)
    return words


def _cost(text: str) -> int:
    return len(_quoted(text))


def _numbered(subject: str, number: int, count: int) -> str:
    return " ".join(f"{subject} {number}/{count}".split()) if count > 1 else " ".join(subject.split())


def _link(body: str, subject: str) -> str:
    return f"mailto:?subject={_quoted(subject)}&body={_quoted(body)}"


def _quoted(text: str) -> str:
    return quote(text.replace("\n", "\r\n"), safe="!'()*,;:@/")
