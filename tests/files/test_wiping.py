import os

import pytest

from testimony_app.domain.errors import PersonError
from testimony_app.files.wiping import overwrite, wipe, wipe_folder


def test_a_file_is_overwritten_in_place(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"words" * 500_000)
    held = os.open(path, os.O_RDONLY)
    wipe(path)
    assert not path.exists()
    assert os.pread(held, 3_000_000, 0) == bytes(2_500_000)
    os.close(held)


def test_its_length_stays_where_it_is_only_overwritten(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"words")
    overwrite(path)
    assert path.read_bytes() == bytes(5)


def test_what_a_link_leads_to_stays(tmp_path):
    theirs = tmp_path / "theirs"
    theirs.write_text("words")
    (tmp_path / "soft").symlink_to(theirs)
    (tmp_path / "hard").hardlink_to(theirs)
    wipe(tmp_path / "soft")
    wipe(tmp_path / "hard")
    assert [each.name for each in tmp_path.iterdir()] == ["theirs"]
    assert theirs.read_text() == "words"


def test_a_folder_goes_with_all_that_is_in_it_and_no_more(tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "theirs").write_text("words")
    folder = tmp_path / "ours"
    (folder / "in").mkdir(parents=True)
    (folder / "in" / "a").write_text("words")
    (folder / "link").symlink_to(outside)
    wipe_folder(folder)
    assert not folder.exists()
    assert (outside / "theirs").read_text() == "words"


def test_what_is_not_there_is_fine(tmp_path):
    wipe(tmp_path / "none")
    wipe_folder(tmp_path / "none")


def test_what_cannot_be_overwritten_is_told_and_stays(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b").mkdir()
    with pytest.raises(PersonError):
        wipe(tmp_path / "a")
    with pytest.raises(PersonError):
        overwrite(tmp_path / "none")
    assert (tmp_path / "a" / "b").is_dir()
