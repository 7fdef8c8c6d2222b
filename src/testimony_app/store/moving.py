"""Versions that come from another computer: added in the order in which they were saved, with their own numbers."""

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from testimony_app.store.changes import Revision, save
from testimony_app.store.draft_ids import is_text


class MovedVersion(NamedTuple):
    """A version with its number and time from there. `ref` stands on it where it left that computer, else empty."""

    revision: Revision
    rev: int
    saved_utc: str
    ref: str


class Standing(NamedTuple):
    """A version that is kept here, by the SHA-256 of its answers."""

    rev: int
    sha256: bytes


def standing(connection: sqlite3.Connection, draft_id: str) -> tuple[Standing, ...]:
    """Return the versions of a draft that are kept here, the oldest first; none where there is no such draft."""
    if not is_text(draft_id):
        return ()
    rows = connection.execute("SELECT rev, sha256 FROM revision WHERE draft_id = ? ORDER BY rev", (draft_id,))
    return tuple(Standing(rev, bytes(sha256)) for rev, sha256 in rows)


def add_versions(
    connection: sqlite3.Connection, versions: Sequence[MovedVersion], base_rev: int, written: Callable[[bytes], str]
) -> int:
    """Add versions of one draft after `base_rev`, 0 for a new one, and return the number of the last.

    A number that is taken already becomes the next free one. Raises PersonError `draft_changed_elsewhere` where
    `base_rev` is no longer the newest.
    """
    head = base_rev
    for each in versions:
        saved = save(connection, replace(each.revision, base_rev=head), written)
        head = max(saved.rev, each.rev)
        connection.execute(
            "UPDATE revision SET rev = ?, saved_utc = ?, reason = ? WHERE draft_id = ? AND rev = ?",
            (head, each.saved_utc, each.revision.reason, saved.draft_id, saved.rev),
        )
        connection.execute(
            "UPDATE draft SET head_rev = ?, updated_utc = ? WHERE id = ?", (head, each.saved_utc, saved.draft_id)
        )
        if each.ref:
            _add_reference(connection, each.ref, saved.draft_id, head)
    return head


def _add_reference(connection: sqlite3.Connection, ref: str, draft_id: str, rev: int) -> None:
    """Keep what stands on a version, unless another one here bears it: a copy has left no computer."""
    if connection.execute("SELECT 1 FROM reference WHERE ref = ?", (ref,)).fetchone():
        return
    last = connection.execute(
        "SELECT ref FROM reference WHERE draft_id = ? AND rev < ? ORDER BY rev DESC LIMIT 1", (draft_id, rev)
    ).fetchone()
    connection.execute(
        "INSERT INTO reference (ref, draft_id, rev, replaces) VALUES (?, ?, ?, ?)",
        (ref, draft_id, rev, last[0] if last else None),
    )
