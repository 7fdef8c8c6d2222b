"""Reads which glyphs a page of a PDF made by Typst shows, where they stand, and which text they have."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from typing import Final

import pikepdf
from pikepdf import Array, ContentStreamInlineImage, ContentStreamInstruction, Dictionary, Matrix, Name, String

from testimony_app.documents.characters import may_be_parted

Step = ContentStreamInstruction | ContentStreamInlineImage
Number = int | Decimal
_CODE: Final = 2
"""How many bytes a glyph has in a content stream: all fonts that Typst embeds are Type 0 with Identity-H."""


class Fonts:
    """The fonts of a PDF. Its pages share them, so each is read once."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], Font] = {}

    def on(self, page: pikepdf.Page) -> Mapping[str, "Font"]:
        """Return the fonts of a page, by their names there."""
        found: dict[str, Font] = {}
        for name, font in page.resources.get(Name.Font, {}).items():
            if font.objgen not in self._known:
                self._known[font.objgen] = Font(font)
            found[name] = self._known[font.objgen]
        return found


class Font:
    """A font of a PDF."""

    def __init__(self, font: pikepdf.Object) -> None:
        self._font = font

    @cached_property
    def texts(self) -> Mapping[bytes, str]:
        """The text of each code, from the ToUnicode map: a program in which Typst names each code by itself."""
        texts: dict[bytes, str] = {}
        for step in pikepdf.parse_content_stream(self._font.ToUnicode):
            if str(step.operator) == "endbfchar":
                said = [bytes(each) for each in step.operands]
                texts |= {code: text.decode("utf-16-be") for code, text in zip(said[::2], said[1::2], strict=True)}
        return texts

    @cached_property
    def has_parts(self) -> bool:
        """Whether a glyph of it shows some or all of a cluster that may be parted."""
        return any(map(may_be_parted, self.texts.values()))

    def width(self, code: bytes) -> Number:
        """Return how far a glyph moves on, in thousandths of its size."""
        return self._widths.get(int.from_bytes(code), 0)

    @cached_property
    def _widths(self) -> Mapping[int, Number]:
        """The widths by code. Typst gives the first and the last code of each width; what it leaves out has none."""
        widths: dict[int, Number] = {}
        parts = iter(self._font.DescendantFonts[0].get(Name.W, []))
        for first, last, width in zip(parts, parts, parts, strict=True):
            widths |= dict.fromkeys(range(int(first), int(last) + 1), Decimal(str(width)))
        return widths


@dataclass(frozen=True)
class Shown:
    """Codes of glyphs and the gaps between them, in a font by its `name` on the page, set there by `matrix`."""

    font: Font
    name: pikepdf.Object
    size: Number
    matrix: Matrix
    parts: Sequence[bytes | Number]

    @property
    def first(self) -> tuple[Font, bytes]:
        """The first glyph: its font and its code there."""
        return self.font, next(part for part in self.parts if isinstance(part, bytes))

    @property
    def width(self) -> Number:
        """How far the glyphs move on by themselves, in thousandths of their size."""
        return sum(self.font.width(part) for part in self.parts if isinstance(part, bytes))

    def ends_near(self, other: "Shown") -> bool:
        """Whether another one begins where this one ends, give or take the size of its letters."""
        x, y = (self.moved_on(self.parts).shorthand[axis] - other.matrix.shorthand[axis] for axis in (4, 5))
        return max(abs(x), abs(y)) < self.size

    def moved_on(self, parts: Iterable[bytes | Number]) -> Matrix:
        """Return the matrix with which the page goes on after some glyphs and gaps."""
        way = sum(self.font.width(part) if isinstance(part, bytes) else -part for part in parts)
        return Matrix(1, 0, 0, 1, float(way * self.size / 1000), 0) @ self.matrix


@dataclass(frozen=True)
class Cluster:
    """A cluster, or what one text object shows of it.

    The instruction `at` shows it: as the glyph number `place`, or as all of it, and then `within` has the instructions
    that open and close its `/ActualText`. `item` counts the marked pieces of the page; `parent` is the element of the
    structure tree that has the piece, and `matrix` the page's where it is set.
    """

    text: str
    shown: Shown
    at: int
    place: int
    within: tuple[int, int] | None
    item: int
    parent: tuple[int, int]
    matrix: Matrix


