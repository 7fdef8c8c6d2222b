"""Testimonies longer than the body takes, in the way they will be heard."""

from collections.abc import Iterator

from testimony_app.domain.checks.finding import Finding, Review, Severity
from testimony_app.domain.draft import Delivery
from testimony_app.domain.speaking import speaking_seconds
from testimony_app.domain.tokens import count_words

_GRACE_SECONDS = 1
"""A second is less than our estimate can tell."""


def find_too_long(review: Review) -> Iterator[Finding]:
    """Find a testimony over the body's time limit, word limit or character limit, as its delivery asks."""
    delivery = review.draft.delivery or Delivery.UNSURE
    if delivery is not Delivery.WRITTEN:
        yield from _too_long_aloud(review)
    if delivery is not Delivery.ALOUD:
        yield from _too_long_in_writing(review)


def _too_long_aloud(review: Review) -> Iterator[Finding]:
    limit = review.material.body.time_limit_seconds if review.material.body else None
    if limit is None:
        return
    testimony = review.testimony
    spoken = [section.text for section in testimony.sections if section.spoken]
    seconds = sum(speaking_seconds(text, testimony.language) for text in spoken)
    if seconds > limit + _GRACE_SECONDS:
        yield Finding(
            "too_long_aloud",
            Severity.WORTH_A_LOOK,
            parameters={"over_seconds": round(seconds - limit), "limit_seconds": limit},
        )


def _too_long_in_writing(review: Review) -> Iterator[Finding]:
    rules = review.material.body.writing if review.material.body else None
    if rules is None:
        return
    text = review.testimony.text
    counted = (
        ("too_many_words", count_words(text), rules.limit_words.value),
        ("too_many_characters", len(text), rules.limit_characters.value),
    )
    for code, count, limit in counted:
        if limit is not None and count > limit:
            parameters = {"over": count - limit, "limit": limit}
            yield Finding(code, Severity.WORTH_A_LOOK, parameters=parameters)
