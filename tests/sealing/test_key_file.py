"""A key sealed with a passphrase, by age itself."""

import errno

import pytest

from testimony_app.domain.errors import PersonError
from testimony_app.files import atomic
from testimony_app.sealing.key_file import key_file_for, new_key, read_key_file, write_key_file
from testimony_app.sealing.passphrase import open_with


def test_a_key_comes_back_by_its_passphrase_and_by_no_other(tmp_path):
    key = new_key()
    assert len(key) == 32
    assert key != new_key()
    made = key_file_for(key, keyring=False).sealed_anew(key, "four nice old words")
    path = tmp_path / "lock.json"
    write_key_file(path, made)
    found = read_key_file(path)
    assert found == made
    with pytest.raises(PersonError, match="lock_passphrase_wrong"):
        found.open("four nice old word")
    assert open_with(found.sealed, "four nice old words") == key  # as `age -d` does


def test_a_key_file_of_nothing_or_of_something_else_says_nothing(tmp_path):
    path = tmp_path / "lock.json"
    assert read_key_file(path) is None
    for content in ("", "{", "[]", "{}", '{"format": "testimony-lock/2"}', '{"format": "testimony-lock/1"}'):
        path.write_text(content, encoding="utf-8")
        assert read_key_file(path) is None
    path.unlink()
    path.mkdir()
    with pytest.raises(PersonError):
        read_key_file(path)


def test_names_in_the_keyring_differ(tmp_path):
    names = {key_file_for(new_key(), keyring=True).name for _ in range(9)}
    assert len(names) == 9
    write_key_file(tmp_path / "lock.json", key_file_for(new_key(), keyring=True))
    write_key_file(tmp_path / "lock.json", key_file_for(new_key(), keyring=True))
    assert [each.name for each in tmp_path.iterdir()] == ["lock.json"]


def test_a_disk_that_refuses_at_the_end_leaves_the_key_file_before(tmp_path, monkeypatch):
    path = tmp_path / "lock.json"
    before = key_file_for(new_key(), keyring=True)
    write_key_file(path, before)

    def fail(_folder):
        raise OSError(errno.EIO, "the disk")

    monkeypatch.setattr(atomic, "sync_folder", fail)
    with pytest.raises(PersonError, match="file_failed"):
        write_key_file(path, key_file_for(new_key(), keyring=True))
    assert read_key_file(path) == before
    assert [each.name for each in tmp_path.iterdir()] == ["lock.json"]


def test_nobody_else_may_read_it_at_any_moment(tmp_path, monkeypatch):
    seen, move = [], atomic._move

    def look(temporary, path, *, replace):
        seen.append(temporary.stat().st_mode & 0o077)
        move(temporary, path, replace=replace)

    monkeypatch.setattr(atomic, "_move", look)
    write_key_file(tmp_path / "lock.json", key_file_for(new_key(), keyring=True))
    assert seen == [0]
    assert (tmp_path / "lock.json").stat().st_mode & 0o077 == 0
