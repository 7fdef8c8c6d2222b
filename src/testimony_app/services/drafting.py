"""Opening, saving, finding and removing drafts."""

from functools import cached_property
from typing import TYPE_CHECKING

from testimony_app.services.library import Library
from testimony_app.store.drafts import DraftRow, DraftStore
from testimony_app.store.place import Place

DRAFT, READY = "draft", "ready"
"""What is known of a version that was not sent: nothing more, or that the checks have found nothing in it."""

_ALL = 2**31
"""More drafts than anybody has."""

if TYPE_CHECKING:
    from collections.abc import Sequence
    from concurrent.futures import Future

    from testimony_app.domain.compose import Material
    from testimony_app.domain.draft import Draft
    from testimony_app.domain.testimony import Testimony
    from testimony_app.services.lengths import SavedLength
    from testimony_app.services.moving import MovedFile
    from testimony_app.services.open_draft import OpenDraft
    from testimony_app.services.revising import Revising
    from testimony_app.store.deleted import DeletedRow
    from testimony_app.testimony_file.revision import FileRevision


class Drafting:
    """The use cases around one profile's drafts."""

    def __init__(self, store: DraftStore, library: Library) -> None:
        self._store = store
        self._library = library

    @cached_property
    def _revising(self) -> "Revising":
        from testimony_app.services.revising import Revising  # noqa: PLC0415  (a list of drafts needs no composing)

        return Revising(self._store, self._library)

    def start(self, language: str, campaign_id: str = "") -> "OpenDraft":
        """Return a new draft, not saved yet: a blank page, or a campaign's with its default ask."""
        return self._revising.start(language, campaign_id)

    def open(self, draft_id: str) -> "OpenDraft":
        """Return a saved draft. Raises PersonError `draft_not_found`, `draft_damaged`."""
        return self._revising.open(draft_id)

    def compose(self, draft: "Draft") -> "tuple[Testimony, Material]":
        """Return the testimony of a draft and what it was composed from."""
        return self._revising.compose(draft)

    def stored_text(self, draft_id: str) -> str:
        """Return a draft's text as it was composed when it was saved, for when it cannot be composed now."""
        return self._store.text(draft_id)

    def save(self, opened: "OpenDraft", reason: str) -> "OpenDraft":
        """Save a draft and return it with its new revision.

        Where somebody else saved it meanwhile, both are kept: this one becomes a draft of its own.
        """
        return self.save_later(opened, reason).result()

    def add(self, draft: "Draft", reason: str) -> "OpenDraft":
        """Save a draft that is new. Raises PersonError `draft_changed_elsewhere` where there is one with its id."""
        return self._revising.add(draft, reason)

    def add_with_versions(self, draft: "Draft", revisions: "Sequence[FileRevision]") -> tuple[str, bool]:
        """Add a draft from elsewhere with its versions; return its id here, and whether anything was new."""
        return self._revising.add_with_versions(draft, revisions)

    def save_later(self, opened: "OpenDraft", reason: str) -> "Future[OpenDraft]":
        """Queue a save. The future is the acknowledgement, as the draft with its new revision, or what undid it.

        As with `save`, both versions are kept where somebody else saved it meanwhile. Callbacks of the future run in
        the thread that writes.
        """
        return self._revising.save_later(opened, reason)

    def keep_place(self, draft_id: str, place: Place) -> None:
        """Remember where the person was in a saved draft. Nobody waits for it, and the words do not hang on it."""
        self._store.keep_place_later(draft_id, place)

    def keep_whether_ready(self, draft_id: str, rev: int, *, is_ready: bool) -> "Future[None]":
        """Remember of a saved version that the checks find nothing in it, or that they do. The next one starts anew."""
        return self._store.keep_state_later(draft_id, rev, READY if is_ready else DRAFT)

    def find(self, words: str, most: int) -> tuple[DraftRow, ...]:
        """Return drafts that hold all of the words, newest change first."""
        return self._store.search(words, most)

    def file_of(self, draft: "Draft") -> bytes:
        """Return a draft as the content of a `.testimony.json` file, without its versions."""
        return self._revising.file_of(draft)

    def file_with_versions(self, draft: "Draft") -> "MovedFile":
        """Return a saved draft as such a file with its versions; those that the disk has damaged are left out.

        Raises PersonError `history_too_large`.
        """
        return self._revising.file_with_versions(draft)

    def copy_of(self, opened: "OpenDraft", title: str) -> "OpenDraft":
        """Return a draft with the same words under another id and title, not saved yet."""
        return self._revising.copy_of(opened, title)

    def page(self, size: int, before_seq: int | None = None) -> tuple[DraftRow, ...]:
        """Return one page of drafts, newest change first."""
        return self._store.page(size, before_seq)

    def in_order_begun(self) -> tuple[DraftRow, ...]:
        """Return all drafts that are not deleted, in the order in which they were begun here, or brought in."""
        return tuple(sorted(self._store.page(_ALL), key=lambda row: row.created_seq))

    def title_of(self, draft_id: str) -> str:
        """Return what lists call a draft, be it damaged. Raises PersonError `draft_not_found`."""
        return self._store.row(draft_id).title

    def length_of(self, row: DraftRow) -> "SavedLength":
        """Return how long a saved draft is, as Draft and Share will say it."""
        from testimony_app.services.lengths import length_of  # noqa: PLC0415  (a list can be shown without)

        return length_of(row, self._store, self._said)

    def was_exported(self, draft_id: str) -> bool:
        """Whether a version of a draft was ever written to a document."""
        return self._store.has_reference(draft_id)

    def _said(self, draft_id: str) -> str:
        testimony, _ = self.compose(self.open(draft_id).draft)
        return "\n\n".join(section.text for section in testimony.sections if section.spoken)

    def delete(self, draft_id: str) -> None:
        """Delete a draft so that it can be brought back. Raises PersonError `draft_not_found`."""
        self._store.delete(draft_id)

    def bring_back(self, draft_id: str) -> None:
        """Take back a deletion. Raises PersonError `draft_not_found`."""
        self._store.bring_back(draft_id)

    def has_deleted(self) -> bool:
        """Whether a deleted draft can still be brought back."""
        return self._store.has_deleted()

    def deleted(self) -> "tuple[DeletedRow, ...]":
        """Return the deleted drafts with the days each can still be brought back, the last deletion first."""
        from datetime import UTC, datetime  # noqa: PLC0415  (a list of drafts needs none)

        from testimony_app.store.deleted import deleted  # noqa: PLC0415  (see above)

        return self._store.read(lambda connection: deleted(connection, datetime.now(UTC)))
