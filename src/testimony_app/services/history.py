"""Earlier versions of a draft: listed, read, compared, and taken back as a new version."""

from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from testimony_app.domain.comparing import Answer, SectionChange, compare_sections, other_answers
from testimony_app.domain.draft import Draft
from testimony_app.domain.errors import PersonError
from testimony_app.domain.restoring import can_restore, restore_all
from testimony_app.services.open_draft import OpenDraft
from testimony_app.store import history
from testimony_app.store.history import StoredVersion, Version
from testimony_app.testimony_file.decode import decode_stored

if TYPE_CHECKING:
    from testimony_app.services.drafting import Drafting
    from testimony_app.store.drafts import DraftStore


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs between an earlier version and now. `restorable` are the sections that can be taken back."""

    then: Draft
    sections: tuple[SectionChange, ...]
    answers: tuple[Answer, ...]
    restorable: frozenset[str]

    @property
    def is_equal(self) -> bool:
        """Whether nothing differs that can be seen."""
        return not self.answers and not any(section.is_changed for section in self.sections)


class History:
    """The versions of one profile's drafts."""

    def __init__(self, store: "DraftStore", drafting: "Drafting") -> None:
        self._store = store
        self._drafting = drafting

    def versions(self, draft_id: str) -> tuple[Version, ...]:
        """Return the versions of a draft that are kept, the newest first. Raises PersonError `draft_not_found`."""
        return self._store.read(lambda connection: history.versions(connection, draft_id))

    def lengths(self, draft_id: str) -> dict[int, int]:
        """Return how many characters the text of each version has, by its number."""
        return self._store.read(lambda connection: history.lengths(connection, draft_id))

    def text(self, draft_id: str, rev: int) -> str:
        """Return the text of a version as it was composed then. Raises PersonError `version_not_found`."""
        return self._stored(draft_id, rev).text

    def draft_at(self, draft_id: str, rev: int) -> Draft:
        """Return a draft as it was. Raises PersonError `version_not_found`, `draft_damaged`."""
        return replace(decode_stored(self._stored(draft_id, rev).answers_json), id=draft_id)

    def before(self, draft_id: str, rev: int, unlike: Draft) -> "tuple[Draft, int] | None":
        """Return the newest version before one that reads otherwise than `unlike`, with its number, or None.

        Versions that are damaged are passed over: the list of versions tells of them.
        """
        while rev := self._store.read(partial(history.version_before, draft_id=draft_id, rev=rev)):
            try:
                found = self.draft_at(draft_id, rev)
            except PersonError as error:
                if error.code != "draft_damaged":
                    raise
                continue
            if found != unlike:
                return found, rev
        return None

    def compare(self, then: Draft, now: Draft) -> Comparison:
        """Compare an earlier version with the draft of now, both as they read with what is installed.

        Raises PersonError `campaign_unknown` or `body_unknown` where one names what is not installed any more.
        """
        sections = compare_sections(self._drafting.compose(then)[0], self._drafting.compose(now)[0])
        restorable = frozenset(
            each.id for each in sections if each.was_there and each.is_changed and can_restore(now, then, each.id)
        )
        return Comparison(then, sections, other_answers(then, now), restorable)

    def restore(self, draft_id: str, rev: int) -> OpenDraft:
        """Save an earlier version as the newest one and return it. What stood until now stays a version.

        Raises PersonError `draft_not_found`, `version_not_found`, `draft_damaged`.
        """
        row = self._store.row(draft_id)
        then = self.draft_at(draft_id, rev)
        with suppress(PersonError):  # where the newest version is damaged, an earlier one can still take its place
            then = restore_all(self._drafting.open(draft_id).draft, then)
        return self._drafting.save(OpenDraft(then, row.rev, row.place), "restore")

    def restore_whole(self, draft_id: str) -> OpenDraft:
        """Let the newest version that is whole take the place of a damaged one.

        Raises PersonError `draft_damaged` where none is, and `draft_not_found`.
        """
        for each in self.versions(draft_id):
            with suppress(PersonError):
                self.draft_at(draft_id, each.rev)
                return self.restore(draft_id, each.rev)
        raise PersonError("draft_damaged", draft=draft_id)

    def _stored(self, draft_id: str, rev: int) -> StoredVersion:
        return self._store.read(lambda connection: history.version(connection, draft_id, rev))
