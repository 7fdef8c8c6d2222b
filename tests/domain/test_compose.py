from dataclasses import replace
from itertools import chain, combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from testimony_app.domain.campaign import SuggestedSentence
from testimony_app.domain.compose import Material, chosen_ask, compose, evidence_prefix, suggestion_of
from testimony_app.domain.draft import ChosenPoint, Draft, OwnAsk, Person, SectionEdit, Translation
from testimony_app.domain.fields import FIELDS, fields_of
from testimony_app.domain.naming import mail_subject
from testimony_app.domain.record import record_block
from testimony_app.domain.testimony import Origin, RecordKind, SectionKind
from testimony_app.domain.text import clean
from tests.domain.holes import holes, new_holes
from tests.domain.material import (
    BLANK,
    CAMPAIGN,
    CAMPAIGN_ALONE,
    CAMPAIGN_AND_COUNCIL,
    COUNCIL,
    COUNCIL_ALONE,
    ENGLISH,
    FILLED,
    MATERIALS,
    NOT_LISTED,
    NOTHING,
    marks,
    text_of,
    with_fields,
)

SUBSETS = tuple(chain.from_iterable(combinations(FILLED, size) for size in range(len(FILLED) + 1)))

EVERY_FIELD = (
    SuggestedSentence("{audience}: good day."),
    SuggestedSentence("I am {name}, of {neighborhood}, {ward}.", unless=("on_behalf_of",)),
    SuggestedSentence("I am {name}, for {on_behalf_of}; I live in {neighborhood}, {ward}, not far."),
    SuggestedSentence("{connection}"),
    SuggestedSentence("This is on {matter}, item {agenda_item}, file {file_number}, on {meeting}"),
    SuggestedSentence("It is item {agenda_item}", unless=("matter",)),
    SuggestedSentence("Thank you for hearing me.", needs=("meeting",)),
    SuggestedSentence("{ask_opening}"),
)
DENSE = replace(CAMPAIGN_AND_COUNCIL, campaign=structs.replace(CAMPAIGN, opening=EVERY_FIELD, thanks=EVERY_FIELD))
ALL = {**MATERIALS, "every field": DENSE}

NASTY = (
    "Oak.", "Oak?", "Oak!", "Oak…", "Oak...", "Washington, D.C.", "Oak,", "Oak ;", ", Oak", "Oak .", "  Oak  \n Elm\t",
    "Oak “Elm.”", "7.", " \n", "-", "?", "…", ", .",
)  # fmt: skip
"""Values people leave in fields that could tear a hole into a sentence."""

RARE = (
    "St. Oak Jr.", "Oak, ,", "Oak،", "橡树，", "Oak ,.", "Oak,.", "(Oak.)", "“Oak”", "Oak\n", "\u00a0Oak\u00a0",
    "Oak,\u00a0", "\u200fמיה\u200f", "ኦክ።", "ओक।", "O", "7", "٦", "½", "\u00a0", "—", ".", ",", "",
)  # fmt: skip
ENDS = st.builds(
    "{}{}{}".format,
    st.sampled_from(["O", "7", "ኦክ", ", O", "“O"]),
    st.text("Oe7 ,;?!…،\u00a0\n-”)", max_size=4),
    st.sampled_from(["", ".", "...", ".”", ".,"]),
)


def texts_of(material, draft):
    """Return every text the app puts together from fields."""
    record = [line.value for line in record_block(draft, material.body, material.campaign, material.language)]
    sections = [text_of(suggestion_of(material, draft, section)) for section in ("opening", "thanks")]
    return [*sections, mail_subject(draft, material.body), *record]


