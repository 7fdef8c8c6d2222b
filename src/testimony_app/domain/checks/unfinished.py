"""What the person began and has not finished: an empty section, a starter with nothing after it."""

import re
from collections.abc import Iterator

from testimony_app.domain.checks.finding import Finding, Fix, Review, Severity, whole
from testimony_app.domain.testimony import Origin, Section, SectionKind

_POINTS = (SectionKind.POINT, SectionKind.OWN_POINT)
_NOTHING_MORE = re.compile(r"[\s.…]*(?:\n|$)")


def find_empty_sections(review: Review) -> Iterator[Finding]:
    """Find points without a word, and points that hold cited facts alone."""
    for section in review.testimony.sections:
        if section.kind not in _POINTS:
            continue
        if not section.text.strip():
            yield Finding("empty_section", Severity.WORTH_A_LOOK, section.id, fixes=(Fix.ASK,))
        elif not any(each.origin is Origin.OWN and each.text.strip() for each in section.passages):
            yield whole("no_story", section, (Fix.ASK,))


def find_unfinished_starters(review: Review) -> Iterator[Finding]:
    """Find a starter such as "I care about this because ..." that nothing follows."""
    campaign = review.material.campaign
    if campaign is None:
        return
    starters = [starter for point in campaign.points for starter in point.starters]
    stems = dict.fromkeys(starter.rstrip("…. ") for starter in starters)
    for section in review.testimony.sections:
        for stem in stems:
            if stem:
                yield from _unfinished(section, stem)


def _unfinished(section: Section, stem: str) -> Iterator[Finding]:
    place = section.text.find(stem)
    while place >= 0:
        rest = _NOTHING_MORE.match(section.text, place + len(stem))
        if rest:
            end = place + len(stem) + len(rest.group().rstrip())
            yield Finding("unfinished_starter", Severity.WORTH_A_LOOK, section.id, place, end, (Fix.DELETE, Fix.ASK))
        place = section.text.find(stem, place + len(stem))
