import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimony_app.domain.checks.finding import Finding, Fix, Severity, apply_fix, whole
from tests.domain.checks.reviews import marked, review, section


def fixed(text, fix):
    plain, words = marked(text)
    start = text.index("«")
    return apply_fix(plain, Finding("any", Severity.MUST_FIX, "own-1", start, start + len(words)), fix)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("«612-555-0142»", ""),
        ("«612-555-0142» is mine.", "is mine."),
        ("Call «612-555-0142»", "Call"),
        ("Call «612-555-0142» now.", "Call now."),
        ("Call «612-555-0142».", "Call."),
        ("Call «612-555-0142», please.", "Call, please."),
        ("Who is «612-555-0142»?", "Who is?"),
        ("one\n«612-555-0142» two", "one\ntwo"),
        ("one «612-555-0142»\ntwo", "one\ntwo"),
        ("one\n«612-555-0142»\ntwo", "one\n\ntwo"),
        ("(«612-555-0142»)", "()"),
        ("(call «612-555-0142»)", "(call)"),
        ("x«612-555-0142»y", "xy"),
        ("x «»y", "x y"),
        ("«» x", "x"),
    ],
)
def test_deleting_leaves_no_space_too_many(text, left):
    assert fixed(text, Fix.DELETE) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("«612-555-0142»", "XXX-XXX-XXXX"),
        ("Call «(612) 555-0142» now", "Call (XXX) XXX-XXXX now"),
        ("«rosa@example.org»!", "XXXX@XXXXXXX.XXX!"),
        ("I am «Rosa Maple»", "I am XXXX XXXXX"),
        ("«Ángel»", "XXXXX"),
        ("«A\u0301ngel»", "XXXXX"),
        ("«किरण»", "XXX"),
        ("«محمد» ٣", "XXXX ٣"),
        ("«»a", "a"),
    ],
)
def test_covering_shows_each_letter_and_digit_as_an_x(text, left):
    assert fixed(text, Fix.MASK) == left


def test_asking_changes_nothing():
    assert fixed("Call «612-555-0142» now", Fix.ASK) == "Call 612-555-0142 now"


WORDS = st.lists(st.sampled_from(["one", "two.", "«", "—", "é", "٣", "مرحبا", "a,b", "!", "(c)"]), max_size=8)
SPACED = st.lists(WORDS.map(" ".join), max_size=3).map("\n".join)


@given(SPACED, st.data())
def test_fixes_take_away_only_what_is_meant_and_leave_no_double_space(text, data):
    breaks = sorted({0, len(text)} | {place for place, char in enumerate(text) if char in " \n"})
    start, end = sorted((data.draw(st.sampled_from(breaks)), data.draw(st.sampled_from(breaks))))
    start += text[start : start + 1].isspace() and start < end
    finding = Finding("any", Severity.WORTH_A_LOOK, "own-1", start, end)
    deleted = apply_fix(text, finding, Fix.DELETE)
    assert "  " not in deleted
    assert "".join(deleted.split()) == "".join((text[:start] + text[end:]).split())
    assert all(line == line.strip(" ") for line in deleted.split("\n"))
    masked = apply_fix(text, finding, Fix.MASK)
    assert masked.startswith(text[:start])
    assert masked.endswith(text[end:])
    assert len(masked) == len(text)
    assert not any(char.isalnum() and char != "X" for char in masked[start:end])
    assert apply_fix(text, finding, Fix.ASK) == text


def test_a_finding_about_a_whole_section_reaches_over_its_text():
    finding = whole("any", section("Words.", name="ask"), (Fix.ASK,), count=3)
    assert finding == Finding("any", Severity.WORTH_A_LOOK, "ask", 0, 6, (Fix.ASK,), parameters={"count": 3})


def test_a_review_knows_what_stands_beside_the_sections():
    made = review(
        section("Words.", heading="A heading"),
        section("More."),
        record=["The ban"],
        translation_note="A note",
        translation_text="A translation",
    )
    assert made.texts_beside == ("The ban", "A heading", "A note", "A translation")
    assert review("Words.").texts_beside == ()
