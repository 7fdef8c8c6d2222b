"""What was typed is what is read: in our file, a Word file, a PDF and a text file, in every script, however it looks.

"The same words" means equal paragraph by paragraph in Word and text. A page has no tabs and no bidi controls, so a PDF
is compared after white space is collapsed and those are dropped. A page holds what runs right to left in the order in
which it is seen: a sentence in one script is compared by words, a mixture of directions by its signs.
"""

import io
import re
import subprocess
import unicodedata
from dataclasses import replace
from itertools import groupby

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from testimony_app.documents.characters import Typefaces
from testimony_app.documents.plain import write_plain
from testimony_app.documents.word import WordWriter
from testimony_app.domain.compose import compose
from testimony_app.domain.draft import ChosenPoint, Draft, OwnAsk
from testimony_app.domain.errors import PersonError
from testimony_app.domain.text import clean, paragraphs
from testimony_app.testimony_file.decode import decode
from testimony_app.testimony_file.encode import encode
from tests.documents.pdf_reading import read_tree
from tests.documents.test_pdf import LIBRARY, OPTIONS, RESOURCES, WRITER
from tests.needed import programs

WORD = WordWriter(RESOURCES / "templates" / "word")
FACES = Typefaces(RESOURCES / "fonts")
BIDI = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"

PIECES = (
    "abc éñü ʻokina", "Waan kuu mahadcelinayaa", "Kuv nyob ntawm no", "ɗaa ɓishaan", "Tiếng Việt ở đây",
    "Привіт, їжа", "እኔ እዚህ እኖራለሁ።", "ສະບາຍດີ ຂ້ອຍ", "أنا هنا \u200f", "سَلَامٌ", "١٢٣ ABC هنا 45", "𖬌𖬣𖬵 𖬇𖬰",
    "e\u0301\u0323\u0302", "x\u0335y", "Tie\u0302\u0301ng Vie\u0323\u0302t", "→ ✓ ● ≤ ☐", "½ ⅓ x² H₂O",
    "“quotes” ‘too’ « »", "a\u2011b c\u00add", "\ufeff", "\u200b\u200c\u200d\u2060", "a\u2066b\u2069c",
    "\u202eabc\u202c", "\u200e\u200f", "👩\u200d👩\u200d👧", "中文", "🇸🇴", "{{7*7}} {name}", "#let x = 1",
    '#read("/etc/passwd")', "$ x^2 $", "*a* _b_ `c`", "<label> @ref", "= H", "- item", "1. one",
    "// gone /* too */", "\\u{41} \\", "</w:t> &amp; <b>", "=cmd|' /C'!A0", "]]>", "%s \\n", "~", "--",
    "---", "...", "\t", "\n", "\n\n", "\r\n", "\u2028", "\u00a0", "\u0000", "\x0b", "\x1b[0m", "\u0085",
    "w" * 150, "a b " * 60,
)  # fmt: skip
SHOWN = "".join(sorted({sign for piece in PIECES for sign in piece}))
TEXTS = st.lists(
    st.one_of(
        st.sampled_from(PIECES),
        st.text(st.sampled_from(SHOWN), max_size=10),
        st.text(st.characters(max_codepoint=0x52F, exclude_categories=["Cn", "Cs"]), max_size=10),
    ),
    max_size=8,
).map(" ".join)
ANYTHING = st.text(st.characters(codec="utf-8"), max_size=20)


def is_mark(sign):
    return unicodedata.category(sign).startswith("M")


def drafted(story, ask):
    draft = Draft(id="11111111-1111-4111-8111-111111111111", language="en", ask=OwnAsk(ask))
    return replace(draft, points=(ChosenPoint("own-1", story),), own_next=2)


def composed(story, ask):
    draft = drafted(story, ask)
    return compose(LIBRARY.material(draft), draft)


def expected_of(story, ask):
    expected = ["For the public record", "Hello."]
    expected += [part for part in paragraphs(story) if part.strip()]
    if ask.strip():
        expected += ["What I ask you to do", *(part for part in paragraphs(ask) if part.strip())]
    return [*expected, "Thank you for your time."]


def look_at(story, ask):
    story, ask = (clean(each).text for each in (story, ask))
    testimony, expected = composed(story, ask), expected_of(story, ask)
    draft = drafted(story, ask)
    assert decode(encode(draft), "").draft == draft
    document = docx.Document(io.BytesIO(WORD.write(testimony, OPTIONS)))
    assert [each.text for each in document.paragraphs] == expected
    plain = write_plain(testimony, OPTIONS).decode()
    assert [line for line in plain.split("\n") if line] == [*expected, "T-7K3MQ2P"]
    if FACES.missing(story + ask):
        with pytest.raises(PersonError, match="pdf_characters"):
            WRITER.write(testimony, OPTIONS)
        return
    try:
        content = WRITER.write(testimony, OPTIONS)
    except PersonError as error:
        if error.code != "pdf_characters" or not (is_forced(story + ask) or has_marks_of_two_scripts(story + ask)):
            raise
        return
    read = [each.text for each in read_tree(content).all("H1", "H2", "P")]
    shown, typed = list(filter(is_visible, read)), list(filter(is_visible, expected))
    assert len(shown) == len(typed)
    for each, other in zip(shown, typed, strict=True):
        assert as_shown(each, other) == as_shown(other, other)


