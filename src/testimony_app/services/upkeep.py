"""What is done for the drafts while nobody waits: the backup of the day, spare room, old versions let go."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from testimony_app.domain.errors import TestimonyError
from testimony_app.store import deleted, thinning
from testimony_app.store.ballast import keep_ballast
from testimony_app.store.erasing import erase
from testimony_app.store.leftovers import remove_leftovers

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from testimony_app.services.backups import Backups
    from testimony_app.store.drafts import DraftStore


class Upkeep:
    """Looks after one profile. It has connections of its own, and no piece of its work takes long.

    `written` turns a version's answers into what the person wrote.
    """

    def __init__(
        self, store: "DraftStore", backups: "Backups", folder: "Path", written: Callable[[bytes], str]
    ) -> None:
        self._store = store
        self._backups = backups
        self._folder = folder
        self._written = written
        self.backup_error: TestimonyError | None = None
        """Why the last look could not make the backup of the day, if it was due."""

    def run(self, is_wanted: Callable[[], bool]) -> tuple[TestimonyError, ...]:
        """Do what is due, piece by piece, as long as `is_wanted` says so. Return what could not be done, and why.

        Where there is no database yet nothing is done.

        The backup comes first: what is let go of afterwards is still in it.
        """
        failed: list[TestimonyError] = []
        if not self._backups.has_database:
            return ()
        for work in (
            self._back_up,
            self._bring_in,
            lambda: keep_ballast(self._folder),
            lambda: remove_leftovers(self._folder, datetime.now(UTC)),
            lambda: self.thin(is_wanted),
            lambda: self.let_deleted_go(is_wanted),
        ):
            if is_wanted():
                try:
                    work()
                except TestimonyError as error:
                    failed.append(error)
        return tuple(failed)

    def thin(self, is_wanted: Callable[[], bool] = lambda: True, now: datetime | None = None) -> int:
        """Let go of old versions and return how many, a few in a transaction so that a save never waits long."""
        at = now or datetime.now(UTC)
        gone = 0
        for draft_id in self._store.read(thinning.drafts_to_thin):
            if not is_wanted():
                break
            gone += self._thin_one(draft_id, at, is_wanted)
        return gone

    def let_deleted_go(self, is_wanted: Callable[[], bool] = lambda: True, now: datetime | None = None) -> int:
        """Count today, erase deleted testimonies that nobody brought back in time, and return how many.

        What was sent stays until somebody erases it. Backups keep theirs as long as they are kept themselves.
        """
        at = now or datetime.now(UTC)
        self._store.write(partial(deleted.count_day, now=at))
        gone = 0
        for draft_id in self._store.read(partial(deleted.expired, now=at)):
            if is_wanted():
                gone += self._store.write(partial(_erase_expired, draft_id=draft_id, now=at))
        return gone

    def _back_up(self) -> None:
        self.backup_error = None
        try:
            self._backups.make_if_due()
        except TestimonyError as error:
            self.backup_error = error
            raise

    def _bring_in(self) -> None:
        self._store.bring_in()

    def _thin_one(self, draft_id: str, now: datetime, is_wanted: Callable[[], bool]) -> int:
        old = self._store.read(lambda connection: thinning.thinned(connection, draft_id, now, self._is_written))
        gone = 0
        for start in range(0, len(old), thinning.AT_ONCE):
            if not is_wanted():
                break
            part = old[start : start + thinning.AT_ONCE]
            self._store.write(partial(thinning.let_go, draft_id=draft_id, versions=part))
            gone += len(part)
        return gone

    def _is_written(self, answers_json: bytes) -> bool:
        return bool(self._written(answers_json).strip())


def _erase_expired(connection: "sqlite3.Connection", draft_id: str, now: datetime) -> bool:
    """Erase a draft, unless somebody has just brought it back."""
    if draft_id not in deleted.expired(connection, now):
        return False
    erase(connection, draft_id)
    return True
