"""Finding drafts by what was written in them. The index follows the drafts; it never holds up a save."""

import re
import sqlite3
from collections.abc import Callable

_WORD = re.compile(r"\w+")


def matching(words: str) -> str:
    """Return the full-text query for what a person typed: every word, each as a beginning. Signs are no operators."""
    return " ".join(f'"{word}"*' for word in _WORD.findall(words))


def index_changed(connection: sqlite3.Connection, searchable: Callable[[bytes], str]) -> None:
    """Bring the index up to date with every draft that was saved since it was last looked at."""
    changed = connection.execute(
        "SELECT created_seq, draft.id, head_rev, answers_json FROM draft "
        "JOIN revision ON revision.draft_id = draft.id AND rev = head_rev WHERE indexed_rev <> head_rev"
    ).fetchall()
    for row, draft_id, rev, answers_json in changed:
        connection.execute("DELETE FROM search WHERE rowid = ?", (row,))
        connection.execute("INSERT INTO search (rowid, body) VALUES (?, ?)", (row, searchable(bytes(answers_json))))
        connection.execute("UPDATE draft SET indexed_rev = ? WHERE id = ?", (rev, draft_id))
