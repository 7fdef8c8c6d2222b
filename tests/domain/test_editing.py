from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from testimony_app.domain.compose import compose, suggestion_of
from testimony_app.domain.draft import ChosenPoint, OwnAsk, Person, SectionEdit
from testimony_app.domain.editing import changed_answers, keep_my_text, rewrite_section
from testimony_app.domain.originality import own_share
from tests.domain.material import BLANK, CAMPAIGN, CAMPAIGN_ALONE, NOTHING, text_of

FACT = CAMPAIGN.evidence("wrongful-arrests").sentence
OTHER_FACT = CAMPAIGN.evidence("nist-size").sentence
CITING = replace(NOTHING, points=(ChosenPoint("accuracy", "My story.", ("wrongful-arrests", "nist-size")),))
PREFIX = f"{FACT} {OTHER_FACT}"
SUGGESTED = f"{PREFIX}\nMy story."
BARE = replace(NOTHING, points=(ChosenPoint("accuracy", "My story."),))


def section(material, draft, section_id):
    return compose(material, draft).section(section_id)


@pytest.mark.parametrize(
    ("text", "story"),
    [
        (f"{PREFIX}\nAnother story.", "Another story."),
        (f"{PREFIX}\n\n Another,\n\nlonger story. ", "\n Another,\n\nlonger story. "),
        (f"{PREFIX}\n{PREFIX}\n", f"{PREFIX}\n"),
        (f"{PREFIX}\n", ""),
        (PREFIX, ""),
    ],
)
def test_what_follows_unchanged_evidence_is_the_story(text, story):
    draft = rewrite_section(CAMPAIGN_ALONE, CITING, "accuracy", text)
    assert draft == CITING.change_point(replace(CITING.points[0], story=story))
    assert section(CAMPAIGN_ALONE, draft, "accuracy").text == (text if story else PREFIX)
    assert not section(CAMPAIGN_ALONE, draft, "accuracy").is_edited


@pytest.mark.parametrize(
    "text",
    [
        "My story.",
        "",
        f"{FACT}\nMy story.",
        f"{OTHER_FACT} {FACT}\nMy story.",
        f"{PREFIX} My story.",
        f"{PREFIX}. \nMy story.",
        f" {PREFIX}\nMy story.",
        SUGGESTED.replace("8", "9"),
    ],
)
def test_a_point_with_changed_evidence_is_an_edit_of_its_suggestion(text):
    draft = rewrite_section(CAMPAIGN_ALONE, CITING, "accuracy", text)
    assert draft == replace(CITING, edits={"accuracy": SectionEdit(text, SUGGESTED)})
    assert section(CAMPAIGN_ALONE, draft, "accuracy").text == text


@pytest.mark.parametrize("material", [BLANK, CAMPAIGN_ALONE])
def test_a_point_without_evidence_is_its_story_alone(material):
    draft = rewrite_section(material, BARE, "accuracy", "Another story.\n")
    assert draft == replace(BARE, points=(ChosenPoint("accuracy", "Another story.\n"),))
    assert rewrite_section(material, draft, "accuracy", "").points == (ChosenPoint("accuracy"),)


def test_evidence_put_back_turns_an_edit_into_a_story_again():
    edited = rewrite_section(CAMPAIGN_ALONE, CITING, "accuracy", "Only mine.")
    draft = rewrite_section(CAMPAIGN_ALONE, edited, "accuracy", f"{PREFIX}\nOnly mine.")
    assert draft == CITING.change_point(replace(CITING.points[0], story="Only mine."))
    assert rewrite_section(CAMPAIGN_ALONE, edited, "accuracy", SUGGESTED) == CITING


TEXTS = st.text(max_size=30) | st.lists(
    st.sampled_from(
        [FACT, OTHER_FACT, PREFIX, "\n", " ", "Mine.", "e\u0301", "👩\u200d👧", "أنا هنا.", "እዚህ፡", "{name}"]
    ),
    max_size=6,
).map("".join)
SECTIONS = ("opening", "accuracy", "own-1", "ask", "thanks")


