import errno
import os
import stat
from pathlib import Path

import pytest

from testimony_app.domain.errors import PersonError
from testimony_app.files import atomic
from testimony_app.files.atomic import file_error, write_file


def code_of(error):
    return error.value.code


def test_a_new_file_is_there_whole_and_nothing_else(tmp_path):
    write_file(tmp_path / "a.txt", b"words", replace=False)
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
    assert (tmp_path / "a.txt").read_bytes() == b"words"


def test_an_existing_file_is_left_alone_unless_replacing_was_agreed(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    with pytest.raises(PersonError) as error:
        write_file(path, b"new", replace=False)
    assert code_of(error) == "file_exists"
    assert path.read_bytes() == b"old"
    write_file(path, b"new", replace=True)
    assert path.read_bytes() == b"new"
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]


def test_without_hard_links_no_file_is_replaced_either(tmp_path, monkeypatch):
    def no_links(*_names):
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", no_links)
    write_file(tmp_path / "a.txt", b"words", replace=False)
    assert (tmp_path / "a.txt").read_bytes() == b"words"
    with pytest.raises(PersonError) as error:
        write_file(tmp_path / "a.txt", b"new", replace=False)
    assert code_of(error) == "file_exists"
    assert (tmp_path / "a.txt").read_bytes() == b"words"


def test_without_hard_links_a_failing_move_takes_the_name_back(tmp_path, monkeypatch):
    def no_links(*_names):
        raise OSError(errno.EPERM, "no links here")

    def no_move(*_names):
        raise OSError(errno.ENOSPC, "no room")

    monkeypatch.setattr(os, "link", no_links)
    monkeypatch.setattr(Path, "replace", no_move)
    with pytest.raises(PersonError) as error:
        write_file(tmp_path / "a.txt", b"words", replace=False)
    assert code_of(error) == "disk_full"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("number", [errno.EACCES, errno.EPERM, errno.EBUSY, errno.ETXTBSY])
def test_a_file_that_is_open_elsewhere_stays_and_that_is_told(tmp_path, monkeypatch, number):
    """Windows refuses to replace a file that a program such as Word has open, as do its shared folders."""

    def is_open(*_names):
        raise OSError(number, os.strerror(number))

    (tmp_path / "a.docx").write_bytes(b"old")
    monkeypatch.setattr(Path, "replace", is_open)
    with pytest.raises(PersonError) as error:
        write_file(tmp_path / "a.docx", b"new", replace=True)
    assert code_of(error) == "file_in_use"
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("a.docx", b"old")]


def test_another_trouble_with_links_is_told(tmp_path, monkeypatch):
    def fails(*_names):
        raise OSError(errno.EIO, "bad disk")

    monkeypatch.setattr(os, "link", fails)
    with pytest.raises(PersonError) as error:
        write_file(tmp_path / "a.txt", b"words", replace=False)
    assert code_of(error) == "file_failed"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "code"),
    [("none/a.txt", "folder_missing"), (".", "is_a_folder"), ("a" * 300, "name_too_long")],
)
def test_a_bad_place_is_named_by_a_code(tmp_path, name, code):
    with pytest.raises(PersonError) as error:
        write_file(tmp_path / name, b"words", replace=True)
    assert code_of(error) == code
    assert error.value.parameters["path"] == str(tmp_path / name)


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk_full"),
        (errno.EROFS, "read_only"),
        (errno.EACCES, "no_permission"),
        (errno.EIO, "file_failed"),
    ],
)
def test_a_failing_write_leaves_the_old_file_and_no_rubbish(tmp_path, monkeypatch, number, code):
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")

    def fail(_descriptor):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(atomic.os, "fsync", fail)
    with pytest.raises(PersonError) as error:
        write_file(path, b"new", replace=True)
    assert code_of(error) == code
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]


def test_a_full_disk_is_told_and_the_old_file_stays(small_disk):
    path = small_disk / "a.txt"
    path.write_bytes(b"old")
    with pytest.raises(PersonError) as error:
        write_file(path, bytes(4 * 1024 * 1024), replace=True)
    assert code_of(error) == "disk_full"
    assert path.read_bytes() == b"old"
    assert [each.name for each in small_disk.iterdir()] == ["a.txt"]


def test_a_file_that_reads_back_differently_is_not_called_written(tmp_path, monkeypatch):
    monkeypatch.setattr(atomic.Path, "read_bytes", lambda _path: b"other")
    with pytest.raises(PersonError) as error:
        write_file(tmp_path / "a.txt", b"words", replace=False)
    assert code_of(error) == "file_differs_after_writing"


def test_a_written_file_has_the_usual_permissions(tmp_path):
    write_file(tmp_path / "a.txt", b"words", replace=False)
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE((tmp_path / "a.txt").stat().st_mode) == 0o666 & ~mask


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ELOOP, "folder_missing"),
        (errno.EINVAL, "name_impossible"),
        (errno.EIO, "file_failed"),
        (0, "file_failed"),
    ],
)
def test_what_the_system_says_becomes_a_code(tmp_path, number, code):
    assert file_error(OSError(number, "x"), tmp_path).code == code


def test_a_name_that_no_file_can_have_is_told(tmp_path):
    for name in ("a\0b", "\ud800"):
        with pytest.raises(PersonError) as error:
            write_file(tmp_path / name, b"words", replace=False)
        assert code_of(error) == "name_impossible"
    assert list(tmp_path.iterdir()) == []
