"""A request that is missing, or that the Council has answered already."""

from collections.abc import Iterator

from testimony_app.domain.checks.finding import Finding, Fix, Review, Severity, whole
from testimony_app.domain.compose import chosen_ask
from testimony_app.domain.section_ids import ASK
from testimony_app.domain.testimony import Origin


def find_no_request(review: Review) -> Iterator[Finding]:
    """Find a testimony that asks for nothing."""
    section = review.testimony.section(ASK)
    if section is None or not section.text.strip():
        yield Finding("no_request", Severity.WORTH_A_LOOK, section=ASK, fixes=(Fix.ASK,))


def find_answered_request(review: Review) -> Iterator[Finding]:
    """Find a request the Council has already answered, such as the letter's own, unless it was written anew."""
    ask = chosen_ask(review.material.campaign, review.draft)
    section = review.testimony.section(ASK)
    if ask and ask.answered and section and any(each.origin is Origin.CAMPAIGN for each in section.passages):
        yield whole("request_already_answered", section, answered=ask.answered)
