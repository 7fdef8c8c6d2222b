import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimony_app.domain.errors import PersonError
from testimony_app.domain.text import clean, one_line, paragraphs

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]))
MUCH_NOISE = st.text("ab é\u0301\t\n\r\u0085\u2028\u2029\x00\x0b\x1f\x7f\x9f\ufdd0\uffff\U0001ffff\U0010fffe😀")
NONCHARACTERS = [*range(0xFDD0, 0xFDF0), *(plane << 16 | last for plane in range(17) for last in (0xFFFE, 0xFFFF))]

KEPT = [
    "",
    "Hello, Council Members.\n\tI live in Ward 6.",
    "\u00e9 and e\u0301 stay as they are",
    "Waan ku noolahay Minneapolis.",
    "\U00016b0c\U00016b20\U00016b33",  # Pahawh Hmong
    "می‌خواهم",  # ZWNJ
    "👩‍👧‍👦",  # ZWJ
    "\u200fمرحبا\u200e \u2067abc\u2069",
    "a\u0300\u0316\u0323\u0334\u0489",
    "zero\u200bwidth\u2060and\ufeffmore",
    "no\u00a0break\u202fspaces\u3000",
    "{{7*7}} </w:t> =cmd",
    "\U0001fffd\U00020000\U000e0100\U0010fffd",
    "\ufdcf\ufdf0\ufffd",
]


@pytest.mark.parametrize("text", KEPT)
def test_what_people_write_stays(text):
    assert clean(text) == (text, "")


@pytest.mark.parametrize(
    ("text", "kept", "removed"),
    [
        ("one\r\ntwo\rthree\ntwo\n\rone", "one\ntwo\nthree\ntwo\n\none", ""),
        ("one\u2028two\u2029three\u0085four", "one\ntwo\nthree\nfour", ""),
        ("a\x00b\x0bc\x0cd\x1be", "abcde", "\x00\x0b\x0c\x1b"),
        ("a\x7fb\x80c\x9fd", "abcd", "\x7f\x80\x9f"),
        ("a\ufdd0b\uffffc\U0001fffed\U0010ffffe", "abcde", "\ufdd0\uffff\U0001fffe\U0010ffff"),
        ("\x00\x00", "", "\x00\x00"),
        ("\r\x00\n", "\n\n", "\x00"),
    ],
)
def test_what_cannot_be_kept_is_changed_and_told(text, kept, removed):
    assert clean(text) == (kept, removed)


def test_every_control_character_but_tab_and_line_breaks_goes():
    controls = [chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) == "Cc"]
    text, removed = clean("".join(sign for sign in controls if sign not in "\r\u0085"))
    assert text == "\t\n"
    assert len(removed) == len(controls) - 4


def test_every_noncharacter_goes():
    signs = "".join(map(chr, NONCHARACTERS))
    assert len(signs) == 66
    assert clean(f"a{signs}b") == ("ab", signs)


@pytest.mark.parametrize(("text", "position"), [("\ud800", 0), ("ab\udc00c", 2), ("😀\udfff\ud800", 1)])
def test_a_lone_surrogate_is_refused_with_its_place(text, position):
    with pytest.raises(PersonError) as error:
        clean(text)
    assert error.value.code == "text_invalid_unicode"
    assert error.value.parameters == {"position": position}


@given(ANY_TEXT | MUCH_NOISE)
def test_cleaning_twice_changes_nothing_more(text):
    once = clean(text)
    assert clean(once.text) == (once.text, "")


@given(ANY_TEXT | MUCH_NOISE)
def test_every_character_is_kept_removed_or_part_of_a_line_break(text):
    kept, removed = clean(text)
    breaks = "\r\n\u0085\u2028\u2029"
    assert "".join(sign for sign in text if sign not in breaks + removed) == kept.replace("\n", "")
    assert "".join(sign for sign in text if sign in removed) == removed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("\n\n", []),
        ("one", ["one"]),
        ("one\ntwo", ["one", "two"]),
        ("\n\none\n\n\ntwo\n", ["one", "two"]),
        (" one \n\ttwo", [" one ", "\ttwo"]),
        ("one\u00a0two", ["one\u00a0two"]),
    ],
)
def test_paragraphs(text, expected):
    assert paragraphs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        (" \n\t ", ""),
        ("Rosa Maple", "Rosa Maple"),
        ("  Rosa\n\tMaple \n", "Rosa Maple"),
        ("Rosa\u00a0 Maple\u00a0", "Rosa\u00a0 Maple"),
        ("\u3000Rosa\u3000Maple", "Rosa\u3000Maple"),
        ("\u200fמיה\u200f", "\u200fמיה\u200f"),
    ],
)
def test_one_line(text, expected):
    assert one_line(text) == expected


@given(ANY_TEXT | MUCH_NOISE)
def test_one_line_is_one_line_and_stays_so(text):
    line = one_line(clean(text).text)
    assert not set(line) & set("\n\t\r\u0085\u2028\u2029")
    assert one_line(line) == line
