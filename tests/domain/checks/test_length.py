import pytest

from testimony_app.domain.body import unlisted_body
from testimony_app.domain.checks.finding import Severity
from testimony_app.domain.checks.length import find_too_long
from testimony_app.domain.compose import Material
from testimony_app.domain.draft import Delivery, Draft
from tests.domain.checks.reviews import ENGLISH, body, review, section

ALOUD, WORDS, CHARACTERS = "too_long_aloud", "too_many_words", "too_many_characters"
COUNCIL = body(seconds=60, words=100, characters=500)


def words(count):
    """So many words of five letters and a space: at 130 words a minute, 60 seconds are 130 words."""
    return " ".join(["heron"] * count)


def found(text_or_section, delivery=None, council=COUNCIL):
    draft = Draft("", "en", delivery=delivery)
    return list(find_too_long(review(text_or_section, draft=draft, material=Material(ENGLISH, council))))


@pytest.mark.parametrize(
    ("delivery", "codes"),
    [
        (Delivery.ALOUD, [ALOUD]),
        (Delivery.WRITTEN, [WORDS, CHARACTERS]),
        (Delivery.BOTH, [ALOUD, WORDS, CHARACTERS]),
        (Delivery.UNSURE, [ALOUD, WORDS, CHARACTERS]),
        (None, [ALOUD, WORDS, CHARACTERS]),
    ],
)
def test_limits_follow_how_it_will_be_heard(delivery, codes):
    findings = found(words(200), delivery)
    assert [finding.code for finding in findings] == codes
    assert {finding.severity for finding in findings} == {Severity.WORTH_A_LOOK}
    assert {(finding.section, finding.start, finding.end, finding.fixes) for finding in findings} == {("", 0, 0, ())}


@pytest.mark.parametrize(("count", "is_over"), [(130, False), (132, False), (133, True)])
def test_a_second_more_is_no_more_than_the_estimate_can_tell(count, is_over):
    assert bool(found(words(count), Delivery.ALOUD)) is is_over


def test_how_much_it_is_over():
    aloud, many, long = found(words(195))
    assert aloud.parameters == {"over_seconds": 30, "limit_seconds": 60}
    assert many.parameters == {"over": 95, "limit": 100}
    assert long.parameters == {"over": 195 * 6 - 1 - 500, "limit": 500}


@pytest.mark.parametrize("count", [100, 101])
def test_the_limit_itself_is_not_over(count):
    findings = found(words(count), Delivery.WRITTEN, body(words=100, characters=100 * 6 - 1))
    assert len(findings) == (0 if count == 100 else 2)


def test_what_is_not_said_aloud_takes_no_time():
    silent = section(words(500), spoken=False)
    assert found(silent, Delivery.ALOUD) == []
    assert [finding.code for finding in found(silent, Delivery.BOTH)] == [WORDS, CHARACTERS]


@pytest.mark.parametrize("council", [None, unlisted_body("My board"), body()])
@pytest.mark.parametrize("delivery", Delivery)
def test_an_unknown_limit_is_never_crossed(council, delivery):
    assert found(words(9000), delivery, council) == []


def test_characters_count_across_sections_as_they_are_printed():
    draft = Draft("", "en", delivery=Delivery.WRITTEN)
    material = Material(ENGLISH, body(characters=9))
    (finding,) = find_too_long(review("aaaa", "bbbb", draft=draft, material=material))
    assert finding.parameters == {"over": 1, "limit": 9}
