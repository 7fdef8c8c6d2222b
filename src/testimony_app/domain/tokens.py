"""Words, marks and spaces of a text in any script that parts its words by spaces."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import chain, pairwise

_SPACES = re.compile(r"[\s\u200b]+")
_RUNS = re.compile(rf"{_SPACES.pattern}|[^\s\u200b]+")
_EMOJI = re.compile("[\u2600-\u27bf\U0001f000-\U0001faff]")

# The shape of a run has one letter for each character: l letter, n number, m combining mark, v what belongs to the
# character before it, x emoji, j joiner, d a dash or sign that always parts words, - . / themselves, o all others.
_SHAPES = {"-": "-", ".": ".", "/": "/", "–": "/", "—": "d", "…": "d", "\u1361": "d", "\u200d": "j", "\u20e3": "v"}
_PARTING = re.compile(r"(x[xvjm]*|d|\.{3,}|-{2,}|(?<=[lm])/(?=l))")
_WORD = re.compile(r"[lnm](?:.*[lnm])?v*")
_MARK = re.compile(r"\.{3,}|-{2,}|.v*")
_CHANGES_THE_ONE_BEFORE = ("VARIATION SELECTOR", "MONGOLIAN FREE VARIATION SELECTOR", "EMOJI MODIFIER")

_CLOSING = "\"'”’»)]}」』"
_CLOSERS = f"[{re.escape(_CLOSING)}]*"
_FOREIGN_STOPS = "؟۔።፧。！？।॥"
_SENTENCE_END = re.compile(
    rf"""(?: (?<![.!?…]) (?: (?P<stop>\.){_CLOSERS}(?=\s) | [.!?…]+{_CLOSERS}(?=\s) )
         | [{_FOREIGN_STOPS}][.!?…{_FOREIGN_STOPS}]*{_CLOSERS} ) \s* | \n\s*""",
    re.VERBOSE,
)
_LONGEST_ABBREVIATION = 16
_LAST_WORD = re.compile(r"[\w.]*\Z")
_NEXT_WORD = re.compile(r"[\"'“‘(\[]*(\w{1,16}\.?)")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]|[A-Z]")
_TITLES = frozenset(("mr", "mrs", "ms", "mx", "dr", "prof"))
_BEFORE_A_NUMBER = frozenset(("no", "nos", "ch", "sec", "art", "fig", "vol", "pp", "p", "para", "rm", "subd"))
_ABBREVIATIONS = frozenset((
    "st", "ave", "blvd", "rd", "pkwy", "hwy", "apt", "ste", "dept", "univ", "assn", "inc", "ltd", "co", "corp",
    "jr", "sr", "rev", "hon", "sen", "rep", "gov", "lt", "sgt", "capt", "ph.d", "vs", "cf", "approx", "minn", "stat",
    "jan", "feb", "apr", "aug", "sept", "sep", "oct", "nov", "dec", "mon", "tue", "tues", "wed", "thu", "thurs", "fri",
))  # fmt: skip
_OPENERS = frozenset((
    "The", "This", "That", "These", "Those", "There", "It", "Its", "He", "She", "We", "They", "You", "I", "My", "Our",
    "Your", "His", "Her", "Their", "A", "An", "In", "On", "At", "And", "But", "So", "If", "When", "What", "Why", "How",
    "Who", "Please", "Now", "No", "Yes",
))  # fmt: skip


class TokenKind(Enum):
    """What a token is. Only words are counted."""

    WORD = "word"
    SPACE = "space"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a text: a word, a run of white space, or a mark (a punctuation sign, a symbol, emoji)."""

    text: str
    kind: TokenKind


def tokenize(text: str) -> tuple[Token, ...]:
    """Return the tokens of a text; joined they are exactly the text.

    A word reaches from the first to the last letter, number or combining mark between two spaces, and what stands
    between these belongs to it ("o'clock", "full-time", "10,000", joiners, direction marks). But an em dash or two
    hyphens, an ellipsis, emoji, the Ethiopic wordspace, and a slash or en dash between letters part words: "and/or"
    is two, "24/7" and "2020–21" are one. U+200B is a space, as Lao and Khmer use it.

    Scripts that write no spaces (Chinese, Lao without U+200B) give one word for each run. How long these take to say
    goes by their letters; see `unspaced.py`.
    """
    runs = _RUNS.findall(text)
    tokens = {run: _tokens_of(run) for run in set(runs)}
    return tuple(chain.from_iterable(map(tokens.__getitem__, runs)))


def count_words(text: str) -> int:
    """Return how many words a text has, by the same rule as `tokenize`."""
    runs = Counter(text.split())
    return sum(count if run.isalpha() else count * _words_in(run) for run, count in runs.items())


