"""All checks together: whatever is written, each finding has a place, words, and fixes that can be done."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimony_app.domain.checks.finding import Fix, Severity, apply_fix
from testimony_app.domain.checks.review import run_checks
from testimony_app.domain.compose import Material
from testimony_app.domain.draft import ChosenPoint, Delivery, Matter, OwnAsk, Person, SectionEdit, Translation
from testimony_app.words.findings import duration, finding_patterns, finding_words, fix_word, severity_word
from testimony_app.words.translate import english
from tests.domain.checks.reviews import CAMPAIGN, DRAFT, ENGLISH, body, composed

COUNCIL = body(seconds=10, words=20, characters=100, full_name=True)
FULL = Material(ENGLISH, COUNCIL, CAMPAIGN)
BLANK = Material(ENGLISH)

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
PIECES = """I care because ... … I was arrested my son Rosa Maple 612-555-0142 000-12-3456 4111 1111 rosa@example.org
3120 Lake Street In 2020 A012345678 GB29 NWBK 6016 1331 9268 19 passport number is «é» ٣ مرحبا 字 ß İ \u0301 \u202e 👩‍👧
my our mi {near} {name} ICE undocumented The Council voted 13 to 0. Tests found more mistakes. , . ( ) ' - –"""
LIKELY = st.lists(st.sampled_from([*PIECES.split(), "\n", "\t", "\u00a0"]), max_size=40).map(" ".join)
TEXT = ANY_TEXT | LIKELY
POINT_IDS = ("privacy", "others", "own-1")


@st.composite
def drafts(draw):
    """A draft in which anything may stand anywhere."""
    chosen = draw(st.lists(st.sampled_from(POINT_IDS), unique=True))
    evidence = st.lists(st.sampled_from(["open", "careful", "said", "gone"]), unique=True, max_size=2).map(tuple)
    edited = draw(st.lists(st.sampled_from(["opening", "ask", "thanks", *POINT_IDS]), unique=True, max_size=2))
    return replace(
        DRAFT,
        campaign="my-town",
        differs=draw(st.booleans()),
        person=Person(*(draw(TEXT) for _ in range(4))),
        withhold_name=draw(st.booleans()),
        matter=Matter(title=draw(TEXT)),
        delivery=draw(st.sampled_from([None, *Delivery])),
        ask=draw(st.sampled_from([None, "pass", "gone"]) | TEXT.map(OwnAsk)),
        points=tuple(ChosenPoint(each, draw(TEXT), draw(evidence), draw(TEXT)) for each in chosen),
        edits={each: SectionEdit(draw(TEXT), draw(TEXT)) for each in edited},
        translation=draw(st.none() | TEXT.map(lambda text: Translation("so", text, text))),
    )


def text_of(made, finding):
    section = made.testimony.section(finding.section)
    return section.text if section else ""


@given(drafts(), st.sampled_from([FULL, BLANK]))
def test_whatever_is_written_every_finding_has_a_place_and_words(draft, material):
    made = composed(draft, material)
    for finding in run_checks(made):
        text = text_of(made, finding)
        assert finding.section in {"", *(section.id for section in made.testimony.sections)}
        assert 0 <= finding.start <= finding.end <= len(text)
        assert finding.code in finding_patterns(english)
        words = finding_words(finding, english)
        assert words.title.strip()
        assert words.detail.strip()
        if Fix.DELETE in finding.fixes or Fix.MASK in finding.fixes:
            assert finding.start < finding.end
            masked = apply_fix(text, finding, Fix.MASK)
            covered = masked[finding.start : len(masked) - len(text) + finding.end]
            assert not any(char.isalnum() and char != "X" for char in covered)


EVERYTHING = replace(
    DRAFT,
    campaign="my-town",
    delivery=Delivery.BOTH,
    ask="pass",
    points=(
        ChosenPoint("privacy", "I was arrested. I care because ...", ("careful", "gone")),
        ChosenPoint("others", "000-12-3456, 4111 1111 1111 1111, 612-555-0142, rosa@example.org, 3120 Lake Street"),
        ChosenPoint("own-1"),
    ),
)
DRAFTS = {
    "everything": (EVERYTHING, FULL),
    "no story": (replace(DRAFT, campaign="my-town", points=(ChosenPoint("privacy", "", ("open",)),)), FULL),
    "withheld": (replace(DRAFT, person=Person("Rosa"), withhold_name=True, ask=OwnAsk("I am Rosa.")), BLANK),
    "blank": (DRAFT, BLANK),
}


def findings_of(name):
    return run_checks(composed(*DRAFTS[name]))


def test_what_must_be_fixed_stands_first():
    severities = [finding.severity for finding in findings_of("everything")]
    assert severities.count(Severity.MUST_FIX) == 2
    assert severities[:2] == [Severity.MUST_FIX, Severity.MUST_FIX]


def test_there_is_a_draft_here_for_every_code():
    codes = {finding.code for name in DRAFTS for finding in findings_of(name)}
    assert codes == set(finding_patterns(english))


@pytest.mark.parametrize("name", DRAFTS)
def test_every_finding_is_told_without_a_hole(name):
    for finding in findings_of(name):
        words = finding_words(finding, english)
        assert "{" not in words.title + words.detail, finding.code
        assert severity_word(finding.severity, english) in {"Must fix", "Worth a look"}


def test_only_deleting_covering_and_asking_are_offered():
    fixes = {fix for name in DRAFTS for finding in findings_of(name) for fix in finding.fixes}
    assert fixes == set(Fix)
    assert {fix_word(fix, english) for fix in fixes} == {"Delete it", "Cover it", "Change it myself"}


def test_a_sound_testimony_has_no_findings():
    draft = replace(
        DRAFT,
        person=Person(name="Rosa Maple"),
        points=(
            ChosenPoint("own-1", "A heron stood by the bridge on Lake Street in 2020, and people stopped to look."),
        ),
        ask=OwnAsk("Please plant more trees along the river."),
    )
    assert run_checks(composed(draft, Material(ENGLISH, body(seconds=120, full_name=True)))) == ()


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (1, "one second"),
        (2, "2 seconds"),
        (60, "one minute"),
        (90, "90 seconds"),
        (120, "two minutes"),
        (180, "three minutes"),
        (240, "4 minutes"),
    ],
)
def test_times_are_told_as_they_are_spoken_of(seconds, words):
    assert duration(seconds, english) == words


@pytest.mark.parametrize("topic", ["immigration", "arrest", "health", "child", "something-newer"])
def test_every_topic_has_words(topic):
    (finding,) = [each for each in findings_of("everything") if each.code == "safer_left_out"]
    about = finding_words(replace(finding, parameters={"topic": topic, "words": "x"}), english)
    assert about.title == "“x” may be safer left out"
    assert about.detail.startswith("It may be about ")
