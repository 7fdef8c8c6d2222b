import pytest

from testimony_app.domain.body import unlisted_body
from testimony_app.domain.checks.finding import Fix, Severity, apply_fix
from testimony_app.domain.checks.names import find_name_questions
from testimony_app.domain.compose import Material
from testimony_app.domain.draft import Draft, Person
from tests.domain.checks.reviews import ENGLISH, body, review, section

WITHHELD = Draft("", "en", person=Person(name="Rosa Maple"), withhold_name=True)


def found(*sections, draft=WITHHELD, council=None, **more):
    return list(find_name_questions(review(*sections, draft=draft, material=Material(ENGLISH, council), **more)))


@pytest.mark.parametrize("name", ["", " ", "\n\t"])
@pytest.mark.parametrize(
    ("council", "code", "called"),
    [
        (None, "name_missing", ""),
        (unlisted_body("My board"), "name_missing", "My board"),
        (body(), "name_missing", "My Council"),
        (body(full_name=True), "name_missing_and_asked", "My Council"),
    ],
)
def test_a_missing_name_is_asked_for(name, council, code, called):
    (finding,) = found("Words.", draft=Draft("", "en", person=Person(name=name)), council=council)
    assert (finding.code, finding.severity, finding.section) == (code, Severity.WORTH_A_LOOK, "")
    assert (finding.fixes, finding.parameters) == ((Fix.ASK,), {"body": called})


def test_a_body_that_asks_for_no_name_misses_none():
    assert found("Words.", draft=Draft("", "en"), council=body(full_name=False)) == []


@pytest.mark.parametrize("council", [None, body(full_name=True)])
def test_a_name_that_is_given_raises_no_question(council):
    assert found("I am Rosa Maple.", draft=Draft("", "en", person=Person(name="Rosa Maple")), council=council) == []


def test_a_withheld_name_is_said_to_be_left_out():
    (finding,) = found("A heron stood by the bridge.", council=body(full_name=True))
    assert (finding.code, finding.section, finding.fixes) == ("name_withheld", "", ())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I am Rosa Maple, and I work here.", ["Rosa Maple"]),
        ("ROSA MAPLE", ["ROSA MAPLE"]),
        ("They call me Rosa. Rosa!", ["Rosa", "Rosa"]),
        ("Maple Street is my street.", ["Maple"]),
        ("A maple tree, and roses.", []),
        ("Rosalind Maples spoke.", []),
    ],
)
def test_a_withheld_name_in_the_text_can_be_covered_or_taken_out(text, words):
    findings = found(section(text, name="ask"))[1:]
    assert [text[finding.start : finding.end] for finding in findings] == words
    for finding in findings:
        assert (finding.code, finding.section) == ("withheld_name_in_text", "ask")
        assert finding.fixes == (Fix.DELETE, Fix.MASK)
    for fix in (Fix.DELETE, Fix.MASK):
        changed = text
        for finding in reversed(findings):
            changed = apply_fix(changed, finding, fix)
        assert found(changed)[1:] == []
        assert "  " not in changed


@pytest.mark.parametrize(
    "beside",
    [
        {"record": ["Rosa Maple’s street"]},
        {"translation_text": "I am Rosa Maple."},
        {"translation_note": "Translated by Rosa."},
    ],
)
def test_a_withheld_name_beside_the_sections_is_told_once(beside):
    _, finding = found("Words.", **beside)
    assert (finding.code, finding.section, finding.fixes) == ("withheld_name_in_text", "", (Fix.ASK,))


def test_a_withheld_name_in_a_heading_is_told():
    codes = [finding.code for finding in found(section("Words.", heading="What Rosa saw"))]
    assert codes == ["name_withheld", "withheld_name_in_text"]
