from dataclasses import replace

import pytest
from msgspec import structs

from testimony_app.domain.checks.finding import Fix
from testimony_app.domain.checks.request import find_answered_request, find_no_request
from testimony_app.domain.compose import Material
from testimony_app.domain.draft import Draft, OwnAsk, SectionEdit
from testimony_app.domain.section_ids import ASK
from tests.domain.checks.reviews import CAMPAIGN, DRAFT, ENGLISH, composed, review, section

BLANK, FULL = Material(ENGLISH), Material(ENGLISH, None, CAMPAIGN)
WITHOUT_ASKS = Material(ENGLISH, None, structs.replace(CAMPAIGN, asks=()))
OWN = replace(DRAFT, ask=OwnAsk("Please plant trees."))
LETTERS = Draft(DRAFT.id, "en", campaign="my-town", ask="pass")


def edited(text):
    return replace(LETTERS, edits={ASK: SectionEdit(text, "Please pass the ban.")})


@pytest.mark.parametrize(
    ("draft", "material", "is_found"),
    [
        (DRAFT, BLANK, True),
        (DRAFT, FULL, False),
        (DRAFT, WITHOUT_ASKS, True),
        (OWN, BLANK, False),
        (OWN, FULL, False),
        (replace(DRAFT, ask=OwnAsk(" \n")), BLANK, True),
        (replace(DRAFT, differs=True), FULL, True),
        (replace(OWN, differs=True), FULL, False),
        (replace(DRAFT, edits={ASK: SectionEdit("Plant trees.", "")}), BLANK, False),
        (edited(" "), FULL, True),
    ],
)
def test_a_testimony_that_asks_for_nothing_is_worth_a_look(draft, material, is_found):
    findings = list(find_no_request(composed(draft, material)))
    assert [(finding.code, finding.section, finding.fixes) for finding in findings] == [
        ("no_request", "ask", (Fix.ASK,))
    ] * is_found


def test_a_testimony_without_an_ask_section_asks_for_nothing():
    (finding,) = find_no_request(review("Words."))
    assert (finding.start, finding.end) == (0, 0)


@pytest.mark.parametrize(
    ("draft", "is_found"),
    [
        (LETTERS, True),
        (edited("Please pass the ban soon."), True),
        (edited("Plant trees."), False),
        (edited(""), False),
        (replace(LETTERS, ask="keep"), False),
        (replace(LETTERS, ask=None), False),
        (replace(LETTERS, ask="gone"), False),
        (replace(LETTERS, ask=OwnAsk("Please pass the ban.")), False),
        (replace(LETTERS, differs=True), False),
    ],
)
def test_the_letters_own_request_has_been_answered(draft, is_found):
    made = composed(draft, FULL)
    findings = list(find_answered_request(made))
    assert [finding.code for finding in findings] == ["request_already_answered"] * is_found
    for finding in findings:
        assert finding.parameters == {"answered": "It did."}
        assert (finding.section, finding.start, finding.end) == (ASK, 0, len(made.testimony.section(ASK).text))
        assert finding.fixes == ()


def test_an_answered_request_needs_its_section():
    assert list(find_answered_request(review(section("Words."), draft=LETTERS, material=FULL))) == []
