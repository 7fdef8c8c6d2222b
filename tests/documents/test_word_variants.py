import io
import re
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.shared import Pt
from openxml_audit import OpenXmlValidator

from testimony_app.documents.options import Variant
from testimony_app.documents.word import WordWriter
from testimony_app.domain.compose import compose
from tests.documents.test_pdf import EXAMPLE, LIBRARY, OPTIONS, RESOURCES

WRITER = WordWriter(RESOURCES / "templates" / "word")


def written(variant):
    return WRITER.write(compose(LIBRARY.material(EXAMPLE), EXAMPLE), replace(OPTIONS, variant=variant))


def part(content, name):
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return package.read(name).decode()


def test_large_print_is_twenty_points_and_nothing_is_below_eighteen():
    styles = part(written(Variant.LARGE_PRINT), "word/styles.xml")
    sizes = [int(size) for size in re.findall(r'<w:sz w:val="(\d+)"', styles)]
    assert sizes[0] == 40
    assert min(sizes) >= 36


def test_a_card_is_larger_still_and_marks_its_cues():
    content = written(Variant.SPEAKING_CARD)
    assert re.findall(r'<w:sz w:val="(\d+)"', part(content, "word/styles.xml"))[0] == "48"
    body = part(content, "word/document.xml")
    assert body.count('w:val="Cue"') == body.count('w:pStyle w:val="Said"') > 5
    assert "doi.org" not in body


@pytest.mark.parametrize("variant", Variant)
def test_every_style_that_is_used_is_there(variant):
    content = written(variant)
    used = set(re.findall(r'<w:[pr]Style w:val="(\w+)"', part(content, "word/document.xml")))
    assert used <= set(re.findall(r'w:styleId="(\w+)"', part(content, "word/styles.xml")))


@pytest.mark.parametrize("variant", Variant)
def test_it_passes_a_strict_audit(variant, tmp_path):
    (tmp_path / "a.docx").write_bytes(written(variant))
    assert [str(error) for error in OpenXmlValidator().validate(tmp_path / "a.docx").errors] == []


@pytest.mark.parametrize("variant", [Variant.SPEAKING_CARD, Variant.COVER_NOTE])
def test_a_title_that_takes_two_lines_begins_both_at_the_margin(variant):
    """The lines of the record block hang over their labels; a title has none."""
    first = next(each for each in docx.Document(io.BytesIO(written(variant))).paragraphs if is_title(each.style))
    assert (first.style.paragraph_format.left_indent, first.style.paragraph_format.first_line_indent) == (0, 0)


def is_title(style):
    return style.name == "Heading 1" or (style.base_style is not None and is_title(style.base_style))


@pytest.mark.parametrize("variant", Variant)
def test_the_foot_keeps_a_distance_from_the_text(variant):
    styles = docx.Document(io.BytesIO(written(variant))).styles
    assert styles["footer"].paragraph_format.space_before >= Pt(6)
