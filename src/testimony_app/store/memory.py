"""Drafts that are on no disk: a database in the memory of this process, which is gone with it."""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from typing_extensions import override

from testimony_app.domain.errors import BugError, PersonError
from testimony_app.store.database import migrate, migrations
from testimony_app.store.drafts import DraftStore
from testimony_app.store.engine import BUSY_SECONDS
from testimony_app.store.sound import APPLICATION_ID

if TYPE_CHECKING:
    from testimony_app.store.changes import Changes


class MemoryStore(DraftStore):
    """Drafts as in `DraftStore`, but for that nothing of them is ever in a file, not even for a sort.

    All connections share one database of SQLite's `memdb`, which lasts as long as the one that reads is open. What the
    system moves out of its memory to its own disk is not ours to keep from there.
    """

    def __init__(self, searchable: Callable[[bytes], str]) -> None:
        super().__init__(Path(os.devnull), searchable)
        self._address = f"file:/testimony-{os.urandom(8).hex()}?vfs=memdb"

    @override
    def trouble(self) -> PersonError | None:
        """Return None: memory takes what is written."""
        return None

    @override
    def _changing(self) -> "Changes":
        if self._is_closed:
            raise BugError("store_closed")
        self._open()
        if self._changes is None:
            from testimony_app.store.changes import Changes  # noqa: PLC0415  (see DraftStore)

            self._changes = Changes(self._path, self._searchable, self._connect)
        return self._changes

    @override
    def _open(self) -> sqlite3.Connection:
        if self._reader is None:
            connection = self._connect()
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID:d}")
            migrate(connection, migrations())
            connection.execute("PRAGMA query_only = ON")
            self._reader = connection
        return self._reader

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(
            self._address, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA temp_store = MEMORY")
        return connection
