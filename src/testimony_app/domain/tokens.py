"""Words, marks and sentences of a text in any script."""

import re
import sys
import unicodedata
from dataclasses import dataclass
from enum import Enum


class TokenKind(Enum):
    """What a token is. Only words are counted."""

    WORD = "word"
    SPACE = "space"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a text. Joined tokens are exactly the text."""

    text: str
    kind: TokenKind


_COMBINING = "".join(
    re.escape(chr(code)) for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)).startswith("M")
)
_PART = rf"[^\W_]|[{_COMBINING}]"
_TOKEN = re.compile(rf"(?P<space>\s+)|(?P<word>(?:{_PART})(?:\S*(?:{_PART}))?)|(?P<mark>\S)")
_SPLIT = re.compile("(—|…|\\.{3}|(?<=[^\\W\\d_])[–/](?=[^\\W\\d_]))")


def tokenize(text: str) -> tuple[Token, ...]:
    """Return the tokens of a text."""
    tokens = []
    for match in _TOKEN.finditer(text):
        kind = TokenKind(match.lastgroup)
        if kind is TokenKind.WORD:
            for piece in _SPLIT.split(match.group()):
                if piece:
                    tokens.append(Token(piece, TokenKind.MARK if _SPLIT.fullmatch(piece) else TokenKind.WORD))
        else:
            tokens.append(Token(match.group(), kind))
    return tuple(tokens)


def count_words(text: str) -> int:
    """Return how many words a text has."""
    return sum(token.kind is TokenKind.WORD for token in tokenize(text))


def sentences(text: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences of a text; together they cover it."""
    ends = [match.end() for match in re.finditer(r"[.!?…؟۔።]+[\"'”’)\]]*\s+|\n+", text)]
    if not ends or ends[-1] < len(text):
        ends.append(len(text))
    return list(zip([0, *ends], ends))
