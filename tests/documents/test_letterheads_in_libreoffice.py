"""Letters on a letterhead, opened in another program."""

import io
import subprocess
from dataclasses import replace

import docx
import pytest

from testimony_app.documents.letterheads.taking_in import take_in
from testimony_app.documents.letterheads.writer import LetterheadWriter
from testimony_app.domain.compose import compose
from tests.documents.letterhead_files import DOCUMENT, changed, in_body, saved, sound, text_box
from tests.documents.test_word import EXAMPLE, LIBRARY, OPTIONS, RESOURCES
from tests.needed import programs


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    """The letter as a PDF made by LibreOffice."""
    programs("soffice", "pdftotext", "pdfimages")
    folder = tmp_path_factory.mktemp("letterhead")
    letterhead = sound("{{date}}", "{{testimony}}", "Yours, {{name}}")
    letterhead = changed({DOCUMENT: in_body(text_box("In a box: {{place}}"))}, letterhead)
    writer = LetterheadWriter(take_in(letterhead).content, RESOURCES / "templates" / "word")
    path = folder / "letter.docx"
    path.write_bytes(writer.write(compose(LIBRARY.material(EXAMPLE), EXAMPLE), OPTIONS))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True)
    return path.with_suffix(".pdf")


def output(*words):
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout


def test_every_word_is_there_in_its_order(page):
    read = " ".join(output("pdftotext", str(page), "-").split())
    places = [
        read.find(words)
        for words in (
            "Maple Street Tenants", "In a box: Ward 6, Cedar-Riverside", "November 24, 2026", "For the public record",
            "My name is Rosa Maple.", "Please keep the City's ban on face recognition.", "Sources", "Yours, Rosa Maple",
        )
    ]  # fmt: skip
    assert -1 not in places
    assert places[1:] == sorted(places[1:])
    assert "12 Maple Street" in read


def test_the_logo_is_there(page):
    rows = output("pdfimages", "-list", str(page)).splitlines()[2:]
    assert any(row.split()[3:5] == ["120", "40"] for row in rows)


def test_sources_never_stand_alone_at_the_foot_of_a_page_even_if_the_letterheads_headings_would(tmp_path):
    """One of these letters ends a page with its heading where it is not kept with what follows."""
    programs("soffice", "pdftotext")
    document = docx.Document(io.BytesIO(sound("{{testimony}}")))
    document.styles["Heading 2"].paragraph_format.keep_with_next = False
    writer = LetterheadWriter(take_in(saved(document)).content, RESOURCES / "templates" / "word")
    files = []
    for count in range(8):
        point = replace(EXAMPLE.points[0], story="\n".join(f"Line {number}." for number in range(count)))
        draft = EXAMPLE.change_point(point)
        files.append(tmp_path / f"{count}.docx")
        files[-1].write_bytes(writer.write(compose(LIBRARY.material(draft), draft), OPTIONS))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True)
    for file in files:
        pages = output("pdftotext", str(file.with_suffix(".pdf")), "-").split("\f")[:-1]
        ends = [[line for line in page.splitlines() if line][-2] for page in pages]  # the last line is the footer
        assert "Sources" not in ends
