"""Cited facts that need a caution beside them, or that the campaign no longer holds."""

from collections.abc import Iterator

from testimony_app.domain.checks.finding import Finding, Review, Severity
from testimony_app.domain.testimony import Section


def find_cautions(review: Review) -> Iterator[Finding]:
    """Find cited facts with a caution that the text does not already give."""
    for evidence in review.testimony.citations:
        if not evidence.caution or evidence.caution in review.testimony.text:
            continue
        for section in review.testimony.sections:
            span = _span(section, evidence.id)
            if span:
                parameters = {"caution": evidence.caution, "evidence": evidence.id}
                yield Finding("caution_applies", Severity.WORTH_A_LOOK, section.id, *span, parameters=parameters)


def find_missing_evidence(review: Review) -> Iterator[Finding]:
    """Find facts the person chose to cite that the installed campaign does not hold."""
    campaign = review.material.campaign
    for point in review.draft.active_points:
        for evidence in point.evidence:
            if campaign is None or campaign.evidence(evidence) is None:
                parameters = {"evidence": evidence}
                yield Finding("evidence_missing", Severity.WORTH_A_LOOK, point.id, parameters=parameters)


def _span(section: Section, evidence: str) -> tuple[int, int] | None:
    """Return where the words of a cited fact stand in a section, without the white space after them."""
    position, start, end = 0, -1, -1
    for passage in section.passages:
        if passage.evidence == evidence and passage.text.strip():
            start = position if start < 0 else start
            end = position + len(passage.text.rstrip())
        position += len(passage.text)
    return (start, end) if start >= 0 else None
