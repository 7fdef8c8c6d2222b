from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from testimony_app.domain.campaign import MOST_POINTS
from testimony_app.domain.compose import compose
from testimony_app.domain.draft import (
    ChosenPoint,
    Contact,
    Draft,
    Matter,
    NamedBody,
    OwnAsk,
    Person,
    SectionEdit,
    Translation,
)
from testimony_app.domain.errors import PersonError
from tests.domain.material import CAMPAIGN, CAMPAIGN_ALONE, NOTHING

ACCURACY = ChosenPoint("accuracy", "A guard.", ("nist-size",))
PRIVACY = ChosenPoint("privacy", "A walk.")
LISTEN = ChosenPoint("listen", "A meeting.")
OWN_1 = ChosenPoint("own-1", "My street.", (), "At night")
OWN_2 = ChosenPoint("own-2", "My son.")
OWN_3 = ChosenPoint("own-3")


def draft_of(*points, **changes):
    return replace(NOTHING, points=points, **changes)


def ids(points):
    return [point.id for point in points]


@pytest.mark.parametrize(
    ("name", "withhold", "published"),
    [("Rosa Maple", False, "Rosa Maple"), (" Rosa \n", False, "Rosa"), ("", False, ""), ("Rosa Maple", True, "")],
)
def test_the_published_name(name, withhold, published):
    assert replace(NOTHING, person=Person(name), withhold_name=withhold).published_name == published


def test_points_are_chosen_at_the_end_and_once():
    draft = NOTHING.choose_point("accuracy").choose_point("privacy").choose_point("accuracy")
    assert draft == draft_of(ChosenPoint("accuracy"), ChosenPoint("privacy"))
    assert draft.point("privacy") == ChosenPoint("privacy")
    assert draft.point("listen") is None
    assert [point.is_own for point in (ACCURACY, OWN_1)] == [False, True]


def test_a_point_taken_back_comes_back_with_its_story_its_facts_and_its_edit():
    edits = {"accuracy": SectionEdit("Mine.", "Theirs.")}
    draft = draft_of(ACCURACY, PRIVACY, edits=edits)
    aside = draft.take_back_point("accuracy")
    assert aside == draft_of(PRIVACY, set_aside=(ACCURACY,), edits=edits)
    assert aside.take_back_point("accuracy") == aside
    assert aside.choose_point("accuracy") == draft_of(PRIVACY, ACCURACY, edits=edits)
    assert aside.take_back_point("privacy").choose_point("accuracy").set_aside == (PRIVACY,)


def test_an_own_point_taken_back_comes_back_too():
    draft = draft_of(OWN_1, own_next=2).take_back_point("own-1")
    assert draft.set_aside == (OWN_1,)
    assert draft.choose_point("own-1") == draft_of(OWN_1, own_next=2)


def test_a_number_of_an_own_point_is_never_given_twice():
    draft = NOTHING.add_own_point("At night").add_own_point()
    assert draft == draft_of(ChosenPoint("own-1", title="At night"), ChosenPoint("own-2"), own_next=3)
    draft = draft.take_back_point("own-2").take_back_point("own-1").add_own_point()
    assert ids(draft.points) == ["own-3"]
    assert ids(replace(draft, set_aside=()).add_own_point().points) == ["own-3", "own-4"]


@pytest.mark.parametrize("add", [lambda draft: draft.choose_point("control"), lambda draft: draft.add_own_point()])
def test_more_than_three_points_are_refused(add):
    assert MOST_POINTS == 3
    assert len(add(draft_of(ACCURACY, OWN_1, own_next=2)).points) == 3
    full = draft_of(ACCURACY, PRIVACY, OWN_1, own_next=2, set_aside=(ChosenPoint("control", "Mine."),))
    with pytest.raises(PersonError) as error:
        add(full)
    assert (error.value.code, error.value.parameters) == ("too_many_points", {"most": 3})
    assert full.choose_point("accuracy") == full
    assert len(add(full.take_back_point("privacy")).points) == 3


