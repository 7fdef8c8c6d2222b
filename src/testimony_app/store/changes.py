"""What changes drafts: every save, deletion and place, each in a transaction of the one writer."""

import hashlib
import sqlite3
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from testimony_app.domain.errors import PersonError, TestimonyError
from testimony_app.store.ballast import release_ballast
from testimony_app.store.database import connect
from testimony_app.store.draft_ids import is_text
from testimony_app.store.newest import NewestVersion
from testimony_app.store.place import Place
from testimony_app.store.search import index_changed
from testimony_app.store.writer import StoreWriter

Result = TypeVar("Result")

LONG = 20
"""Of more characters than these, what somebody wrote is let go of only when they say so."""

ASKED_FOR = frozenset({"cleared", "import", "restore"})
"""Reasons of a save that somebody asked for with open eyes."""


@dataclass(frozen=True, slots=True)
class Revision:
    """One version of a draft to be saved. `base_rev` is the version it was made from, 0 for a new draft.

    `answers_json` is canonical testimony/1; `text` is the plain text as composed now, so that the draft can be read
    without its campaign. `reason` is one of typing, nav, close, title, copy, import, restore, salvage, and cleared: the
    person said that nothing is to be left. `is_empty` says that they have written nothing, or taken all of it out.
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
    is_empty: bool = False


@dataclass(frozen=True, slots=True)
class Saved:
    """The acknowledgement that a revision is on disk. `saved_utc` is ISO 8601 with seconds."""

    draft_id: str
    rev: int
    saved_utc: str


class Changes:
    """Makes changes, one after another. A future is the acknowledgement, or the error that undid the change.

    `written` turns a revision's answers into what the person wrote. `used_last_room` tells that the disk is full but
    for the room that was kept for the last words. The database must have been opened by
    `open_database` before, unless `connecting` connects to another one. `key` finds the key of a locked one.
    """

    def __init__(
        self,
        path: Path,
        written: Callable[[bytes], str],
        connecting: Callable[[], sqlite3.Connection] | None = None,
        key: Callable[[], bytes | None] = lambda: None,
    ) -> None:
        self._writer = StoreWriter(path, connecting or (lambda: connect(path, key())), self._make_room)
        self._folder = path.parent
        self.used_last_room = False
        self._written = written
        self._has_saved = False
        self._newest = NewestVersion(path) if connecting is None else None

    def close(self) -> None:
        """Finish what is queued and mark the database as left in order. A second call does nothing."""
        if self._has_saved:
            self._has_saved = False
            with suppress(TestimonyError):  # without the mark, the next start looks the pages over
                self.run(_mark_clean)
        self._writer.close()
        if self._newest is not None:
            self._newest.close()

    def submit(self, work: Callable[[sqlite3.Connection], Result], patience: float = 0.0) -> Future[Result]:
        """Queue a piece of work. With patience it waits so many seconds for the next one, to share its commit."""
        return self._writer.submit(work, patience)

    def run(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        """Do a piece of work and wait for it."""
        return self._writer.run(work)

    def save_later(self, revision: Revision) -> Future[Saved]:
        """Queue a revision."""
        self._has_saved = True
        saving = self._writer.submit(
            lambda connection: save(connection, revision, self._written), bring_in=revision.base_rev == 0
        )
        if self._newest is not None:
            saving.add_done_callback(self._newest_is)
        return saving

    def save(self, revision: Revision) -> Saved:
        """Save a revision and wait for the acknowledgement."""
        self._has_saved = True
        saved = self._writer.run(
            lambda connection: save(connection, revision, self._written), bring_in=revision.base_rev == 0
        )
        if self._newest is not None:
            self._newest.note(saved.draft_id, saved.rev)
        return saved

    def _newest_is(self, saving: Future[Saved]) -> None:
        if self._newest is not None and saving.exception() is None:
            saved = saving.result()
            self._newest.note(saved.draft_id, saved.rev)

    def _make_room(self) -> bool:
        """Give the room back that is kept for the last words."""
        made = release_ballast(self._folder)
        self.used_last_room = self.used_last_room or made
        return made

    def bring_in(self) -> Future[None]:
        """Queue bringing what the log holds into the database itself."""
        return self._writer.submit(lambda _: None, bring_in=True)

    def index(self, searchable: Callable[[bytes], str]) -> bool:
        """Bring a part of the search index up to date. Returns whether there may be more."""
        return self.run(lambda connection: index_changed(connection, searchable))

    def delete(self, draft_id: str) -> None:
        """Mark a draft as deleted."""
        self.run(
            _changing_one("UPDATE draft SET deleted_utc = ? WHERE id = ? AND deleted_utc IS NULL", (_now(), draft_id))
        )

    def bring_back(self, draft_id: str) -> None:
        """Take back a deletion."""
        self.run(
            _changing_one("UPDATE draft SET deleted_utc = NULL WHERE id = ? AND deleted_utc IS NOT NULL", (draft_id,))
        )

    def keep_place(self, draft_id: str, place: Place) -> Future[None]:
        """Queue a place to be remembered."""
        return self.submit(
            _changing_one(
                "UPDATE draft SET place_step = ?, place_section = ?, place_cursor = ? WHERE id = ?",
                (place.step, place.section, place.cursor, draft_id),
            )
        )

    def keep_state(self, draft_id: str, rev: int, state: str) -> Future[None]:
        """Queue what is known of a version, unless there is a newer one by then."""
        return self.submit(lambda connection: _keep_state(connection, draft_id, rev, state))


_MOVE_HEAD = (
    "UPDATE draft SET updated_seq = (SELECT coalesce(max(updated_seq), 0) + 1 FROM draft), updated_utc = ?, "
    "head_rev = ?, campaign = ?, campaign_version = ?, language = ?, state = ?, title = ?, place_step = ?, "
    "place_section = ?, place_cursor = ?, deleted_utc = NULL WHERE id = ? AND head_rev = ?"
)
_BEGIN = (
    "INSERT INTO draft (updated_seq, updated_utc, head_rev, campaign, campaign_version, language, state, title, "
    "place_step, place_section, place_cursor, id) VALUES ((SELECT coalesce(max(updated_seq), 0) + 1 FROM draft), "
    "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING"
)


def _keep_state(connection: sqlite3.Connection, draft_id: str, rev: int, state: str) -> None:
    connection.execute("UPDATE draft SET state = ? WHERE id = ? AND head_rev = ?", (state, draft_id, rev))


def save(connection: sqlite3.Connection, revision: Revision, written: Callable[[bytes], str]) -> Saved:
    """Insert the revision and move the head, only if the head is still where the revision started from.

    Raises PersonError `draft_changed_elsewhere` where it is not, `draft_erased` where it is no longer there, and
    `draft_emptied` where nothing would be left of what somebody wrote, and they have not said so.
    """
    now = _now()
    rev, place = revision.base_rev + 1, revision.place
    connection.execute("UPDATE meta SET value = '0' WHERE key = 'clean_shutdown' AND value <> '0'")
    row = (
        now, rev, revision.campaign, revision.campaign_version, revision.language, revision.state, revision.title,
        place.step, place.section, place.cursor, revision.draft_id,
    )  # fmt: skip
    if revision.base_rev:
        moved = connection.execute(_MOVE_HEAD, (*row, revision.base_rev))
    else:
        moved = connection.execute(_BEGIN, row)
    if moved.rowcount != 1:
        raise _not_its_turn(connection, revision.draft_id)
    if revision.base_rev and revision.is_empty and revision.reason not in ASKED_FOR:
        _demand_little_is_lost(connection, revision, written)
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


def _not_its_turn(connection: sqlite3.Connection, draft_id: str) -> PersonError:
    """Return why no version can follow the one that somebody started from."""
    if connection.execute("SELECT 1 FROM draft WHERE id = ?", (draft_id,)).fetchone():
        return PersonError("draft_changed_elsewhere", draft=draft_id)
    return PersonError("draft_erased", draft=draft_id)


def _demand_little_is_lost(connection: sqlite3.Connection, revision: Revision, written: Callable[[bytes], str]) -> None:
    (answers_json,) = connection.execute(
        "SELECT answers_json FROM revision WHERE draft_id = ? AND rev = ?", (revision.draft_id, revision.base_rev)
    ).fetchone()
    if len(written(bytes(answers_json))) > LONG:
        raise PersonError("draft_emptied", draft=revision.draft_id)


def _changing_one(statement: str, values: tuple[str | int, ...]) -> Callable[[sqlite3.Connection], None]:
    """Return the work of changing one draft, whose id is the last value."""

    def change(connection: sqlite3.Connection) -> None:
        if not is_text(str(values[-1])) or connection.execute(statement, values).rowcount != 1:
            raise PersonError("draft_not_found", draft=str(values[-1]))

    return change


def _mark_clean(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE meta SET value = '1' WHERE key = 'clean_shutdown' AND value <> '1'")


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
