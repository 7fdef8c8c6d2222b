"""A letterhead whose mark stands in a narrow place: how narrow, and what becomes of the record block there."""

import io
import subprocess
from dataclasses import replace

import docx
import pytest
from docx.shared import Inches
from lxml import etree

from testimony_app.documents.letterheads.marks import TESTIMONY, marks_in
from testimony_app.documents.letterheads.room import room_at
from testimony_app.documents.letterheads.taking_in import take_in
from testimony_app.documents.letterheads.writer import LetterheadWriter
from testimony_app.documents.options import Variant
from testimony_app.domain.compose import compose
from tests.documents.letterhead_files import W, saved
from tests.documents.test_word import EXAMPLE, LIBRARY, OPTIONS, RESOURCES
from tests.needed import programs

MARK = "<w:p><w:r><w:t>{{testimony}}</w:t></w:r></w:p>"
SECTION = '<w:sectPr><w:pgSz w:w="10000"/><w:pgMar w:left="1000" w:right="500"/>{}</w:sectPr>'
GRID = '<w:tblGrid><w:gridCol w:w="1000"/><w:gridCol w:w="2000"/><w:gridCol w:w="3000"/></w:tblGrid>'


def table(of_the_cell, inside=MARK):
    return f"<w:tbl>{GRID}<w:tr><w:tc><w:p/></w:tc><w:tc><w:tcPr>{of_the_cell}</w:tcPr>{inside}</w:tc></w:tr></w:tbl>"


ROOMS = [
    (MARK, 12240 - 2 * 1440),
    (MARK + SECTION.format(""), 8500),
    (MARK + SECTION.format('<w:cols w:num="2" w:space="500"/>'), 4000),
    (f"<w:p><w:pPr>{SECTION.format('')}</w:pPr></w:p>{MARK}", 12240 - 2 * 1440),
    (MARK.replace("<w:p>", f"<w:p><w:pPr>{SECTION.format('')}</w:pPr>"), 8500),
    (table('<w:tcW w:w="4000" w:type="dxa"/>'), 4000 - 216),
    (table('<w:tcW w:w="2500" w:type="pct"/>') + SECTION.format(""), 4250 - 216),
    (table('<w:tcW w:w="0" w:type="auto"/>'), 2000 - 216),
    (table('<w:gridSpan w:val="2"/>'), 5000 - 216),
    (table('<w:tcW w:w="20000" w:type="dxa"/>') + SECTION.format(""), 8500 - 216),
    (table('<w:tcW w:w="4000" w:type="dxa"/>', table('<w:tcW w:w="2500" w:type="pct"/>')), (4000 - 216) // 2 - 216),
    (table('<w:tcW w:w="much" w:type="dxa"/>').replace(GRID, ""), 12240 - 2 * 1440 - 216),
]


@pytest.mark.parametrize(("body", "room"), ROOMS)
def test_the_room_at_the_mark_is_that_of_its_cell_or_column(body, room):
    document = etree.fromstring(f"<w:document {W}><w:body>{body}</w:body></w:document>")
    assert room_at(next(marks_in(document, TESTIMONY)).getparent().getparent()) == room


def in_a_cell(wide):
    document = docx.Document()
    cells = document.add_table(rows=1, cols=2).rows[0].cells
    cells[0].width, cells[1].width = Inches(6 - wide), Inches(wide)
    cells[0].text, cells[1].text = "The board", "{{testimony}}"
    return saved(document)


def letter(wide, variant):
    writer = LetterheadWriter(take_in(in_a_cell(wide)).content, RESOURCES / "templates" / "word")
    return writer.write(compose(LIBRARY.material(EXAMPLE), EXAMPLE), replace(OPTIONS, variant=variant))


def record_of(content):
    cell = docx.Document(io.BytesIO(content)).tables[0].rows[0].cells[1]
    return [each for each in cell.paragraphs if each.text.startswith(("To", "From"))]


@pytest.mark.parametrize(
    ("wide", "variant", "between"),
    [
        (3, Variant.LARGE_PRINT, "\n"),
        (5, Variant.LARGE_PRINT, "\t"),
        (3, Variant.WRITTEN, "\t"),
        (2, Variant.WRITTEN, "\n"),
    ],
)
def test_in_a_narrow_place_a_value_stands_under_its_label(wide, variant, between):
    record = record_of(letter(wide, variant))
    assert [each.text for each in record] == [f"To{between}Minneapolis City Council", f"From{between}Rosa Maple"]


def test_no_word_of_the_record_is_broken_there(tmp_path):
    programs("soffice", "pdftotext")
    (tmp_path / "a.docx").write_bytes(letter(3, Variant.LARGE_PRINT))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "a.docx"),
    ]
    subprocess.run(command, check=True, capture_output=True)
    read = ["pdftotext", str(tmp_path / "a.pdf"), "-"]
    said = subprocess.run(read, check=True, capture_output=True, text=True).stdout
    assert {"Minneapolis", "Council", "2020-00681", "recognition", "Rosa", "Maple"} <= set(said.split())
