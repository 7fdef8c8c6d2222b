"""All checks, in the order their findings are shown."""

from testimony_app.domain.checks.cited_facts import find_cautions, find_missing_evidence
from testimony_app.domain.checks.finding import Finding, Review, Severity
from testimony_app.domain.checks.length import find_too_long
from testimony_app.domain.checks.names import find_name_questions
from testimony_app.domain.checks.own_words import find_mostly_suggested
from testimony_app.domain.checks.private_data import find_private_data
from testimony_app.domain.checks.request import find_answered_request, find_no_request
from testimony_app.domain.checks.safer_left_out import find_safer_left_out
from testimony_app.domain.checks.unfinished import find_empty_sections, find_unfinished_starters

CHECKS = (
    find_private_data,
    find_too_long,
    find_no_request,
    find_answered_request,
    find_unfinished_starters,
    find_empty_sections,
    find_cautions,
    find_missing_evidence,
    find_safer_left_out,
    find_name_questions,
    find_mostly_suggested,
)


def run_checks(review: Review) -> tuple[Finding, ...]:
    """Return all findings: what must be fixed first, then what is worth a look, each in the order of the checks."""
    findings = [finding for check in CHECKS for finding in check(review)]
    return tuple(sorted(findings, key=lambda finding: finding.severity is not Severity.MUST_FIX))
