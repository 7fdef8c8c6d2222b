"""Looks for a word that must not be there any more: in names, contents and archives, however it may be written."""

import base64
import gzip
import zipfile
import zlib
from pathlib import Path
from quopri import encodestring
from urllib.parse import quote

WORD = "Qzxovertunagrif"
"""Stands in the testimonies of these tests."""

SEARCHED = WORD[3:]
"""A full-text index may leave out what a word has in common with the one before it."""


def places(*roots):
    """Return where the word is found: paths of files, and names of files and folders that hold it."""
    found = []
    for root in roots:
        for path in [root, *root.rglob("*")] if root.is_dir() else [root]:
            if SEARCHED.lower() in path.name.lower():
                found.append(f"name {path}")
            if path.is_file() and any(holds(content) for content in contents(path)):
                found.append(str(path))
    return found


def contents(path):
    content = path.read_bytes()
    yield content
    for unpack in (gzip.decompress, zlib.decompress):
        try:
            yield unpack(content)
        except (OSError, EOFError, zlib.error):
            continue
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            yield from (archive.read(name) for name in archive.namelist())


def holds(content):
    lowered = content.lower()
    return any(sign in lowered for sign in _WAYS) or any(sign in content for sign in _BASE64)


def in_base64(word):
    """Return the parts of a word's base64 that do not hang on what stands before and after it, one for each offset."""
    for offset in range(3):
        encoded = base64.b64encode(b"\0" * offset + word + b"\0\0\0").decode()
        yield encoded[4:-8].encode() if offset else encoded[:-8].encode()


_PLAIN = SEARCHED.lower()
_WAYS = {
    _PLAIN.encode(), _PLAIN.encode("utf-16-le"), _PLAIN.encode("utf-16-be"), quote(_PLAIN).encode(),
    encodestring(_PLAIN.encode()),
}  # fmt: skip
_BASE64 = [sign for spelling in (SEARCHED, _PLAIN) for sign in in_base64(spelling.encode())]


def image_holds(path: Path):
    """Whether the raw image of a disk holds the word."""
    return holds(path.read_bytes())
