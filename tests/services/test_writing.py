from dataclasses import replace

import pytest

from testimony_app.domain.checks.finding import Severity
from testimony_app.domain.draft import Delivery, OwnAsk, Person
from testimony_app.services.writing import MOST_UNDO, Writing
from testimony_app.store.place import Place

CAMPAIGN = "minneapolis-facial-recognition"


@pytest.fixture
def writing(program):
    return Writing(program.library, program.drafting.start("en", CAMPAIGN))


def named(writing, name):
    return replace(writing.draft, person=Person(name=name))


def test_a_change_is_read_at_once_and_can_be_taken_back_and_done_again(writing):
    writing.change(named(writing, "Rosa"))
    assert "My name is Rosa." in writing.testimony.text
    writing.undo()
    assert (writing.draft.person.name, writing.can_undo, writing.can_redo) == ("", False, True)
    assert "My name is" not in writing.testimony.text
    writing.redo()
    assert (writing.draft.person.name, writing.can_undo, writing.can_redo) == ("Rosa", True, False)
    writing.redo()
    assert writing.draft.person.name == "Rosa"


def test_keys_in_one_box_are_one_step_until_the_person_leaves_it(writing):
    for name in ("R", "Ro", "Ros"):
        writing.change(named(writing, name), joins="name")
    writing.end_step()
    writing.change(named(writing, "Rosa"), joins="name")
    writing.undo()
    assert writing.draft.person.name == "Ros"
    writing.undo()
    assert writing.draft.person.name == ""
    writing.undo()
    assert writing.draft.person.name == ""


def test_a_change_after_an_undo_forgets_what_was_taken_back(writing):
    writing.change(named(writing, "Rosa"))
    writing.undo()
    writing.change(named(writing, "Ana"))
    assert not writing.can_redo


def test_a_change_that_changes_nothing_is_no_step(writing):
    writing.change(writing.draft)
    assert not writing.can_undo


def test_undo_goes_far_but_not_for_ever(writing):
    for number in range(MOST_UNDO + 5):
        writing.change(named(writing, str(number)))
    for _ in range(MOST_UNDO + 5):
        writing.undo()
    assert writing.draft.person.name == "4"


def test_the_body_follows_the_draft(writing):
    writing.change(replace(writing.draft, campaign="", ask=None))
    assert writing.material.campaign is None
    assert writing.material.body is None


def test_the_time_counts_what_is_said_and_the_limits_follow_the_delivery(writing):
    timing = writing.timing()
    assert (timing.delivery, timing.limit_seconds) == (Delivery.UNSURE, 120)
    assert timing.total_seconds == pytest.approx(sum(timing.seconds))
    assert timing.words > 0
    writing.change(replace(writing.draft, silent=("ask",)))
    assert writing.timing().total_seconds < timing.total_seconds
    writing.change(replace(writing.draft, delivery=Delivery.WRITTEN))
    assert writing.timing().limit_seconds is None
    writing.change(replace(writing.draft, delivery=Delivery.ALOUD))
    assert writing.timing().limit_seconds == 120


def test_a_finding_that_is_kept_is_asked_no_more_until_the_words_change(writing):
    writing.change(replace(writing.draft, ask=OwnAsk("My number is 000-12-3456.")))
    (finding,) = [each for each in writing.findings() if each.severity is Severity.MUST_FIX]
    writing.keep_as_it_is(finding, kept=True)
    assert finding not in writing.findings()
    assert finding in writing.kept_findings()
    writing.change(replace(writing.draft, ask=OwnAsk("My number is 000-12-3457.")))
    assert any(each.severity is Severity.MUST_FIX for each in writing.findings())
    writing.change(replace(writing.draft, ask=OwnAsk("My number is 000-12-3456.")))
    writing.keep_as_it_is(finding, kept=False)
    assert finding in writing.findings()
    assert writing.kept_findings() == ()


def test_it_goes_on_under_another_id_where_both_versions_are_kept(writing):
    writing.take_id("another")
    writing.move_to(Place("story", "own-1", 3))
    assert writing.draft.id == "another"
    assert writing.place == Place("story", "own-1", 3)
