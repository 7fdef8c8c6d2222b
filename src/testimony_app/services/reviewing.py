"""Checking a draft."""

from testimony_app.domain.checks.finding import Finding, Review
from testimony_app.domain.checks.review import run_checks
from testimony_app.domain.draft import Draft
from testimony_app.domain.testimony import Testimony
from testimony_app.services.drafting import Drafting
from testimony_app.services.library import Library


class Reviewing:
    """Runs the checks over a draft."""

    def __init__(self, drafting: Drafting, library: Library) -> None:
        self._drafting = drafting
        self._library = library

    def review(self, draft: Draft) -> tuple[Testimony, tuple[Finding, ...]]:
        """Return the testimony of a draft and what the checks found in it."""
        testimony, material = self._drafting.compose(draft)
        return testimony, run_checks(Review(testimony, draft, material, self._library.safety_words))
