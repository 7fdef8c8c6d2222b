"""Old versions go, a few at a time; what must stay stays."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from testimony_app.store.references import reference_of
from testimony_app.store.thinning import drafts_to_thin, let_go, thinned

NOW = datetime.now(UTC).replace(minute=30)
"""In the middle of an hour, since one version an hour is kept."""


def is_written(answers):
    return answers != b"empty"


@pytest.fixture
def aged(path, store, revision):
    """Save versions that look as old as is asked, in days."""

    def save(*ages, draft_id="a", texts=None):
        for rev, _ in enumerate(ages):
            text = texts[rev] if texts else f"words {rev}"
            store.save(revision(draft_id, rev, text, reason="cleared"))
        with closing(sqlite3.connect(path)) as connection, connection:
            for rev, age in enumerate(ages, 1):
                saved = (NOW - timedelta(days=age)).isoformat(timespec="seconds").replace("+00:00", "Z")
                connection.execute(
                    "UPDATE revision SET saved_utc = ? WHERE draft_id = ? AND rev = ?", (saved, draft_id, rev)
                )

    return save


def dropped(store, draft_id="a"):
    return store.read(lambda connection: thinned(connection, draft_id, NOW, is_written))


def kept(store, draft_id="a"):
    rows = store.read(
        lambda connection: connection.execute(
            "SELECT rev FROM revision WHERE draft_id = ? ORDER BY rev", (draft_id,)
        ).fetchall()
    )
    return [rev for (rev,) in rows]


def test_versions_are_let_go_of_by_age(store, aged):
    aged(40, 39, 3.001, 3, 0.01)
    assert dropped(store) == (1, 3)
    store.write(lambda connection: let_go(connection, "a", (1, 3)))
    assert kept(store) == [2, 4, 5]
    assert dropped(store) == ()


def test_the_newest_with_words_in_it_stays_whatever_comes_after(store, aged):
    aged(60, 50, 45, 40, texts=["words", "last words", "empty", "empty"])
    assert dropped(store) == (1, 3)


def test_a_version_that_left_the_computer_stays(store, aged):
    aged(60, 50, 45, 40)
    store.write(lambda connection: reference_of(connection, "a", 1, lambda: "T-0000001"))
    assert dropped(store) == (2, 3)
    store.write(lambda connection: let_go(connection, "a", (1, 2, 4)))
    assert kept(store) == [1, 3, 4]


def test_what_became_the_newest_meanwhile_stays(store, aged):
    aged(60, 50)
    store.write(lambda connection: let_go(connection, "a", (2,)))
    assert kept(store) == [1, 2]


def test_a_time_that_cannot_be_read_lets_go_of_nothing(path, store, aged):
    aged(60, 50, 45)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE revision SET saved_utc = 'yesterday' WHERE rev < 3")
    assert dropped(store) == ()


def test_only_drafts_with_more_than_a_few_versions_are_looked_at(store, aged):
    aged(1, 1)
    aged(1, 1, 1, draft_id="b")
    assert store.read(drafts_to_thin) == ("b",)


def test_a_draft_that_went_meanwhile_has_nothing_to_thin(store, aged):
    aged(1)
    assert dropped(store, "nowhere") == ()