@pytest.mark.parametrize(
    ("point", "steps", "order"),
    [
        ("accuracy", 1, ["privacy", "accuracy", "own-1"]),
        ("accuracy", 2, ["privacy", "own-1", "accuracy"]),
        ("accuracy", 9, ["privacy", "own-1", "accuracy"]),
        ("accuracy", -1, ["accuracy", "privacy", "own-1"]),
        ("own-1", -1, ["accuracy", "own-1", "privacy"]),
        ("own-1", -9, ["own-1", "accuracy", "privacy"]),
        ("own-1", 1, ["accuracy", "privacy", "own-1"]),
        ("privacy", 0, ["accuracy", "privacy", "own-1"]),
        ("listen", 1, ["accuracy", "privacy", "own-1"]),
    ],
)
def test_a_point_moves_as_far_as_there_is_room(point, steps, order):
    draft = draft_of(ACCURACY, PRIVACY, OWN_1)
    moved = draft.move_point(point, steps)
    assert ids(moved.points) == order
    assert replace(moved, points=()) == replace(draft, points=())
    assert sorted(moved.points, key=lambda each: each.id) == sorted(draft.points, key=lambda each: each.id)


@pytest.mark.parametrize(
    ("point", "steps", "shown", "order"),
    [
        ("own-2", -1, ["own-2", "own-1"], ["own-2", "accuracy", "privacy", "own-1"]),
        ("own-1", 1, ["own-2", "own-1"], ["own-2", "accuracy", "privacy", "own-1"]),
        ("own-1", -1, ["own-1", "own-2"], ["own-1", "accuracy", "privacy", "own-2"]),
        ("accuracy", 1, ["own-1", "own-2"], ["own-1", "accuracy", "privacy", "own-2"]),
    ],
)
def test_one_step_is_one_place_among_the_points_that_stand(point, steps, shown, order):
    moved = draft_of(OWN_1, ACCURACY, PRIVACY, OWN_2, differs=True).move_point(point, steps)
    assert ids(moved.active_points) == shown
    assert ids(moved.points) == order


def test_a_changed_point_takes_the_place_of_the_one_before():
    draft = draft_of(ACCURACY, PRIVACY)
    changed = replace(ACCURACY, story="Another guard.")
    assert draft.change_point(changed) == draft_of(changed, PRIVACY)
    assert draft.change_point(LISTEN) == draft


def test_the_letters_points_and_ask_go_and_come_back():
    edits = {"ask": SectionEdit("Please do keep it.", CAMPAIGN.ask("letter-2020").text)}
    draft = draft_of(ACCURACY, OWN_1, PRIVACY, ask="letter-2020", edits=edits, own_next=2)
    differing = draft.see_differently(differs=True)
    assert differing == replace(draft, differs=True)
    assert differing.active_points == (OWN_1,)
    assert differing.edit_of("ask") is None
    assert compose(CAMPAIGN_ALONE, differing).section("ask").text == ""
    assert differing.see_differently(differs=False) == draft
    assert draft.active_points == (ACCURACY, OWN_1, PRIVACY)
    assert compose(CAMPAIGN_ALONE, draft).section("ask").text == "Please do keep it."


@pytest.mark.parametrize(
    ("own", "stand", "aside"),
    [
        ((), ["accuracy", "privacy", "listen"], []),
        ((OWN_1,), ["accuracy", "privacy", "own-1"], ["listen"]),
        ((OWN_1, OWN_2), ["accuracy", "own-1", "own-2"], ["privacy", "listen"]),
        ((OWN_1, OWN_2, OWN_3), ["own-1", "own-2", "own-3"], ["accuracy", "privacy", "listen"]),
    ],
)
def test_where_own_points_took_the_room_the_letters_last_ones_are_set_aside(own, stand, aside):
    differing = draft_of(ACCURACY, PRIVACY, LISTEN).see_differently(differs=True)
    for _ in own:
        differing = differing.add_own_point()
    for point in own:
        differing = differing.change_point(point)
    draft = differing.see_differently(differs=False)
    assert ids(draft.points) == stand
    assert ids(draft.set_aside) == aside
    assert set(draft.set_aside) <= {ACCURACY, PRIVACY, LISTEN}


