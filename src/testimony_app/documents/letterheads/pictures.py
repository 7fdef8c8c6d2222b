"""Which pictures a letterhead may hold, and what they tell beside what they show."""

import re
import struct
from typing import NamedTuple

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_SHOWS = {
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"bKGD", b"pHYs",
}  # fmt: skip
_JPEG = b"\xff\xd8\xff"
_JPEG_SHOWS = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
"""Of the parts for programs (APPn) those that say how the colors are meant, by how they begin."""

_PROGRAM_PARTS, _COMMENT = range(0xE0, 0xF0), 0xFE
_SIZES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_SCAN, _END_OF_IMAGE, _FILL = 0xDA, 0xD9, 0xFF
_AFTER_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_GIF = (b"GIF87a", b"GIF89a")
_GIF_IMAGE, _GIF_EXTENSION, _GIF_END = 0x2C, 0x21, 0x3B
_GIF_CONTROL, _GIF_PROGRAM = 0xF9, 0xFF
_GIF_REPEATS = (b"\x0bNETSCAPE2.0", b"\x0bANIMEXTS1.0")
_BMP = b"BM"
_MOST_PIXELS = 100_000_000


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

    The kind is told by its first bytes, never by its name. Drawings such as SVG and WMF can hold more than lines, and
    in a TIFF notes may lie anywhere. Only parts that are needed to show the picture are kept, and nothing that follows
    its end. BMP has no room for notes.
    """
    try:
        if content.startswith(_PNG):
            kept, ending = _png(content), "png"
        elif content.startswith(_JPEG):
            kept, ending = _jpeg(content), "jpeg"
        elif content.startswith(_GIF):
            kept, ending = _gif(content), "gif"
        elif content.startswith(_BMP):
            kept, ending = _bmp(content), "bmp"
        else:
            return None
    except (struct.error, IndexError):
        return None
    return Picture(kept, ending, len(kept) < len(content)) if kept else None


def _png(content: bytes) -> bytes:
    """Return the chunks that show something, or nothing where the file is not whole or too large."""
    if _too_large(*struct.unpack_from(">II", content, len(_PNG) + 8)):
        return b""
    pieces, place, kind = [_PNG], len(_PNG), b""
    while kind != b"IEND":
        length, kind = struct.unpack_from(">I4s", content, place)
        end = place + 12 + length
        if end > len(content):
            return b""
        if kind in _PNG_SHOWS:
            pieces.append(content[place:end])
        place = end
    return b"".join(pieces)


def _jpeg(content: bytes) -> bytes:
    """Return the segments that show something, up to the end of the first picture (ITU-T T.81, annex B)."""
    pieces, place = [content[:2]], 2
    while True:
        while content[place] == content[place + 1] == _FILL:
            place += 1
        start, marker = content[place], content[place + 1]
        if start != _FILL:
            return b""
        if marker == _END_OF_IMAGE:
            return b"".join([*pieces, content[place : place + 2]])
        end = place + 2 + struct.unpack_from(">H", content, place + 2)[0]
        if marker in _SIZES and _too_large(*struct.unpack_from(">HH", content, place + 5)):
            return b""
        if marker == _SCAN:
            found = _AFTER_SCAN.search(content, end)
            if found is None:  # such a file has no end, which programs forgive
                return b"".join([*pieces, content[place:]])
            end = found.start()
        if _shows(marker, content[place + 4 : end]):
            pieces.append(content[place:end])
        place = end


def _shows(marker: int, inside: bytes) -> bool:
    if marker in _PROGRAM_PARTS:
        return marker in _JPEG_SHOWS and inside.startswith(_JPEG_SHOWS[marker])
    return marker != _COMMENT


def _gif(content: bytes) -> bytes:
    """Return the blocks that show something (GIF89a, 17 to 27)."""
    if _too_large(*struct.unpack_from("<HH", content, 6)):
        return b""
    place = 13 + _colors(content[10])
    pieces = [content[:place]]
    while content[place] != _GIF_END:
        kind, label = content[place], content[place + 1]
        if kind == _GIF_IMAGE:
            data = place + 11 + _colors(content[place + 9])
        elif kind == _GIF_EXTENSION:
            data = place + 2
        else:
            return b""
        end = _after_blocks(content, data)
        repeats = label == _GIF_PROGRAM and content.startswith(_GIF_REPEATS, data)
        if kind == _GIF_IMAGE or label == _GIF_CONTROL or repeats:
            pieces.append(content[place:end])
        place = end
    return b"".join([*pieces, content[place : place + 1]])


def _colors(packed: int) -> int:
    """Return how many bytes a table of colors takes, by the flags before it."""
    return 3 << ((packed & 7) + 1) if packed & 0x80 else 0


def _after_blocks(content: bytes, place: int) -> int:
    while content[place]:
        place += 1 + content[place]
    return place + 1


def _bmp(content: bytes) -> bytes:
    width, height = struct.unpack_from("<ii", content, 18)
    return b"" if _too_large(abs(width), abs(height)) else content


def _too_large(one: int, other: int) -> bool:
    return one * other > _MOST_PIXELS
