"""Scripts written without spaces between words: their letters are counted where words cannot be."""

import re
import unicodedata
from collections import Counter

ENGLISH_WORDS, CHINESE_LETTERS, JAPANESE_LETTERS, MEAN_LETTERS = 228, 255, 357, 863
"""Words or letters that adults read aloud in a minute, of texts with the same content.

From Trauzettel-Klosinski and Dietz, "Standardized Assessment of Reading Performance: The New International Reading
Speed Texts IReST", Investigative Ophthalmology & Visual Science 53 (2012), pages 5452 to 5461,
https://iovs.arvojournals.org/article.aspx?articleid=2166061. The last is the mean of all 17 languages (page 5452), for
those that were not measured, as Lao, Thai, Khmer, Burmese and Karen. The others are those of its table by language, as
https://irisreading.com/average-reading-speed-in-various-languages/ gives it.
"""

_HAN = "\u3005-\u3007\u3021-\u3029\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_KANA = "\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f\U0001b000-\U0001b16f"
_SOUTHEAST_ASIAN = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1950-\u19ff\u1a20-\u1aaf\ua9e0-\ua9ff\uaa60-\uaadf"  # Thai to Tai Viet
)
_LETTERS = f"{_HAN}{_KANA}{_SOUTHEAST_ASIAN}"
_RUNS = re.compile(f"[{_LETTERS}][{_LETTERS}\u200b-\u200d\u2060]*")
_PIECES = re.compile(rf"{_RUNS.pattern}|[^\s{_LETTERS}]+")
_IN_HAN, _IN_KANA = re.compile(f"[{_HAN}]"), re.compile(f"[{_KANA}]")

_BEFORE_ITS_LETTER = "\u0e40-\u0e44\u0ec0-\u0ec4"
_AFTER_ITS_LETTER = "\u0e2f\u0e30\u0e32\u0e33\u0e45\u0e46\u0eaf\u0eb0\u0eb2\u0eb3\u0ebd\u0ec6\u3005\u30fc"
_JOINS_TWO = "\u17d2\u1039\u1a60\u200c\u200d\u2060"
_NEVER_PARTED = re.compile(f"[{_BEFORE_ITS_LETTER}{_JOINS_TWO}]")
"""Vowels that are written before the consonant they follow, and signs that join two letters."""


def is_mostly_unspaced(text: str) -> bool:
    """Whether most letters of a text are of these scripts, so that its words cannot be counted."""
    if text.isascii():
        return False
    ours = sum(map(str.isalpha, "".join(_RUNS.findall(text))))
    return 2 * ours > sum(map(str.isalpha, text))


def without_unspaced(text: str) -> str:
    """Return a text with a space in the place of each run of these scripts, so that its other words can be counted."""
    return text if text.isascii() else _RUNS.sub(" ", text)


def unspaced_words(text: str, language: str) -> float:
    """Return how many English words take as long to say as the letters of these scripts in a text.

    Letters and numbers count, marks over, under or beside them do not. Han letters are said as in Japanese where the
    language, a tag such as "ja", is that, else as in Chinese.
    """
    if text.isascii():
        return 0.0
    return _words_in("".join(_RUNS.findall(text)), language)


def cue(sentence: str, words: int, language: str) -> str:
    """Return how a sentence begins: its first `words` words, or as much as takes as long to say in these scripts.

    There it ends no later than at the first space or sign after half of that, and never within what is read as one.
    """
    said, end = 0.0, 0
    for piece in _PIECES.finditer(sentence):
        if not _RUNS.fullmatch(piece[0]):
            said, end = said + 1, piece.end()
        else:
            length = _fitting(piece[0], words - said, language)
            said, end = said + _words_in(piece[0][:length], language), piece.start() + length
            if said >= words / 2:
                break
        if said >= words:
            break
    return sentence[:end]


def _fitting(run: str, words: float, language: str) -> int:
    """Return how many characters of a run take about as long to say as so many English words."""
    said = 0.0
    for at, sign in enumerate(run):
        if said >= words and _may_part(run, at):
            return at
        said += _worth(sign, language)
    return len(run)


def _may_part(run: str, at: int) -> bool:
    following = run[at]
    is_bound = unicodedata.category(following)[0] == "M" or following in _AFTER_ITS_LETTER + _JOINS_TWO
    return not is_bound and not _NEVER_PARTED.match(run[at - 1])


def _words_in(run: str, language: str) -> float:
    return sum(count * _worth(sign, language) for sign, count in Counter(run).items())


def _worth(sign: str, language: str) -> float:
    """Return how many English words take as long to say as one sign."""
    if not sign.isalnum():
        return 0.0
    is_japanese = language.lower().partition("-")[0] == "ja"
    if _IN_KANA.match(sign) or (is_japanese and _IN_HAN.match(sign)):
        return ENGLISH_WORDS / JAPANESE_LETTERS
    return ENGLISH_WORDS / (CHINESE_LETTERS if _IN_HAN.match(sign) else MEAN_LETTERS)
