"""From a draft to a saved revision and back: what writing needs, and a list of drafts does not."""

import uuid
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import replace
from typing import TYPE_CHECKING

from testimony_app.domain.compose import Material, compose
from testimony_app.domain.draft import Draft
from testimony_app.domain.errors import PersonError
from testimony_app.domain.testimony import Testimony
from testimony_app.domain.text import one_line
from testimony_app.services.library import Library
from testimony_app.services.open_draft import OpenDraft
from testimony_app.store.changes import Revision, Saved
from testimony_app.store.drafts import DraftStore
from testimony_app.testimony_file.decode import decode_stored
from testimony_app.testimony_file.encode import encode
from testimony_app.testimony_file.revision import FileRevision

if TYPE_CHECKING:
    from testimony_app.services.moving import MovedFile


def new_draft_id() -> str:
    """Return a fresh draft id, a lower-case UUID4."""
    return str(uuid.uuid4())


def searchable_text(answers_json: bytes) -> str:
    """Return everything the person wrote in a saved revision, for the search index.

    One that is damaged has nothing to be found by; it stays in the list, and the others can be found.
    """
    try:
        draft = decode_stored(answers_json)
    except PersonError:
        return ""
    return "\n".join(draft.everything_written())


def has_words(draft: Draft) -> bool:
    """Whether the person has written something in a draft."""
    return any(text.strip() for text in draft.everything_written())


class Revising:
    """What `Drafting` does with the words of a draft."""

    def __init__(self, store: DraftStore, library: Library) -> None:
        self._store = store
        self._library = library

    def start(self, language: str, campaign_id: str) -> OpenDraft:
        """Return a new draft, not saved yet."""
        campaign = self._library.campaign(campaign_id) if campaign_id else None
        ask = (campaign.default_ask or None) if campaign else None
        return OpenDraft(Draft(new_draft_id(), language, campaign=campaign_id, ask=ask), 0)

    def open(self, draft_id: str) -> OpenDraft:
        """Return a saved draft."""
        stored = self._store.load(draft_id)
        row = stored.row
        return OpenDraft(decode_stored(stored.answers_json), row.rev, row.place, row.deleted_utc is not None)

    def compose(self, draft: Draft) -> tuple[Testimony, Material]:
        """Return the testimony of a draft and what it was composed from."""
        material = self._library.material(draft)
        return compose(material, draft), material

    def add(self, draft: Draft, reason: str) -> OpenDraft:
        """Save a draft that is new."""
        opened = OpenDraft(draft, 0)
        return replace(opened, rev=self._store.save(self.revision_of(opened, reason)).rev)

    def add_with_versions(self, draft: Draft, revisions: Sequence[FileRevision]) -> tuple[str, bool]:
        """Add a draft from elsewhere with its versions; return its id here, and whether anything was new."""
        from testimony_app.services.moving import TakingIn  # noqa: PLC0415  (few drafts are moved)

        taking = TakingIn(self._store, searchable_text, new_draft_id)
        moved = taking.take_in(self.revision_of(OpenDraft(draft, 0), "import"), draft, revisions)
        return moved.draft_id, moved.is_new

    def save_later(self, opened: OpenDraft, reason: str) -> "Future[OpenDraft]":
        """Queue a save; where somebody else saved the draft meanwhile this one becomes a draft of its own."""
        done: Future[OpenDraft] = Future()

        def told(saving: "Future[Saved]", kept: OpenDraft, *, may_fork: bool) -> None:
            error = saving.exception()
            if error is None:
                done.set_result(replace(kept, rev=saving.result().rev, is_deleted=False))
            elif may_fork and isinstance(error, PersonError) and error.code == "draft_changed_elsewhere":
                fork = replace(kept, draft=replace(kept.draft, id=new_draft_id()), rev=0)
                again = self._store.save_later(self.revision_of(fork, reason))
                again.add_done_callback(lambda future: told(future, fork, may_fork=False))
            else:
                done.set_exception(error)

        first = self._store.save_later(self.revision_of(opened, reason))
        first.add_done_callback(lambda future: told(future, opened, may_fork=True))
        return done

    def file_of(self, draft: Draft) -> bytes:
        """Return a draft as the content of a `.testimony.json` file."""
        return encode(draft) + b"\n"

    def file_with_versions(self, draft: Draft) -> "MovedFile":
        """Return a saved draft as such a file with its versions, and how many had to be left out."""
        from testimony_app.services.moving import file_with_versions  # noqa: PLC0415  (see add_with_versions)

        return file_with_versions(self._store, draft)

    def copy_of(self, opened: OpenDraft, title: str) -> OpenDraft:
        """Return a draft with the same words under another id and title, not saved yet."""
        return OpenDraft(replace(opened.draft, id=new_draft_id(), title=title), 0, opened.place)

    def revision_of(self, opened: OpenDraft, reason: str) -> Revision:
        """Return a draft as it would be saved now."""
        draft = opened.draft
        testimony, material = self.compose(draft)
        return Revision(
            draft_id=draft.id,
            base_rev=opened.rev,
            answers_json=encode(draft),
            text=testimony.text,
            title=one_line(draft.title) or testimony.title,
            campaign=draft.campaign,
            campaign_version=material.campaign.version if material.campaign else 0,
            language=draft.language,
            reason=reason,
            place=opened.place,
            is_empty=not draft.everything_written(),
        )
