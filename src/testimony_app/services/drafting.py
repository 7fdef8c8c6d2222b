"""Opening, saving, finding and removing drafts."""

import uuid
from concurrent.futures import Future
from dataclasses import dataclass, field, replace

from testimony_app.domain.compose import Material, compose
from testimony_app.domain.draft import Draft
from testimony_app.domain.errors import PersonError
from testimony_app.domain.naming import suggested_title
from testimony_app.domain.testimony import Testimony
from testimony_app.services.library import Library
from testimony_app.store.drafts import DraftRow, DraftStore, Place, Revision, Saved
from testimony_app.testimony_file.decode import decode
from testimony_app.testimony_file.encode import encode


@dataclass(frozen=True, slots=True)
class OpenDraft:
    """A draft with the revision it was read from, 0 where it has never been saved."""

    draft: Draft
    rev: int
    place: Place = field(default_factory=Place)


def new_draft_id() -> str:
    """Return a fresh draft id, a lower-case UUID4."""
    return str(uuid.uuid4())


def searchable_text(answers_json: bytes) -> str:
    """Return everything the person wrote in a saved revision, for the search index."""
    return "\n".join(decode(answers_json, "").draft.everything_written())


class Drafting:
    """The use cases around one profile's drafts."""

    def __init__(self, store: DraftStore, library: Library) -> None:
        self._store = store
        self._library = library

    def start(self, language: str, campaign_id: str = "") -> OpenDraft:
        """Return a new draft, not saved yet: a blank page, or a campaign's with its default ask."""
        campaign = self._library.campaign(campaign_id) if campaign_id else None
        ask = (campaign.default_ask or None) if campaign else None
        return OpenDraft(Draft(new_draft_id(), language, campaign=campaign_id, ask=ask), 0)

    def open(self, draft_id: str) -> OpenDraft:
        """Return a saved draft. Raises PersonError `draft_not_found`."""
        stored = self._store.load(draft_id)
        return OpenDraft(decode(stored.answers_json, draft_id).draft, stored.row.rev, stored.row.place)

    def compose(self, draft: Draft) -> tuple[Testimony, Material]:
        """Return the testimony of a draft and what it was composed from."""
        material = self._library.material(draft)
        return compose(material, draft), material

    def stored_text(self, draft_id: str) -> str:
        """Return a draft's text as it was composed when it was saved, for when its campaign is gone."""
        return self._store.load(draft_id).text

    def save(self, opened: OpenDraft, reason: str) -> OpenDraft:
        """Save a draft and return it with its new revision.

        Where somebody else saved it meanwhile, both are kept: this one becomes a draft of its own.
        """
        return self.save_later(opened, reason).result()

    def save_later(self, opened: OpenDraft, reason: str) -> "Future[OpenDraft]":
        """Queue a save. The future is the acknowledgement, as the draft with its new revision, or what undid it.

        As with `save`, both versions are kept where somebody else saved it meanwhile. Callbacks of the future run in
        the thread that writes.
        """
        done: Future[OpenDraft] = Future()

        def told(saving: "Future[Saved]", kept: OpenDraft, *, may_fork: bool) -> None:
            error = saving.exception()
            if error is None:
                done.set_result(replace(kept, rev=saving.result().rev))
            elif may_fork and isinstance(error, PersonError) and error.code == "draft_changed_elsewhere":
                fork = replace(kept, draft=replace(kept.draft, id=new_draft_id()), rev=0)
                again = self._store.save_later(self._revision(fork, reason))
                again.add_done_callback(lambda future: told(future, fork, may_fork=False))
            else:
                done.set_exception(error)

        first = self._store.save_later(self._revision(opened, reason))
        first.add_done_callback(lambda future: told(future, opened, may_fork=True))
        return done

    def keep_place(self, draft_id: str, place: Place) -> None:
        """Remember where the person was in a saved draft. Nobody waits for it, and the words do not hang on it."""
        self._store.keep_place_later(draft_id, place)

    def find(self, words: str, most: int) -> tuple[DraftRow, ...]:
        """Return drafts that hold all of the words, newest change first."""
        return self._store.search(words, most)

    def file_of(self, draft: Draft) -> bytes:
        """Return a draft as the content of a `.testimony.json` file."""
        return encode(draft) + b"\n"

    def copy_of(self, opened: OpenDraft, title: str) -> OpenDraft:
        """Return a draft with the same words under another id and title, not saved yet."""
        return OpenDraft(replace(opened.draft, id=new_draft_id(), title=title), 0, opened.place)

    def page(self, size: int, before_seq: int | None = None) -> tuple[DraftRow, ...]:
        """Return one page of drafts, newest change first."""
        return self._store.page(size, before_seq)

    def delete(self, draft_id: str) -> None:
        """Delete a draft so that it can be brought back. Raises PersonError `draft_not_found`."""
        self._store.delete(draft_id)

    def bring_back(self, draft_id: str) -> None:
        """Take back a deletion. Raises PersonError `draft_not_found`."""
        self._store.bring_back(draft_id)

    def _revision(self, opened: OpenDraft, reason: str) -> Revision:
        draft = opened.draft
        testimony, material = self.compose(draft)
        return Revision(
            draft_id=draft.id,
            base_rev=opened.rev,
            answers_json=encode(draft),
            text=testimony.text,
            title=draft.title.strip() or suggested_title(draft, material.campaign),
            campaign=draft.campaign,
            campaign_version=material.campaign.version if material.campaign else 0,
            language=draft.language,
            reason=reason,
            place=opened.place,
        )
