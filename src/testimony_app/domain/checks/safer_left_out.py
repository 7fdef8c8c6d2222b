"""What may be safer left out: immigration, arrest, health, a child's name or school."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from testimony_app.domain.checks.finding import Finding, Review, Severity
from testimony_app.domain.testimony import Origin, Section

_NAME = "{name}"
_NAME_PATTERN = ",?\\s+(?-i:(?!Council|Mayor)[A-ZÀ-ÖØ-Þ])\\w+"


def find_safer_left_out(review: Review) -> Iterator[Finding]:
    """Find words of sensitive topics among the person's own words, one finding a topic and section.

    The words of all languages are looked for in every text, since people mix them.
    """
    for topic, words in review.safety.topics.items():
        if words:
            pattern = pattern_of(words)
            for section in review.testimony.sections:
                yield from _first_own(section, pattern, topic)


def pattern_of(words: Iterable[str]) -> re.Pattern[str]:
    """Return what finds any of the words, as whole words. See `SafetyWords` for capitals and `{name}`."""
    forms = {unicodedata.normalize(form, word) for word in words for form in ("NFC", "NFD")}
    alternatives = "|".join(_pattern(word) for word in sorted(forms, key=lambda word: (-len(word), word)))
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)")


def _pattern(word: str) -> str:
    if word.isupper():
        return re.escape(word)
    stem = word.removesuffix(_NAME)
    pattern = r"\s+".join(re.escape(part).replace("'", "['’]") for part in stem.split())
    return f"(?i:{pattern}{_NAME_PATTERN if stem != word else ''})"


def _first_own(section: Section, pattern: re.Pattern[str], topic: str) -> Iterator[Finding]:
    offset = 0
    for passage in section.passages:
        match = pattern.search(passage.text) if passage.origin is Origin.OWN else None
        if match:
            start, end = offset + match.start(), offset + match.end()
            parameters = {"topic": topic, "words": match.group()}
            yield Finding("safer_left_out", Severity.WORTH_A_LOOK, section.id, start, end, parameters=parameters)
            return
        offset += len(passage.text)