def expected_opening(known, *, council, campaign):
    """Return the English opening as it should be, told a second time in plain sentences."""
    home = [place for key, place in (("neighborhood", "Cedar-Riverside"), ("ward", "Ward 6")) if key in known]
    said = [
        (True, "Hello, Council Members." if council else "Hello."),
        ("name" in known, "My name is Rosa Maple."),
        (home, f"I live in {', '.join(home)}."),
        ("on_behalf_of" in known, "I speak on behalf of the Cedar Tenants."),
        ("connection" in known, "I clean offices downtown at night."),
        (campaign, "I am asking you to keep the City's ban on face recognition."),
        ("matter" in known and not campaign, "I want to speak about this matter: Cameras on Lake Street."),
    ]
    return " ".join(sentence for is_said, sentence in said if is_said)


@pytest.mark.parametrize("material", MATERIALS.values(), ids=MATERIALS)
def test_every_subset_of_fields_makes_exactly_its_sentences(material):
    council, campaign = material.body is COUNCIL, material.campaign is CAMPAIGN
    for subset in SUBSETS:
        draft = with_fields({key: FILLED[key] for key in subset})
        opening = suggestion_of(material, draft, "opening")
        assert text_of(opening) == expected_opening(subset, council=council, campaign=campaign)


@pytest.mark.parametrize("material", ALL.values(), ids=ALL)
def test_every_subset_of_fields_composes_without_a_hole_a_double_space_or_a_stray_comma(material):
    assert len(SUBSETS) == 2**9
    for subset in SUBSETS:
        draft = with_fields({key: FILLED[key] for key in subset})
        testimony = compose(material, draft)
        for text in (*testimony.text.split("\n\n"), *texts_of(material, draft)):
            assert not holes(text), text


@pytest.mark.parametrize("value", NASTY)
def test_no_value_in_any_subset_of_fields_tears_a_hole(value):
    for subset in SUBSETS:
        for text in texts_of(COUNCIL_ALONE, with_fields(dict.fromkeys(subset, value))):
            assert not new_holes(text, [value]), text


@settings(max_examples=400, deadline=None)
@given(
    st.sampled_from(list(ALL)),
    st.dictionaries(st.sampled_from(list(FILLED)), st.sampled_from([*NASTY, *RARE, *FILLED.values()]) | ENDS),
    st.booleans(),
    st.booleans(),
)
def test_no_mixture_of_values_tears_a_hole(material, values, withhold, differs):
    values = {key: clean(value).text for key, value in values.items()}
    draft = replace(with_fields(values), withhold_name=withhold, differs=differs)
    for text in texts_of(ALL[material], draft):
        assert not new_holes(text, values.values()), text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("My name is Rosa. I live in Oak, Ward 6.", []),
        ("I live in Washington, D.C., Ward 6. “Why?” Well... Yes…", []),
        ("My name is .", [" ."]),
        ("I live in , Ward 6.", [" ,"]),
        ("I live in Oak, .", [", ."]),
        ("I live in Oak,.", [",."]),
        ("Hello.  Hi.", ["  "]),
        (" Hi.", [" "]),
        ("Hi. ", [" "]),
        ("I live in Oak.. Hi?. Oh….", ["..", "?.", "…."]),
        ("Oak., Ward 6", [".,"]),
        ("Ward 6,", [","]),
        (", Ward 6", [","]),
    ],
)
def test_holes_are_seen(text, found):
    assert holes(text) == found


def test_the_dense_opening_holds_every_field():
    assert {field for sentence in EVERY_FIELD for field in fields_of(sentence.text)} == set(FIELDS)
    draft = with_fields(FILLED)
    assert text_of(suggestion_of(DENSE, draft, "thanks")) == (
        "Council Members: good day. I am Rosa Maple, for the Cedar Tenants; "
        "I live in Cedar-Riverside, Ward 6, not far. I clean offices downtown at night. "
        "This is on Cameras on Lake Street, item 3b, file 2020-00681, on December 8, 2026. "
        "Thank you for hearing me. I am asking you to keep the City's ban on face recognition."
    )


