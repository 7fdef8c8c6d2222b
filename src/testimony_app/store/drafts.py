"""Drafts in SQLite: append-only revisions, saved in one transaction that checks what it builds on."""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from testimony_app.domain.errors import BugError, PersonError
from testimony_app.store.database import files_of, open_database, scrub_log
from testimony_app.store.draft_ids import is_text
from testimony_app.store.faults import told
from testimony_app.store.place import Place
from testimony_app.store.sent import SENT, SENT_OF_DRAFT, SentRow, sent_row

if TYPE_CHECKING:
    from concurrent.futures import Future

    from testimony_app.store.changes import Changes, Revision, Saved

Result = TypeVar("Result")

_COLUMNS = (
    "draft.id, head_rev, draft.title, campaign, language, draft.state, updated_utc, created_seq, updated_seq, "
    "deleted_utc, place_step, place_section, place_cursor"
)


class DraftRow(NamedTuple):
    """A draft as lists show it, without its words. `sent` is None where nothing was, and where nobody asked for it."""

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
    sent: SentRow | None = None


class StoredDraft(NamedTuple):
    """A draft's newest version."""

    row: DraftRow
    answers_json: bytes


class DraftStore:
    """The drafts of one profile.

    `searchable` turns a revision's answers into what the person wrote, by which it can be found; it runs outside the
    save, unless that would leave nothing of a testimony. `key` finds the key of a locked database. Every method
    raises the errors of `open_database` and PersonError (`disk_full`, `store_busy`, `store_disk_error`, ...) where the
    database refuses; then nothing has changed. Where nothing can be written, `load`, `text` and `page` still answer.
    """

    def __init__(
        self, path: Path, searchable: Callable[[bytes], str], key: "Callable[[], bytes | None]" = lambda: None
    ) -> None:
        self._path = path
        self._key = key
        self._searchable = searchable
        self._reader: sqlite3.Connection | None = None
        self._changes: Changes | None = None
        self._can_write = False
        self._is_closed = False

    def close(self) -> None:
        """Finish what is being saved and leave the database in order. A second call does nothing."""
        self._is_closed = True
        if self._changes is not None:
            self._changes.close()
        if self._reader is not None:
            if self._can_write:
                self._leave_no_words_in_the_log()
            self._reader.close()
            self._reader = None

    def let_go(self) -> None:
        """Finish what is being saved and hold no file open, so that the database can be replaced by another."""
        self.close()
        self._changes, self._can_write, self._is_closed = None, False, False

    @property
    def used_last_room(self) -> bool:
        """Whether the disk is full but for the room that was kept for the last words."""
        return self._changes is not None and self._changes.used_last_room

    @property
    def was_written(self) -> bool:
        """Whether anything was written to the database since it was opened here, be it for a search alone."""
        return self._changes is not None

    def trouble(self) -> PersonError | None:
        """Return why nothing can be saved, or None where it seems that it can.

        Asked before the first key: a file that may only be read opens as any other does.
        """
        try:
            with told(self._path):
                self._open()
        except PersonError as error:
            return error
        from testimony_app.store.read_only import why_not_written  # noqa: PLC0415  (asked once)

        return why_not_written(self._path)

    def save_later(self, revision: "Revision") -> "Future[Saved]":
        """Queue a revision for the writer's thread. The future is the acknowledgement, or the error that undid it."""
        return self._changing().save_later(revision)

    def save(self, revision: "Revision") -> "Saved":
        """Save a revision and wait for the acknowledgement.

        Raises PersonError `draft_changed_elsewhere` where `base_rev` is no longer the newest version.
        """
        return self._changing().save(revision)

    def load(self, draft_id: str) -> StoredDraft:
        """Return a draft's newest version.

        Raises PersonError `draft_not_found`, and `draft_damaged` where it is no longer what was written.
        """
        import hashlib  # noqa: PLC0415  (it loads all of OpenSSL; a list of drafts needs none)

        *row, answers_json, sha256 = self._newest(draft_id, f"{_COLUMNS}, answers_json, sha256")
        if hashlib.sha256(answers_json).digest() != sha256:
            raise PersonError("draft_damaged", draft=draft_id)
        return StoredDraft(_row(row), bytes(answers_json))

    def text(self, draft_id: str) -> str:
        """Return the text of a draft's newest version as it was composed then. Raises PersonError `draft_not_found`."""
        (text,) = self._newest(draft_id, "text")
        return str(text)

    def written(self, draft_id: str) -> tuple[str, bytes]:
        """Return text and answers of a draft's newest version as they stand, unchecked, to count what is in them.

        Raises PersonError `draft_not_found`.
        """
        text, answers_json = self._newest(draft_id, "text, answers_json")
        return str(text), bytes(answers_json)

    def has_reference(self, draft_id: str) -> bool:
        """Whether a version of a draft ever got a reference, as each that leaves the computer in a file does."""
        return bool(self._read("SELECT 1 FROM reference WHERE draft_id = ? LIMIT 1", (draft_id,)))

    def page(self, size: int, before_seq: int | None = None) -> tuple[DraftRow, ...]:
        """Return the next `size` drafts, newest change first, deleted ones left out.

        `before_seq` is the `updated_seq` of the last row of the page before.
        """
        return self._listed(
            "draft",
            "deleted_utc IS NULL AND updated_seq < ?",
            (before_seq if before_seq is not None else 2**62, size),
        )

    def search(self, words: str, most: int) -> tuple[DraftRow, ...]:
        """Return at most `most` drafts that hold every word (or its beginning), newest change first."""
        from testimony_app.store.search import matching  # noqa: PLC0415  (a list that nobody searches needs none)

        query = matching(words)
        if not query:
            return ()
        while self._changing().index(self._searchable):
            pass
        return self._listed(
            "draft INDEXED BY draft_by_update",  # else many hits would all be read before the newest are chosen
            "created_seq IN (SELECT rowid FROM search WHERE search MATCH ?) "
            "AND deleted_utc IS NULL AND updated_seq > 0",
            (query, most),
        )

    def delete(self, draft_id: str) -> None:
        """Mark a draft as deleted; it can be brought back. Raises PersonError `draft_not_found`."""
        self._changing().delete(draft_id)

    def bring_back(self, draft_id: str) -> None:
        """Take back a deletion. Raises PersonError `draft_not_found`."""
        self._changing().bring_back(draft_id)

    def has_deleted(self) -> bool:
        """Whether there is a draft that was deleted."""
        return bool(self._read("SELECT 1 FROM draft WHERE deleted_utc IS NOT NULL LIMIT 1", ()))

    def keep_place(self, draft_id: str, place: Place) -> None:
        """Remember where the person was in a draft. Raises PersonError `draft_not_found`."""
        self.keep_place_later(draft_id, place).result()

    def keep_place_later(self, draft_id: str, place: Place) -> "Future[None]":
        """Queue a place to be remembered. The future is the acknowledgement."""
        return self._changing().keep_place(draft_id, place)

    def keep_state_later(self, draft_id: str, rev: int, state: str) -> "Future[None]":
        """Queue what is known of a version, such as "ready"; it holds for that one alone, and not for any after it."""
        return self._changing().keep_state(draft_id, rev, state)

    def row(self, draft_id: str) -> DraftRow:
        """Return a draft as lists show it. Raises PersonError `draft_not_found`."""
        return _row(self._newest(draft_id, _COLUMNS))

    def bring_in(self) -> None:
        """Bring what the log holds into the database itself, which does not hang on the log then."""
        self._changing().bring_in().result()

    def write(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        """Run a piece of work of this room's other modules in one transaction and wait for it."""
        return self._changing().run(work)

    def write_later(self, work: Callable[[sqlite3.Connection], Result], patience: float = 0.0) -> "Future[Result]":
        """Queue such a piece of work. The future is the acknowledgement, or the error that undid it.

        With patience it waits so many seconds for the next piece, to share its commit.
        """
        return self._changing().submit(work, patience)

    def read(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        """Run a piece of reading of this room's other modules, also where nothing can be written."""
        with told(self._path):
            return work(self._open_to_read())

    def _leave_no_words_in_the_log(self) -> None:
        """Overwrite the log before the last to close it deletes it. Where others have it open, that is their matter."""
        log = files_of(self._path)[1]
        with suppress(PersonError, OSError):
            if log.stat().st_size:
                scrub_log(self._path, self._key())

    def _newest(self, draft_id: str, columns: str) -> tuple[Any, ...]:
        found = is_text(draft_id) and self._read(
            f"SELECT {columns} FROM draft "  # noqa: S608  (column names are ours)
            "JOIN revision ON revision.draft_id = draft.id AND rev = head_rev WHERE draft.id = ?",
            (draft_id,),
        )
        if not found:
            raise PersonError("draft_not_found", draft=draft_id)
        return found[0]

    def _changing(self) -> "Changes":
        """Return what changes the drafts, with the database open. A run that only reads never loads it."""
        if self._is_closed:
            raise BugError("store_closed")
        self._open()
        if self._changes is None:
            from testimony_app.store.changes import Changes  # noqa: PLC0415  (see above)

            self._changes = Changes(self._path, self._searchable, key=self._key)
        return self._changes

    def _open(self) -> sqlite3.Connection:
        """Return the connection that reads, once the database is known to take what is written."""
        if self._reader is None or not self._can_write:
            try:
                connection = open_database(self._path, self._key())
            except PersonError as error:
                self._read_at_least(error)
                raise
            connection.execute("PRAGMA query_only = ON")
            if self._reader is not None:
                self._reader.close()
            self._reader, self._can_write = connection, True
        return self._reader

    def _read_at_least(self, error: PersonError) -> None:
        """Open the database to read alone, where `error` is that it cannot be written."""
        from testimony_app.store.read_only import CANNOT_WRITE, open_to_read  # noqa: PLC0415  (it is rarely so)

        if self._reader is None and error.code in CANNOT_WRITE:
            self._reader = open_to_read(self._path, self._key())
        if self._reader is not None and error.code == "store_cannot_open":
            raise PersonError("store_read_only", path=str(self._path)) from error

    def _open_to_read(self) -> sqlite3.Connection:
        """Return a connection to read with, even where nothing can be written."""
        if self._reader is None:
            try:
                return self._open()
            except PersonError:
                if self._reader is None:
                    raise
        return self._reader

    def _listed(self, source: str, where: str, values: tuple[str | int, ...]) -> tuple[DraftRow, ...]:
        """Return rows with what was sent of them, newest change first."""
        rows = self._read(
            f"SELECT {_COLUMNS}, {SENT} FROM {source} {SENT_OF_DRAFT} "  # noqa: S608  (all of it is ours)
            f"WHERE {where} ORDER BY updated_seq DESC LIMIT ?",
            values,
        )
        sent = -len(SentRow._fields)
        return tuple(_row(row[:sent], row[sent:]) for row in rows)

    def _read(self, statement: str, values: tuple[str | int, ...]) -> list[tuple[Any, ...]]:
        with told(self._path):
            return self._open_to_read().execute(statement, values).fetchall()


def _row(values: Sequence[Any], sent: Sequence[Any] = (None,)) -> DraftRow:
    draft_id, rev, title, campaign, language, state, utc, created, updated, deleted, step, section, cursor = values
    place = Place(step, section, cursor)
    return DraftRow(
        draft_id, rev, title, campaign, language, state, utc, created, updated, deleted, place, sent_row(sent)
    )
