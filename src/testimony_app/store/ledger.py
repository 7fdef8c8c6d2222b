"""The ledger of what was sent: a file of its own that is only added to, so that no restored backup unsends anything."""

import os
import sqlite3
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from testimony_app.domain.errors import PersonError
from testimony_app.domain.outbox import Ledger
from testimony_app.files.atomic import file_error
from testimony_app.store.database import connect, is_there, make_private_folder
from testimony_app.store.faults import told

APPLICATION_ID = 0x54534C47
"""Marks the file as ours ("TSLG")."""

_SCHEMA = (
    """CREATE TABLE IF NOT EXISTS sent (
  seq INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('intent', 'accepted', 'partly', 'not_delivered')),
  submission_id TEXT NOT NULL,
  message_id TEXT NOT NULL,
  payload_sha256 BLOB NOT NULL,
  channel_sha256 BLOB NOT NULL,
  utc TEXT NOT NULL
) STRICT""",
    "CREATE INDEX IF NOT EXISTS sent_by_submission ON sent (submission_id, seq)",
    "CREATE TRIGGER IF NOT EXISTS no_change BEFORE UPDATE ON sent BEGIN SELECT RAISE(ABORT, 'only added to'); END",
    "CREATE TRIGGER IF NOT EXISTS no_removal BEFORE DELETE ON sent BEGIN SELECT RAISE(ABORT, 'only added to'); END",
)


class Sending(NamedTuple):
    """What the ledger keeps of a submission: nothing of its words or of whom it goes to."""

    submission_id: str
    message_id: str
    payload_sha256: bytes
    channel_sha256: bytes


class SentLedger:
    """Keeps what was about to be handed over and how it ended. Used by one thread at a time.

    Every method raises PersonError where the disk refuses (`disk_full`, `store_busy`, `store_damaged`, ...).
    """

    def __init__(self, path: Path, key: bytes | None = None) -> None:
        self._path = path
        self._key = key
        self._connection: sqlite3.Connection | None = None

    @property
    def is_there(self) -> bool:
        """Whether the file exists."""
        return is_there(self._path)

    def close(self) -> None:
        """Leave the file in order. A second call does nothing."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def intend(self, sending: Sending) -> int:
        """Write that a submission is about to be handed over, and return the number of the entry."""
        return self._add(Ledger.INTENT, sending)

    def settle(self, sending: Sending, ended: Ledger) -> int:
        """Write how it ended, `ACCEPTED`, `PARTLY` or `NOT_DELIVERED`, and return the number of the entry."""
        return self._add(ended, sending)

    def standing(self, submission_id: str) -> Ledger:
        """Return the last thing the ledger says of a submission."""
        if self._connection is None and not self.is_there:
            return Ledger.NOTHING
        with told(self._path):
            found = (
                self._open()
                .execute("SELECT kind FROM sent WHERE submission_id = ? ORDER BY seq DESC LIMIT 1", (submission_id,))
                .fetchone()
            )
        return Ledger(found[0]) if found else Ledger.NOTHING

    def last(self) -> int:
        """Return the number of the last entry, 0 where there is none."""
        if self._connection is None and not self.is_there:
            return 0
        with told(self._path):
            (last,) = self._open().execute("SELECT coalesce(max(seq), 0) FROM sent").fetchone()
        return int(last)

    def named_after(self, seq: int) -> frozenset[str]:
        """Return the submissions that have entries after the one with this number."""
        if self._connection is None and not self.is_there:
            return frozenset()
        with told(self._path):
            rows = self._open().execute("SELECT DISTINCT submission_id FROM sent WHERE seq > ?", (seq,)).fetchall()
        return frozenset(str(name) for (name,) in rows)

    def _add(self, kind: Ledger, sending: Sending) -> int:
        utc = datetime.now(UTC).isoformat(timespec="seconds")
        with told(self._path):
            added = self._open().execute(
                "INSERT INTO sent (kind, submission_id, message_id, payload_sha256, channel_sha256, utc) "
                "VALUES (?, ?, ?, ?, ?, ?)",
                (kind.value, *sending, utc),
            )
        return int(added.lastrowid or 0)

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            self._connection = self._opened()
        return self._connection

    def _opened(self) -> sqlite3.Connection:
        make_private_folder(self._path.parent)
        try:
            os.close(os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600))
        except (OSError, ValueError) as error:
            raise file_error(error, self._path) from error
        connection = connect(self._path, self._key)
        try:
            self._demand_ours(connection)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID:d}")
            connection.execute("PRAGMA journal_mode = WAL")
            for statement in _SCHEMA:
                connection.execute(statement)
        except BaseException:
            with suppress(sqlite3.Error):
                connection.close()
            raise
        return connection

    def _demand_ours(self, connection: sqlite3.Connection) -> None:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        if application != APPLICATION_ID and tables:
            raise PersonError("store_damaged", path=str(self._path))