def is_forced(text):
    """Whether a direction is forced upon signs with marks, where Typst may find no face (docs/decisions/0012)."""
    return bool(re.search("[\u202d\u202e]", text)) and any(map(is_mark, text))


def has_marks_of_two_scripts(text):
    """Whether one letter bears a mark of Latin and one of another script, for which Typst may find no face either."""
    runs = ("".join(run) for marked, run in groupby(text, is_mark) if marked)
    return any(re.search("[\u0300-\u036f]", run) and re.search("[^\u0300-\u036f]", run) for run in runs)


def is_visible(text):
    return any(
        unicodedata.category(sign) not in {"Zs", "Cf", "Cc"} and not re.match("[\u034f\ufe00-\ufe0f]", sign)
        for sign in text
    )


def turns_round(text):
    """Whether some of a text runs right to left."""
    return any(unicodedata.bidirectional(sign) in {"R", "AL", "AN", "RLE", "RLO", "RLI"} for sign in text)


def as_shown(text, typed):
    """Return what is compared of a text."""
    return sorted_signs(text) if turns_round(typed) else collapsed(text)


def collapsed(text):
    return " ".join(without_bidi(text).split())


def sorted_signs(text):
    """Return the signs that can be seen. A joiner alone between two directions leaves no trace on a page."""
    return sorted(sign for sign in without_bidi(text) if not sign.isspace() and unicodedata.category(sign) != "Cf")


def without_bidi(text):
    """Return a text without bidi controls, and with one sign for each that a page writes otherwise.

    U+FEFF is not allowed in PDF/UA; U+2060 means the same. A line that ends at a soft hyphen shows a hyphen beside it.
    The zero-width space is white space.
    """
    shown = "".join(sign for sign in text if sign not in BIDI).replace("\ufeff", "\u2060").replace("\u200b", " ")
    return re.sub("\u00ad+", "\u00ad", shown)


@pytest.mark.parametrize(
    ("text", "named"), [("\u202e\u12a5\u2192\u0302", "COMBINING CIRCUMFLEX ACCENT"), ("L\u0301\u064b", "“L”")]
)
def test_a_sign_that_typst_cannot_set_is_named(text, named):
    with pytest.raises(PersonError, match="pdf_characters") as error:
        WRITER.write(composed("", text), OPTIONS)
    assert error.value.parameters["characters"] == named
    with pytest.raises(PersonError, match="pdf_characters") as error:
        WRITER.pictures(composed("", text), OPTIONS, 20)
    assert error.value.parameters["characters"] == named


MARKED = st.lists(
    st.builds(
        "{}{}".format, st.sampled_from("aLእ𖬌ا→½◌ \u202d\u202e"), st.text("\u064b\u0301\u0302\u0335\u200d", max_size=3)
    ),
    max_size=5,
).map("".join)
"""Letters with marks of their own script and of others, some in a direction by force."""


@settings(max_examples=300, deadline=None)
@given(st.one_of(MARKED, TEXTS))
def test_pages_are_drawn_of_what_a_pdf_can_hold_and_of_nothing_else(text):
    testimony = composed("", clean(text).text)
    outcomes = []
    for make in (WRITER.write, lambda *each: WRITER.pictures(*each, 10)):
        try:
            outcomes.append(bool(make(testimony, OPTIONS)))
        except PersonError as error:
            outcomes.append((error.code, error.parameters))
    assert outcomes[0] == outcomes[1]


@pytest.mark.parametrize("ask", ["\u2066\ufeff abc", "x \u2067\u2060 abc", "\u2066\u200dabc"])
def test_a_joiner_beside_a_bidi_control_changes_no_word(ask):
    look_at("", ask)


@settings(max_examples=500, deadline=None)
@given(TEXTS, st.one_of(TEXTS, ANYTHING))
def test_the_words_that_went_in_come_out_of_every_format(story, ask):
    look_at(story, ask)


@pytest.mark.long
@settings(max_examples=10_000, deadline=None)
@given(TEXTS, st.one_of(TEXTS, ANYTHING))
def test_the_words_that_went_in_come_out_of_every_format_ten_thousand_times(story, ask):
    look_at(story, ask)


@pytest.mark.parametrize("piece", PIECES)
def test_each_piece_by_itself(piece):
    look_at(piece, f"Before. {piece} After.")


def test_what_runs_right_to_left_comes_out_word_by_word():
    story = "أنا أعيش هنا منذ عشر سنوات، وهذا بيتي"
    read = read_tree(WRITER.write(composed(story, ""), OPTIONS)).all("P")
    (shown,) = [each.text for each in read if turns_round(each.text)]
    assert [word[::-1] for word in reversed(shown.split())] == story.split()


def test_the_words_come_out_in_another_word_processor_too(tmp_path):
    programs("soffice")
    stories = [clean(f"Before. {piece} After.").text for piece in PIECES]
    for number, story in enumerate(stories):
        (tmp_path / f"{number}.docx").write_bytes(WORD.write(composed(story, ""), OPTIONS))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    files = [str(tmp_path / f"{number}.docx") for number in range(len(stories))]
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "txt:Text (encoded):UTF8",
        "--outdir",
        str(tmp_path),
        *files,
    ]
    subprocess.run(command, check=True, capture_output=True)
    for number, story in enumerate(stories):
        read = (tmp_path / f"{number}.txt").read_text(encoding="utf-8-sig")
        assert [line for line in read.split("\n") if line] == expected_of(story, "")
