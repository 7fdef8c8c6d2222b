"""The saved versions of a draft, as they were. Each function is a piece of reading."""

import hashlib
import sqlite3
from typing import NamedTuple

from testimony_app.domain.errors import PersonError
from testimony_app.store.draft_ids import is_text


class Version(NamedTuple):
    """A saved version, without its words.

    `reason` says why it was saved, `ref` under which reference it left the computer, empty where it did not.
    """

    rev: int
    saved_utc: str
    reason: str
    ref: str


class StoredVersion(NamedTuple):
    """The answers of a version, and its text as it was composed then."""

    answers_json: bytes
    text: str


def versions(connection: sqlite3.Connection, draft_id: str) -> tuple[Version, ...]:
    """Return the versions of a draft that are kept, the newest first. Raises PersonError `draft_not_found`."""
    rows = (
        is_text(draft_id)
        and connection.execute(
            "SELECT revision.rev, saved_utc, reason, coalesce(ref, '') FROM revision "
            "LEFT JOIN reference USING (draft_id, rev) WHERE draft_id = ? ORDER BY revision.rev DESC",
            (draft_id,),
        ).fetchall()
    )
    if not rows:
        raise PersonError("draft_not_found", draft=draft_id)
    return tuple(map(Version._make, rows))


def lengths(connection: sqlite3.Connection, draft_id: str) -> dict[int, int]:
    """Return how many characters the text of each version has, by its number. It reads them all."""
    rows = connection.execute("SELECT rev, length(text) FROM revision WHERE draft_id = ?", (draft_id,)).fetchall()
    return {int(rev): int(length) for rev, length in rows}


def version(connection: sqlite3.Connection, draft_id: str, rev: int) -> StoredVersion:
    """Return one version.

    Raises PersonError `version_not_found`, and `draft_damaged` where it is not what was saved.
    """
    found = (
        is_text(draft_id)
        and connection.execute(
            "SELECT answers_json, text, sha256 FROM revision WHERE draft_id = ? AND rev = ?", (draft_id, rev)
        ).fetchone()
    )
    if not found:
        raise PersonError("version_not_found", draft=draft_id, rev=rev)
    answers_json, text, sha256 = found
    if hashlib.sha256(answers_json).digest() != sha256:
        raise PersonError("draft_damaged", draft=draft_id)
    return StoredVersion(bytes(answers_json), str(text))


def version_before(connection: sqlite3.Connection, draft_id: str, rev: int) -> int:
    """Return the number of the version that is kept before one, 0 where there is none."""
    (found,) = connection.execute(
        "SELECT coalesce(max(rev), 0) FROM revision WHERE draft_id = ? AND rev < ?", (draft_id, rev)
    ).fetchone()
    return int(found)
