"""Which characters the shipped typefaces have, from a table that `packaging/make_fonts.py` writes beside them."""

import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence, Set
from pathlib import Path

TABLE = "characters.json"
TEXT_FACE = "Atkinson Hyperlegible Next"
WIDE_FACE = "Noto Sans"
_MOST_NAMED = 10
_PIECE = 65_536
_JOINER = "\u200d"
_BLANK = "\u115f\u1160\u3164\uffa0"
"""Letters, as Unicode has it, of which nothing is to be seen."""


class Typefaces:
    """The families of a folder of fonts, and the characters of each. Raises OSError or ValueError without a table."""

    def __init__(self, fonts: Path) -> None:
        table: Mapping[str, str] = json.loads((fonts / TABLE).read_bytes())
        self._families = {family: _code_points(ranges) for family, ranges in table.items()}
        self._known = frozenset().union(*self._families.values())

    def missing(self, text: str) -> tuple[str, ...]:
        """Return the characters that no family has, each once, in their order."""
        return tuple(sign for sign in _signs(text) if ord(sign) not in self._known and sign not in "\n\t")

    def order(self, text: str) -> tuple[str, ...]:
        """Return the families in the order in which a character is looked for.

        Our own face comes first, unless the text has Latin letters that it lacks: a word is not set in two faces.
        """
        own = self._families[TEXT_FACE]
        lacks = any(ord(sign) not in own and _is_latin(sign) for sign in _signs(text))
        first = (WIDE_FACE, TEXT_FACE) if lacks else (TEXT_FACE, WIDE_FACE)
        return (*first, *(family for family in self._families if family not in first))

    def one_has_all(self, text: str) -> bool:
        """Whether the family that is looked at first has every character, so that no other one is needed."""
        first = self._families[self.order(text)[0]]
        return all(ord(sign) in first for sign in _signs(text))

    def may_part(self, text: str) -> bool:
        """Whether a letter of a text may be shown as several glyphs: with marks of its own, or built of them.

        A face that lacks a letter, but has its parts, builds it before a later face is asked.
        """
        families = [self._families[family] for family in self.order(text)]
        return any(_is_joined(sign) or _is_built(families, sign) for sign in _signs(text))


def named(characters: Iterable[str]) -> str:
    """Return characters as a person can find them: themselves, or their Unicode name where there is nothing to see."""
    listed = tuple(characters)
    shown = ", ".join(
        f"“{sign}”" if sign.isprintable() and sign not in _BLANK and not _is_joined(sign) else _name(sign)
        for sign in listed[:_MOST_NAMED]
    )
    return f"{shown}, …" if len(listed) > _MOST_NAMED else shown


def _signs(text: str) -> Mapping[str, None]:
    """Return the characters of a text, each once, in their order.

    It is gone through in pieces: while one is looked at, no other thread goes on, and a packet has some five million.
    """
    found: dict[str, None] = {}
    for start in range(0, len(text), _PIECE):
        found.update(dict.fromkeys(text[start : start + _PIECE]))
    return found


def may_be_parted(text: str) -> bool:
    """Whether a text has marks or joiners, also within letters, so that it may be shown as several glyphs."""
    return any(map(_is_joined, unicodedata.normalize("NFD", text)))


def _is_joined(sign: str) -> bool:
    """Whether a character belongs to the one before it: a mark such as an accent or a vowel sign, or a joiner."""
    return sign == _JOINER or unicodedata.category(sign)[0] == "M"


def _parts(sign: str) -> Sequence[str]:
    """Return what a character is made of (its canonical decomposition), or nothing."""
    parts = unicodedata.decomposition(sign)
    return [] if not parts or parts[0] == "<" else [chr(int(part, 16)) for part in parts.split()]


def _is_built(families: Iterable[Set[int]], sign: str) -> bool:
    first = next((family for family in families if _can_build(family, sign)), None)
    return first is not None and ord(sign) not in first


def _can_build(family: Set[int], sign: str) -> bool:
    return ord(sign) in family or (bool(parts := _parts(sign)) and all(_can_build(family, part) for part in parts))


def _name(sign: str) -> str:
    return unicodedata.name(sign, f"U+{ord(sign):04X}")


def _is_latin(sign: str) -> bool:
    return sign.isalpha() and unicodedata.name(sign, "").startswith("LATIN")


def _code_points(ranges: str) -> frozenset[int]:
    points: set[int] = set()
    for part in ranges.split():
        first, _, last = part.partition("-")
        points.update(range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(points)