@pytest.mark.parametrize("typed", ["{name}", "{ask_opening}", "{audience}", "{}", "{0}", "{number}", "{name"])
def test_braces_that_a_person_types_stay_as_they_are(typed):
    draft = with_fields(dict.fromkeys(FILLED, f"a {typed} b"))
    opening = compose(COUNCIL_ALONE, draft).section("opening")
    assert opening.text == (
        f"Hello, Council Members. My name is a {typed} b. I live in a {typed} b, a {typed} b. "
        f"I speak on behalf of a {typed} b. a {typed} b. I want to speak about this matter: a {typed} b."
    )
    assert compose(DENSE, draft).section("opening").text.count(f"a {typed} b") == len(FILLED)


def test_what_a_person_filled_is_theirs_and_the_frame_is_ours():
    draft = with_fields({key: FILLED[key] for key in ("name", "ward", "neighborhood", "connection")})
    assert marks(suggestion_of(CAMPAIGN_AND_COUNCIL, draft, "opening")) == [
        ("Hello, Council Members. My name is ", "campaign"),
        ("Rosa Maple", "own"),
        (". I live in ", "campaign"),
        ("Cedar-Riverside", "own"),
        (", Ward ", "campaign"),
        ("6", "own"),
        (". ", "campaign"),
        ("I clean offices downtown at night", "own"),
        (". I am asking you to keep the City's ban on face recognition.", "campaign"),
    ]


@pytest.mark.parametrize(
    ("ward", "said"),
    [
        ("6", "Ward 6"),
        (" 6 ", "Ward 6"),
        ("Ward 6", "Ward 6"),
        ("6th", "6th"),
        ("the Sixth Ward", "the Sixth Ward"),
        ("٦", "Ward ٦"),
    ],
)
def test_a_bare_number_is_said_as_a_ward(ward, said):
    assert f"I live in {said}." in compose(BLANK, with_fields({"ward": ward})).text


def test_a_language_may_say_the_number_of_a_ward_first():
    words = replace(ENGLISH.words, ward_number="{number} ward")
    material = replace(BLANK, language=replace(ENGLISH, words=words))
    assert marks(suggestion_of(material, with_fields({"ward": "6"}), "opening")) == [
        ("Hello. I live in ", "campaign"),
        ("6", "own"),
        (" ward.", "campaign"),
    ]


POINTS = (
    ChosenPoint("accuracy", "A guard took me for someone else.\n\nIt cost me an hour.", ("nist-size", "nist-women")),
    ChosenPoint("own-1", "", (), "My street\n at night "),
    ChosenPoint("privacy", "I like to walk unseen."),
    ChosenPoint("listen", " \n", ("george-floyd-2020",)),
)


def test_sections_stand_in_their_order_under_their_headings():
    testimony = compose(CAMPAIGN_AND_COUNCIL, replace(NOTHING, points=POINTS, silent=("privacy", "thanks")))
    assert [(each.id, each.kind, each.heading, each.spoken) for each in testimony.sections] == [
        ("opening", SectionKind.OPENING, "", True),
        ("accuracy", SectionKind.POINT, "It makes more mistakes with some people", True),
        ("own-1", SectionKind.OWN_POINT, "My street at night", True),
        ("privacy", SectionKind.POINT, CAMPAIGN.point("privacy").title, False),
        ("listen", SectionKind.POINT, "Start with the people hurt most", True),
        ("ask", SectionKind.ASK, "What I ask you to do", True),
        ("thanks", SectionKind.THANKS, "", False),
    ]


def test_a_point_is_its_evidence_and_then_the_story_word_for_word():
    size, women = CAMPAIGN.evidence("nist-size"), CAMPAIGN.evidence("nist-women")
    testimony = compose(CAMPAIGN_ALONE, replace(NOTHING, points=POINTS))
    accuracy = testimony.section("accuracy")
    assert [(each.text, each.origin, each.evidence) for each in accuracy.passages] == [
        (size.sentence + " ", Origin.EVIDENCE, "nist-size"),
        (women.sentence + "\n", Origin.EVIDENCE, "nist-women"),
        (POINTS[0].story, Origin.OWN, ""),
    ]
    assert accuracy.text == accuracy.suggestion
    assert testimony.section("own-1").passages == ()
    assert marks(testimony.section("privacy").passages) == [("I like to walk unseen.", "own")]
    assert testimony.section("listen").text == CAMPAIGN.evidence("george-floyd-2020").sentence
    assert evidence_prefix(CAMPAIGN, POINTS[0]) == f"{size.sentence} {women.sentence}"
    assert evidence_prefix(CAMPAIGN, POINTS[1]) == ""


