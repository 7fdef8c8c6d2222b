"""A testimony that is moved is there with all of its versions, once, however often and from wherever it comes."""

import json
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from testimony_app.domain.draft import OwnAsk, Person
from testimony_app.domain.errors import PersonError
from testimony_app.main import program_in
from testimony_app.services.exporting import mint_reference
from testimony_app.settings.folders import profile_in
from testimony_app.store.references import reference_of
from testimony_app.words.errors import sentence
from testimony_app.words.translate import english

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), min_size=1, max_size=30)
CHANGES = st.lists(
    st.one_of(
        st.tuples(st.just("ask"), TEXT),
        st.tuples(st.just("name"), TEXT),
        st.tuples(st.just("story"), TEXT),
        st.tuples(st.just("title"), TEXT),
        st.tuples(st.just("leave"), st.just("")),
    ),
    min_size=1,
    max_size=8,
)


@pytest.fixture
def elsewhere(tmp_path):
    with program_in(profile_in(tmp_path / "elsewhere")) as program:
        yield program


def write(program, text, opened=None):
    opened = opened or program.drafting.start("en")
    return program.drafting.save(replace(opened, draft=replace(opened.draft, ask=OwnAsk(text))), "typing")


def changed(draft, kind, text):
    if kind == "ask":
        return replace(draft, ask=OwnAsk(text))
    if kind == "name":
        return replace(draft, person=Person(name=text))
    if kind == "title":
        return replace(draft, title=text)
    draft = draft if draft.points else draft.add_own_point("Mine")
    return draft.change_point(replace(draft.points[0], story=text))


def leave(program, opened):
    """Let a version leave the computer, under a reference."""
    program._store.write(lambda connection: reference_of(connection, opened.draft.id, opened.rev, mint_reference))


def moved(program, opened):
    return program.drafting.file_with_versions(opened.draft).content


def history(program, draft_id):
    return [(each, program.history.text(draft_id, each.rev)) for each in program.history.versions(draft_id)]


def drafts_then(program, draft_id):
    return [program.history.draft_at(draft_id, each.rev) for each in program.history.versions(draft_id)]


@settings(max_examples=25, deadline=None)
@given(CHANGES)
def test_what_is_moved_has_the_same_words_and_the_same_history(changes):
    with tempfile.TemporaryDirectory() as name, program_in(profile_in(Path(name, "here"))) as here:
        opened = write(here, "First words.")
        for kind, text in changes:
            if kind == "leave":
                leave(here, opened)
            else:
                opened = here.drafting.save(replace(opened, draft=changed(opened.draft, kind, text)), "typing")
        content = moved(here, opened)
        draft_id = opened.draft.id
        with program_in(profile_in(Path(name, "there"))) as there:
            for is_new in (True, False, False):
                imported = there.importing.take_in_content(content)
                assert (imported.draft_id, imported.is_new) == (draft_id, is_new)
            assert there.drafting.open(draft_id).draft == here.drafting.open(draft_id).draft
            assert history(there, draft_id) == history(here, draft_id)
            assert drafts_then(there, draft_id) == drafts_then(here, draft_id)
            assert moved(there, there.drafting.open(draft_id)) == content
            assert len(there.drafting.page(9)) == 1


def test_it_goes_on_there_and_comes_back_without_doubling(program, elsewhere):
    first = write(program, "First words.")
    elsewhere.importing.take_in_content(moved(program, first))
    there = write(elsewhere, "Second words.", elsewhere.drafting.open(first.draft.id))
    back = program.importing.take_in_content(moved(elsewhere, there))
    assert (back.draft_id, back.is_new) == (first.draft.id, True)
    assert program.drafting.open(first.draft.id).draft.ask == OwnAsk("Second words.")
    assert history(program, first.draft.id) == history(elsewhere, first.draft.id)
    assert len(program.drafting.page(9)) == 1


def test_an_older_file_adds_nothing_to_what_went_on(program):
    first = write(program, "First words.")
    content = moved(program, first)
    write(program, "Second words.", first)
    again = program.importing.take_in_content(content)
    assert (again.draft_id, again.is_new) == (first.draft.id, False)
    assert program.drafting.open(first.draft.id).draft.ask == OwnAsk("Second words.")
    assert [each.rev for each in program.history.versions(first.draft.id)] == [2, 1]


def test_one_that_went_another_way_is_a_testimony_of_its_own(program, elsewhere):
    first = write(program, "First words.")
    elsewhere.importing.take_in_content(moved(program, first))
    write(program, "Words from here.", first)
    there = write(elsewhere, "Words from there.", elsewhere.drafting.open(first.draft.id))
    imported = program.importing.take_in_content(moved(elsewhere, there))
    assert imported.draft_id != first.draft.id
    assert program.drafting.open(first.draft.id).draft.ask == OwnAsk("Words from here.")
    assert program.drafting.open(imported.draft_id).draft.ask == OwnAsk("Words from there.")
    assert [each.rev for each in program.history.versions(imported.draft_id)] == [2, 1]
    program.importing.take_in_content(moved(elsewhere, there))


def test_a_deleted_one_is_back(program):
    opened = write(program, "First words.")
    content = moved(program, opened)
    write(program, "Second words.", opened)
    program.drafting.delete(opened.draft.id)
    program.importing.take_in_content(content)
    assert len(program.drafting.page(9)) == 1


def test_a_reference_says_what_it_replaces_there_too(program, elsewhere):
    opened = write(program, "First words.")
    leave(program, opened)
    first = program.history.versions(opened.draft.id)[0].ref
    elsewhere.importing.take_in_content(moved(program, opened))
    there = write(elsewhere, "Second words.", elsewhere.drafting.open(opened.draft.id))
    newest = elsewhere._store.write(
        lambda connection: reference_of(connection, there.draft.id, there.rev, mint_reference)
    )
    assert newest.replaces == first


def test_a_version_that_the_disk_has_changed_is_passed_over(program, elsewhere):
    opened = write(program, "Second words.", write(program, "First words."))
    program._store.write(
        lambda connection: connection.execute("UPDATE revision SET answers_json = x'7b' WHERE rev = 1")
    )
    elsewhere.importing.take_in_content(moved(program, opened))
    assert [each.rev for each in elsewhere.history.versions(opened.draft.id)] == [2]


@pytest.mark.parametrize(
    "change",
    [
        {"rev": 0},
        {"rev": "1"},
        {"saved_utc": "2026-13-45T00:00:00Z"},
        {"saved_utc": "yesterday"},
        {"reason": "because"},
        {"reference": "T-lllllll"},
        {"answers": {"format": "testimony/1"}},
        {"answers": {"format": "testimony/1", "language": "en", "edits": {"ask": "bare"}}},
        {"answers": {"format": "testimony/1", "language": "en", "revisions": []}},
        {"more": 1},
    ],
    ids="-".join,
)
def test_a_file_with_a_false_version_is_refused_whole(program, elsewhere, change):
    file = json.loads(moved(program, write(program, "First words.")))
    file["revisions"][0] |= change
    with pytest.raises(PersonError) as error:
        elsewhere.importing.take_in_content(json.dumps(file).encode())
    assert error.value.code == "testimony_file_invalid"
    assert "revisions" in sentence(error.value, english)
    assert elsewhere.drafting.page(9) == ()


def test_versions_must_be_in_order(program, elsewhere):
    file = json.loads(moved(program, write(program, "Second words.", write(program, "First words."))))
    file["revisions"].reverse()
    with pytest.raises(PersonError, match="testimony_file_invalid"):
        elsewhere.importing.take_in_content(json.dumps(file).encode())
