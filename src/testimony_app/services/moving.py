"""Moving a testimony to another computer: everything of it in one file, and taken in there without doubling."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from testimony_app.domain.draft import Draft
from testimony_app.domain.errors import PersonError
from testimony_app.domain.text import one_line
from testimony_app.store import history
from testimony_app.store.changes import Revision
from testimony_app.store.moving import MovedVersion, add_versions, standing
from testimony_app.testimony_file.decode import decode_stored
from testimony_app.testimony_file.encode import encode, encode_with_revisions
from testimony_app.testimony_file.revision import FileRevision
from testimony_app.testimony_file.testimony_format import MOST_BYTES_WITH_REVISIONS

if TYPE_CHECKING:
    from testimony_app.store.drafts import DraftStore

_MOST_TRIES = 3
"""So often somebody else may save the draft just between looking and adding."""


@dataclass(frozen=True, slots=True)
class Moved:
    """Which draft it is here, and whether anything was added."""

    draft_id: str
    is_new: bool


class MovedFile(NamedTuple):
    """The content of a file with versions, and how many the disk has damaged: they are left out."""

    content: bytes
    left_out: int


def file_with_versions(store: "DraftStore", draft: Draft) -> MovedFile:
    """Return a saved draft as the content of a `.testimony.json` file, with all of its versions that are whole.

    Raises PersonError `draft_not_found`, and `history_too_large` where no computer would read it.
    """
    found = store.read(lambda connection: history.versions(connection, draft.id))
    revisions = [revision for each in reversed(found) if (revision := _read(store, draft.id, each)) is not None]
    content = encode_with_revisions(draft, revisions) + b"\n"
    if len(content) > MOST_BYTES_WITH_REVISIONS:
        raise PersonError("history_too_large", most_megabytes=MOST_BYTES_WITH_REVISIONS // 1024 // 1024)
    return MovedFile(content, len(found) - len(revisions))


def _read(store: "DraftStore", draft_id: str, version: history.Version) -> FileRevision | None:
    """Return a version, or None where the disk has changed it: it could not be read there either."""
    try:
        stored = store.read(lambda connection: history.version(connection, draft_id, version.rev))
        then = decode_stored(stored.answers_json)
    except PersonError as error:
        if error.code != "draft_damaged":
            raise
        return None
    return FileRevision(version.rev, version.saved_utc, version.reason, stored.text, then, version.ref)


class TakingIn:
    """Takes drafts with their versions in.

    `written` turns answers into what the person wrote, `new_id` gives the id of a draft of its own.
    """

    def __init__(self, store: "DraftStore", written: Callable[[bytes], str], new_id: Callable[[], str]) -> None:
        self._store = store
        self._written = written
        self._new_id = new_id

    def take_in(self, head: Revision, draft: Draft, revisions: Sequence[FileRevision]) -> Moved:
        """Add what is not here yet, in one transaction. `head` is the draft as it would be saved here by itself.

        A draft that went on elsewhere from what is the newest version here goes on here too. What is one of the
        versions here already adds nothing. One that went another way becomes a draft of its own, with its versions.
        """
        for _ in range(_MOST_TRIES):
            try:
                return self._try(head, draft, revisions)
            except PersonError as error:
                if error.code != "draft_changed_elsewhere":
                    raise
        return self._try(head, draft, revisions)

    def _try(self, head: Revision, draft: Draft, revisions: Sequence[FileRevision]) -> Moved:
        here = self._store.read(lambda connection: standing(connection, draft.id))
        known = {each.sha256 for each in here}
        versions = _with_head(head, draft, revisions)
        if _sha256(draft) in known:
            return Moved(draft.id, is_new=False)
        places = [place for place, each in enumerate(versions) if here and _sha256(each.draft) == here[-1].sha256]
        if here and not places:
            draft = replace(draft, id=self._new_id())
            versions = [replace(each, draft=replace(each.draft, id=draft.id)) for each in versions]
        base = here[-1].rev if places else 0
        added = [_moved(head, each) for each in versions[places[-1] + 1 if places else 0 :]]
        self._store.write(lambda connection: add_versions(connection, added, base, self._written))
        return Moved(draft.id, is_new=True)


def _with_head(head: Revision, draft: Draft, revisions: Sequence[FileRevision]) -> list[FileRevision]:
    """Return the versions; where the last is not what the file says itself, that comes after them."""
    versions = list(revisions)
    last = versions[-1]
    if last.draft != draft:
        versions.append(FileRevision(last.rev + 1, last.saved_utc, head.reason, head.text, draft))
    return versions


def _moved(head: Revision, version: FileRevision) -> MovedVersion:
    draft = version.draft
    revision = replace(
        head,
        draft_id=draft.id,
        answers_json=encode(draft),
        text=version.text,
        title=one_line(draft.title) or head.title,
        campaign=draft.campaign,
        language=draft.language,
        reason=version.reason,
        is_empty=False,
    )
    return MovedVersion(revision, version.rev, version.saved_utc, version.reference)


def _sha256(draft: Draft) -> bytes:
    return hashlib.sha256(encode(draft)).digest()
