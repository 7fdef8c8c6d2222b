"""A testimony says of each of its texts which language it is in, where that is not its own."""

from dataclasses import replace

import pytest
from msgspec import structs

from testimony_app.domain.compose import Material, compose, suggestion_of
from testimony_app.domain.draft import ChosenPoint, Draft, Matter, OwnAsk, Person, SectionEdit
from testimony_app.domain.testimony import Origin, RecordKind, RecordLine
from tests.domain.material import CAMPAIGN, CAMPAIGN_AND_COUNCIL, COUNCIL, ENGLISH, NOT_LISTED, text_of

SOMALI = replace(ENGLISH, tag="so", words_of="en")
"""Somali as it stands where nobody has written its words: those of English, which also suggests its sentences."""

DRAFT = Draft("11111111-1111-4111-8111-111111111111", "so", campaign=CAMPAIGN.id)
STORY = "Waxaan halkan ku noolahay tobanka sano."
CITED = replace(DRAFT, points=(ChosenPoint("accuracy", STORY, ("gender-shades", "nist-size")),))
IN_SOMALI = replace(CAMPAIGN_AND_COUNCIL, language=SOMALI)


def languages(testimony, section_id):
    return {(passage.origin, passage.language) for passage in testimony.section(section_id).passages}


def test_facts_and_titles_of_a_campaign_say_its_language_and_a_story_says_none():
    testimony = compose(IN_SOMALI, CITED)
    assert languages(testimony, "accuracy") == {(Origin.EVIDENCE, "en"), (Origin.OWN, "")}
    assert languages(testimony, "ask") == {(Origin.CAMPAIGN, "en")}
    assert testimony.section("accuracy").heading_language == testimony.section("ask").heading_language == "en"
    assert testimony.citations_language == "en"


def test_in_a_suggested_sentence_the_persons_part_says_none():
    draft = replace(CITED, person=Person(name="Cabdi", ward="9"))
    passages = compose(IN_SOMALI, draft).section("opening").passages
    assert {passage.text: passage.language for passage in passages if passage.origin is Origin.OWN} == {
        "Cabdi": "",
        "9": "",
    }
    assert {passage.language for passage in passages if passage.origin is Origin.CAMPAIGN} == {"en"}


def test_the_words_of_a_council_are_in_its_language_and_those_of_one_not_listed_in_the_testimonys():
    somali = structs.replace(CAMPAIGN, language="so", opening=CAMPAIGN.opening or ENGLISH.opening)
    passages = suggestion_of(Material(SOMALI, COUNCIL, somali), DRAFT, "opening")
    assert [passage.text for passage in passages if passage.language == "en"] == ["Council Members"]
    lines = {line.kind: line.language for line in compose(replace(IN_SOMALI, body=NOT_LISTED.body), DRAFT).record}
    assert lines[RecordKind.TO] == ""


@pytest.mark.parametrize(("ward", "neighborhood", "language"), [("9", "", "en"), ("9", "Seward", ""), ("IX", "", "")])
def test_the_lines_of_a_record_are_ours_theirs_or_the_persons(ward, neighborhood, language):
    person = Person(name="Cabdi", ward=ward, neighborhood=neighborhood)
    lines = {line.kind: line.language for line in compose(IN_SOMALI, replace(DRAFT, person=person)).record}
    assert lines[RecordKind.WARD] == language
    assert lines[RecordKind.SENDER] == ""
    assert lines[RecordKind.SUBJECT] == lines[RecordKind.TO] == "en"


def test_a_matter_that_the_person_named_is_in_the_language_of_the_testimony():
    testimony = compose(IN_SOMALI, replace(DRAFT, matter=Matter(title="Kaamirooyinka"), ask=OwnAsk("Fadlan.")))
    assert {line.language for line in testimony.record if line.kind is RecordKind.SUBJECT} == {""}
    assert testimony.record_subject == RecordLine(RecordKind.SUBJECT, "Kaamirooyinka")


def test_a_subject_of_the_campaigns_is_in_its_language():
    testimony = compose(IN_SOMALI, replace(DRAFT, title="Kaamirooyinka"))
    assert testimony.record_subject == RecordLine(RecordKind.SUBJECT, CAMPAIGN.subject, "en")


def test_words_kept_of_an_edited_section_keep_their_language():
    text = text_of(suggestion_of(IN_SOMALI, CITED, "accuracy"))
    edited = compose(IN_SOMALI, CITED.with_edit("accuracy", SectionEdit(text.replace("\n", " Waa run: "), text)))
    assert languages(edited, "accuracy") == {(Origin.EVIDENCE, "en"), (Origin.OWN, "")}
    assert edited.section("accuracy").text == text.replace("\n", " Waa run: ")


def test_in_one_language_no_text_says_one():
    testimony = compose(CAMPAIGN_AND_COUNCIL, replace(CITED, language="en", person=Person(name="Cabdi", ward="9")))
    passages = [passage.language for section in testimony.sections for passage in section.passages]
    said = [*passages, *(section.heading_language for section in testimony.sections)]
    said += [*(line.language for line in testimony.record), testimony.citations_language]
    assert set(said) == {""}
