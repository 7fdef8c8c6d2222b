"""Where pages end in Word, as LibreOffice lays them out."""

import re
import subprocess
from dataclasses import replace

import pytest

from testimony_app.documents.blocks import blocks_of
from testimony_app.documents.options import Variant
from testimony_app.documents.outline import BlockKind
from testimony_app.domain.compose import compose
from testimony_app.domain.draft import ChosenPoint, Draft
from tests.documents.test_pdf import EXAMPLE, LIBRARY, OPTIONS
from tests.documents.test_word_variants import WRITER, part
from tests.needed import programs

LONG = " ".join(f"Sentence {number}." for number in range(1, 15))
LONG_FIRST = replace(
    Draft(id="x", language="en", title="Cameras"),
    points=(ChosenPoint("own-1", LONG, title="Part"),),
    silent=("opening",),
)
PARAGRAPH = "Nobody asked us whether we wanted a camera on our corner, and nobody could say who looks at its pictures. "
STORY = "\n".join(f"Paragraph {number} starts. {PARAGRAPH * 2}Paragraph {number} ends." for number in range(1, 9))
LARGE = replace(Draft(id="x", language="en"), points=(ChosenPoint("own-1", STORY),))
MADE = {
    "card": (EXAMPLE, Variant.SPEAKING_CARD),
    "long-first": (LONG_FIRST, Variant.SPEAKING_CARD),
    "large": (LARGE, Variant.LARGE_PRINT),
}


def written(draft, variant):
    return WRITER.write(compose(LIBRARY.material(draft), draft), replace(OPTIONS, variant=variant))


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """The text of each page by the name of what was made."""
    programs("soffice", "pdftotext")
    folder = tmp_path_factory.mktemp("word")
    for name, what in MADE.items():
        (folder / f"{name}.docx").write_bytes(written(*what))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = [str(folder / f"{name}.docx") for name in MADE]
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files]
    subprocess.run(command, check=True, capture_output=True)
    return {name: _text(folder / f"{name}.pdf").split("\f")[:-1] for name in MADE}


def _text(path):
    command = ["pdftotext", "-layout", str(path), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_a_part_of_a_card_stays_on_one_page(pages):
    """All five of them would fit on a page of their own, and none begins on one that is more than half empty."""
    options = replace(OPTIONS, variant=Variant.SPEAKING_CARD)
    parts = []
    for block in blocks_of(compose(LIBRARY.material(EXAMPLE), EXAMPLE), options):
        if block.kind is BlockKind.PART:
            parts.append([])
        elif block.kind is BlockKind.SAID:
            parts[-1].append(block.runs[0].text)
    assert len(parts) == 5
    for cues in parts:
        assert [page for page in pages["card"] if all(cue in page for cue in cues)]


def test_the_first_page_of_a_card_is_never_left_empty(pages):
    first, *rest = [re.findall(r"Sentence (\d+)", page) for page in pages["long-first"]]
    assert len(first) >= 8
    assert 1 not in map(len, rest)


def test_no_page_of_large_print_ends_within_a_paragraph(pages):
    assert len(pages["large"]) > 1
    for page in pages["large"]:
        assert re.findall(r"Paragraph (\d+) starts", page) == re.findall(r"Paragraph\s+(\d+)\s+ends", page)


def test_a_paragraph_longer_than_two_fifths_of_a_page_may_be_parted():
    body = part(
        written(replace(LARGE, points=(ChosenPoint("own-1", f"Short.\n{PARAGRAPH * 5}"),)), Variant.LARGE_PRINT),
        "word/document.xml",
    )
    kept = {text[:5] for text in re.findall(r"<w:keepLines/></w:pPr><w:r><w:t[^>]*>([^<]*)", body)}
    assert "Short" in kept
    assert "Nobod" not in kept


def test_a_line_parts_what_is_said_on_a_card_and_nothing_else():
    for variant in Variant:
        styles = part(written(EXAMPLE, variant), "word/styles.xml")
        heading = re.search(r'w:styleId="Heading2">.*?</w:style>', styles).group()
        assert ("<w:top " in heading) is (variant is Variant.SPEAKING_CARD)
