from dataclasses import fields, replace

import pytest

from testimony_app.domain.draft import ChosenPoint, Delivery, Draft, OwnAsk, Person, SectionEdit
from testimony_app.domain.steps import STEPS, StepId, following, next_to_do, preceding, step, stories_written
from tests.domain.material import FILLED, NOTHING, with_fields

TOLD = ChosenPoint("accuracy", "A guard.")
UNTOLD = ChosenPoint("own-1", " \n")
EDIT = SectionEdit("Mine.", "")


def test_the_steps_stand_in_the_order_of_their_ids_and_lead_to_each_other():
    ids = [each.id for each in STEPS]
    assert ids == list(StepId)
    assert [following(each) for each in ids] == [*ids[1:], None]
    assert [preceding(each) for each in ids] == [None, *ids[:-1]]
    assert [step(each) for each in ids] == list(STEPS)


def test_a_step_asks_only_for_fields_a_draft_has():
    known = {field.name for field in fields(Draft)}
    asked = {name for each in STEPS for name in each.asks}
    assert asked <= known
    assert known - asked == {
        "id", "language", "campaign", "own_next", "title", "contact", "set_aside", "translation",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("step_id", "draft", "done"),
    [
        (StepId.ABOUT, NOTHING, False),
        (StepId.ABOUT, with_fields(dict.fromkeys(FILLED, " \n")), False),
        (StepId.ABOUT, with_fields({"matter": "Cameras"}), False),
        (StepId.ABOUT, with_fields({"name": "Rosa"}), True),
        (StepId.ABOUT, with_fields({"ward": "6"}), True),
        (StepId.ABOUT, with_fields({"neighborhood": "Cedar"}), True),
        (StepId.ABOUT, with_fields({"connection": "I live here."}), True),
        (StepId.ABOUT, with_fields({"on_behalf_of": "Tenants"}), True),
        (StepId.ABOUT, replace(NOTHING, delivery=Delivery.UNSURE), True),
        (StepId.ABOUT, replace(NOTHING, withhold_name=True), True),
        (StepId.POINTS, NOTHING, False),
        (StepId.POINTS, replace(NOTHING, set_aside=(TOLD,)), False),
        (StepId.POINTS, replace(NOTHING, points=(UNTOLD,)), True),
        (StepId.POINTS, replace(NOTHING, points=(TOLD,)), True),
        (StepId.POINTS, replace(NOTHING, points=(TOLD,), differs=True), False),
        (StepId.STORY, NOTHING, False),
        (StepId.STORY, replace(NOTHING, points=(TOLD,)), True),
        (StepId.STORY, replace(NOTHING, points=(TOLD, UNTOLD)), False),
        (StepId.STORY, replace(NOTHING, points=(TOLD, UNTOLD), edits={"own-1": EDIT}), True),
        (StepId.STORY, replace(NOTHING, points=(TOLD, UNTOLD), edits={"own-1": SectionEdit(" ", "")}), False),
        (StepId.STORY, replace(NOTHING, points=(TOLD, UNTOLD), differs=True), False),
        (StepId.DRAFT, NOTHING, False),
        (StepId.DRAFT, replace(NOTHING, points=(UNTOLD,)), False),
        (StepId.DRAFT, replace(NOTHING, points=(UNTOLD, TOLD)), True),
        (StepId.DRAFT, replace(NOTHING, ask=OwnAsk("Please.")), True),
        (StepId.DRAFT, replace(NOTHING, ask=OwnAsk(" ")), False),
        (StepId.DRAFT, replace(NOTHING, ask="letter-2020"), False),
        (StepId.DRAFT, replace(NOTHING, edits={"thanks": EDIT}), True),
        (StepId.DRAFT, replace(NOTHING, person=Person(connection="I live here.")), True),
        (StepId.DRAFT, replace(NOTHING, person=Person(name="Rosa", connection=" \n")), False),
        (StepId.CHECK, replace(with_fields(FILLED), points=(TOLD,)), False),
        (StepId.SHARE, replace(with_fields(FILLED), points=(TOLD,)), False),
    ],
)
def test_a_step_is_done_when_the_draft_has_what_it_asks(step_id, draft, done):
    assert step(step_id).is_done(draft) is done


@pytest.mark.parametrize(
    ("draft", "written"),
    [
        (NOTHING, 0),
        (replace(NOTHING, points=(TOLD, UNTOLD)), 1),
        (replace(NOTHING, points=(TOLD, UNTOLD), edits={"own-1": EDIT, "accuracy": EDIT}), 2),
        (replace(NOTHING, points=(TOLD, UNTOLD), differs=True), 0),
        (replace(NOTHING, set_aside=(TOLD,), edits={"accuracy": EDIT}), 0),
    ],
)
def test_stories_are_counted_among_the_points_that_stand(draft, written):
    assert stories_written(draft) == written


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        (NOTHING, StepId.ABOUT),
        (replace(NOTHING, points=(TOLD,)), StepId.ABOUT),
        (with_fields({"name": "Rosa"}), StepId.POINTS),
        (with_fields({"name": "Rosa"}, replace(NOTHING, points=(UNTOLD,))), StepId.STORY),
        (with_fields({"name": "Rosa"}, replace(NOTHING, points=(TOLD,))), StepId.CHECK),
    ],
)
def test_who_comes_back_starts_at_the_first_step_that_is_not_done(draft, expected):
    assert next_to_do(draft) is expected