class _Opened:
    """What an instruction opens: a marked piece with its `number`, or one with the `text` of all that it shows."""

    def __init__(self, at: int, about: pikepdf.Object) -> None:
        self.at = at
        number, text = about.get(Name.MCID), about.get(Name.ActualText)
        self.number = None if number is None else int(number)
        self.text = None if text is None else str(text)


class PageReader:
    """Gathers the clusters at the edges of the marked pieces of a page, in the order in which it was set.

    Of what an instruction shows that is no cluster of several glyphs, these are the first one and the last one.
    `fonts` are those of the page, by their names; `elements` those of the structure tree that have the pieces, by their
    number.
    """

    def __init__(self, fonts: Mapping[str, Font], elements: Sequence[pikepdf.Object]) -> None:
        self.found: list[Cluster] = []
        self._fonts = fonts
        self._elements = [element.objgen for element in elements]
        self._opened: list[_Opened] = []
        self._piece: _Opened | None = None
        self._whole: _Opened | None = None
        self._shown: tuple[int, Shown] | None = None
        self._matrix, self._kept, self._text_matrix = Matrix(), list[Matrix](), Matrix()
        self._font: pikepdf.Object = Name.F
        self._size: Number = 0

    def read(self, steps: Iterable[Step]) -> None:
        """Go through the instructions of the page."""
        known = {
            "q": self._keep,
            "Q": self._take_back,
            "cm": self._move,
            "Tm": self._place,
            "Tf": self._take_font,
            "BMC": self._open,
            "BDC": self._open,
            "EMC": self._close,
            "Tj": self._show,
            "TJ": self._show,
        }
        for at, step in enumerate(steps):
            take = known.get(str(step.operator))
            if take:
                take(at, step)

    def _keep(self, _at: int, _step: Step) -> None:
        self._kept.append(self._matrix)

    def _take_back(self, _at: int, _step: Step) -> None:
        self._matrix = self._kept.pop()

    def _move(self, _at: int, step: Step) -> None:
        self._matrix = _matrix(step) @ self._matrix

    def _place(self, _at: int, step: Step) -> None:
        self._text_matrix = _matrix(step)

    def _take_font(self, _at: int, step: Step) -> None:
        name, size = step.operands
        self._font, self._size = name, Decimal(str(size))

    def _open(self, at: int, step: Step) -> None:
        _, *about = step.operands
        opened = _Opened(at, about[0] if about else Dictionary())
        self._opened.append(opened)
        if opened.number is not None:
            self._piece = opened
        if opened.text is not None:
            self._whole = opened

    def _close(self, at: int, _step: Step) -> None:
        closed = self._opened.pop()
        if closed is self._whole:
            if self._shown and closed.text:
                self._add(closed.text, *self._shown, within=(closed.at, at))
            self._whole = self._shown = None
        if closed is self._piece:
            self._piece = None

    def _show(self, at: int, step: Step) -> None:
        parts = list(parts_of(step))
        font = self._fonts[str(self._font)]
        shown = Shown(font, self._font, self._size, self._text_matrix @ self._matrix, parts)
        if self._whole:
            self._shown = at, shown
            return
        glyphs = [(number, part) for number, part in enumerate(parts) if isinstance(part, bytes)]
        for place in sorted({0, len(glyphs) - 1}) if glyphs else ():
            number, code = glyphs[place]
            start = number if place else 0
            edge = replace(shown, matrix=shown.moved_on(parts[:start]), parts=parts[start : number + 1])
            self._add(font.texts[code], at, edge, place=place)

    def _add(self, text: str, at: int, shown: Shown, *, place: int = 0, within: tuple[int, int] | None = None) -> None:
        if self._piece and self._piece.number is not None:
            parent = self._elements[self._piece.number]
            self.found.append(Cluster(text, shown, at, place, within, self._piece.at, parent, self._matrix))


def _matrix(step: Step) -> Matrix:
    return Matrix(*map(float, step.operands))


def parts_of(step: Step) -> Iterator[bytes | Number]:
    """Yield what an instruction shows: the codes of glyphs, and the gaps between them in thousandths of their size."""
    shown = step.operands[0]
    parts: Iterable[object] = shown if isinstance(shown, Array) else [shown]
    for part in parts:
        if isinstance(part, Number):
            yield part
        elif isinstance(part, String):
            codes = bytes(part)
            yield from (codes[at : at + _CODE] for at in range(0, len(codes), _CODE))
