"""What may be safer left out: immigration, arrest, health, a child's name or school."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from testimony_app.domain.checks.finding import Finding, Fix, Review, Severity
from testimony_app.domain.testimony import Origin, Section

_NAME = "{name}"
_NO_NAMES = (
    "Council", "Mayor", "Chair", "President", "Members", "English", "Spanish", "Somali", "Hmong", "Arabic", "Oromo",
    "Amharic", "French", "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?",
)  # fmt: skip
"""What follows "my son" with a capital and is no name: whom one speaks to, what one teaches, when."""

_ONE_NAME = rf"[^\S\n]+(?-i:(?!(?:{'|'.join(_NO_NAMES)})\b)[^\W\d_a-zß-öø-ÿ])[\w\u0300-\u036f]+"
_NAME_PATTERN = rf"(?:{_ONE_NAME}|,{_ONE_NAME}(?:{_ONE_NAME})?(?=[.,;]))"

_NEAR = r"(?:I|we|(?:my|our|mi|mis|nuestr[oa]s?)(?:\s+[\w'’-]+){1,2})"
_IS = (
    rf"(?:{_NEAR}\s+(?:am|is|are|was|were|got|(?:has|have|had)\s+been|es|está|fue|era|estaba|estuvo|son|están|fueron)"
    r"|(?:I|we)['’](?:m|re|(?:ve|d)\s+been)|soy|estoy|fui|estuve|era|estaba|somos|estamos|fuimos)"
    r"(?:\s+(?:a|an|un|una|once|also|still|now|wrongly|wrongfully|falsely))?"
)
_STARTS = {"{near} ": rf"(?i:{_NEAR})\s+", "{near is} ": rf"(?i:{_IS})\s+", "": ""}


def find_safer_left_out(review: Review) -> Iterator[Finding]:
    """Find words of sensitive topics among the person's own words, one finding a topic and section.

    The words of all languages are looked for in every text, since people mix them.
    """
    for topic, words in review.safety.topics.items():
        if words:
            pattern = pattern_of(words)
            for section in review.testimony.sections:
                yield from _first_own(section, pattern, topic)
            translated = pattern.search(review.testimony.translation_text)
            if translated:
                parameters = {"topic": topic, "words": translated.group()}
                yield Finding("safer_left_out", Severity.WORTH_A_LOOK, fixes=(Fix.ASK,), parameters=parameters)


def pattern_of(words: Iterable[str]) -> re.Pattern[str]:
    """Return what finds any of the words, as whole words. See `SafetyWords` for what an entry may hold."""
    forms = {unicodedata.normalize(form, word) for word in words for form in ("NFC", "NFD")}
    groups: dict[str, list[str]] = {start: [] for start in _STARTS}
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        start = next(start for start in _STARTS if form.startswith(start))
        groups[start].append(_pattern(form.removeprefix(start)))
    alternatives = "|".join(f"{_STARTS[start]}(?:{'|'.join(group)})" for start, group in groups.items() if group)
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)")


def _pattern(entry: str) -> str:
    stem = entry.removesuffix(_NAME)
    pattern = r"\s+".join(_word_pattern(word) for word in stem.split())
    return f"(?i:{pattern}{_NAME_PATTERN if stem != entry else ''})"


def _word_pattern(word: str) -> str:
    pattern = re.escape(word).replace("'", "['’]")
    return f"(?-i:{pattern})" if len(word) > 1 and word.isupper() else pattern


def _first_own(section: Section, pattern: re.Pattern[str], topic: str) -> Iterator[Finding]:
    """Yield the first place in a section that holds a word of the person's own, whoever wrote the words around it."""
    own = bytearray()
    for passage in section.passages:
        own += (b"\1" if passage.origin is Origin.OWN else b"\0") * len(passage.text)
    for match in pattern.finditer(section.text):
        start, end = match.span()
        if own.find(1, start, end) >= 0:
            parameters = {"topic": topic, "words": match.group()}
            yield Finding("safer_left_out", Severity.WORTH_A_LOOK, section.id, start, end, parameters=parameters)
            return