@settings(max_examples=200, deadline=None)
@given(st.text(), st.lists(st.sampled_from([each.id for each in CAMPAIGN.all_evidence()]), unique=True, max_size=3))
def test_a_story_stands_verbatim_and_nothing_is_added(story, evidence):
    draft = replace(NOTHING, points=(ChosenPoint("own-1", story, tuple(evidence)),))
    section = compose(CAMPAIGN_ALONE, draft).section("own-1")
    sentences = " ".join(CAMPAIGN.evidence(each).sentence for each in evidence)
    own = story if story.strip() else ""
    assert section.text == sentences + ("\n" if sentences and own else "") + own
    assert "".join(each.text for each in section.passages if each.origin is Origin.OWN) == own


def test_sections_without_a_word_are_there_and_leave_no_gap_in_the_text():
    testimony = compose(BLANK, replace(NOTHING, points=(ChosenPoint("own-1"),)))
    assert [each.id for each in testimony.sections] == ["opening", "own-1", "ask", "thanks"]
    assert testimony.text == "Hello.\n\nThank you for your time."


def test_facts_are_noted_once_in_the_order_they_are_mentioned():
    points = (
        ChosenPoint("own-1", "Mine.", ("nist-women", "chief-objection")),
        ChosenPoint("accuracy", "Mine too.", ("nist-size", "nist-women")),
    )
    testimony = compose(CAMPAIGN_ALONE, replace(NOTHING, points=points))
    assert [each.id for each in testimony.citations] == ["nist-women", "chief-objection", "nist-size"]
    assert [testimony.note(each) for each in ("nist-women", "chief-objection", "nist-size")] == [1, 2, 3]


def test_a_fact_the_campaign_does_not_hold_is_left_out():
    draft = replace(NOTHING, points=(ChosenPoint("own-1", "Mine.", ("gone", "nist-women")),))
    assert [each.id for each in compose(CAMPAIGN_ALONE, draft).citations] == ["nist-women"]
    assert compose(BLANK, draft).section("own-1").text == "Mine."
    assert compose(BLANK, draft).citations == ()


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("In 2019, federal tests covered 189 programs from 99 makers, with 18 million photos.\nMine.", True),
        ("Tests covered 189 programs from 99 makers, with more than 18 million photos. Mine.", True),
        ("Tests there were.\nMine.", False),
        ("Mine.", False),
        ("\nMine.", False),
        ("", False),
    ],
)
def test_a_fact_is_noted_only_while_its_words_stand(text, cited):
    edits = {"own-1": SectionEdit(text, "")}
    draft = replace(NOTHING, points=(ChosenPoint("own-1", "Mine.", ("nist-size",)),), edits=edits)
    testimony = compose(CAMPAIGN_ALONE, draft)
    assert testimony.section("own-1").text == text
    assert [each.id for each in testimony.citations] == (["nist-size"] if cited else [])


OWN_ASK = OwnAsk("Please hold a hearing,\nand soon")


