import re
from contextlib import suppress
from datetime import UTC, datetime

import pytest

from testimony_app.documents.options import Variant
from testimony_app.domain.errors import PersonError
from testimony_app.main import program_in
from testimony_app.services.exporting import ExportRequest, mint_reference
from testimony_app.settings.folders import profile_in

NOW = datetime(2026, 11, 24, tzinfo=UTC)


@pytest.fixture
def draft(program):
    return program.drafting.save(program.drafting.start("en"), "typing").draft.id


def export(program, draft, target, *, into_folder=True):
    return program.exporting.export(draft, ExportRequest("txt", target), into_folder=into_folder, now=NOW).path


def fill(disk):
    """Write to a disk until it is full."""
    with (disk / "filler").open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(bytes(4096))


def test_a_reference_is_short_random_and_has_no_letter_that_looks_like_another():
    references = {mint_reference() for _ in range(500)}
    assert len(references) == 500
    assert all(re.fullmatch(r"T-[0-9A-HJKMNP-TV-Z]{7}", each) for each in references)


def test_clashing_names_are_counted_on_even_past_a_folder(program, draft, tmp_path):
    (tmp_path / "testimony-2.txt").mkdir()
    names = [export(program, draft, tmp_path).name for _ in range(3)]
    assert names == ["testimony.txt", "testimony-3.txt", "testimony-4.txt"]


def test_names_do_not_clash_for_ever(program, draft, tmp_path, monkeypatch):
    monkeypatch.setattr("testimony_app.files.free_name._MOST_CLASHES", 3)
    for _ in range(2):
        export(program, draft, tmp_path)
    with pytest.raises(PersonError) as error:
        export(program, draft, tmp_path)
    assert error.value.code == "file_exists"


def test_a_folder_is_made_and_one_that_cannot_be_is_told(program, draft, tmp_path):
    assert export(program, draft, tmp_path / "new" / "deep").is_file()
    (tmp_path / "file").touch()
    with pytest.raises(PersonError) as error:
        export(program, draft, tmp_path / "file" / "deep")
    assert error.value.code == "not_a_folder"


def test_whoever_copies_prints_or_looks_is_told_that_there_is_no_reference(small_disk):
    folders = profile_in(small_disk / "profile")
    with program_in(folders) as program:
        drafts = [program.drafting.save(program.drafting.start("en"), "typing").draft.id for _ in range(2)]
        assert program.exporting.no_reference(drafts[0]) is None
    fill(small_disk)
    with program_in(folders) as program:
        told = [program.exporting.no_reference(draft) for draft in drafts]
        seen = [program.previewing.preview(draft, Variant.WRITTEN, NOW).no_reference for draft in drafts]
        texts = [program.exporting.plain_text(draft, NOW) for draft in drafts]
    assert [error.code if error else None for error in (*told, *seen)] == [None, "disk_full"] * 2
    assert ["T-" in text for text in texts] == [True, False]


def test_a_full_disk_is_told(program, draft, small_disk):
    fill(small_disk)
    with pytest.raises(PersonError) as error:
        export(program, draft, small_disk)
    assert error.value.code == "disk_full"
    assert [each.name for each in small_disk.iterdir()] == ["filler"]
