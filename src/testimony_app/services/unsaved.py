"""Writing without saving: the use cases of a profile whose drafts are in memory alone."""

from functools import cached_property
from typing import TYPE_CHECKING

from typing_extensions import override

from testimony_app.services.program import Program, searchable
from testimony_app.services.revising import has_words

if TYPE_CHECKING:
    from testimony_app.domain.errors import PersonError
    from testimony_app.store.drafts import DraftStore

_PAGE = 200


class UnsavedProgram(Program):
    """Reads campaigns, bodies and settings of a profile, and writes nothing into it unless asked by `keep_all`."""

    keeps = False

    def keep_all(self) -> int:
        """Add every testimony, with its versions, to those that are saved. Return how many were added.

        Done twice it adds nothing. Raises the errors of `open_database` and of saving; what was added by then stays.
        """
        kept = self.anew()
        try:
            drafts = [self.drafting.open(row.id).draft for row in self.drafting.page(_PAGE)]
            added = [
                kept.importing.take_in_content(self.drafting.file_with_versions(draft).content)
                for draft in reversed(drafts)
                if has_words(draft)
            ]
        finally:
            kept.close()
        return sum(each.is_new for each in added)

    def has_words(self) -> bool:
        """Whether somebody has written something."""
        rows = self.drafting.page(_PAGE)
        return any(has_words(self.drafting.open(row.id).draft) for row in rows)

    @override
    def another(self) -> "Program":
        """Refuse: with connections of its own it would save."""
        raise NotImplementedError

    @override
    def has_unsent(self) -> bool:
        """Return False: nothing is sent from here."""
        return False

    @override
    def cannot_save(self) -> "PersonError | None":
        """Return None: memory takes what is written."""
        return None

    @cached_property
    @override
    def _store(self) -> "DraftStore":
        from testimony_app.store.memory import MemoryStore  # noqa: PLC0415  (as all in Program)

        return MemoryStore(searchable)
