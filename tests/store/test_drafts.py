import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimony_app.domain.errors import BugError, PersonError
from testimony_app.store import changes
from testimony_app.store.drafts import DraftStore
from testimony_app.store.place import Place
from testimony_app.store.references import reference_of
from testimony_app.store.search import matching


def ids(rows):
    return [row.id for row in rows]


def test_what_was_acknowledged_is_there_in_a_new_store(open_store, revision):
    store = open_store()
    saved = store.save(revision(place=Place("story", "own-1", 7)))
    assert (saved.draft_id, saved.rev) == ("a", 1)
    store.close()
    store = open_store()
    stored = store.load("a")
    assert (stored.answers_json, stored.row.rev, stored.row.title) == (b"words", 1, "Title of a")
    assert store.text("a") == "words"
    assert stored.row.place == Place("story", "own-1", 7)


def test_a_save_appends_and_keeps_what_was(store, revision, path):
    store.save(revision())
    store.save(revision(base_rev=1, text="more words"))
    assert store.text("a") == "more words"
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT rev, text FROM revision ORDER BY rev").fetchall() == [
            (1, "words"),
            (2, "more words"),
        ]
    connection.close()


def test_a_version_that_is_no_longer_what_was_written_is_told_and_its_text_is_still_there(store, revision, path):
    store.save(revision())
    store.save(replace(revision(), draft_id="b"))
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE revision SET answers_json = x'7b' WHERE draft_id = 'a'")
    with pytest.raises(PersonError) as error:
        store.load("a")
    assert (error.value.code, error.value.parameters) == ("draft_damaged", {"draft": "a"})
    assert store.text("a") == "words"
    assert store.load("b").answers_json == b"words"


@pytest.mark.parametrize("base_rev", [0, 2, 7])
def test_a_save_on_an_old_version_is_refused_and_changes_nothing(store, revision, base_rev):
    store.save(revision())
    with pytest.raises(PersonError) as error:
        store.save(revision(base_rev=base_rev, text="other"))
    assert error.value.code == "draft_changed_elsewhere"
    assert store.text("a") == "words"


def test_of_two_stores_only_one_moves_the_head(open_store, revision):
    first, second = open_store(), open_store()
    first.save(revision())

    def save(store, text):
        try:
            return store.save(revision(base_rev=1, text=text)).rev
        except PersonError as error:
            return error.code

    with ThreadPoolExecutor(2) as pool:
        results = sorted(map(str, pool.map(save, (first, second), ("one", "two"))))
    assert results == ["2", "draft_changed_elsewhere"]


def test_many_processes_worth_of_stores_can_be_made_at_once(path, revision):
    def work(number):
        store = DraftStore(path, bytes.decode)
        try:
            return store.save(revision(draft_id=f"d{number}")).rev
        finally:
            store.close()

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(work, range(8))) == [1] * 8
    store = DraftStore(path, bytes.decode)
    assert len(store.page(50)) == 8
    store.close()


def test_the_list_comes_in_pages_newest_change_first(store, revision):
    for number in range(5):
        store.save(revision(draft_id=f"d{number}"))
    store.save(revision(draft_id="d1", base_rev=1))
    first = store.page(3)
    assert ids(first) == ["d1", "d4", "d3"]
    assert ids(store.page(3, first[-1].updated_seq)) == ["d2", "d0"]
    assert store.page(3, 1) == ()


def test_a_deleted_draft_leaves_list_and_search_and_comes_back(store, revision):
    store.save(revision(text="a rare heron"))
    store.delete("a")
    assert (ids(store.page(9)), ids(store.search("heron", 9))) == ([], [])
    assert store.load("a").row.deleted_utc
    with pytest.raises(PersonError):
        store.delete("a")
    store.bring_back("a")
    assert (ids(store.page(9)), ids(store.search("heron", 9))) == (["a"], ["a"])


def test_saving_a_deleted_draft_brings_it_back(store, revision):
    store.save(revision())
    store.delete("a")
    store.save(revision(base_rev=1, text="still here"))
    assert ids(store.page(9)) == ["a"]


def test_search_finds_all_words_by_their_beginnings_and_follows_changes(store, revision):
    store.save(revision("a", text="La cámara del parque"))
    store.save(revision("b", text="Park cameras on Lake Street"))
    assert ids(store.search("camara", 9)) == ["a"]
    assert ids(store.search("lake cam", 9)) == ["b"]
    assert ids(store.search("CAM", 9)) == ["b", "a"]
    store.save(revision("b", base_rev=1, text="Nothing left"))
    assert ids(store.search("lake", 9)) == []
    assert ids(store.search("cam", 1)) == ["a"]


