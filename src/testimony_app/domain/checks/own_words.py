"""Testimonies that are mostly not in the person's own words."""

from collections.abc import Iterator

from testimony_app.domain.checks.finding import Finding, Fix, Review, Severity
from testimony_app.domain.originality import own_share

_HALF = 0.5


def find_mostly_suggested(review: Review) -> Iterator[Finding]:
    """Find a testimony in which more words were suggested or cited than written by the person."""
    if review.testimony.text.strip() and own_share(review.testimony.sections) < _HALF:
        yield Finding("mostly_suggested", Severity.WORTH_A_LOOK, fixes=(Fix.ASK,))
