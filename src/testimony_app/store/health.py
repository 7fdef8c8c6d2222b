"""Looking a database over without changing it."""

import os
import sqlite3
import stat
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from testimony_app.domain.errors import PersonError
from testimony_app.files.atomic import file_error
from testimony_app.store.database import demand_no_traces, is_there, open_database
from testimony_app.store.faults import told
from testimony_app.store.sound import quick_check


@dataclass(frozen=True, slots=True)
class DatabaseHealth:
    """What was found: how many drafts, which schema, and whether others on this computer may read the file."""

    drafts: int
    schema: int
    open_to_others: bool


def database_health(path: Path, key: bytes | None = None) -> DatabaseHealth | None:
    """Look over every page of a database; None where there is none yet and has been none.

    Raises the errors of `open_database`, and PersonError `search_missing` where SQLite lacks full-text search.
    """
    with told(path), closing(sqlite3.connect(":memory:")) as memory:
        options = {row[0] for row in memory.execute("PRAGMA compile_options")}
    if "ENABLE_FTS5" not in options:
        raise PersonError("search_missing", path=str(path))
    if not is_there(path):
        demand_no_traces(path)
        return None
    with told(path), closing(open_database(path, key)) as connection:
        if not quick_check(connection):
            raise PersonError("store_damaged", path=str(path))
        (drafts,) = connection.execute("SELECT count(*) FROM draft WHERE deleted_utc IS NULL").fetchone()
        (schema,) = connection.execute("PRAGMA user_version").fetchone()
    try:
        mode = path.stat().st_mode
    except OSError as error:
        raise file_error(error, path) from error
    return DatabaseHealth(drafts, schema, os.name != "nt" and bool(mode & (stat.S_IRWXG | stat.S_IRWXO)))
