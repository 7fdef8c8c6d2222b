"""Reading what can still be read of a damaged database. The damaged file itself is not touched."""

import hashlib
import shutil
import sqlite3
import tempfile
from collections.abc import Generator, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, NamedTuple

from testimony_app.files.atomic import file_error
from testimony_app.store.database import files_of
from testimony_app.store.engine import holds_lock, open_file

_MOST_GAPS = 1000
"""So many places that cannot be read are passed over."""

_MOST_BETWEEN = 1000
"""So many places are tried one by one between two that cannot be read."""

_FARTHEST = 2**40
"""So far behind such a place the next one that can be read is looked for."""

_SELECT = "SELECT rowid, draft_id, rev, saved_utc, answers_json, text, sha256 FROM revision NOT INDEXED"

_NO_TEXT = (sqlite3.Error, UnicodeDecodeError)
"""What reading a damaged row may raise."""


class Salvaged(NamedTuple):
    """The newest version of a draft that can still be read whole: its answers are what was saved, by their hash."""

    draft_id: str
    rev: int
    saved_utc: str
    answers_json: bytes
    text: str


def salvage(path: Path, key: bytes | None = None) -> tuple[Salvaged, ...]:
    """Return the drafts that can still be read from a damaged database and its log, those saved last first.

    What the person had deleted is left out, as far as that can be read. Reading is done in a copy. Raises PersonError
    where no copy can be made, and `store_locked` where it is locked and there is no key.
    """
    try:
        with tempfile.TemporaryDirectory(prefix=".salvage-", dir=path.parent, ignore_cleanup_errors=True) as folder:
            for part in files_of(path)[:2]:
                with suppress(FileNotFoundError):
                    shutil.copyfile(part, Path(folder) / part.name)
            newest = _newest_in(Path(folder) / path.name, key)
    except OSError as error:
        raise file_error(error, path) from error
    return tuple(sorted(newest, key=lambda each: each.saved_utc, reverse=True))


def _newest_in(copy: Path, key: bytes | None) -> list[Salvaged]:
    newest: dict[str, Salvaged] = {}
    deleted: set[str] = set()
    with suppress(*_NO_TEXT), closing(_Reading(copy, key)) as reading:
        for each in _readable(reading):
            if each.draft_id not in newest or newest[each.draft_id].rev < each.rev:
                newest[each.draft_id] = each
        with suppress(*_NO_TEXT):
            for draft_id, deleted_utc in reading.rows("SELECT id, deleted_utc FROM draft NOT INDEXED"):
                if deleted_utc is not None:
                    deleted.add(draft_id)
    return [each for draft_id, each in newest.items() if draft_id not in deleted]


class _Reading:
    """Reads a damaged file. A locked one is opened anew after each error: SQLCipher reads nothing more then."""

    def __init__(self, copy: Path, key: bytes | None) -> None:
        self._copy = copy
        self._key = key
        self._connection = self._opened()

    def rows(self, statement: str, values: tuple[int, ...] = ()) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a query as far as they can be read. Raises sqlite3.Error."""
        try:
            yield from self._connection.execute(statement, values)
        except sqlite3.Error:
            if holds_lock(self._connection):
                self.close()
                self._connection = self._opened()
            raise

    def close(self) -> None:
        """Read no more."""
        self._connection.close()

    def _opened(self) -> sqlite3.Connection:
        connection = open_file(self._copy, self._key)
        connection.execute("PRAGMA writable_schema = ON")  # else a file that was cut off is not read at all
        return connection


def _readable(reading: _Reading) -> Iterator[Salvaged]:
    """Yield every version that can be read, some of them twice: as the file has them, then by their numbers."""
    with suppress(*_NO_TEXT):
        for row in reading.rows(_SELECT):
            version = _whole(row)
            if version is not None:
                yield version
    place: int | None = 0
    for _ in range(_MOST_GAPS):
        if place is None:
            return
        place = yield from _up_to_a_gap(reading, place)


def _up_to_a_gap(reading: _Reading, place: int) -> Generator[Salvaged, None, int | None]:
    """Yield what follows a place as far as it can be read, and what stands before the next place that can.

    Return where to go on, None at the end.
    """
    try:
        while (found := _row(reading, "rowid > ? ORDER BY rowid", place)) is not None:
            place = _beyond(found[0], place)
            yield from found[1]
    except _NO_TEXT:
        following = _next_readable(reading, place)
    else:
        return None
    if following is None:
        return None
    before = following
    with suppress(*_NO_TEXT):  # what the search for it had jumped over
        while (found := _row(reading, "rowid < ? ORDER BY rowid DESC", before)) and found[0] > place:
            before = -_beyond(-found[0], -before)
            yield from found[1]
    for between in range(place + 1, min(before, place + _MOST_BETWEEN)):
        with suppress(*_NO_TEXT):
            found = _row(reading, "rowid = ?", between)
            yield from found[1] if found else ()
    return following - 1


def _beyond(found: int, place: int) -> int:
    """Return where a row is that was looked for behind a place; where pages are mixed up it may stand before it."""
    if found <= place:
        raise sqlite3.DatabaseError
    return found


def _next_readable(reading: _Reading, place: int) -> int | None:
    """Return the next place after one that can be read, found by wider and wider steps, or None."""
    step = 1
    while step < _FARTHEST:
        with suppress(*_NO_TEXT):
            found = _row(reading, "rowid > ? ORDER BY rowid", place + step)
            return _beyond(found[0], place) if found else None
        step *= 2
    return None


def _row(reading: _Reading, which: str, place: int) -> tuple[int, tuple[Salvaged, ...]] | None:
    """Return the place of the next version, and the version if it is whole; None at the end.

    One at a time: a query that goes on reads ahead, and takes the last good row with it where that fails.
    """
    row = next(reading.rows(f"{_SELECT} WHERE {which} LIMIT 1", (place,)), None)
    if row is None:
        return None
    version = _whole(row)
    return row[0], (version,) if version is not None else ()


def _whole(row: tuple[object, ...]) -> Salvaged | None:
    """Return a version, or None where it is not what was saved."""
    match row:
        case [_, str(draft_id), int(rev), str(saved_utc), bytes(answers_json), str(text), bytes(sha256)]:
            if hashlib.sha256(answers_json).digest() == sha256:
                return Salvaged(draft_id, rev, saved_utc, answers_json, text)
    return None
