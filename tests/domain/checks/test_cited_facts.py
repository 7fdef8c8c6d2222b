from dataclasses import replace

import pytest

from testimony_app.domain.checks.cited_facts import find_cautions, find_missing_evidence
from testimony_app.domain.checks.finding import Severity
from testimony_app.domain.compose import Material
from testimony_app.domain.draft import ChosenPoint, SectionEdit
from tests.domain.checks.reviews import CAMPAIGN, CAREFUL, DRAFT, ENGLISH, OPEN, SAID, cited, composed, review, section

FULL = Material(ENGLISH, None, CAMPAIGN)
TOWN = replace(DRAFT, campaign="my-town")


def with_points(*points, **changes):
    return composed(replace(TOWN, points=points, **changes), FULL)


def cautions(made):
    findings = list(find_cautions(made))
    return [
        (finding.section, made.testimony.section(finding.section).text[finding.start : finding.end])
        for finding in findings
    ]


def test_a_fact_with_a_caution_is_shown_where_it_stands():
    made = with_points(ChosenPoint("privacy", "I saw it.", ("open", "careful")))
    (finding,) = find_cautions(made)
    assert finding.parameters == {"caution": CAREFUL.caution, "evidence": "careful"}
    assert (finding.code, finding.severity, finding.fixes) == ("caution_applies", Severity.WORTH_A_LOOK, ())
    assert cautions(made) == [("privacy", CAREFUL.sentence)]


def test_what_others_said_has_its_caution_too_even_in_an_own_point():
    made = with_points(ChosenPoint("own-1", "I saw it.", ("said", "careful")), differs=True)
    assert cautions(made) == [("own-1", SAID.sentence), ("own-1", CAREFUL.sentence)]


def test_a_fact_cited_in_two_points_is_shown_in_both():
    made = with_points(ChosenPoint("privacy", "", ("careful",)), ChosenPoint("others", "", ("careful",)))
    assert cautions(made) == [("privacy", CAREFUL.sentence), ("others", CAREFUL.sentence)]


@pytest.mark.parametrize("place", ["privacy", "thanks"])
def test_a_caution_that_the_text_gives_already_is_not_shown(place):
    edit = {"thanks": SectionEdit(CAREFUL.caution, "")} if place == "thanks" else {}
    story = CAREFUL.caution if place == "privacy" else "I saw it."
    assert cautions(with_points(ChosenPoint("privacy", story, ("careful",)), edits=edit)) == []


def test_a_fact_without_a_caution_is_left_alone():
    assert cautions(with_points(ChosenPoint("privacy", "I saw it.", ("open",)))) == []


def test_a_fact_edited_out_of_the_text_has_no_caution():
    suggestion = CAREFUL.sentence + "\nI saw it."
    edit = {"privacy": SectionEdit("Nothing of this is left.", suggestion)}
    assert cautions(with_points(ChosenPoint("privacy", "I saw it.", ("careful",)), edits=edit)) == []


def test_a_fact_in_pieces_is_shown_from_its_first_word_to_its_last():
    made = review(
        section(
            "So: ", cited(CAREFUL, "Tests "), "truly ", cited(CAREFUL, "found more. "), "Yes", cited(CAREFUL, " \n")
        ),
        section("Nothing here.", name="b"),
        citations=(CAREFUL,),
    )
    assert cautions(made) == [("own-1", "Tests truly found more.")]


@pytest.mark.parametrize(
    ("points", "missing"),
    [
        ((ChosenPoint("privacy", "", ("open", "gone")),), [("privacy", "gone")]),
        ((ChosenPoint("privacy", "", ("open", "said")),), []),
        ((ChosenPoint("own-1", "", ("gone", "lost")),), [("own-1", "gone"), ("own-1", "lost")]),
        ((ChosenPoint("privacy"),), []),
        ((), []),
    ],
)
def test_facts_that_the_campaign_no_longer_holds_are_told(points, missing):
    findings = list(find_missing_evidence(with_points(*points)))
    assert [(finding.section, finding.parameters["evidence"]) for finding in findings] == missing
    assert {finding.code for finding in findings} <= {"evidence_missing"}


def test_without_a_campaign_no_fact_is_there():
    draft = replace(DRAFT, points=(ChosenPoint("own-1", "", (OPEN.id,)),))
    (finding,) = find_missing_evidence(composed(draft, Material(ENGLISH)))
    assert finding.parameters == {"evidence": "open"}


def test_a_point_that_stands_aside_is_not_asked_about():
    made = with_points(ChosenPoint("privacy", "", ("gone",)), differs=True)
    assert list(find_missing_evidence(made)) == []