def most_words(texts: Iterable[str]) -> int:
    """Return how many words the longest of some texts has. What stands in several of them is looked at once."""
    words = _WordsInRuns()
    return max((sum(map(words.__getitem__, text.split())) for text in texts), default=0)


class _WordsInRuns(dict[str, int]):
    """How many words runs without white space have."""

    def __missing__(self, run: str) -> int:
        self[run] = words = 1 if run.isalpha() else _words_in(run)
        return words


def _words_in(run: str) -> int:
    return sum(token.kind is TokenKind.WORD for part in _RUNS.findall(run) for token in _tokens_of(part))


def _tokens_of(run: str) -> tuple[Token, ...]:
    """Return the tokens of a run of white space, or of a run without any."""
    if run.isalnum():
        return (Token(run, TokenKind.WORD),)
    if _SPACES.fullmatch(run):
        return (Token(run, TokenKind.SPACE),)
    shape = "".join(map(_shape, run))
    if not shape.strip("lnm"):
        return (Token(run, TokenKind.WORD),)
    tokens: list[Token] = []
    start = 0
    for place, piece in enumerate(_PARTING.split(shape)):
        end = start + len(piece)
        if place % 2:
            tokens.append(Token(run[start:end], TokenKind.MARK))
        else:
            tokens.extend(_tokens_between(run[start:end], piece))
        start = end
    return tuple(tokens)


def _tokens_between(run: str, shape: str) -> list[Token]:
    """Return the tokens of what stands between two parting signs: at most one word with marks around it."""
    word = _WORD.search(shape)
    if not word:
        return _marks(run, shape)
    start, end = word.span()
    return [
        *_marks(run[:start], shape[:start]),
        Token(run[start:end], TokenKind.WORD),
        *_marks(run[end:], shape[end:]),
    ]


def _marks(run: str, shape: str) -> list[Token]:
    return [Token(run[mark.start() : mark.end()], TokenKind.MARK) for mark in _MARK.finditer(shape)]


@lru_cache(maxsize=4096)
def _shape(character: str) -> str:
    if character in _SHAPES:
        return _SHAPES[character]
    if unicodedata.name(character, "").startswith(_CHANGES_THE_ONE_BEFORE):
        return "v"
    shape = {"L": "l", "N": "n", "M": "m"}.get(unicodedata.category(character)[0], "o")
    return "x" if shape == "o" and _EMOJI.match(character) else shape


def sentences(text: str) -> list[tuple[int, int]]:
    """Return the spans (start, end) of the sentences of a text, in characters; together they cover it.

    A sentence ends at . ! ? … and any closing quotes or brackets where white space follows, at the full stops and
    question marks of other scripts, and at a line break; the white space after it belongs to it. A quotation does not
    end one where a small letter follows ("“Why?” he said"), nor does a full stop after a number or letter that opens a
    line, an initial, or a common English abbreviation, unless what follows can only begin a sentence ("at 3 p.m. The
    council").
    """
    ends: list[int] = []
    start = 0
    for end in _SENTENCE_END.finditer(text):
        if _goes_on_around(text, end) or (end.group("stop") and _goes_on(text, start, end)):
            continue
        start = end.end()
        ends.append(start)
    if start < len(text):
        ends.append(len(text))
    return list(pairwise([0, *ends]))


def _goes_on_around(text: str, end: re.Match[str]) -> bool:
    """Whether a quotation ends in `end`, and the sentence that holds it goes on."""
    sign = end.group()
    return sign.rstrip()[-1:] in _CLOSING and "\n" not in sign and text[end.end() : end.end() + 1].islower()


def _goes_on(text: str, start: int, end: re.Match[str]) -> bool:
    """Whether the sentence begun at `start` goes on after the single full stop found in `end`."""
    stop = end.start("stop")
    following = _NEXT_WORD.match(text, end.end())
    last = _LAST_WORD.findall(text, max(start, stop - _LONGEST_ABBREVIATION), stop)[0]
    if not following or not last or "\n" in end.group():
        return False
    next_word, lowered = following.group(1), last.lower()
    if lowered in _BEFORE_A_NUMBER:
        return next_word[0].isdecimal()
    if lowered == "etc":
        return not next_word[0].isupper()
    if lowered in _TITLES or _opens_a_list(last, text, start, stop):
        return True
    return bool(lowered in _ABBREVIATIONS or _INITIALS.fullmatch(last)) and next_word not in _OPENERS


def _opens_a_list(last: str, text: str, start: int, stop: int) -> bool:
    """Whether a number or letter is all that stands before the full stop, as in "1. First"."""
    short = stop - start <= _LONGEST_ABBREVIATION and (last.isdecimal() or len(last) == 1)
    return short and text[start:stop].strip() == last
