"""All checks, in the order their findings are shown."""

from collections.abc import Callable, Iterable, Mapping

from testimony_app.domain.checks.cited_facts import find_cautions, find_missing_evidence
from testimony_app.domain.checks.finding import Finding, Review, Severity
from testimony_app.domain.checks.length import find_too_long
from testimony_app.domain.checks.names import find_name_questions
from testimony_app.domain.checks.own_words import find_mostly_suggested
from testimony_app.domain.checks.private_data import find_private_data
from testimony_app.domain.checks.request import find_answered_request, find_no_request
from testimony_app.domain.checks.safer_left_out import find_safer_left_out
from testimony_app.domain.checks.unfinished import find_empty_sections, find_unfinished_starters

CHECKS: Mapping[str, Callable[[Review], Iterable[Finding]]] = {
    "private_data": find_private_data,
    "too_long": find_too_long,
    "no_request": find_no_request,
    "answered_request": find_answered_request,
    "unfinished_starters": find_unfinished_starters,
    "empty_sections": find_empty_sections,
    "cautions": find_cautions,
    "missing_evidence": find_missing_evidence,
    "safer_left_out": find_safer_left_out,
    "name_questions": find_name_questions,
    "mostly_suggested": find_mostly_suggested,
}
"""Every check by its name. `words` says what each looks for."""


def run_each(review: Review) -> dict[str, tuple[Finding, ...]]:
    """Return what each check finds, by the check's name; one that finds nothing is there too."""
    return {name: tuple(check(review)) for name, check in CHECKS.items()}


def in_order(found: Mapping[str, tuple[Finding, ...]]) -> tuple[Finding, ...]:
    """Return all findings: what must be fixed first, then what is worth a look, each in the order of the checks."""
    findings = [finding for each in found.values() for finding in each]
    return tuple(sorted(findings, key=lambda finding: finding.severity is not Severity.MUST_FIX))


def run_checks(review: Review) -> tuple[Finding, ...]:
    """Run every check and return all findings in order."""
    return in_order(run_each(review))
