"""Finding drafts by what was written in them. The index follows the drafts; it never holds up a save."""

import re
import sqlite3
from collections.abc import Callable

_AT_ONCE = 200
"""How many drafts are indexed in one transaction."""


def matching(words: str) -> str:
    """Return the full-text query for what a person typed: every word, each as a beginning. Signs are no operators."""
    return " ".join(f'"{word}"*' for word in re.findall(r"\w+", words))


def index_changed(connection: sqlite3.Connection, searchable: Callable[[bytes], str]) -> bool:
    """Bring the index up to date with some of the drafts that were saved since it was last looked at.

    Returns whether there may be more. A part at a time, so that a save need not wait long for its turn.
    """
    changed = connection.execute(
        "SELECT created_seq, id, head_rev, answers_json "
        "FROM (SELECT created_seq, id, head_rev FROM draft WHERE indexed_rev <> head_rev LIMIT ?) "
        "CROSS JOIN revision ON draft_id = id AND rev = head_rev",
        (_AT_ONCE,),
    ).fetchall()
    for row, draft_id, rev, answers_json in changed:
        connection.execute("DELETE FROM search WHERE rowid = ?", (row,))
        connection.execute("INSERT INTO search (rowid, body) VALUES (?, ?)", (row, searchable(bytes(answers_json))))
        connection.execute("UPDATE draft SET indexed_rev = ? WHERE id = ?", (rev, draft_id))
    return len(changed) == _AT_ONCE
