"""Reading a zip file that nobody vouches for: within bounds, and refused rather than repaired."""

import io
import re
import stat
import unicodedata
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from testimony_app.domain.errors import OrganizerError


@dataclass(frozen=True, slots=True)
class ArchiveLimits:
    """What a zip file may hold: bytes packed and unpacked, entries, and how much one entry may shrink."""

    packed_bytes: int = 20 * 1024 * 1024
    unpacked_bytes: int = 60 * 1024 * 1024
    entries: int = 500
    ratio: int = 100


_CHUNK = 64 * 1024
_DRIVE = re.compile(r"^[A-Za-z]:")
_BIDI_CONTROLS = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_ENCRYPTED = 0x1


def read_archive(content: bytes, limits: ArchiveLimits) -> Mapping[str, bytes]:
    """Return the files of a zip by name, folders left out.

    Raises OrganizerError: `archive_too_large`, `archive_broken`, `archive_too_many_files`, `archive_bomb`, and
    `archive_bad_entry` with the entry's name and a reason (a path that leaves the folder, a link, a name that stands
    twice, a coded entry). Nothing is unpacked to disk.
    """
    if len(content) > limits.packed_bytes:
        raise OrganizerError("archive_too_large", most_megabytes=limits.packed_bytes // 1024 // 1024)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            if len(entries) > limits.entries:
                raise OrganizerError("archive_too_many_files", most=limits.entries)
            _demand_good_entries(entries, limits)
            return _read_all(archive, entries, limits)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError) as error:
        raise OrganizerError("archive_broken") from error


def _demand_good_entries(entries: Sequence[zipfile.ZipInfo], limits: ArchiveLimits) -> None:
    seen: set[str] = set()
    for entry in entries:
        reason = _fault_of_name(entry.orig_filename) or _fault_of_entry(entry, limits)
        twin = unicodedata.normalize("NFC", entry.orig_filename).casefold()
        if not reason and twin in seen:
            reason = "twice"
        if reason == "bomb":
            raise OrganizerError("archive_bomb")
        if reason:
            raise OrganizerError("archive_bad_entry", entry=ascii(entry.orig_filename)[1:-1], reason=reason)
        seen.add(twin)
    _demand_no_overlap(entries)


def _fault_of_name(name: str) -> str:
    parts = name.rstrip("/").split("/")
    if name.startswith("/") or _DRIVE.match(name):
        return "absolute"
    if "\\" in name or any(part in {"", ".", ".."} for part in parts):
        return "path"
    if any(unicodedata.category(char) in {"Cc", "Cs"} for char in name) or _BIDI_CONTROLS.search(name):
        return "hidden_signs"
    return ""


def _fault_of_entry(entry: zipfile.ZipInfo, limits: ArchiveLimits) -> str:
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in {0, stat.S_IFREG, stat.S_IFDIR}:
        return "link"
    if entry.flag_bits & _ENCRYPTED:
        return "coded"
    if entry.compress_type not in _METHODS:
        return "packing"
    if entry.file_size > limits.ratio * max(entry.compress_size, 1):
        return "bomb"
    return ""


def _demand_no_overlap(entries: Sequence[zipfile.ZipInfo]) -> None:
    """Refuse entries that share bytes of the archive: the trick of the densest zip bombs."""
    end = 0
    for entry in sorted(entries, key=lambda each: each.header_offset):
        if entry.header_offset < end:
            raise OrganizerError("archive_bomb")
        end = entry.header_offset + entry.compress_size


def _read_all(archive: zipfile.ZipFile, entries: Sequence[zipfile.ZipInfo], limits: ArchiveLimits) -> dict[str, bytes]:
    """Read every file, counting what really comes out rather than what the archive claims."""
    left = limits.unpacked_bytes
    files: dict[str, bytes] = {}
    for entry in entries:
        if entry.is_dir():
            continue
        chunks: list[bytes] = []
        with archive.open(entry) as file:
            while chunk := file.read(_CHUNK):
                left -= len(chunk)
                if left < 0:
                    raise OrganizerError("archive_bomb")
                chunks.append(chunk)
        files[entry.filename] = b"".join(chunks)
    return files