@pytest.mark.parametrize(
    ("material", "draft", "text", "origin"),
    [
        (CAMPAIGN_ALONE, NOTHING, CAMPAIGN.ask("keep-and-enforce").text, "campaign"),
        (CAMPAIGN_ALONE, replace(NOTHING, ask="letter-2020"), CAMPAIGN.ask("letter-2020").text, "campaign"),
        (CAMPAIGN_ALONE, replace(NOTHING, ask=OWN_ASK), OWN_ASK.text, "own"),
        (CAMPAIGN_ALONE, replace(NOTHING, ask=OWN_ASK, differs=True), OWN_ASK.text, "own"),
        (CAMPAIGN_ALONE, replace(NOTHING, ask=OwnAsk(" \n")), "", ""),
        (CAMPAIGN_ALONE, replace(NOTHING, ask="letter-2020", differs=True), "", ""),
        (CAMPAIGN_ALONE, replace(NOTHING, ask="gone"), "", ""),
        (BLANK, NOTHING, "", ""),
        (BLANK, replace(NOTHING, ask=OWN_ASK), OWN_ASK.text, "own"),
    ],
)
def test_the_ask_is_the_campaigns_ones_own_or_none(material, draft, text, origin):
    section = compose(material, draft).section("ask")
    assert marks(section.passages) == ([(text, origin)] if text else [])
    ask = chosen_ask(material.campaign, draft)
    assert (ask.text if ask else "") == (text if origin == "campaign" else "")
    opening = compose(material, draft).section("opening").text
    assert ("I am asking you" in opening) is (ask is not None)


def test_an_ask_without_a_sentence_for_the_opening_leaves_no_hole_there():
    asks = (structs.replace(CAMPAIGN.ask("keep-and-enforce"), opening=""),)
    material = replace(CAMPAIGN_AND_COUNCIL, campaign=structs.replace(CAMPAIGN, asks=asks))
    draft = with_fields({"matter": "Cameras"})
    opening = "Hello, Council Members. I want to speak about this matter: Cameras."
    assert compose(material, draft).section("opening").text == opening


def test_the_opening_announces_the_ask_only_while_words_of_it_stand():
    campaign = structs.replace(
        CAMPAIGN, asks=tuple(structs.replace(ask, opening="I support the ban.") for ask in CAMPAIGN.asks)
    )
    material = Material(ENGLISH, None, campaign)
    ask = campaign.ask(campaign.default_ask).text
    for text, announced in ((ask, True), (ask + " Soon.", True), ("Please wait.", False), ("", False)):
        draft = replace(NOTHING, edits={"ask": SectionEdit(text, ask)})
        assert ("I support the ban." in compose(material, draft).text) is announced


def test_one_who_sees_it_differently_has_neither_the_letters_ask_nor_its_points():
    points = (ChosenPoint("accuracy", "Kept.", ("nist-size",)), ChosenPoint("own-1", "Mine.", ("chief-objection",)))
    draft = replace(NOTHING, points=points, ask="letter-2020", matter=with_fields(FILLED).matter)
    differing = compose(CAMPAIGN_AND_COUNCIL, draft.see_differently(differs=True))
    assert differing.text == (
        "Hello, Council Members. I want to speak about this matter: Cameras on Lake Street.\n\n"
        f"{CAMPAIGN.evidence('chief-objection').sentence}\nMine.\n\nThank you for your time."
    )
    assert [each.id for each in differing.citations] == ["chief-objection"]
    assert compose(CAMPAIGN_AND_COUNCIL, draft.see_differently(differs=True).see_differently(differs=False)) == compose(
        CAMPAIGN_AND_COUNCIL, draft
    )


def test_the_campaigns_own_opening_and_thanks_take_the_place_of_the_languages():
    sentences = (SuggestedSentence("Good day, {audience}."), SuggestedSentence("I am {name}"))
    campaign = structs.replace(CAMPAIGN, opening=sentences, thanks=(SuggestedSentence("Be well."),))
    draft = with_fields({"name": "Rosa"})
    testimony = compose(replace(CAMPAIGN_AND_COUNCIL, campaign=campaign), draft)
    assert testimony.section("opening").text == "Good day, Council Members. I am Rosa."
    assert testimony.section("thanks").text == "Be well."
    assert compose(CAMPAIGN_AND_COUNCIL, draft).section("thanks").text == "Thank you for your time."


