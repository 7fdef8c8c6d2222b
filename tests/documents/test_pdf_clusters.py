"""A letter and its marks stand once in the text of a PDF, and look as Typst set them."""

import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from testimony_app.documents.characters import Typefaces
from testimony_app.documents.options import Variant
from testimony_app.documents.packet import write_packet
from testimony_app.documents.phone_codes import phone_codes
from testimony_app.domain.compose import compose
from tests.documents.pdf_reading import figures, read_outline, read_tree
from tests.documents.test_pdf import LIBRARY, OPTIONS, WRITER, telling
from tests.documents.test_same_words import as_shown
from tests.needed import programs

ARABIC = "وَأَنَا أُحِبُّ مَدِينَتِي"
PARTED = {
    "Arabic with vowel signs": ARABIC,
    "one of them before a ligature": "سَلَامٌ",
    "the same twice in a row": "مَمَرّ بَبَبَ",
    "Latin with marks above each other": "ẹ́̂ x̂̂ ŵ̂̂",
    "the same twice in a row, in Latin": "x̂̂x̂̂x̂̂ x̂̂",
    "a letter that a face builds of others": "΅ ΅΅",
    "marks on no letter": "\u031c\u0302\u031c",
    "signs of two faces with a joiner": "\u061e\u200d\u25fb",
    "a vowel sign of Lao that is a letter of its own": "ນ້ຳ ນ້ຳນ້ຳ ທີ່ນີ້",
    "Pahawh Hmong": "𖬌𖬣𖬵 𖬇𖬰",
    "in a word that is longer than a line": "x̂̂y" * 60,
    "the same cluster, longer than a line": "x̂̂" * 90,
    "between signs that turn the direction": "x̂̂\u200f\u200ex̂̂",
    "beside an invisible sign": "x̂̂\u00adx̂̂\u200bx̂̂\u2060x̂̂",
    "lines that begin and end alike": "بَ بَيْتٌ وَبَ " * 60,
    "in two languages": f"x̂̂ {ARABIC} x̂̂",
}


def written(story, **changes):
    draft = telling(story)
    return WRITER.write(compose(LIBRARY.material(draft), draft), replace(OPTIONS, **changes))


def as_typst_made_it(monkeypatch, story, **changes):
    with monkeypatch.context() as patch:
        patch.setattr(Typefaces, "may_part", lambda *_: False)
        return written(story, **changes)


def told(content):
    """Return the words of a person in a PDF, which stand between the two paragraphs of ours."""
    _, *paragraphs, _ = [each.text for each in read_tree(content).all("P")]
    return " ".join(paragraphs)


@pytest.mark.parametrize("story", PARTED.values(), ids=PARTED.keys())
def test_a_letter_and_its_marks_stand_once_in_the_text(story):
    assert as_shown(told(written(story)), story) == as_shown(story, story)


@pytest.mark.parametrize("story", ["سَلَامٌ", "x̂̂"])
def test_typst_itself_says_them_more_than_once(monkeypatch, story):
    """Where this fails, Typst parts clusters no more, and `pdf_clusters` is not needed."""
    assert len(told(as_typst_made_it(monkeypatch, story))) > len(story)


CLUSTERS = ("x̂̂", "x̂", "ẹ́̂", "a", " ", "بَ", "بَّ", "لَا", "ب", "ນ້ຳ", "ນີ້", "\u061e\u200d\u25fb", "\u200e", "\u00ad")
"""Letters with marks at one and at several heights, and signs that leave nothing on a page."""
REPEATED = st.builds(str.__mul__, st.sampled_from(CLUSTERS), st.integers(1, 3))


@settings(max_examples=200, deadline=None)
@given(st.lists(REPEATED, max_size=8).map("".join))
def test_no_letter_is_lost_however_often_it_comes(words):
    story = f"Here. {words} There."
    assert as_shown(told(written(story)), story) == as_shown(story, story)


@pytest.mark.parametrize("story", PARTED.values(), ids=PARTED.keys())
def test_the_page_looks_as_typst_set_it(monkeypatch, tmp_path, story):
    (drawn,) = programs("pdftoppm")
    pages = []
    for number, content in enumerate((written(story), as_typst_made_it(monkeypatch, story))):
        path = tmp_path / f"{number}.pdf"
        path.write_bytes(content)
        command = [drawn, "-r", "200", "-gray", str(path)]
        pages.append(subprocess.run(command, check=True, capture_output=True).stdout)
    assert pages[0] == pages[1]
    assert min(pages[0]) < 128


def test_all_else_that_a_reader_is_told_stays(monkeypatch, tmp_path):
    (info,) = programs("pdfinfo")
    said = []
    for content in (written(ARABIC), as_typst_made_it(monkeypatch, ARABIC)):
        path = tmp_path / "a.pdf"
        path.write_bytes(content)
        about = subprocess.run([info, "-isodates", str(path)], check=True, capture_output=True, text=True).stdout
        tags = subprocess.run([info, "-struct", str(path)], check=True, capture_output=True, text=True).stdout
        kept = [line for line in about.splitlines() if not line.startswith("File size:")]
        said.append((kept, tags, read_outline(content)))
    assert said[0] == said[1]
    assert "Tagged:          yes" in said[0][0]


def test_who_copies_the_words_has_each_once(tmp_path):
    (read,) = programs("pdftotext")
    (tmp_path / "a.pdf").write_bytes(written("ẹ́̂ x̂̂ ŵ̂̂ tree"))
    command = [read, str(tmp_path / "a.pdf"), "-"]
    assert "ẹ́̂ x̂̂ ŵ̂̂ tree" in subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.mark.parametrize("variant", [Variant.WRITTEN, Variant.LARGE_PRINT, Variant.SPEAKING_CARD])
def test_it_is_so_in_every_variant(variant):
    story = f"Before {ARABIC} after."
    read = [each.text for each in read_tree(written(story, variant=variant)).all("P") if "Before" in each.text]
    assert [as_shown(each, story) for each in read] == [as_shown(story, story)]


def test_the_same_words_make_the_same_file():
    assert written(ARABIC) == written(ARABIC)


def test_a_text_without_marks_is_left_as_typst_made_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "testimony_app.documents.pdf_clusters", None)
    assert written("Tiếng Việt, niño, ʻokina") == as_typst_made_it(monkeypatch, "Tiếng Việt, niño, ʻokina")


def test_it_is_so_in_the_contents_and_titles_of_a_packet():
    draft = replace(telling("x̂̂ y"), title="x̂̂ one")
    entries = [(compose(LIBRARY.material(draft), draft), OPTIONS)]
    read = read_tree(write_packet(WRITER, entries, OPTIONS).content)
    said = [(each.tag, each.text) for each in read.all("P", "H2", "H3") if "\u0302" in each.text]
    assert said == [("P", "1. x̂̂ one  \u20602"), ("H2", "1. x̂̂ one"), ("H3", "x̂̂ one"), ("P", "x̂̂ y")]


def test_it_is_so_beside_a_code():
    content = written("x̂̂ y", codes=phone_codes("x̂̂ y", "x̂̂"))
    assert len(figures(content)) == 1
    assert "x̂̂ y" in [each.text for each in read_tree(content).all("P")]
