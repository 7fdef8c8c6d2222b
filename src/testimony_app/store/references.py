"""The references of versions that leave the computer: one for each draft and revision, never given twice."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reference:
    """What stands on a version: `T-7K3MQ2P`, and the reference of the version it replaces, or empty."""

    ref: str
    replaces: str = ""


def known_reference(connection: sqlite3.Connection, draft_id: str, rev: int) -> Reference | None:
    """Return the reference that a revision has, or None."""
    found = connection.execute(
        "SELECT ref, coalesce(replaces, '') FROM reference WHERE draft_id = ? AND rev = ?", (draft_id, rev)
    ).fetchone()
    return Reference(*found) if found else None


def reference_of(connection: sqlite3.Connection, draft_id: str, rev: int, mint: Callable[[], str]) -> Reference:
    """Return the reference of a revision, minted now if it has none yet. A new one replaces the draft's last."""
    known = known_reference(connection, draft_id, rev)
    if known:
        return known
    last = connection.execute(
        "SELECT ref FROM reference WHERE draft_id = ? AND rev < ? ORDER BY rev DESC LIMIT 1", (draft_id, rev)
    ).fetchone()
    ref = mint()
    while connection.execute("SELECT 1 FROM reference WHERE ref = ?", (ref,)).fetchone():
        ref = mint()
    replaces = last[0] if last else None
    connection.execute(
        "INSERT INTO reference (ref, draft_id, rev, replaces) VALUES (?, ?, ?, ?)",
        (ref, draft_id, rev, replaces),
    )
    return Reference(ref, replaces or "")
