"""Where a page of a card may end in Word: it is told before what to keep together, so heights are reckoned here."""

import unicodedata
from collections.abc import Iterable, Iterator
from math import ceil

from testimony_app.documents.options import Paper
from testimony_app.documents.outline import Block, BlockKind

_PAGE = {Paper.LETTER: (481, 673), Paper.A4: (464, 723)}
"""Width and height of a page without margins and foot, in points, as our template and the styles of a card have it."""

_LINE = {BlockKind.PART: 26 * 1.32, BlockKind.SAID: 24 * 1.32, BlockKind.TITLE: 23 * 1.27}
_OTHER_LINE = 18 * 1.32
"""The height of a line, in points: the size of its letters times the height of a line of Arial and our distance."""

_SPACE = {BlockKind.PART: 18}
_OTHER_SPACE = 8
"""What stands between a paragraph and the next, in points."""

_LETTER = 0.4
"""The width of a letter as a part of the height of its line."""


def kept_together(blocks: Iterable[Block], paper: Paper) -> Iterator[tuple[Block, bool]]:
    """Yield each block of a card, and whether it stays on one page with the next.

    A part stays whole unless the page before it would be left more than half empty, as in the PDF. The last sentence of
    a part never stands alone.
    """
    width, height = _PAGE[paper]
    used = 0.0
    for part in _parts(blocks):
        high = sum(_height(block, width) for block in part)
        breaks = high > height or used < height / 2
        used = used + high if used + high <= height else (used + high) % height if breaks else high
        last = len(part) - 1
        for place, block in enumerate(part):
            yield block, place < last and (not breaks or place == last - 1)


def _parts(blocks: Iterable[Block]) -> list[list[Block]]:
    """Return what stands before the first part, then the parts."""
    parts: list[list[Block]] = [[]]
    for block in blocks:
        if block.kind is BlockKind.PART:
            parts.append([])
        parts[-1].append(block)
    return parts


def _height(block: Block, width: int) -> float:
    line = _LINE.get(block.kind, _OTHER_LINE)
    letters = sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in block.text)
    return ceil(letters * line * _LETTER / width) * line + _SPACE.get(block.kind, _OTHER_SPACE)
