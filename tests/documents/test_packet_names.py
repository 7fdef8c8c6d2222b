"""Names that no line can hold: in a packet's contents, its index and its headings they go on in the next line."""

import re
import subprocess
from dataclasses import replace

import pytest

from testimony_app.documents.packet import write_packet
from testimony_app.domain.compose import compose
from tests.documents.pdf_reading import read_tree
from tests.documents.test_pdf import EXAMPLE, LIBRARY, OPTIONS, WRITER
from tests.needed import programs

LONG = 120
NAMES = ("W" * LONG, "a" * LONG, "Rosa Maple", "م" * LONG, f"{'x' * 20} {'y' * LONG}")
RIGHT_MARGIN = 612 - 1.1 * 72


def packet():
    drafts = [
        replace(
            EXAMPLE,
            person=replace(EXAMPLE.person, name=name, ward="V" * LONG if name[0] == "a" else "6"),
            matter=replace(EXAMPLE.matter, file_number="0" * LONG),
        )
        for name in NAMES
    ]
    return write_packet(WRITER, [(compose(LIBRARY.material(each), each), OPTIONS) for each in drafts], OPTIONS).content


@pytest.fixture(scope="module")
def words(tmp_path_factory):
    """Every piece of text of the packet: its left and right end in points, and its text."""
    programs("pdftotext")
    path = tmp_path_factory.mktemp("packet") / "a.pdf"
    path.write_bytes(packet())
    command = ["pdftotext", "-bbox", str(path), "-"]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found = re.findall(r'xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="[\d.]+">([^<]*)<', said)
    return [(float(left), float(right), text) for left, right, text in found]


def test_nothing_runs_over_the_edge(words):
    assert [text for _, right, text in words if right > RIGHT_MARGIN + 1] == []


def test_no_cell_of_the_index_runs_into_the_next(words):
    ward = next(left for left, _, text in words if text == "Ward" and left > 150)
    in_names = [(left, right) for left, right, text in words if re.fullmatch("W{5,12}|a{5,20}|y{5,20}", text)]
    assert len(in_names) > 15
    assert max(right for _, right in in_names) < ward


def test_the_index_still_has_each_name_letter_for_letter():
    cells = [each.text for each in read_tree(packet()).all("TD")]
    assert cells[1::7] == list(NAMES)