def test_a_section_nobody_knows_has_no_suggestion():
    draft = replace(NOTHING, points=POINTS, set_aside=(ChosenPoint("control", "Mine."),))
    assert suggestion_of(CAMPAIGN_ALONE, draft, "control") == ()
    assert suggestion_of(CAMPAIGN_ALONE, draft, "nowhere") == ()


def test_an_edit_stands_and_the_new_suggestion_is_offered_beside_it():
    base = "Hello. My name is Rosa."
    draft = replace(NOTHING, person=Person("Rosa"), edits={"opening": SectionEdit("Hi! My name is Rosa.", base)})
    same = compose(BLANK, draft).section("opening")
    assert (same.text, same.suggestion) == ("Hi! My name is Rosa.", base)
    assert (same.is_edited, same.offers_suggestion) == (True, False)
    changed = compose(BLANK, replace(draft, person=Person("Ana"))).section("opening")
    assert (changed.text, changed.suggestion) == ("Hi! My name is Rosa.", "Hello. My name is Ana.")
    assert (changed.is_edited, changed.offers_suggestion) == (True, True)
    matching = replace(draft, person=Person("Ana"), edits={"opening": SectionEdit("Hello. My name is Ana.", base)})
    assert not compose(BLANK, matching).section("opening").offers_suggestion
    untouched = compose(BLANK, draft).section("thanks")
    assert (untouched.is_edited, untouched.offers_suggestion) == (False, False)


def test_a_blank_testimony_is_a_greeting_and_thanks_alone():
    testimony = compose(NOT_LISTED, NOTHING)
    assert testimony.text == "Hello.\n\nThank you for your time."
    assert (testimony.id, testimony.language) == (NOTHING.id, "en")
    assert (testimony.title, testimony.author, testimony.subject) == ("", "", "Public comment")
    assert [(line.kind, line.value) for line in testimony.record] == [(RecordKind.TO, "Oakdale Town Board")]
    assert compose(BLANK, NOTHING).record == ()


def test_a_name_left_out_stands_in_nothing_the_app_puts_together():
    draft = replace(with_fields({**FILLED, "matter": "Why Maple left"}), withhold_name=True)
    testimony = compose(CAMPAIGN_AND_COUNCIL, draft)
    for text in (testimony.text, testimony.title, testimony.author, testimony.subject):
        assert "Maple" not in text
        assert "Rosa" not in text
    assert RecordKind.SENDER not in {line.kind for line in testimony.record}


@pytest.mark.parametrize(
    ("name", "author"), [("Rosa Maple", "Rosa Maple"), (" Rosa\nMaple, ", "Rosa Maple"), ("-", ""), ("  ", "")]
)
def test_the_author_is_the_name_on_one_line(name, author):
    assert compose(BLANK, with_fields({"name": name})).author == author


@pytest.mark.parametrize(
    ("language", "translation", "note"),
    [
        ("en", None, ""),
        ("en-US", Translation("so", "Waan", "A. Ali"), ""),
        ("enm", None, "This testimony is in enm. Please arrange a translation."),
        ("so", None, "This testimony is in Somali. Please arrange a translation."),
        ("so-SO", Translation("en", " \n"), "This testimony is in Somali. Please arrange a translation."),
        ("so", Translation("en", "I do"), "Translated from Somali. The Somali text is the original."),
        (
            "so",
            Translation("en", "I do", "A. Ali,\na friend"),
            "Translated from Somali by A. Ali, a friend. The Somali text is the original.",
        ),
        (
            "es",
            Translation("en", "I do", "{language} {translator}"),
            "Translated from Spanish by {language} {translator}. The Spanish text is the original.",
        ),
    ],
)
def test_a_clerk_is_told_of_another_language(language, translation, note):
    testimony = compose(BLANK, Draft("x", language, translation=translation))
    assert testimony.translation_note == note
    assert testimony.translation_text == (translation.text if translation else "")
    assert testimony.translation_language == (translation.language if translation else "")
