"""The shipped typefaces, their table of characters, and their licenses."""

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from make_fonts import MOST_BYTES, characters, code_points
from testimony_app.documents.characters import Typefaces
from testimony_app.documents.pdf import as_json

FONTS = Path(__file__).parent.parent.parent / "resources" / "fonts"


def test_the_table_says_which_characters_the_fonts_have():
    assert json.loads((FONTS / "characters.json").read_bytes()) == characters(FONTS)


def test_each_font_is_small_and_its_license_lies_beside_it():
    files = list(FONTS.rglob("*.ttf"))
    assert len(files) == 17
    assert all(path.stat().st_size <= MOST_BYTES for path in files)
    assert "SIL OPEN FONT LICENSE" in (FONTS / "noto" / "LICENSE.txt").read_text(encoding="utf-8")


def test_a_range_holds_both_of_its_ends():
    assert code_points("0041-0043 005a") == {0x41, 0x42, 0x43, 0x5A}


def test_a_character_that_is_missing_is_named_once_wherever_it_stands():
    faces = Typefaces(FONTS)
    text = "words \n" * 20_000 + "\U0001f44d" + "words" * 20_000 + "\U0001f426\U0001f44d"
    assert faces.missing(text) == ("\U0001f44d", "\U0001f426")
    assert faces.missing("words \t\n" * 20_000) == ()
    assert not faces.one_has_all("words " * 20_000 + "\u1200")
    assert faces.one_has_all("words " * 20_000)


WORDS = st.text(max_size=8)
VALUES = st.none() | st.integers() | WORDS | st.dictionaries(WORDS, WORDS, max_size=2)


@given(st.dictionaries(WORDS, VALUES | st.lists(VALUES, max_size=3), max_size=4))
def test_data_written_in_pieces_is_the_same_json(data):
    assert as_json(data) == json.dumps(data, ensure_ascii=False)
