"""Whole journeys: what eight and more residents left behind comes out as it should, word for word."""

import io
import zipfile

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from testimony_app.domain.originality import own_share
from tests.journeys.journeys import NAMES, REFERENCE, travel

FINDINGS = {
    "three-points": {"caution_applies", "mostly_suggested"},
    "no-points": {"mostly_suggested"},
    "sees-it-differently": {"caution_applies", "mostly_suggested"},
    "blank-to-an-unlisted-body": set(),
    "name-left-out": {"caution_applies", "name_withheld", "mostly_suggested"},
    "written-only": {"request_already_answered", "caution_applies", "mostly_suggested"},
    "own-point-and-own-ask": set(),
    "edits-kept": {"caution_applies", "mostly_suggested"},
    "somali-with-a-translation": set(),
    "two-pages-in-many-scripts": set(),
}


@pytest.fixture(scope="module")
def journeys():
    return {name: travel(name) for name in NAMES}


def parts(content):
    """Return the parts of a Word file, XML made canonical, so that only differences that count are seen."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: etree.canonicalize(package.read(name).decode()) for name in package.namelist()}


@pytest.mark.parametrize("name", NAMES)
def test_the_word_file_is_the_reference_file(journeys, name):
    assert parts(journeys[name].word) == parts((REFERENCE / f"{name}.docx").read_bytes())


@pytest.mark.parametrize("name", NAMES)
def test_the_text_file_is_the_reference_file(journeys, name):
    assert journeys[name].plain.decode() == (REFERENCE / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_the_word_file_passes_the_audit(journeys, name, tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(journeys[name].word)
    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_checks_find_what_they_should(journeys, name):
    assert {finding.code for finding in journeys[name].findings} == FINDINGS[name]


def test_every_journey_says_what_is_found():
    assert set(FINDINGS) == set(NAMES)


def test_one_who_sees_it_differently_speaks_for_themselves(journeys):
    journey = journeys["sees-it-differently"]
    text = journey.testimony.text
    assert [section.id for section in journey.testimony.sections] == ["opening", "own-1", "ask", "thanks"]
    assert "set aside" not in text
    assert "keep the City's ban" not in text
    assert "objected" in text
    assert "This is set aside" in "".join(journey.draft.everything_written())


def test_a_withheld_name_is_nowhere(journeys):
    journey = journeys["name-left-out"]
    for part in parts(journey.word).values():
        assert "Maple" not in part
        assert "Rosa" not in part
    assert "Maple" not in journey.plain.decode()
    assert journey.file_name == "testimony"


def test_contact_is_never_in_the_document(journeys):
    for part in (*parts(journeys["written-only"].word).values(), journeys["written-only"].plain.decode()):
        assert "amina@" not in part
        assert "555-0142" not in part
        assert "1 Example Way" not in part


def test_an_edit_survives_a_changed_answer_and_the_new_suggestion_stands_beside_it(journeys):
    opening = journeys["edits-kept"].testimony.section("opening")
    assert opening.text.startswith("Good evening, Council Members.")
    assert "eleven years" in opening.text
    assert "twelve years" in opening.suggestion
    assert opening.is_edited
    assert opening.offers_suggestion
    thanks = journeys["edits-kept"].testimony.section("thanks")
    assert (thanks.is_edited, thanks.offers_suggestion, thanks.spoken) == (True, False, False)


def test_a_story_is_ones_own(journeys):
    assert own_share(journeys["blank-to-an-unlisted-body"].testimony.sections) > 0.6


def test_a_translation_is_named_and_the_original_stands_first(journeys):
    text = journeys["somali-with-a-translation"].plain.decode()
    assert text.index("Translated from Somali by A. Ali, a friend.") < text.index("Waxaan") < text.index("I work on")
