import sqlite3
from contextlib import closing

import pytest

from testimony_app.domain.errors import PersonError
from testimony_app.store.history import lengths, version, version_before, versions
from testimony_app.store.references import reference_of


@pytest.fixture
def three(store, revision):
    for rev, text in enumerate(["one", "two", "three"]):
        store.save(revision(base_rev=rev, text=text, reason="nav" if rev else "typing"))
    store.write(lambda connection: reference_of(connection, "a", 2, lambda: "T-0000001"))
    return store


def code_of(store, work):
    with pytest.raises(PersonError) as error:
        store.read(work)
    return error.value.code


def test_versions_are_listed_by_number_the_newest_first(three):
    found = three.read(lambda connection: versions(connection, "a"))
    assert [(each.rev, each.reason, each.ref) for each in found] == [
        (3, "nav", ""), (2, "nav", "T-0000001"), (1, "typing", ""),
    ]  # fmt: skip
    assert three.read(lambda connection: lengths(connection, "a")) == {1: 3, 2: 3, 3: 5}


def test_the_order_is_that_of_numbers_whatever_the_clock_said(path, three):
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE revision SET saved_utc = '1999-01-01T00:00:00Z' WHERE rev = 3")
        connection.execute("UPDATE revision SET saved_utc = '2099-01-01T00:00:00Z' WHERE rev = 1")
    assert [each.rev for each in three.read(lambda connection: versions(connection, "a"))] == [3, 2, 1]


def test_a_version_is_read_as_it_was_saved(three):
    assert three.read(lambda connection: version(connection, "a", 2)) == (b"two", "two")
    assert [three.read(lambda connection, rev=rev: version_before(connection, "a", rev)) for rev in (3, 2, 1)] == [
        2,
        1,
        0,
    ]


@pytest.mark.parametrize("draft_id", ["nowhere", "\udcff"])
def test_what_is_not_there_is_told(three, draft_id):
    assert code_of(three, lambda connection: versions(connection, draft_id)) == "draft_not_found"
    assert code_of(three, lambda connection: version(connection, draft_id, 1)) == "version_not_found"
    assert code_of(three, lambda connection: version(connection, "a", 9)) == "version_not_found"


def test_a_damaged_version_is_told_and_the_others_are_read(path, three):
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE revision SET answers_json = x'7b' WHERE rev = 2")
    assert code_of(three, lambda connection: version(connection, "a", 2)) == "draft_damaged"
    assert three.read(lambda connection: version(connection, "a", 1)).text == "one"
