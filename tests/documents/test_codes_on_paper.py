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
from tests.documents.pdf_reading import figures
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


def test_on_a_short_page_they_stand_at_its_foot(tmp_path):
    programs("pdftotext")
    content, _, _ = written(SHORT, Variant.WRITTEN)
    (tmp_path / "a.pdf").write_bytes(content)
    command = ["pdftotext", "-bbox", str(tmp_path / "a.pdf"), "-"]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert said.count("<page ") == 1
    last_words = float(re.findall(r'yMax="([\d.]+)">bridge\.<', said)[0])
    codes = float(re.findall(r'yMin="([\d.]+)"[^>]*>camera<', said)[0])
    assert last_words < 300
    assert codes > 500
