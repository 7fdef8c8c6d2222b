"""Codes for a phone, read back by zbar, a reader that is not ours, also at half size and out of focus."""

import subprocess
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageFilter

from testimony_app.documents.phone_codes import LARGEST_LINK, LARGEST_VERSION, MOST_CODES, phone_codes
from testimony_app.domain.errors import PersonError
from tests.needed import programs

SUBJECT = "Public comment, file 2020-00681, Rosa Maple"
PARAGRAPH = "Last winter a store guard was sure I was a different woman, and it took an hour to prove that I was not. "
LETTERS = st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t")
TEXTS = {
    "short": "I say no.",
    "signs": "1 + 1 = 2 & 3 < 4 % of \"all\" #tags? Yes; 'no'.\n\nhttps://example.org/?a=b&c=d\n",
    "Somali": "Waxaan ku noolahay xaafadda Cedar-Riverside. " * 8 + "\n",
    "Hmong": "Kuv nyob hauv Minneapolis tau ntau xyoo lawm. \n" * 8,
    "Amharic": "በከተማችን ውስጥ ሁሉም ሰው ይሰማል። " * 6,
    "Arabic": "أنا أعيش في هذه المدينة منذ سنوات. " * 6,
    "emoji": "👩‍👩‍👧 and 🇸🇴 and é e\u0301",
    "long": "\n\n".join([PARAGRAPH * 2] * 8),
}


@pytest.fixture(scope="session")
def zbar():
    return programs("zbarimg")[0]


def picture(code, pixels=6, quiet=4):
    side = len(code.rows) + 2 * quiet
    image = Image.new("L", (side, side), 255)
    for row, line in enumerate(code.rows, quiet):
        for column, is_dark in enumerate(line, quiet):
            if is_dark:
                image.putpixel((column, row), 0)
    return image.resize((side * pixels, side * pixels), Image.Resampling.NEAREST)


def read(zbar, image, folder):
    path = folder / "code.png"
    image.save(path)
    done = subprocess.run(
        [zbar, "-q", "--raw", "-Sdisable", "-Sqrcode.enable", str(path)], capture_output=True, check=True
    )
    return done.stdout.decode().removesuffix("\n")


def body_of(link):
    return parse_qs(urlsplit(link).query, keep_blank_values=True)["body"][0].replace("\r\n", "\n")


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_an_independent_reader_gets_the_exact_text_back(zbar, tmp_path, text):
    links = [read(zbar, picture(code), tmp_path) for code in phone_codes(text, SUBJECT)]
    assert "".join(body_of(link) for link in links) == text


def test_it_does_so_at_half_size_and_out_of_focus(zbar, tmp_path):
    for code in phone_codes(TEXTS["long"], SUBJECT):
        image = picture(code)
        smaller = image.resize((image.width // 2, image.height // 2), Image.Resampling.BILINEAR)
        assert read(zbar, smaller.filter(ImageFilter.GaussianBlur(1)), tmp_path) == code.link


def test_a_code_opens_a_draft_that_goes_to_nobody():
    for code in phone_codes(TEXTS["long"], SUBJECT):
        parts = urlsplit(code.link)
        assert (parts.scheme, parts.netloc, parts.path) == ("mailto", "", "")
        assert set(parse_qs(parts.query)) == {"subject", "body"}
        assert parse_qs(parts.query)["subject"] == [f"{SUBJECT} {code.number}/{code.of}"]


def test_no_code_is_larger_than_phones_read_well():
    codes = phone_codes(TEXTS["long"], SUBJECT)
    assert [code.number for code in codes] == list(range(1, len(codes) + 1))
    assert max(len(code.rows) for code in codes) <= 17 + 4 * LARGEST_VERSION
    assert max(len(code.link) for code in codes) > LARGEST_LINK * 0.6


def test_it_is_cut_between_paragraphs_where_that_takes_no_more_codes():
    codes = phone_codes("\n\n".join([PARAGRAPH * 2] * 6), SUBJECT)
    assert len(codes) > 1
    assert all(body_of(code.link).endswith("\n\n") for code in codes[:-1])


def test_what_needs_more_than_six_codes_is_refused():
    assert len(phone_codes("a" * LARGEST_LINK * (MOST_CODES - 1), "s")) == MOST_CODES
    with pytest.raises(PersonError) as error:
        phone_codes("a" * LARGEST_LINK * MOST_CODES, "s")
    assert error.value.code == "too_long_for_phone"


def test_a_word_of_a_million_letters_is_refused_too():
    with pytest.raises(PersonError) as error:
        phone_codes("a" * 1_000_000, "s")
    assert error.value.code == "too_long_for_phone"


@settings(max_examples=60, deadline=None)
@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t"), max_size=500),
    st.text("ab \n", max_size=9),
)
def test_any_text_comes_back(text, subject):
    try:
        codes = phone_codes(text, subject)
    except PersonError:
        assert len(text.encode()) * 3 > LARGEST_LINK * MOST_CODES * 0.5
        return
    assert "".join(body_of(code.link) for code in codes) == text
