import io
import stat
import struct
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimony_app.domain.errors import OrganizerError
from testimony_app.files.archive import ArchiveLimits, read_archive

LIMITS = ArchiveLimits()


def packed(*entries, method=zipfile.ZIP_DEFLATED):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in entries:
            info = name if isinstance(name, zipfile.ZipInfo) else zipfile.ZipInfo(name)
            info.compress_type = method
            archive.writestr(info, content)
    return buffer.getvalue()


def refused(content, limits=LIMITS):
    with pytest.raises(OrganizerError) as error:
        read_archive(content, limits)
    return error.value


def test_files_come_out_by_name():
    content = packed(("campaign.toml", b"a"), ("points/", b""), ("points/one.toml", b"b"))
    assert read_archive(content, LIMITS) == {"campaign.toml": b"a", "points/one.toml": b"b"}


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("../evil.txt", "path"),
        ("a/../../evil.txt", "path"),
        ("./a", "path"),
        ("a//b", "path"),
        ("a\\b", "path"),
        ("/etc/passwd", "absolute"),
        ("C:/windows", "absolute"),
        ("c:evil", "absolute"),
        ("a\x00b", "hidden_signs"),
        ("a\x07b", "hidden_signs"),
        ("gpj.\u202etoml", "hidden_signs"),
    ],
)
def test_a_name_that_leads_astray_is_refused(name, reason):
    safe = "x" * len(name.encode())
    content = packed((safe, b"a")).replace(safe.encode(), name.encode())
    if not name.isascii():
        content = content.replace(b"\x14\x00\x00\x00\x08\x00", b"\x14\x00\x00\x08\x08\x00")
    error = refused(content)
    assert (error.code, error.parameters["reason"]) == ("archive_bad_entry", reason)
    assert str(error.parameters["entry"]).isascii()


@pytest.mark.parametrize("second", ["a.toml", "A.toml"])
def test_a_name_that_stands_twice_is_refused(second):
    content = packed(("a.toml", b"1"), ("b.toml", b"2")).replace(b"b.toml", second.encode())
    error = refused(content)
    assert (error.code, error.parameters["reason"]) == ("archive_bad_entry", "twice")


def test_a_link_is_refused():
    info = zipfile.ZipInfo("link")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    assert refused(packed((info, b"/etc/passwd"))).parameters["reason"] == "link"


def test_a_locked_entry_is_refused():
    content = bytearray(packed(("a", b"1")))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.index(signature) + offset
        content[place] |= 1
    assert refused(bytes(content)).parameters["reason"] == "coded"


def test_an_unusual_packing_is_refused():
    assert refused(packed(("a", b"1" * 100), method=zipfile.ZIP_LZMA)).parameters["reason"] == "packing"


def test_a_bomb_is_refused_by_its_ratio():
    assert refused(packed(("a", bytes(1024 * 1024)))).code == "archive_bomb"


def test_a_bomb_that_lies_about_its_size_is_refused():
    content = bytearray(packed(("a", bytes(200_000))))
    for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = content.index(signature) + offset
        content[place : place + 4] = struct.pack("<I", 50)
    assert refused(bytes(content)).code in {"archive_bomb", "archive_broken"}


def test_too_much_in_all_is_refused():
    content = packed(("a", b"12345678"), ("b", b"12345678"), method=zipfile.ZIP_STORED)
    assert refused(content, ArchiveLimits(unpacked_bytes=10)).code == "archive_bomb"


def test_entries_that_share_bytes_are_refused():
    content = bytearray(packed(("a", b"12345678"), ("b", b"12345678"), method=zipfile.ZIP_STORED))
    second = content.rindex(b"PK\x01\x02")
    content[second + 42 : second + 46] = struct.pack("<I", 4)
    assert refused(bytes(content)).code == "archive_bomb"


def test_too_many_and_too_large_are_refused():
    assert refused(packed(*((f"f{number}", b"") for number in range(501)))).code == "archive_too_many_files"
    assert refused(bytes(11), ArchiveLimits(packed_bytes=10)).code == "archive_too_large"


def test_a_damaged_zip_is_refused():
    content = packed(("a", bytes(range(200))))
    for broken in (b"", b"PK", content[:-30], content[:40] + b"\xff" * 20 + content[60:]):
        assert refused(broken).code == "archive_broken"


@given(st.binary(max_size=400), st.integers(0, 300), st.binary(max_size=20))
def test_any_bytes_give_files_or_one_refusal(noise, place, patch):
    valid = bytearray(packed(("campaign.toml", b"id = 'a'"), ("points/a.toml", b"x" * 50)))
    valid[place : place + len(patch)] = patch
    for content in (noise, bytes(valid)):
        try:
            files = read_archive(content, LIMITS)
        except OrganizerError:
            continue
        assert all(isinstance(each, bytes) for each in files.values())
