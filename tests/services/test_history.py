"""Earlier versions: compared, taken back, and reached by undo after a restart."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from testimony_app.domain.comparing import Answer
from testimony_app.domain.draft import OwnAsk, Person
from testimony_app.domain.errors import PersonError

LONG_TEXT = "Please listen to us about the cameras."


@pytest.fixture
def three(program):
    """A testimony with three versions, open at the last."""
    opened = program.drafting.start("en")
    for text in ("First words.", LONG_TEXT, "Third words."):
        opened = program.drafting.save(replace(opened, draft=replace(opened.draft, ask=OwnAsk(text))), "typing")
    return opened


def refused(work):
    with pytest.raises(PersonError) as error:
        work()
    return error.value.code


def test_a_restore_is_a_new_version_and_can_itself_be_taken_back(program, three):
    draft_id = three.draft.id
    restored = program.history.restore(draft_id, 2)
    assert (restored.rev, restored.draft.ask.text) == (4, LONG_TEXT)
    assert [each.reason for each in program.history.versions(draft_id)] == ["restore", "typing", "typing", "typing"]
    again = program.history.restore(draft_id, 3)
    assert (again.rev, again.draft.ask.text) == (5, "Third words.")
    assert program.drafting.open(draft_id).draft == again.draft


def test_the_place_stays_where_the_person_was(program, three):
    place = three.place._replace(step="draft", section="ask", cursor=3)
    program._store.keep_place(three.draft.id, place)
    assert program.history.restore(three.draft.id, 1).place == place


def test_what_is_not_there_is_told(program, three):
    assert refused(lambda: program.history.restore(three.draft.id, 9)) == "version_not_found"
    assert refused(lambda: program.history.restore("nowhere", 1)) == "draft_not_found"


def test_a_damaged_newest_version_gives_way_to_an_earlier_one(program, three):
    with closing(sqlite3.connect(program.folders.database)) as connection, connection:
        connection.execute("UPDATE revision SET answers_json = x'7b' WHERE rev = 3")
    assert refused(lambda: program.drafting.open(three.draft.id)) == "draft_damaged"
    assert program.history.restore(three.draft.id, 2).draft.ask.text == LONG_TEXT
    assert program.drafting.open(three.draft.id).draft.ask.text == LONG_TEXT


def test_versions_are_compared_by_section_and_by_answers(program, three):
    then = program.history.draft_at(three.draft.id, 1)
    now = replace(three.draft, person=Person(name="Rosa"))
    found = program.history.compare(then, now)
    assert [each.id for each in found.sections if each.is_changed] == ["opening", "ask"]
    assert found.answers == (Answer.PERSON,)
    assert found.restorable == {"opening", "ask"}
    assert not found.is_equal
    assert program.history.compare(now, now).is_equal


def test_the_version_before_is_the_newest_that_reads_otherwise(program, three):
    draft_id = three.draft.id
    saved_again = program.drafting.save(three, "nav")
    found, rev = program.history.before(draft_id, saved_again.rev, saved_again.draft)
    assert (rev, found.ask.text) == (2, LONG_TEXT)
    assert program.history.before(draft_id, 1, found) is None
    with closing(sqlite3.connect(program.folders.database)) as connection, connection:
        connection.execute("UPDATE revision SET answers_json = x'7b' WHERE rev = 2")
    assert program.history.before(draft_id, saved_again.rev, saved_again.draft)[1] == 1


def emptied(opened):
    return replace(opened, draft=replace(opened.draft, ask=None))


def test_nothing_never_takes_the_place_of_a_long_text_unasked(program, three):
    opened = program.history.restore(three.draft.id, 2)
    for reason in ("typing", "nav", "close"):
        assert refused(lambda reason=reason: program.drafting.save(emptied(opened), reason)) == "draft_emptied"
    assert program.drafting.open(opened.draft.id).draft.ask.text == LONG_TEXT
    cleared = program.drafting.save(emptied(opened), "cleared")
    assert program.drafting.open(opened.draft.id).draft.ask is None
    assert program.history.restore(cleared.draft.id, opened.rev).draft.ask.text == LONG_TEXT


def test_a_short_text_may_go(program, three):
    assert program.drafting.save(emptied(three), "typing").rev == three.rev + 1
