"""Codes at the foot of a page, read back from the page as a printer of 300 dots an inch shows it."""

import io
import re
import subprocess
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pikepdf
import pytest

from testimony_app.documents.options import Paper, Variant
from testimony_app.documents.phone_codes import LARGEST_LINK, phone_codes
from testimony_app.documents.plain import write_plain
from testimony_app.domain.compose import compose
from testimony_app.domain.draft import ChosenPoint, Draft
from testimony_app.services.exporting import WITH_CODES
from tests.documents.pdf_reading import figures, read_tree
from tests.documents.test_pdf import EXAMPLE, LIBRARY, OPTIONS, WRITER
from tests.needed import programs

SUBJECT = "Public comment, file 2020-00681, Rosa Maple"
STORY = "\n\n".join(
    ["We waited at the bus stop for an hour in the cold, and nobody came to tell us why it was late."] * 33
)
LONG = replace(Draft(id="x", language="en"), points=(ChosenPoint("own-1", STORY),))
SHORT = replace(LONG, points=(ChosenPoint("own-1", "A heron stood by the bridge."),))


def written(draft, variant, paper=Paper.LETTER):
    """Return a PDF with its codes, and the text that they hold."""
    testimony = compose(LIBRARY.material(draft), draft)
    text = write_plain(testimony, OPTIONS).decode()
    options = replace(OPTIONS, variant=variant, paper=paper, codes=phone_codes(text, SUBJECT))
    return WRITER.write(testimony, options), text, options.codes


def read_back(content, folder):
    """Return the links that zbar reads from all pages, in the order of their numbers."""
    programs("zbarimg", "pdftoppm")
    (folder / "a.pdf").write_bytes(content)
    draw = ["pdftoppm", "-r", "300", "-gray", str(folder / "a.pdf"), str(folder / "page")]
    subprocess.run(draw, check=True)
    pages = sorted(folder.glob("page-*.pgm"))
    words = ["zbarimg", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", *map(str, pages)]
    links = subprocess.run(words, capture_output=True, check=False, text=True).stdout.split()  # 4: a page has none
    return sorted(links, key=lambda link: re.findall(r"(\d)/\d$", parse_qs(urlsplit(link).query)["subject"][0]))


@pytest.mark.parametrize("variant", sorted(WITH_CODES, key=lambda each: each.value))
@pytest.mark.parametrize(("draft", "paper"), [(SHORT, Paper.LETTER), (EXAMPLE, Paper.A4), (LONG, Paper.LETTER)])
def test_the_exact_text_is_read_back_from_the_page(tmp_path, draft, paper, variant):
    content, text, codes = written(draft, variant, paper)
    links = read_back(content, tmp_path)
    assert links == [code.link for code in codes]
    bodies = (parse_qs(urlsplit(link).query)["body"][0] for link in links)
    assert "".join(bodies).replace("\r\n", "\n") == text


def test_six_are_as_large_as_a_code_may_be_and_each_says_which_it_is():
    content, _, codes = written(LONG, Variant.WRITTEN)
    assert len(codes) == 6
    assert max(len(code.rows) for code in codes) == 117  # version 25
    assert max(len(code.link) for code in codes) <= LARGEST_LINK
    assert figures(content) == [f"Code {number} of 6 that holds this testimony for a phone" for number in range(1, 7)]


def test_it_still_passes_the_checks_and_without_a_choice_there_are_no_codes():
    content, _, _ = written(SHORT, Variant.WRITTEN)
    with pikepdf.open(io.BytesIO(content)) as pdf, pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
    assert figures(content) == ["Code 1 of 1 that holds this testimony for a phone"]
    assert figures(WRITER.write(compose(LIBRARY.material(SHORT), SHORT), OPTIONS)) == []


def words_of(content, folder):
    """Return for each page its words, each with where it begins and ends from above, in points."""
    programs("pdftotext")
    (folder / "a.pdf").write_bytes(content)
    command = ["pdftotext", "-bbox", str(folder / "a.pdf"), "-"]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    word = r'yMin="([\d.]+)"[^>]*yMax="([\d.]+)">([^<]*)<'
    pages = said.split("<page ")[1:]
    return [[(float(top), float(foot), text) for top, foot, text in re.findall(word, page)] for page in pages]


def test_on_a_short_page_they_stand_at_its_foot(tmp_path):
    (page,) = words_of(written(SHORT, Variant.WRITTEN)[0], tmp_path)
    assert next(foot for _, foot, text in page if text == "bridge.") < 300
    assert next(top for top, _, text in page if text == "camera") > 500


@pytest.mark.parametrize(("draft", "variant"), [(EXAMPLE, Variant.WRITTEN), (LONG, Variant.LARGE_PRINT)])
def test_on_a_page_of_their_own_they_stand_at_its_foot_too(tmp_path, draft, variant):
    *_, page = words_of(written(draft, variant)[0], tmp_path)
    assert page[0][2] == "These"
    assert page[0][0] > 250


def test_they_are_read_last():
    tree = read_tree(written(EXAMPLE, Variant.WRITTEN)[0])
    tags = [each.tag for each in tree.walk()]
    assert max(place for place, tag in enumerate(tags) if tag == "LBody") < tags.index("Figure")
