"""Deleted drafts: how long each can still be brought back, counted so that no clock can shorten it.

A day counts when the program really ran on it, each date once, and the clock must say that the time has passed too. So
a clock that jumps a year ahead, or back and forth, takes nothing away.
"""

import sqlite3
from datetime import UTC, datetime
from typing import NamedTuple

KEPT_DAYS = 30
"""So many days, on which the program ran, a deleted draft stays."""

_MARK = "deleted "
"""With a draft's id after it, under this key stand when it was deleted, and the days on which the program ran since."""


class DeletedRow(NamedTuple):
    """A deleted draft. With no `days_left` it may go. They are None where it was sent: it stays until it is erased."""

    id: str
    title: str
    deleted_utc: str
    days_left: int | None


def deleted(connection: sqlite3.Connection, now: datetime) -> tuple[DeletedRow, ...]:
    """Return the deleted drafts, the one that was deleted last first."""
    rows = connection.execute(
        "SELECT draft.id, title, deleted_utc, coalesce(meta.value, ''), "
        "EXISTS (SELECT 1 FROM submission WHERE draft_id = draft.id) FROM draft "
        "LEFT JOIN meta ON meta.key = ? || draft.id WHERE deleted_utc IS NOT NULL ORDER BY deleted_utc DESC, id",
        (_MARK,),
    ).fetchall()
    return tuple(
        DeletedRow(draft_id, title, deleted_utc, None if was_sent else _left(mark, deleted_utc, now))
        for draft_id, title, deleted_utc, mark, was_sent in rows
    )


def expired(connection: sqlite3.Connection, now: datetime) -> tuple[str, ...]:
    """Return the ids of deleted drafts whose time is over."""
    return tuple(each.id for each in deleted(connection, now) if each.days_left == 0)


def count_day(connection: sqlite3.Connection, now: datetime) -> None:
    """Count today for every deleted draft. The first day on which one is seen is not over yet."""
    today = now.astimezone(UTC).date().isoformat()
    rows = connection.execute(
        "SELECT ? || draft.id, deleted_utc, coalesce(meta.value, '') FROM draft "
        "LEFT JOIN meta ON meta.key = ? || draft.id WHERE deleted_utc IS NOT NULL",
        (_MARK, _MARK),
    ).fetchall()
    for key, deleted_utc, mark in rows:
        days = _days(mark, deleted_utc)
        if today not in days and len(days) <= KEPT_DAYS:
            connection.execute(
                "INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                (key, " ".join((deleted_utc, *days, today))),
            )


def forget(connection: sqlite3.Connection, draft_id: str) -> None:
    """Forget when a draft was deleted."""
    connection.execute("DELETE FROM meta WHERE key = ?", (_MARK + draft_id,))


def _left(mark: str, deleted_utc: str, now: datetime) -> int:
    """Return how many days are left: as many as the count says, or the clock, whichever is more."""
    ran = len(_days(mark, deleted_utc)) - 1
    try:
        passed = (now - datetime.fromisoformat(deleted_utc)).days
    except ValueError:
        passed = 0
    return KEPT_DAYS - max(0, min(ran, passed, KEPT_DAYS))


def _days(mark: str, deleted_utc: str) -> tuple[str, ...]:
    """Return the days that were counted, none where they belong to an earlier deletion."""
    marked, *days = mark.split(" ")
    return tuple(days) if marked == deleted_utc else ()
