"""A name that is missing, and one that is to be left out and is not."""

import re
from collections.abc import Iterator

from testimony_app.domain.checks.finding import Finding, Fix, Review, Severity
from testimony_app.domain.text import one_line


def find_name_questions(review: Review) -> Iterator[Finding]:
    """Find a missing name, say what leaving it out does not hide, and find a withheld name in the text."""
    name = one_line(review.draft.person.name)
    if review.draft.withhold_name:
        yield Finding("name_withheld", Severity.WORTH_A_LOOK)
        if name:
            yield from _withheld_name_in_text(review, name)
    elif not name:
        body = review.material.body
        asked = body.asks_for.full_name.value if body and body.asks_for else None
        code = "name_missing_and_asked" if asked else "name_missing"
        parameters = {"body": body.name if body else ""}
        yield Finding(code, Severity.WORTH_A_LOOK, fixes=(Fix.ASK,), parameters=parameters)


def _withheld_name_in_text(review: Review, name: str) -> Iterator[Finding]:
    pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    for section in review.testimony.sections:
        for match in pattern.finditer(section.text):
            start, end = match.span()
            yield Finding(
                "withheld_name_in_text", Severity.WORTH_A_LOOK, section.id, start, end, (Fix.DELETE, Fix.MASK)
            )
