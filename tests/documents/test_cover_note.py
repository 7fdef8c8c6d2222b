"""A cover note says how to reach the person; no other document does."""

import io
from dataclasses import replace

import docx
import pikepdf
import pytest

from testimony_app.documents.blocks import blocks_of
from testimony_app.documents.options import Variant
from testimony_app.documents.plain import reading_text, write_plain
from testimony_app.documents.word import WordWriter
from testimony_app.domain.compose import compose
from testimony_app.domain.contact import ContactKind, ContactLine
from tests.documents.pdf_reading import read_tree
from tests.documents.test_pdf import EXAMPLE, LIBRARY, OPTIONS, RESOURCES, WRITER

CONTACT = (ContactLine(ContactKind.ADDRESS, "12 Elm Street, أ"), ContactLine(ContactKind.PHONE, "612-555-0142"))
COVER = replace(OPTIONS, variant=Variant.COVER_NOTE, contact=CONTACT)
WORD = WordWriter(RESOURCES / "templates" / "word")
TESTIMONY = compose(LIBRARY.material(EXAMPLE), EXAMPLE)
LINES = [
    "Cover note: how to reach me",
    "This page goes with my testimony. Please keep the two apart, and do not publish this page.",
    "To\tMinneapolis City Council",
    "File number\t2020-00681",
    "Subject\tThe ban on face recognition",
    "From\tRosa Maple",
    "Testimony\tT-7K3MQ2P",
    "Address\t12 Elm Street, أ",
    "Phone\t612-555-0142",
    "Not part of the testimony",
]


def test_word_and_pdf_say_which_testimony_it_belongs_to_and_how_to_reach_the_person():
    document = docx.Document(io.BytesIO(WORD.write(TESTIMONY, COVER)))
    assert [each.text for each in document.paragraphs] == LINES
    tree = read_tree(WRITER.write(TESTIMONY, COVER))
    said = [each.text for each in tree.all("P", "H1", "H2")]
    assert said == [part for line in LINES for part in line.split("\t")]
    assert [each.text for each in tree.all("H1", "H2")] == LINES[:1]


def test_it_is_one_page_with_a_title_of_its_own_and_nothing_of_the_testimony():
    with pikepdf.open(io.BytesIO(WRITER.write(TESTIMONY, COVER))) as pdf:
        assert len(pdf.pages) == 1
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == LINES[0]
            assert metadata["pdfuaid:part"] == "1"
    assert docx.Document(io.BytesIO(WORD.write(TESTIMONY, COVER))).core_properties.title == LINES[0]
    assert "store guard" not in reading_text(TESTIMONY, COVER)


def test_without_a_reference_it_has_no_line_for_one():
    assert "Testimony:" not in reading_text(TESTIMONY, replace(COVER, reference=""))


@pytest.mark.parametrize("variant", [variant for variant in Variant if variant is not Variant.COVER_NOTE])
def test_no_other_document_has_the_contact_even_where_it_is_given(variant):
    options = replace(COVER, variant=variant)
    words = "".join(f"{block.label}{block.text}" for block in blocks_of(TESTIMONY, options))
    words += write_plain(TESTIMONY, options).decode()
    assert "Elm Street" not in words
    assert "555-0142" not in words