@settings(max_examples=400, deadline=None)
@given(
    st.sampled_from([BLANK, CAMPAIGN_ALONE]),
    st.lists(st.tuples(st.sampled_from(SECTIONS), TEXTS), min_size=1, max_size=5),
    st.booleans(),
)
def test_a_section_reads_as_the_person_left_it(material, edits, differs):
    points = (*CITING.points, ChosenPoint("own-1", "Mine too.", ("chief-objection",)))
    draft = replace(CITING, points=points, differs=differs)
    for section_id, text in edits:
        draft = rewrite_section(material, draft, section_id, text)
        testimony = compose(material, draft)
        read = testimony.section(section_id)
        if read is None:
            assert (differs, section_id) == (True, "accuracy")
        else:
            assert read.text.strip() == text.strip()
            assert read.text == text or not read.is_edited
            # The opening announces the letter's ask while it stands, so its suggestion changes with the ask.
            follows_the_ask = section_id == "opening" and "ask" in dict(edits)
            assert follows_the_ask or not read.offers_suggestion
        for point in draft.points:
            story = point.story if point.story.strip() else ""
            assert point.id in draft.edits or text_of(suggestion_of(material, draft, point.id)).endswith(story)
        assert 0 <= own_share(testimony.sections) <= 1


def test_a_text_equal_to_the_suggestion_is_no_edit():
    edited = rewrite_section(BLANK, NOTHING, "opening", "Good evening.")
    assert edited.edits == {"opening": SectionEdit("Good evening.", "Hello.")}
    assert rewrite_section(BLANK, edited, "opening", "Hello.") == NOTHING
    assert rewrite_section(BLANK, NOTHING, "opening", "Hello.") == NOTHING


def test_an_emptied_opening_stays_empty():
    draft = rewrite_section(BLANK, NOTHING, "opening", "")
    assert section(BLANK, draft, "opening").passages == ()
    assert section(BLANK, draft, "opening").is_edited


def test_the_letters_ask_is_edited_and_ones_own_is_rewritten():
    suggestion = CAMPAIGN.ask("keep-and-enforce").text
    edited = rewrite_section(CAMPAIGN_ALONE, NOTHING, "ask", "Please keep the ban.")
    assert edited == replace(NOTHING, edits={"ask": SectionEdit("Please keep the ban.", suggestion)})
    for material, draft in (
        (BLANK, NOTHING),
        (CAMPAIGN_ALONE, replace(NOTHING, differs=True)),
        (CAMPAIGN_ALONE, replace(NOTHING, ask=OwnAsk("Please wait."))),
        (CAMPAIGN_ALONE, replace(edited, ask=OwnAsk("Please wait."))),
    ):
        rewritten = rewrite_section(material, draft, "ask", "Please hurry.")
        assert rewritten == replace(draft, ask=OwnAsk("Please hurry."), edits={})
        assert section(material, rewritten, "ask").text == "Please hurry."
        assert rewrite_section(material, rewritten, "ask", "").ask == OwnAsk("")


def test_an_ask_left_blank_while_seeing_it_differently_keeps_the_edit_of_the_letters_ask():
    edited = rewrite_section(CAMPAIGN_ALONE, NOTHING, "ask", "Please keep the ban.")
    differing = edited.see_differently(differs=True)
    assert section(CAMPAIGN_ALONE, differing, "ask").text == ""
    blank = rewrite_section(CAMPAIGN_ALONE, differing, "ask", "")
    assert section(CAMPAIGN_ALONE, blank.see_differently(differs=False), "ask").text == "Please keep the ban."


def test_after_a_changed_answer_my_text_stands_and_the_new_suggestion_is_offered():
    draft = rewrite_section(BLANK, replace(NOTHING, person=Person("Rosa")), "opening", "Hi, I am Rosa Maple.")
    changed = replace(draft, person=Person("Ana"))
    read = section(BLANK, changed, "opening")
    assert (read.text, read.suggestion) == ("Hi, I am Rosa Maple.", "Hello. My name is Ana.")
    assert read.offers_suggestion

    kept = keep_my_text(BLANK, changed, "opening")
    assert kept.edits == {"opening": SectionEdit("Hi, I am Rosa Maple.", "Hello. My name is Ana.")}
    assert section(BLANK, kept, "opening").text == "Hi, I am Rosa Maple."
    assert not section(BLANK, kept, "opening").offers_suggestion
    assert section(BLANK, replace(kept, person=Person("Eva")), "opening").offers_suggestion

    taken = section(BLANK, changed.without_edit("opening"), "opening")
    assert (taken.text, taken.is_edited) == ("Hello. My name is Ana.", False)


