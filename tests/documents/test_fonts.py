"""The shipped typefaces, their table of characters, and their licenses."""

import json
from pathlib import Path

from make_fonts import MOST_BYTES, characters, code_points

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
