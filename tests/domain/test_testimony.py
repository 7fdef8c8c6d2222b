from dataclasses import replace

import pytest

from testimony_app.domain.compose import compose
from testimony_app.domain.testimony import Origin, Passage, Section, SectionKind
from tests.domain.material import BLANK, CAMPAIGN, NOTHING


def section(section_id, *texts):
    passages = tuple(Passage(text, Origin.OWN) for text in texts)
    return Section(section_id, SectionKind.OWN_POINT, "", passages, "")


FACTS = (CAMPAIGN.evidence("nist-size"), CAMPAIGN.evidence("nist-women"))
SECTIONS = (section("a", "One ", "two.\n", "Three."), section("b"), section("c", " \n"), section("d", "Four."))
TESTIMONY = replace(compose(BLANK, NOTHING), sections=SECTIONS, citations=FACTS)


def test_the_text_is_the_sections_with_an_empty_line_between_and_none_for_empty_ones():
    assert TESTIMONY.text == "One two.\nThree.\n\nFour."


def test_sections_are_found_by_their_ids():
    assert TESTIMONY.section("d").text == "Four."
    assert TESTIMONY.section("e") is None


def test_notes_are_counted_from_one_and_only_cited_facts_have_one():
    assert [TESTIMONY.note(fact.id) for fact in FACTS] == [1, 2]
    with pytest.raises(ValueError, match="chief-objection"):
        TESTIMONY.note("chief-objection")
