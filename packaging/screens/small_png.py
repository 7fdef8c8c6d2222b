"""PNG files small enough for a repository: at most 28 colors, and packed as tightly as optipng can."""

import shutil
import subprocess
from collections import Counter
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

_COLORS = 28
_SURFACES = 12
"""The colors that are kept as they are: those of surfaces, lines and letters, since they are the most frequent."""

_GRAYS = (0xFF, 0xDB, 0xB6, 0x92, 0x6D, 0x49, 0x1B)
_INKS = [*(0xFF000000 | gray << 16 | gray << 8 | gray for gray in _GRAYS), 0xFF0B4F58, 0xFF85A7AB]
"""The colors of a printed page: white, grays, the ink of words, the color of links, and its edges."""


def write_small(picture: QImage, path: Path) -> None:
    """Write a picture with 28 colors that stand for all. What differs are shades at the edges of letters."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(memoryview(plain.constBits()).cast("I"))
    small = plain.convertToFormat(QImage.Format.Format_Indexed8, _chosen([color for color, _ in counted.most_common()]))
    if not small.save(str(path)):
        raise OSError(f"{path} could not be written")
    shrink_file(path)


def write_page(picture: QImage, path: Path) -> None:
    """Write the picture of a printed page with a few grays, and the shades of its one color."""
    never = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    small = picture.convertToFormat(QImage.Format.Format_Indexed8, _INKS, never)
    if not small.save(str(path)):
        raise OSError(f"{path} could not be written")
    shrink_file(path)


def _chosen(colors: list[int]) -> list[int]:
    """Choose the most frequent colors, and of the others the most frequent of each group that are near."""
    surfaces, others = colors[:_SURFACES], colors[_SURFACES:]
    side = 1
    while len(groups := _groups(others, side)) > _COLORS - _SURFACES:
        side += 1
    return [*surfaces, *groups.values()]


def _groups(colors: list[int], side: int) -> dict[tuple[int, ...], int]:
    groups: dict[tuple[int, ...], int] = {}
    for color in colors:
        groups.setdefault(tuple((color >> shift & 255) // side for shift in (0, 8, 16)), color)
    return groups


def shrink_file(path: Path) -> None:
    """Pack a PNG file more tightly, where optipng is there."""
    if program := shutil.which("optipng"):
        subprocess.run((program, "-quiet", "-strip", "all", "-o2", str(path)), check=True)
