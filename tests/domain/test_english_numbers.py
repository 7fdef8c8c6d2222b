import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimony_app.domain.english_numbers import by_pairs, cardinal, digit_by_digit, ordinal, plain_number, plural


@pytest.mark.parametrize(
    ("digits", "expected"),
    [
        ("0", "zero"),
        ("5", "five"),
        ("13", "thirteen"),
        ("20", "twenty"),
        ("21", "twenty one"),
        ("100", "one hundred"),
        ("101", "one hundred one"),
        ("115", "one hundred fifteen"),
        ("999", "nine hundred ninety nine"),
        ("1000", "one thousand"),
        ("4900", "four thousand nine hundred"),
        ("1000001", "one million one"),
        ("3000000000", "three billion"),
        ("200000000000000", "two hundred trillion"),
        ("0012", "twelve"),
        ("1000000000000000", "one " + " ".join(["zero"] * 15)),
    ],
)
def test_cardinal(digits, expected):
    assert cardinal(digits) == expected


@pytest.mark.parametrize(
    ("digits", "expected"),
    [
        ("1", "first"),
        ("2", "second"),
        ("3", "third"),
        ("4", "fourth"),
        ("5", "fifth"),
        ("8", "eighth"),
        ("9", "ninth"),
        ("12", "twelfth"),
        ("20", "twentieth"),
        ("31", "thirty first"),
        ("100", "one hundredth"),
        ("1000", "one thousandth"),
    ],
)
def test_ordinal(digits, expected):
    assert ordinal(digits) == expected


@pytest.mark.parametrize(
    ("digits", "expected"),
    [
        ("2021", "twenty twenty one"),
        ("2010", "twenty ten"),
        ("2008", "two thousand eight"),
        ("2000", "two thousand"),
        ("1984", "nineteen eighty four"),
        ("1905", "nineteen oh five"),
        ("1900", "nineteen hundred"),
        ("1066", "ten sixty six"),
        ("3146", "thirty one forty six"),
        ("5000", "five thousand"),
    ],
)
def test_four_digits(digits, expected):
    assert by_pairs(digits) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("nineteen ninety", "nineteen nineties"),
        ("nineteen hundred", "nineteen hundreds"),
        ("six", "sixes"),
        ("dollar", "dollars"),
    ],
)
def test_plural(number, expected):
    assert plural(number) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2021", "twenty twenty one"),
        ("2,021", "two thousand twenty one"),
        ("99.85", "ninety nine point eight five"),
        ("0.8", "zero point eight"),
        (".5", "point five"),
        ("1,000.25", "one thousand point two five"),
        ("1.2.3", "one point two point three"),
        ("007", "zero zero seven"),
        ("0", "zero"),
        ("311", "three one one"),
        ("911", "nine one one"),
        ("988", "nine eight eight"),
        ("111", "one hundred eleven"),
    ],
)
def test_plain_number(written, expected):
    assert plain_number(written) == expected


def test_digit_by_digit_says_only_digits():
    assert digit_by_digit("(612) 673-3000") == "six one two six seven three three zero zero zero"


@given(st.text("0123456789", min_size=1, max_size=5000))
def test_every_number_can_be_said(digits):
    for say in (cardinal, ordinal, plain_number):
        words = say(digits)
        assert words.replace(" ", "").isalpha()
        assert words == " ".join(words.split())
