"""Names that no line can hold: in a packet's contents, its index and its headings they go on in the next line."""

import re
import subprocess
from dataclasses import replace

import pytest

from testimony_app.documents.options import Variant
from testimony_app.documents.packet import write_packet
from testimony_app.domain.compose import compose
from tests.documents.pdf_reading import letter_sizes, read_pages, read_tree
from tests.documents.test_pdf import EXAMPLE, LIBRARY, OPTIONS, WRITER
from tests.needed import programs

LONG = 120
NAMES = ("W" * LONG, "a" * LONG, "Rosa Maple", "م" * LONG, f"{'x' * 20} {'y' * LONG}")
HYPHENED = "Maximiliana Oluwaseun Featherstonehaugh-Cholmondeley de la Vega y Montenegro de los Rios"
RIGHT_MARGIN = 612 - 1.1 * 72


def packet(variant=Variant.WRITTEN, names=NAMES):
    drafts = [
        replace(
            EXAMPLE,
            person=replace(EXAMPLE.person, name=name, ward="V" * LONG if name[0] == "a" else "6"),
            matter=replace(EXAMPLE.matter, file_number="0" * LONG),
        )
        for name in names
    ]
    options = replace(OPTIONS, variant=variant)
    return write_packet(WRITER, [(compose(LIBRARY.material(each), each), options) for each in drafts], options).content


def words_of(content, folder):
    """Return every piece of text of a PDF: its left and right end in points, and its text."""
    programs("pdftotext")
    path = folder / "a.pdf"
    path.write_bytes(content)
    command = ["pdftotext", "-bbox", str(path), "-"]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found = re.findall(r'xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="[\d.]+">([^<]*)<', said)
    return [(float(left), float(right), text) for left, right, text in found]


@pytest.fixture(scope="module")
def words(tmp_path_factory):
    return words_of(packet(), tmp_path_factory.mktemp("packet"))


def test_nothing_runs_over_the_edge(words):
    assert [text for _, right, text in words if right > RIGHT_MARGIN + 1] == []


def test_no_cell_of_the_index_runs_into_the_next(words):
    ward = next(left for left, _, text in words if text == "Ward" and left > 150)
    name = next(left for left, _, text in words if text == "Name")
    in_names = [
        (left, right) for left, right, text in words if left == name and re.fullmatch("W{5,}|a{5,}|y{5,}", text)
    ]
    assert len(in_names) > 15
    assert max(right for _, right in in_names) < ward


@pytest.mark.parametrize("variant", [Variant.WRITTEN, Variant.LARGE_PRINT])
def test_the_index_still_has_each_name_letter_for_letter(variant):
    cells = [each.text for each in read_tree(packet(variant)).all("TD")]
    assert cells[1::7] == list(NAMES)


@pytest.mark.parametrize("variant", [Variant.LARGE_PRINT, Variant.SPEAKING_CARD])
def test_contents_and_index_in_large_letters_have_none_below_eighteen_points(variant, tmp_path):
    content = packet(variant)
    pages = read_pages(content)
    before = next(place for place, page in enumerate(pages) if "Speaking card" in page or "For the public" in page)
    assert before >= 2
    assert min(min(sizes) for sizes in letter_sizes(content)[:before]) >= 18
    assert max(right for _, right, _ in words_of(content, tmp_path)) < (11 - 0.5) * 72 + 1


def test_a_line_of_the_contents_goes_on_further_in(tmp_path):
    words = words_of(packet(names=[HYPHENED]), tmp_path)
    texts = [text for _, _, text in words]
    contents = words[texts.index("Contents") + 1 : texts.index("Index")]
    first = contents[0][0]
    assert {left for left, _, text in contents if left < first + 20 and text != "1."} == {contents[1][0]}


@pytest.mark.parametrize("variant", [Variant.WRITTEN, Variant.LARGE_PRINT])
def test_a_name_in_the_index_goes_on_after_its_hyphen(variant, tmp_path):
    texts = [text for _, _, text in words_of(packet(variant, [HYPHENED]), tmp_path)]
    assert "Cholmondeley" in texts[texts.index("Index") : texts.index("From")]
