"""Make resources/fonts/noto anew: the faces of Noto that PDFs need beside Atkinson Hyperlegible Next, cut to size.

    apt-get download fonts-noto-core && dpkg-deb -x fonts-noto-core_*.deb /tmp/noto
    .venv/bin/python packaging/make_fonts.py /tmp/noto/usr/share/fonts/truetype/noto

Each face keeps the characters named here, with everything that joins and places them. The license is SIL OFL 1.1.
Beside the fonts it writes characters.json: which family has which characters, ours included.
"""

import json
import sys
from pathlib import Path
from typing import NamedTuple

from fontTools.subset import Options, Subsetter, load_font, save_font
from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"
MOST_BYTES = 1_000_000
JOINERS = "00a0 00ad 034f 200b-200f 2010-2011 202a-202e 202f 2060 2066-2069 25cc feff"


class Face(NamedTuple):
    """A family of Noto, the weights that are shipped, and the characters kept of it, as ranges of code points."""

    family: str
    weights: tuple[str, ...]
    kept: str


FACES = (
    Face(
        "NotoSans",
        ("Regular", "Bold"),
        "0020-052f 1ab0-1abe 1c80-1c88 1d00-1fff 2000-20cf 2100-218f 2c60-2c7f 2de0-2dff 2e00-2e4f a640-a69f a700-a7ff "
        "ab30-ab67 fb00-fb06 fe00-fe0f fe20-fe2f fffc-fffd",
    ),
    Face("NotoSansArabic", ("Regular", "Bold"), "0000-ffff"),
    Face("NotoSansEthiopic", ("Regular", "Bold"), "0000-ffff"),
    Face("NotoSansLao", ("Regular", "Bold"), "0000-ffff"),
    Face("NotoSansPahawhHmong", ("Regular",), "0000-1ffff"),
    Face("NotoSansMath", ("Regular",), "2190-21ff 2200-22ff 27f0-27ff"),
    Face("NotoSansSymbols", ("Regular",), "2600-26ff 2460-24ff 20d0-20ff"),
    Face("NotoSansSymbols2", ("Regular",), "2300-23ff 2500-25ff 2600-26ff 2700-27bf 2b00-2bff"),
)


def main(words: list[str]) -> int:
    """Write the faces from the folder that is named, and return the exit code."""
    if len(words) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    (FONTS / "noto").mkdir(parents=True, exist_ok=True)
    too_large = False
    for face in FACES:
        for weight in face.weights:
            target = FONTS / "noto" / f"{face.family}-{weight}.ttf"
            cut(Path(words[0]) / target.name, target, f"{face.kept} {JOINERS}")
            size = target.stat().st_size
            too_large |= size > MOST_BYTES
            print(f"{size:9,} {target.name}")
    table = json.dumps(characters(FONTS), indent=2) + "\n"
    (FONTS / "characters.json").write_text(table, encoding="ascii")
    return int(too_large)


def characters(fonts: Path) -> dict[str, str]:
    """Return the characters of each family of a folder, as ranges of code points."""
    points: dict[str, set[int]] = {}
    for path in sorted(fonts.rglob("*.ttf")):
        with TTFont(path) as font:
            family = font["name"].getDebugName(16) or font["name"].getDebugName(1)
            held = set(font.getBestCmap())
            points[family] = points[family] & held if family in points else held
    return {family: as_ranges(points[family]) for family in sorted(points)}


def as_ranges(points: set[int]) -> str:
    """Return code points as ranges such as "0020-007e 00a0"."""
    spans: list[list[int]] = []
    for point in sorted(points):
        if spans and spans[-1][1] == point - 1:
            spans[-1][1] = point
        else:
            spans.append([point, point])
    return " ".join(f"{first:04x}-{last:04x}" if last > first else f"{first:04x}" for first, last in spans)


def cut(source: Path, target: Path, kept: str) -> None:
    """Write the part of a font that holds some ranges of characters."""
    options = Options(layout_features=["*"], name_IDs=["*"], notdef_outline=True, hinting=False, recalc_timestamp=False)
    font = load_font(str(source), options)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=code_points(kept))
    subsetter.subset(font)
    save_font(font, str(target), options)


def code_points(ranges: str) -> set[int]:
    """Return the code points of ranges such as "0020-007e 00a0"."""
    points: set[int] = set()
    for part in ranges.split():
        first, _, last = part.partition("-")
        points.update(range(int(first, 16), int(last or first, 16) + 1))
    return points


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