def test_an_edited_point_keeps_its_text_when_other_facts_are_chosen():
    draft = rewrite_section(CAMPAIGN_ALONE, CITING, "accuracy", "At least 8 wrongful arrests followed. Mine.")
    changed = draft.change_point(replace(draft.points[0], evidence=("nist-women",)))
    read = section(CAMPAIGN_ALONE, changed, "accuracy")
    assert read.text == "At least 8 wrongful arrests followed. Mine."
    assert read.suggestion == f"{CAMPAIGN.evidence('nist-women').sentence}\nMy story."
    assert read.offers_suggestion


def test_keeping_a_text_that_was_never_edited_changes_nothing():
    assert keep_my_text(BLANK, NOTHING, "opening") == NOTHING
    assert keep_my_text(CAMPAIGN_ALONE, CITING, "accuracy") == CITING
    hidden = replace(NOTHING, differs=True, edits={"ask": SectionEdit("Mine.", "The letter's.")})
    assert keep_my_text(CAMPAIGN_ALONE, hidden, "ask") == hidden


def test_a_new_suggestion_stays_on_offer_while_the_person_goes_on_writing():
    before = replace(NOTHING, person=Person(name="Rosa"))
    edited = rewrite_section(BLANK, before, "opening", "Good evening. I am Rosa.")
    changed = replace(edited, person=Person(name="Rosa Maple"))
    assert section(BLANK, changed, "opening").offers_suggestion
    still_writing = rewrite_section(BLANK, changed, "opening", "Good evening. I am Rosa. Hello.")
    assert section(BLANK, still_writing, "opening").offers_suggestion
    answered = keep_my_text(BLANK, still_writing, "opening")
    assert not section(BLANK, answered, "opening").offers_suggestion
    assert section(BLANK, answered, "opening").text == "Good evening. I am Rosa. Hello."


ROSA = replace(NOTHING, person=Person(name="Rosa Maple", ward="6", connection="I have lived here eleven years"))


@pytest.mark.parametrize(
    ("person", "names"),
    [
        ({"connection": "I have lived here twelve years"}, ("connection",)),
        ({"ward": "7", "neighborhood": "Seward"}, ("neighborhood", "ward")),
        ({"name": ""}, ()),
    ],
)
def test_an_answer_that_came_into_the_suggestion_since_the_edit_is_named(person, names):
    opening = section(CAMPAIGN_ALONE, ROSA, "opening").text
    edited = rewrite_section(CAMPAIGN_ALONE, ROSA, "opening", opening.replace("Hello", "Good evening"))
    assert changed_answers(CAMPAIGN_ALONE, edited, "opening") == ()
    changed = replace(edited, person=replace(edited.person, **person))
    assert section(CAMPAIGN_ALONE, changed, "opening").offers_suggestion
    assert changed_answers(CAMPAIGN_ALONE, changed, "opening") == names


def test_a_changed_ask_and_changed_facts_are_named():
    other = next(each for each in CAMPAIGN.asks if each.id != CAMPAIGN.default_ask)
    asking = rewrite_section(CAMPAIGN_ALONE, NOTHING, "ask", "Please do it.")
    assert changed_answers(CAMPAIGN_ALONE, replace(asking, ask=other.id), "ask") == ("ask",)
    citing = rewrite_section(CAMPAIGN_ALONE, CITING, "accuracy", "My own account.")
    fewer = citing.change_point(replace(citing.points[0], evidence=("nist-size",), story="Another story."))
    assert changed_answers(CAMPAIGN_ALONE, fewer, "accuracy") == ("story",)
    more = citing.change_point(replace(citing.points[0], evidence=("nist-size", "wrongful-arrests")))
    assert changed_answers(CAMPAIGN_ALONE, more, "accuracy") == ("evidence",)


def test_a_section_without_an_edit_has_no_changed_answer():
    assert changed_answers(CAMPAIGN_ALONE, ROSA, "opening") == ()
