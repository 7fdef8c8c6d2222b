"""A name that is missing, and one that is to be left out and is not."""

from collections.abc import Iterator

from testimony_app.domain.checks.finding import Finding, Fix, Review, Severity
from testimony_app.domain.text import one_line
from testimony_app.domain.withheld_name import reveals_name, withheld_name_spans


def find_name_questions(review: Review) -> Iterator[Finding]:
    """Find a missing name, say what leaving it out does not hide, and find a withheld name in the text.

    A body known not to ask for a name does not miss one.
    """
    if review.draft.withhold_name:
        yield Finding("name_withheld", Severity.WORTH_A_LOOK)
        yield from _withheld_name_in_text(review)
    elif not one_line(review.draft.person.name):
        body = review.material.body
        asked = body.asks_for.full_name.value if body and body.asks_for else None
        if asked is not False:
            code = "name_missing_and_asked" if asked else "name_missing"
            parameters = {"body": body.name if body else ""}
            yield Finding(code, Severity.WORTH_A_LOOK, fixes=(Fix.ASK,), parameters=parameters)


def _withheld_name_in_text(review: Review) -> Iterator[Finding]:
    code, severity = "withheld_name_in_text", Severity.WORTH_A_LOOK
    if any(reveals_name(text, review.draft) for text in review.texts_beside):
        yield Finding(code, severity, fixes=(Fix.ASK,))
    for section in review.testimony.sections:
        for start, end in withheld_name_spans(section.text, review.draft):
            yield Finding(code, severity, section.id, start, end, (Fix.DELETE, Fix.MASK))
