from dataclasses import replace

import pytest

from testimony_app.domain.compose import compose
from testimony_app.domain.draft import OwnAsk
from testimony_app.domain.editing import rewrite_section
from testimony_app.domain.errors import PersonError
from testimony_app.domain.restoring import can_restore, restore_all, restore_section
from tests.domain.material import CAMPAIGN_AND_COUNCIL, NOTHING, with_fields

CAMPAIGN = "minneapolis-facial-recognition"
MATERIAL = CAMPAIGN_AND_COUNCIL
POINTS = [point.id for point in MATERIAL.campaign.points]


@pytest.fixture
def then():
    """A testimony with an opening that was rewritten, a point with a story, and a request of one's own."""
    draft = with_fields({"name": "Rosa Maple"}, replace(NOTHING, campaign=CAMPAIGN, ask=OwnAsk("Please listen.")))
    draft = draft.choose_point(POINTS[0])
    draft = draft.change_point(replace(draft.points[0], story="I was stopped."))
    return rewrite_section(MATERIAL, draft, "opening", "Good evening.")


def text(draft, section_id):
    section = compose(MATERIAL, draft).section(section_id)
    return section.text if section else None


@pytest.mark.parametrize("section", ["opening", "ask", POINTS[0]])
def test_a_section_reads_as_it_did_and_the_others_stay(then, section):
    now = rewrite_section(MATERIAL, then, "opening", "Hello.")
    now = replace(now, ask=MATERIAL.campaign.default_ask).take_back_point(POINTS[0]).choose_point(POINTS[1])
    restored = restore_section(MATERIAL, now, then, section)
    assert text(restored, section) == text(then, section)
    for other in {"opening", "ask", "thanks", POINTS[1]} - {section}:
        assert text(restored, other) == text(now, other)
    assert restored.person == now.person


def test_a_request_of_the_campaign_comes_back_as_an_answer(then):
    letters = replace(then, ask=MATERIAL.campaign.default_ask)
    restored = restore_section(MATERIAL, then, letters, "ask")
    assert (restored.ask, restored.edits.keys()) == (MATERIAL.campaign.default_ask, {"opening"})


def test_a_point_comes_back_only_where_there_is_room(then):
    now = then.take_back_point(POINTS[0])
    for point in POINTS[1:4]:
        now = now.choose_point(point)
    with pytest.raises(PersonError) as error:
        restore_section(MATERIAL, now, then, POINTS[0])
    assert error.value.code == "too_many_points"


def test_an_own_point_that_was_taken_out_long_ago_comes_back_under_its_number(then):
    with_own = then.add_own_point("Bench")
    with_own = with_own.change_point(replace(with_own.points[-1], story="I sit."))
    now = replace(then, own_next=with_own.own_next)
    restored = restore_section(MATERIAL, now, with_own, "own-1")
    assert restored.points[-1].story == "I sit."
    assert restored.add_own_point().points[-1].id == "own-2"


def test_the_whole_comes_back_under_the_same_id_and_no_number_is_given_twice(then):
    now = replace(then, id="22222222-2222-4222-8222-222222222222").add_own_point("Bench").take_back_point("own-1")
    restored = restore_all(now, then)
    assert restored == replace(then, id=now.id, own_next=2)


def test_a_section_that_does_not_exist_changes_nothing(then):
    assert restore_section(MATERIAL, then, NOTHING, "nowhere") == then


def test_the_letters_sections_do_not_come_back_where_one_sees_it_differently(then):
    now = then.see_differently(differs=True)
    with_own = then.add_own_point("Bench")
    assert [can_restore(now, with_own, each) for each in ("opening", "ask", POINTS[0], "own-1")] == [
        True, False, False, True,
    ]  # fmt: skip
    assert can_restore(then, with_own, POINTS[0])
