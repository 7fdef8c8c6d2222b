"""Erases a draft with everything that was kept of it: its versions, what was sent, and what can be found of it.

Freed pages are overwritten by SQLite itself (`secure_delete`, see `connect`). The log is the matter of `scrubbing`.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from testimony_app.domain.errors import PersonError
from testimony_app.domain.submission import SubmissionState
from testimony_app.files.wiping import wipe
from testimony_app.store.database import connect, scrub_log
from testimony_app.store.deleted import forget
from testimony_app.store.faults import told
from testimony_app.store.sound import is_ours, quick_check


def erase(connection: sqlite3.Connection, draft_id: str) -> None:
    """Erase a draft, in a transaction of the writer; one that is deleted already too.

    What waits to be sent goes with it and is not sent. The ledger keeps that something was handed over, without words.
    Raises PersonError: `draft_not_found`, and `draft_being_sent` while something of it is being handed over.
    """
    found = connection.execute("SELECT created_seq FROM draft WHERE id = ?", (draft_id,)).fetchone()
    if found is None:
        raise PersonError("draft_not_found", draft=draft_id)
    if _has_table(connection, "submission"):
        _erase_submissions(connection, draft_id)
    forget(connection, draft_id)
    connection.execute("UPDATE reference SET replaces = NULL WHERE draft_id = ?", (draft_id,))
    connection.execute("DELETE FROM reference WHERE draft_id = ?", (draft_id,))
    connection.execute("DELETE FROM search WHERE rowid = ?", found)
    connection.execute("DELETE FROM revision WHERE draft_id = ?", (draft_id,))
    connection.execute("DELETE FROM draft WHERE id = ?", (draft_id,))
    connection.execute("INSERT INTO search (search) VALUES ('optimize')")  # words of deleted rows stay until it merges


def demand_not_being_sent(connection: sqlite3.Connection, draft_id: str) -> None:
    """Refuse while something of a draft is being handed over. Raises PersonError `draft_being_sent`."""
    states = connection.execute("SELECT state FROM submission WHERE draft_id = ?", (draft_id,)).fetchall()
    if (SubmissionState.SENDING.value,) in states:
        raise PersonError("draft_being_sent", draft=draft_id)


def references(connection: sqlite3.Connection, draft_id: str) -> tuple[str, ...]:
    """Return the references of a draft's versions that left the computer."""
    rows = connection.execute("SELECT ref FROM reference WHERE draft_id = ?", (draft_id,)).fetchall()
    return tuple(str(ref) for (ref,) in rows)


def erase_in_copy(path: Path, draft_id: str, key: bytes | None = None) -> bool:
    """Erase a draft in a copy of the database that nobody has open: a backup, or one that was set aside.

    Returns whether it is certain that nothing of the draft is in the file. That cannot be told of a damaged one, or of
    one that is locked with another key, which is left as it is. A stop in between leaves the copy whole, before or
    after. Raises PersonError.
    """
    try:
        return _erased_in_copy(path, draft_id, key)
    except PersonError as error:
        if error.code not in {"store_damaged", "store_locked"}:
            raise
        return False


def _erased_in_copy(path: Path, draft_id: str, key: bytes | None) -> bool:
    with told(path), closing(connect(path, key)) as connection:
        if not (is_ours(connection) and quick_check(connection)):
            return False
        (kind,) = connection.execute("PRAGMA journal_mode").fetchone()
        if connection.execute("SELECT 1 FROM draft WHERE id = ?", (draft_id,)).fetchone():
            if kind != "wal":
                connection.execute("PRAGMA journal_mode = PERSIST")  # a deleted journal could not be overwritten
            connection.execute("BEGIN IMMEDIATE")
            erase(connection, draft_id)
            connection.execute("COMMIT")
    if kind == "wal":
        scrub_log(path, key)
    wipe(path.with_name(path.name + "-journal"))
    return True


def _erase_submissions(connection: sqlite3.Connection, draft_id: str) -> None:
    demand_not_being_sent(connection, draft_id)
    consents = connection.execute("SELECT consent_id FROM submission WHERE draft_id = ?", (draft_id,)).fetchall()
    connection.execute("DELETE FROM submission WHERE draft_id = ?", (draft_id,))
    connection.executemany("DELETE FROM consent WHERE id = ?", consents)


def _has_table(connection: sqlite3.Connection, name: str) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_schema WHERE name = ?", (name,)).fetchone() is not None
