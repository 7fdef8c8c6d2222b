import pytest

from testimony_app.domain.checks.finding import Fix
from testimony_app.domain.checks.own_words import find_mostly_suggested
from tests.domain.checks.reviews import OPEN, cited, ours, review, section


def found(*sections):
    return list(find_mostly_suggested(review(*sections)))


@pytest.mark.parametrize(
    ("passages", "is_found"),
    [
        (["one two"], False),
        (["one two", ours(" three four")], False),
        (["one two", ours(" three four five")], True),
        ([ours("one two")], True),
        ([cited(OPEN)], True),
        (["I saw the vote myself.", cited(OPEN)], True),
        (["I saw the vote myself today. ", cited(OPEN)], False),
        ([], False),
        ([" \n"], False),
        ([ours("...")], True),
    ],
)
def test_less_than_half_of_ones_own_words_is_worth_a_look(passages, is_found):
    findings = found(section(*passages))
    assert [(finding.code, finding.section, finding.fixes) for finding in findings] == [
        ("mostly_suggested", "", (Fix.ASK,))
    ] * is_found


def test_words_count_over_all_sections():
    assert found(section(ours("one two three")), section("one two three")) == []
    assert found(section(ours("one two three four")), section("one two three"))
