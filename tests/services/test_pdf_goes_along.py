"""A PDF as what goes along with a mail: the same version, the same bytes."""

from datetime import UTC, datetime

import pytest

from testimony_app.domain.errors import PersonError
from testimony_app.files.shipped import resource_folder
from testimony_app.main import program_in
from testimony_app.settings.folders import profile_in

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


@pytest.fixture
def program(tmp_path):
    with program_in(profile_in(tmp_path / "profile")) as program:
        way = {"kind": "mail_app", "title": "Clerk", "to": ["clerk@city.test"], "attach": ["docx", "pdf"]}
        program.channels.add("clerk", way | {"checked_on": "2026-11"})
        yield program


def taken_in(program, path):
    (imported,) = program.importing.take_in([path])
    return imported.draft_id


def test_word_and_pdf_go_along_and_the_same_version_has_the_same_bytes(program):
    draft = taken_in(program, resource_folder() / "example.testimony.json")
    first = program.submitting.review(draft, "clerk", NOW)
    word, pdf = first.letter.attachments
    assert (word.name, pdf.name) == ("2020-00681_Rosa-Maple.docx", "2020-00681_Rosa-Maple.pdf")
    assert pdf.content_type == "application/pdf"
    assert pdf.content.startswith(b"%PDF-1.7")
    later = program.submitting.review(draft, "clerk", NOW.replace(day=25))
    assert later.letter.content_sha256 == first.letter.content_sha256


def test_nothing_is_prepared_without_the_pdf_that_should_go_along(program, tmp_path):
    path = tmp_path / "a.testimony.json"
    path.write_text('{"format": "testimony/1", "language": "en", "points": [{"title": "x", "story": "中"}]}', "utf-8")
    with pytest.raises(PersonError, match="pdf_characters"):
        program.submitting.review(taken_in(program, path), "clerk", NOW)
