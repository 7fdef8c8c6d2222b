"""What may be safer left out: immigration, arrest, health, a child's name or school."""

import re
from collections.abc import Iterator

from testimony_app.domain.checks.finding import Finding, Review, Severity
from testimony_app.domain.testimony import Origin, Section


def find_safer_left_out(review: Review) -> Iterator[Finding]:
    """Find words of sensitive topics among the person's own words, one finding a topic and section.

    The words of all languages are looked for in every text, since people mix them.
    """
    for topic, words in review.safety.topics.items():
        if not words:
            continue
        alternatives = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
        pattern = re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE)
        for section in review.testimony.sections:
            yield from _first_own(section, pattern, topic)


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
