"""Letting go of old versions, a few at a time, so that no save waits long for its turn."""

import sqlite3
from collections.abc import Callable, Sequence
from datetime import datetime

from testimony_app.domain.thinning import versions_to_drop

AT_ONCE = 50
"""How many versions are let go of in one transaction."""

_FEW = 2
"""So many versions of a draft are never too many."""


def drafts_to_thin(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Return the drafts that have more versions than a few."""
    rows = connection.execute("SELECT draft_id FROM revision GROUP BY draft_id HAVING count(*) > ?", (_FEW,)).fetchall()
    return tuple(str(draft_id) for (draft_id,) in rows)


def thinned(
    connection: sqlite3.Connection, draft_id: str, now: datetime, is_written: Callable[[bytes], bool]
) -> tuple[int, ...]:
    """Return the versions of a draft that may go. It only reads.

    `is_written` tells of the answers of a version whether the person had written anything. The newest such version
    stays, and so do the newest of all, each that left the computer, and what bears no readable time.
    """
    rows = connection.execute(
        "SELECT rev, saved_utc FROM revision WHERE draft_id = ? ORDER BY rev", (draft_id,)
    ).fetchall()
    stamped = [(int(rev), moment) for rev, saved in rows if (moment := _moment(str(saved))) is not None]
    left = connection.execute(
        "SELECT rev FROM reference WHERE draft_id = ?1 UNION SELECT rev FROM submission WHERE draft_id = ?1",
        (draft_id,),
    ).fetchall()
    kept = {int(rev) for (rev,) in left} | {int(rows[-1][0])} if rows else set()
    drop = versions_to_drop(stamped, now, kept)
    if not drop:
        return ()
    newest = _newest_written(connection, draft_id, is_written)
    return tuple(rev for rev in drop if rev != newest)


def let_go(connection: sqlite3.Connection, draft_id: str, versions: Sequence[int]) -> None:
    """Remove versions of a draft, unless one has become the newest or has left the computer meanwhile."""
    connection.executemany(
        "DELETE FROM revision WHERE draft_id = ?1 AND rev = ?2 "
        "AND NOT EXISTS (SELECT 1 FROM draft WHERE id = ?1 AND head_rev = ?2) "
        "AND NOT EXISTS (SELECT 1 FROM reference WHERE draft_id = ?1 AND rev = ?2) "
        "AND NOT EXISTS (SELECT 1 FROM submission WHERE draft_id = ?1 AND rev = ?2)",
        [(draft_id, rev) for rev in versions],
    )


def _newest_written(connection: sqlite3.Connection, draft_id: str, is_written: Callable[[bytes], bool]) -> int:
    for rev, answers_json in connection.execute(
        "SELECT rev, answers_json FROM revision WHERE draft_id = ? ORDER BY rev DESC", (draft_id,)
    ):
        if is_written(bytes(answers_json)):
            return int(rev)
    return 0


def _moment(saved_utc: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(saved_utc)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None