@given(st.text(max_size=40))
def test_any_search_words_are_words_not_operators(words):
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE search USING fts5 (body)")
    query = matching(words)
    if query:
        connection.execute("SELECT 1 FROM search WHERE search MATCH ?", (query,)).fetchall()
    connection.close()


def test_searching_for_signs_finds_nothing(store, revision):
    store.save(revision())
    assert store.search('"*', 9) == ()


def test_the_place_is_kept_without_a_new_version(store, revision):
    store.save(revision())
    store.keep_place("a", Place("draft", "opening", 12))
    row = store.load("a").row
    assert (row.place, row.rev) == (Place("draft", "opening", 12), 1)


@pytest.mark.parametrize("act", ["load", "delete", "bring_back"])
def test_an_unknown_draft_is_named(store, act):
    with pytest.raises(PersonError) as error:
        getattr(store, act)("nobody")
    assert (error.value.code, error.value.parameters) == ("draft_not_found", {"draft": "nobody"})


def test_a_version_has_one_reference_and_names_the_one_it_replaces(store, revision):
    store.save(revision())
    minted = iter(["T-1", "T-1", "T-2"])

    def reference(rev):
        return store.write(lambda connection: reference_of(connection, "a", rev, lambda: next(minted)))

    first = reference(1)
    assert (first.ref, first.replaces) == ("T-1", "")
    assert reference(1) == first
    store.save(revision(base_rev=1, text="new"))
    second = reference(2)
    assert (second.ref, second.replaces) == ("T-2", "T-1")
    assert next(minted, None) is None


def test_an_acknowledgement_comes_after_the_commit_and_an_error_instead_of_it(store, revision, path):
    future = store.save_later(revision())
    future.result()
    reader = sqlite3.connect(path)
    assert reader.execute("SELECT count(*) FROM revision").fetchone() == (1,)
    reader.close()
    assert isinstance(store.save_later(revision()).exception(), PersonError)
    assert store.save_later(revision(base_rev=1)).result().rev == 2


def test_a_full_disk_is_told_and_what_was_saved_stays(small_disk, revision):
    store = DraftStore(small_disk / "data" / "testimony.db", bytes.decode)
    outcomes = [store.save_later(revision(base_rev=rev, text="x" * 40_000)).exception() for rev in range(30)]
    rev = outcomes.index(next(each for each in outcomes if each))
    assert outcomes[rev].code == "disk_full"
    assert rev > 1
    assert store.load("a").row.rev == rev
    store.close()
    again = DraftStore(small_disk / "data" / "testimony.db", bytes.decode)
    assert again.load("a").row.rev == rev
    again.close()


def test_a_busy_database_is_told(open_store, revision, path, monkeypatch):
    monkeypatch.setattr("testimony_app.store.engine.BUSY_SECONDS", 0.1)
    store = open_store()
    store.save(revision())
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(PersonError) as error:
        store.save(revision(base_rev=1))
    assert error.value.code == "store_busy"
    other.execute("ROLLBACK")
    other.close()
    assert store.save(revision(base_rev=1)).rev == 2


def test_a_fault_of_our_own_sql_is_a_bug(store):
    with pytest.raises(BugError) as error:
        store.write(lambda connection: connection.execute("SELECT nonsense"))
    assert error.value.code == "store_bug"


def test_a_closed_store_takes_nothing(store, revision):
    store.close()
    with pytest.raises(BugError) as error:
        store.save(revision())
    assert error.value.code == "store_closed"


def test_many_drafts_are_indexed_a_part_at_a_time(store, revision, monkeypatch):
    monkeypatch.setattr("testimony_app.store.search._AT_ONCE", 2)
    for name in "abcde":
        store.save(revision(name))
    sizes = []
    index = changes.index_changed

    def counting(connection, searchable):
        before = connection.total_changes
        is_more = index(connection, searchable)
        sizes.append((connection.total_changes > before, is_more))
        return is_more

    monkeypatch.setattr(changes, "index_changed", counting)
    words = store.load("a").answers_json.decode()
    assert len(store.search(words, 9)) == 5
    assert sizes == [(True, True), (True, True), (True, False)]
