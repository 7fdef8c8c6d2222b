"""Drafts in SQLite: append-only revisions, saved in one transaction that checks what it builds on."""

import hashlib
import sqlite3
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from testimony_app.domain.errors import PersonError, TestimonyError
from testimony_app.store.database import connect, open_database
from testimony_app.store.faults import told
from testimony_app.store.search import index_changed, matching
from testimony_app.store.writer import StoreWriter

Result = TypeVar("Result")

_COLUMNS = (
    "draft.id, head_rev, title, campaign, language, state, updated_utc, created_seq, updated_seq, deleted_utc, "
    "place_step, place_section, place_cursor"
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the person was: a step, a section and the cursor in it, in characters."""

    step: str = ""
    section: str = ""
    cursor: int = 0


@dataclass(frozen=True, slots=True)
class Revision:
    """One version of a draft to be saved. `base_rev` is the version it was made from, 0 for a new draft.

    `answers_json` is canonical testimony/1; `text` is the plain text as composed now, so that the draft can be read
    without its campaign. `reason` is one of typing, nav, close, import, restore.
    """

    draft_id: str
    base_rev: int
    answers_json: bytes
    text: str
    title: str
    campaign: str
    campaign_version: int
    language: str
    reason: str
    state: str = "draft"
    place: Place = field(default_factory=Place)


@dataclass(frozen=True, slots=True)
class Saved:
    """The acknowledgement that a revision is on disk. `saved_utc` is ISO 8601 with seconds."""

    draft_id: str
    rev: int
    saved_utc: str


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A draft as lists show it, without its words."""

    id: str
    rev: int
    title: str
    campaign: str
    language: str
    state: str
    updated_utc: str
    created_seq: int
    updated_seq: int
    deleted_utc: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class StoredDraft:
    """A draft's newest version."""

    row: DraftRow
    answers_json: bytes
    text: str


class DraftStore:
    """The drafts of one profile.

    `searchable` turns a revision's answers into the text that can be found; it runs outside the save. Every method
    raises the errors of `open_database` and PersonError (`disk_full`, `store_busy`, `store_disk_error`, ...) where the
    database refuses; then nothing has changed.
    """

    def __init__(self, path: Path, searchable: Callable[[bytes], str]) -> None:
        self._path = path
        self._searchable = searchable
        self._reader: sqlite3.Connection | None = None
        self._writer = StoreWriter(path, lambda: connect(path))
        self._has_written = False

    def close(self) -> None:
        """Finish what is being saved and leave the database in order. A second call does nothing."""
        if self._has_written:
            self._has_written = False
            with suppress(TestimonyError):  # without the mark, the next start looks the pages over
                self._write(_mark_clean)
        self._writer.close()
        if self._reader is not None:
            self._reader.close()
            self._reader = None

    def save_later(self, revision: Revision) -> Future[Saved]:
        """Queue a revision for the writer thread. The future is the acknowledgement, or the error that undid it."""
        self._open()
        self._has_written = True
        return self._writer.submit(lambda connection: _save(connection, revision))

    def save(self, revision: Revision) -> Saved:
        """Save a revision and wait for the acknowledgement.

        Raises PersonError `draft_changed_elsewhere` where `base_rev` is no longer the newest version.
        """
        return self.save_later(revision).result()

    def load(self, draft_id: str) -> StoredDraft:
        """Return a draft's newest version. Raises PersonError `draft_not_found`."""
        found = self._read(
            f"SELECT {_COLUMNS}, answers_json, text FROM draft "  # noqa: S608  (column names are ours)
            "JOIN revision ON revision.draft_id = draft.id AND rev = head_rev WHERE draft.id = ?",
            (draft_id,),
        )
        if not found:
            raise PersonError("draft_not_found", draft=draft_id)
        *row, answers_json, text = found[0]
        return StoredDraft(_row(row), bytes(answers_json), text)

    def page(self, size: int, before_seq: int | None = None) -> tuple[DraftRow, ...]:
        """Return the next `size` drafts, newest change first, deleted ones left out.

        `before_seq` is the `updated_seq` of the last row of the page before.
        """
        rows = self._read(
            f"SELECT {_COLUMNS} FROM draft "  # noqa: S608  (column names are ours)
            "WHERE deleted_utc IS NULL AND updated_seq < ? ORDER BY updated_seq DESC LIMIT ?",
            (before_seq if before_seq is not None else 2**62, size),
        )
        return tuple(_row(row) for row in rows)

    def search(self, words: str, most: int) -> tuple[DraftRow, ...]:
        """Return at most `most` drafts that hold every word (or its beginning), newest change first."""
        query = matching(words)
        if not query:
            return ()
        self._open()
        self._write(lambda connection: index_changed(connection, self._searchable))
        rows = self._read(
            f"SELECT {_COLUMNS} FROM search JOIN draft ON created_seq = search.rowid "  # noqa: S608
            "WHERE search MATCH ? AND deleted_utc IS NULL ORDER BY updated_seq DESC LIMIT ?",
            (query, most),
        )
        return tuple(_row(row) for row in rows)

    def delete(self, draft_id: str) -> None:
        """Mark a draft as deleted; it can be brought back. Raises PersonError `draft_not_found`."""
        self._change_one("UPDATE draft SET deleted_utc = ? WHERE id = ? AND deleted_utc IS NULL", (_now(), draft_id))

    def bring_back(self, draft_id: str) -> None:
        """Take back a deletion. Raises PersonError `draft_not_found`."""
        self._change_one("UPDATE draft SET deleted_utc = NULL WHERE id = ? AND deleted_utc IS NOT NULL", (draft_id,))

    def keep_place(self, draft_id: str, place: Place) -> None:
        """Remember where the person was in a draft. Raises PersonError `draft_not_found`."""
        self.keep_place_later(draft_id, place).result()

    def keep_place_later(self, draft_id: str, place: Place) -> Future[None]:
        """Queue a place to be remembered. The future is the acknowledgement."""
        self._open()
        return self._writer.submit(
            _changing_one(
                "UPDATE draft SET place_step = ?, place_section = ?, place_cursor = ? WHERE id = ?",
                (place.step, place.section, place.cursor, draft_id),
            )
        )

    def _change_one(self, statement: str, values: tuple[str | int, ...]) -> None:
        self._open()
        self._write(_changing_one(statement, values))

    def write(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        """Run a piece of work of this room's other modules in one transaction of the writer thread."""
        self._open()
        return self._write(work)

    def _write(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        return self._writer.submit(work).result()

    def _open(self) -> sqlite3.Connection:
        if self._reader is None:
            self._reader = open_database(self._path)
            self._reader.execute("PRAGMA query_only = ON")
        return self._reader

    def _read(self, statement: str, values: tuple[str | int, ...]) -> list[tuple[Any, ...]]:
        with told(self._path):
            return self._open().execute(statement, values).fetchall()


def _save(connection: sqlite3.Connection, revision: Revision) -> Saved:
    """Insert the revision and move the head, only if the head is still where the revision started from."""
    now = _now()
    (newest,) = connection.execute("SELECT coalesce(max(updated_seq), 0) FROM draft").fetchone()
    head = connection.execute("SELECT head_rev FROM draft WHERE id = ?", (revision.draft_id,)).fetchone()
    if (head[0] if head else 0) != revision.base_rev:
        raise PersonError("draft_changed_elsewhere", draft=revision.draft_id)
    connection.execute("UPDATE meta SET value = '0' WHERE key = 'clean_shutdown' AND value <> '0'")
    rev, seq = revision.base_rev + 1, newest + 1
    place = revision.place
    row = (
        seq, now, rev, revision.campaign, revision.campaign_version, revision.language, revision.state, revision.title,
        place.step, place.section, place.cursor, revision.draft_id,
    )  # fmt: skip
    if head:
        connection.execute(
            "UPDATE draft SET updated_seq = ?, updated_utc = ?, head_rev = ?, campaign = ?, campaign_version = ?, "
            "language = ?, state = ?, title = ?, place_step = ?, place_section = ?, place_cursor = ?, "
            "deleted_utc = NULL WHERE id = ?",
            row,
        )
    else:
        connection.execute(
            "INSERT INTO draft (updated_seq, updated_utc, head_rev, campaign, campaign_version, language, state, "
            "title, place_step, place_section, place_cursor, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            row,
        )
    connection.execute(
        "INSERT INTO revision (draft_id, rev, saved_utc, reason, answers_json, text, sha256) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            revision.draft_id,
            rev,
            now,
            revision.reason,
            revision.answers_json,
            revision.text,
            hashlib.sha256(revision.answers_json).digest(),
        ),
    )
    return Saved(revision.draft_id, rev, now)


def _changing_one(statement: str, values: tuple[str | int, ...]) -> Callable[[sqlite3.Connection], None]:
    """Return the work of changing one draft, whose id is the last value."""

    def change(connection: sqlite3.Connection) -> None:
        if connection.execute(statement, values).rowcount != 1:
            raise PersonError("draft_not_found", draft=str(values[-1]))

    return change


def _mark_clean(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE meta SET value = '1' WHERE key = 'clean_shutdown' AND value <> '1'")


def _row(values: Sequence[Any]) -> DraftRow:
    draft_id, rev, title, campaign, language, state, utc, created, updated, deleted, step, section, cursor = values
    place = Place(step, section, cursor)
    return DraftRow(draft_id, rev, title, campaign, language, state, utc, created, updated, deleted, place)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