@pytest.mark.parametrize(
    ("section", "base", "ask", "differs", "stands"),
    [
        ("ask", "The letter's.", None, False, True),
        ("ask", "The letter's.", None, True, False),
        ("ask", "The letter's.", "letter-2020", True, False),
        ("ask", "The letter's.", OwnAsk("Mine."), True, False),
        ("ask", "Mine.", OwnAsk("Mine."), True, True),
        ("ask", "", None, True, True),
        ("ask", "", OwnAsk("Mine."), True, True),
        ("opening", "The letter's.", None, True, True),
    ],
)
def test_an_edit_of_the_letters_ask_rests_while_one_sees_it_differently(section, base, ask, differs, stands):
    edit = SectionEdit("Edited.", base)
    draft = replace(NOTHING, edits={section: edit}, ask=ask, differs=differs)
    assert draft.edit_of(section) == (edit if stands else None)
    assert draft.edit_of("thanks") is None


def test_edits_are_kept_and_dropped_section_by_section():
    first, second = SectionEdit("A", "a"), SectionEdit("B", "b")
    draft = NOTHING.with_edit("opening", first).with_edit("thanks", second)
    assert draft.edits == {"opening": first, "thanks": second}
    assert draft.with_edit("opening", second).edits == {"opening": second, "thanks": second}
    assert draft.without_edit("opening").edits == {"thanks": second}
    assert draft.without_edit("ask") == draft
    assert NOTHING.edits == {}


def test_everything_a_person_wrote_is_told_in_a_steady_order():
    draft = Draft(
        id="x",
        language="so",
        campaign="c",
        body=NamedBody("body"),
        title="title",
        person=Person("name", "ward", "neighborhood", "connection"),
        withhold_name=True,
        on_behalf_of="on behalf of",
        matter=Matter("matter", "file", "item", "date"),
        contact=Contact("email", "phone", "address"),
        ask=OwnAsk("ask"),
        points=(ChosenPoint("own-1", "story 1", ("e",), "title 1"), ChosenPoint("accuracy", "story 2")),
        set_aside=(ChosenPoint("own-2", "story 3", (), " "),),
        edits={"thanks": SectionEdit("edit 2", "base"), "ask": SectionEdit("edit 1", "base")},
        differs=True,
        silent=("thanks",),
        translation=Translation("en", "translation", "translator"),
    )
    told = """title/name/ward/neighborhood/connection/on behalf of/body/matter/file/item/date/email/phone/address/ask/
title 1/story 1/story 2/story 3/edit 1/edit 2/translation/translator"""
    assert draft.everything_written() == tuple(told.replace("\n", "").split("/"))
    assert replace(NOTHING, campaign="c", body="b", ask="letter-2020").everything_written() == ()


POINT_IDS = ("accuracy", "privacy", "listen", "control", "own-1", "own-2", "own-3")
CHANGES = st.one_of(
    st.builds(lambda point: lambda draft: draft.choose_point(point), st.sampled_from(POINT_IDS[:4])),
    st.builds(lambda point: lambda draft: draft.take_back_point(point), st.sampled_from(POINT_IDS)),
    st.builds(
        lambda point, by: lambda draft: draft.move_point(point, by), st.sampled_from(POINT_IDS), st.integers(-3, 3)
    ),
    st.builds(lambda differs: lambda draft: draft.see_differently(differs=differs), st.booleans()),
    st.just(lambda draft: draft.add_own_point()),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(CHANGES, max_size=20))
def test_whatever_is_done_no_story_is_lost_and_no_number_given_twice(changes):
    draft, stories = NOTHING, {}
    for number, change in enumerate(changes):
        given = draft.own_next
        try:
            draft = change(draft)
        except PersonError:
            assert len(draft.active_points) == 3
            continue
        for point in draft.points:
            if not point.story:
                assert not point.is_own or point.id == f"own-{given}"
                stories[point.id] = f"Story {number}"
                draft = draft.change_point(replace(point, story=stories[point.id]))
        assert len(draft.active_points) <= 3
        assert {point.id: point.story for point in (*draft.points, *draft.set_aside)} == stories
        assert len(draft.points) + len(draft.set_aside) == len(stories)
