"""How long a text takes to say."""

from testimony_app.domain.spoken_english import spoken
from testimony_app.domain.tokens import count_words, most_words, sentences
from testimony_app.domain.unspaced import unspaced_words, without_unspaced

DEFAULT_WORDS_PER_MINUTE = 130
"""The pace until a person has timed themselves.

The calculator at help4study.online uses it (260 words in two minutes), and it lies near what the City of Mill Valley
tells people who comment online: 200 to 250 words take about two minutes.
"""

SLOWEST_WORDS_PER_MINUTE = 100
FASTEST_WORDS_PER_MINUTE = 160
"""The paces offered. A textbook by Lucas calls 125 to 150 usual, Toastmasters 125 to 160, as others report them; the
slower ones are for those who speak with care for captioners and interpreters."""

MOST_WORDS_HEARD_ONCE = 25
"""The most words of a sentence that is easy to follow: the limit that GOV.UK sets for those who write for it, since at
25 words "sentences become difficult" ("Sentence length: why 25 words is our limit", Inside GOV.UK, Aug 4, 2014)."""

_SECONDS_A_MINUTE = 60


def is_pace_known(language: str) -> bool:
    """Whether there are figures for the pace of a language, a tag such as "en" or "so". Only English has them.

    For all others seconds are a guess until the person has timed themselves, and should be shown as one.
    """
    return language.lower().partition("-")[0] == "en"


def spoken_words(text: str, language: str) -> int:
    """Return how many words are said when a text is read aloud.

    In English numbers, amounts, dates, abbreviations and spelled letters count as they are said: "$3.5 million" is
    five words, "2021" three. In other languages words count as they are written.
    """
    return count_words(spoken(text) if is_pace_known(language) else text)


def speaking_seconds(text: str, language: str, words_per_minute: int | None = None) -> float:
    """Return how many seconds a text takes to say, at the person's own pace or, for None, the default one.

    `words_per_minute` is above zero; it may lie outside the paces offered, since it may have been measured. In scripts
    without spaces between words letters count, as many for a word as take as long to say as an English one.
    """
    pace = DEFAULT_WORDS_PER_MINUTE if words_per_minute is None else words_per_minute
    words = spoken_words(without_unspaced(text), language) + unspaced_words(text, language)
    return words * _SECONDS_A_MINUTE / pace


def longest_sentence(text: str) -> int:
    """Return how many words the longest sentence of a text has."""
    return most_words(text[start:end] for start, end in sentences(text))
