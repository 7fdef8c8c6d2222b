from dataclasses import replace

import pytest

from testimony_app.domain.checks.finding import Fix, apply_fix
from testimony_app.domain.checks.unfinished import find_empty_sections, find_unfinished_starters
from testimony_app.domain.compose import Material
from testimony_app.domain.draft import ChosenPoint
from testimony_app.domain.testimony import SectionKind
from tests.domain.checks.reviews import (
    CAMPAIGN,
    DRAFT,
    ENGLISH,
    OPEN,
    cited,
    composed,
    marked,
    ours,
    review,
    section,
)

FULL = Material(ENGLISH, None, CAMPAIGN)


def empty(*sections):
    return [(finding.code, finding.section, finding.end) for finding in find_empty_sections(review(*sections))]


def unfinished(text, material=FULL):
    return list(find_unfinished_starters(review(text, material=material)))


@pytest.mark.parametrize("kind", [SectionKind.POINT, SectionKind.OWN_POINT])
@pytest.mark.parametrize(
    ("passages", "found"),
    [
        ([], [("empty_section", "a", 0)]),
        ([" \n\t"], [("empty_section", "a", 0)]),
        ([cited(OPEN)], [("no_story", "a", len(OPEN.sentence))]),
        ([cited(OPEN), "\n "], [("no_story", "a", len(OPEN.sentence) + 2)]),
        ([cited(OPEN), "\nI saw it."], []),
        ([ours("We wrote this.")], [("no_story", "a", 14)]),
        (["I saw it."], []),
    ],
)
def test_a_point_needs_words_and_a_story(kind, passages, found):
    assert empty(section(*passages, name="a", kind=kind)) == found


@pytest.mark.parametrize("kind", [SectionKind.OPENING, SectionKind.ASK, SectionKind.THANKS])
def test_other_sections_may_be_empty(kind):
    assert empty(section(kind=kind), section(ours("Hello."), kind=kind)) == []


def test_what_is_empty_can_only_be_changed_by_the_person():
    findings = list(find_empty_sections(review(section(), section(cited(OPEN)))))
    assert [finding.fixes for finding in findings] == [(Fix.ASK,), (Fix.ASK,)]


def test_a_point_taken_from_the_campaign_and_left_is_found():
    draft = replace(DRAFT, campaign="my-town", points=(ChosenPoint("privacy"), ChosenPoint("others", "I saw it.")))
    (finding,) = find_empty_sections(composed(draft, FULL))
    assert (finding.code, finding.section) == ("empty_section", "privacy")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("«I care because ...»", ""),
        ("«I care because»", ""),
        ("«I care because…»", ""),
        ("«I care because . . .» ", ""),
        ("I came. «I care because ...»\nThen I left.", "I came.\nThen I left."),
        ("I came.\n«When I saw it …»", "I came.\n"),
        ("«I care because ...»\n\nI care because I live here.", "\n\nI care because I live here."),
    ],
)
def test_a_starter_that_nothing_follows_can_be_taken_out(text, left):
    plain, words = marked(text)
    (finding,) = unfinished(plain)
    assert (finding.code, plain[finding.start : finding.end]) == ("unfinished_starter", words)
    assert finding.fixes == (Fix.DELETE, Fix.ASK)
    assert apply_fix(plain, finding, Fix.DELETE) == left


@pytest.mark.parametrize(
    "text",
    [
        "",
        "I care because I live here.",
        "I care because ... I live here.",
        "I care because: I live here.",
        "When I saw it, I left.",
        "...",
    ],
)
def test_a_starter_that_goes_on_is_finished(text):
    assert unfinished(text) == []


def test_every_unfinished_starter_is_found():
    findings = unfinished("I care ...\nWhen I saw it ...\nI care ...")
    assert [(finding.start, finding.end) for finding in findings] == [(0, 10), (29, 39), (11, 28)]


def test_a_blank_page_has_no_starters():
    assert unfinished("I care because ...", Material(ENGLISH)) == []
