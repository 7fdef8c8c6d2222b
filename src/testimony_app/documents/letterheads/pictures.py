"""Which pictures a letterhead may hold, and what they tell beside what they show."""

import struct
from typing import NamedTuple

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_TELLS = {b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"}
_MOST_PIXELS = 100_000_000
_KINDS = (
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"BM", "bmp"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
)
_JPEG_TELLS = {0xE1, 0xED, 0xFE}
_JPEG_MARK = 0xFF
_START_OF_SCAN = 0xDA


class Picture(NamedTuple):
    """A picture as it is kept, the ending of its kind, and whether something it told was taken out."""

    content: bytes
    ending: str
    is_lighter: bool

    @property
    def content_type(self) -> str:
        """What the format calls this kind."""
        return f"image/{self.ending}"


def kept_picture(content: bytes) -> Picture | None:
    """Return a picture without its notes (who took it, when, where), or None where its kind is not kept.

    The kind is told by its first bytes, never by its name. Drawings such as SVG and WMF can hold more than lines.
    """
    try:
        if content.startswith(_PNG):
            return _png(content)
        if content.startswith(b"\xff\xd8\xff"):
            return _jpeg(content)
    except struct.error:
        return None
    ending = next((ending for start, ending in _KINDS if content.startswith(start)), "")
    return Picture(content, ending, is_lighter=False) if ending else None


def _png(content: bytes) -> Picture | None:
    width, height = struct.unpack_from(">II", content, len(_PNG) + 8)
    if width * height > _MOST_PIXELS:
        return None
    pieces, place = [_PNG], len(_PNG)
    is_lighter = False
    while place < len(content):
        length, kind = struct.unpack_from(">I4s", content, place)
        end = place + 12 + length
        if end > len(content):
            return None
        if kind in _PNG_TELLS:
            is_lighter = True
        else:
            pieces.append(content[place:end])
        place = end
        if kind == b"IEND":
            break
    return Picture(b"".join(pieces), "png", is_lighter)


def _jpeg(content: bytes) -> Picture | None:
    pieces, place = [content[:2]], 2
    is_lighter = False
    while True:
        start, marker, length = struct.unpack_from(">BBH", content, place)
        if start != _JPEG_MARK:
            return None
        if marker == _START_OF_SCAN:
            pieces.append(content[place:])
            return Picture(b"".join(pieces), "jpeg", is_lighter)
        if marker in _JPEG_TELLS:
            is_lighter = True
        else:
            pieces.append(content[place : place + 2 + length])
        place += 2 + length
