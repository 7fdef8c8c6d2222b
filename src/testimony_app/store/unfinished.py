"""Forms that somebody began and has not saved yet: they come back after a start, and are no settings until then."""

import sqlite3

_KEY = "unfinished_"


def keep(connection: sqlite3.Connection, name: str, form: str) -> None:
    """Keep a form as it stands now, by its name."""
    connection.execute(
        "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (f"{_KEY}{name}", form),
    )


def drop(connection: sqlite3.Connection, name: str) -> None:
    """Keep a form no longer: it was saved, or the person wants nothing of it."""
    connection.execute("DELETE FROM meta WHERE key = ?", (f"{_KEY}{name}",))


def kept(connection: sqlite3.Connection) -> dict[str, str]:
    """Return the forms that are kept, by their names."""
    rows = connection.execute("SELECT key, value FROM meta WHERE substr(key, 1, ?) = ?", (len(_KEY), _KEY)).fetchall()
    return {str(key).removeprefix(_KEY): str(form) for key, form in rows}
