from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from testimony_app.domain.comparing import Answer, Change, compare, compare_sections, other_answers
from testimony_app.domain.compose import compose
from testimony_app.domain.draft import Contact, Delivery, OwnAsk
from tests.domain.material import BLANK, NOTHING, with_fields

TEXTS = st.lists(st.sampled_from(["a", "b ", "bus ", " ", ". ", "\n", "é", "—", "waiting "]), max_size=40).map("".join)


def shown(then, now):
    """A comparison as one line: what was removed in [-...-], what was added in {+...+}."""
    marks = {Change.SAME: "{}", Change.REMOVED: "[-{}-]", Change.ADDED: "{{+{}+}}"}
    return "".join(marks[piece.change].format(piece.text) for piece in compare(then, now))


def test_equal_texts_are_one_piece():
    assert shown("I wait there.", "I wait there.") == "I wait there."
    assert compare("", "") == ()


def test_words_that_were_added_or_removed_are_told_apart():
    assert (
        shown("I wait there every day.", "I wait at my stop every day.") == "I wait [-there -]{+at my stop +}every day."
    )
    assert shown("I wait.", "I wait. It rains.") == "I wait{+. It rains+}."


def test_a_mark_alone_can_change():
    assert shown("Stop it now", "Stop it now.") == "Stop it now{+.+}"


def test_a_few_words_that_happen_to_be_the_same_do_not_cut_up_a_new_text():
    then = "A heron stood by the bridge in the fog of early morning"
    now = "My daughter walks to school past the cameras that nobody asked for"
    assert shown(then, now) == f"[-{then}-]{{+{now}+}}"


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_from_the_pieces(then, now):
    pieces = compare(then, now)
    assert "".join(each.text for each in pieces if each.change is not Change.ADDED) == then
    assert "".join(each.text for each in pieces if each.change is not Change.REMOVED) == now
    assert all(one.change is not two.change for one, two in pairwise(pieces))


def test_a_section_that_is_gone_stands_where_it_stood():
    with_two = replace(NOTHING, ask=OwnAsk("Please listen.")).add_own_point("Bench").add_own_point("Rain")
    first, second = with_two.points
    told = replace(with_two, points=(replace(first, story="I sit."), replace(second, story="I stand.")))
    now = told.take_back_point("own-1")
    found = compare_sections(compose(BLANK, told), compose(BLANK, now))
    assert [each.id for each in found if each.id != "thanks"] == ["opening", "own-1", "own-2", "ask"]
    changed = {each.id: (each.was_there, each.is_there) for each in found if each.is_changed}
    assert changed == {"own-1": (True, False)}


def test_answers_that_no_section_shows_are_named():
    now = replace(with_fields({"name": "Rosa"}), contact=Contact(email="a@b.example"), delivery=Delivery.ALOUD)
    assert other_answers(NOTHING, NOTHING) == ()
    assert other_answers(NOTHING, now) == (Answer.PERSON, Answer.HEARING, Answer.CONTACT)
    assert other_answers(NOTHING, replace(NOTHING, title="Bench", silent=("thanks",))) == (Answer.TITLE, Answer.SILENT)
