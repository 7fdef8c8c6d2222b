"""Which words two texts share, in order."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

_MOST_CELLS = 100_000_000
"""The largest stretch that is compared word with word: the number of its words in one text times that in the other."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, and for each the number of the sentence it stands in."""

    words: list[str]
    sentences: list[int]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words in the same place of two texts: `left` to `left_end` in one, `right` to `right_end` in the other."""

    left: int
    left_end: int
    right: int
    right_end: int

    @property
    def cells(self) -> int:
        """What comparing each word with each would cost."""
        return (self.left_end - self.left) * (self.right_end - self.right)


def shared_words(base: Words, new: Words) -> Iterator[tuple[int, int]]:
    """Yield the index pairs of a longest common subsequence of the words of two texts.

    Its price grows with the product of both lengths. So where much differs, whole sentences that stand once in each
    text are matched first, and words only between them; a stretch that is too large even then shares nothing.
    """
    everything = Stretch(0, len(base.words), 0, len(new.words))
    for equal in _equal(base, new, everything, by_sentences=True):
        yield from zip(range(equal.left, equal.left_end), range(equal.right, equal.right_end), strict=True)


def _equal(base: Words, new: Words, stretch: Stretch, *, by_sentences: bool) -> Iterator[Stretch]:
    """Yield the equal runs of words within a stretch, in order."""
    head, rest, tail = _trimmed(base.words, new.words, stretch)
    yield head
    if rest.cells <= _MOST_CELLS:
        yield from _compared(base.words, new.words, rest)
    elif by_sentences:
        left, right = rest.left, rest.right
        for same in _same_sentences(base, new, rest):
            between = Stretch(left, same.left, right, same.right)
            yield from _equal(base, new, between, by_sentences=False)
            yield same
            left, right = same.left_end, same.right_end
        last = Stretch(left, rest.left_end, right, rest.right_end)
        yield from _equal(base, new, last, by_sentences=False)
    yield tail


def _trimmed(base: Sequence[str], new: Sequence[str], stretch: Stretch) -> tuple[Stretch, Stretch, Stretch]:
    """Return the equal beginning of a stretch, what is left of it, and its equal end."""
    left, left_end, right, right_end = stretch.left, stretch.left_end, stretch.right, stretch.right_end
    while left < left_end and right < right_end and base[left] == new[right]:
        left, right = left + 1, right + 1
    while left < left_end and right < right_end and base[left_end - 1] == new[right_end - 1]:
        left_end, right_end = left_end - 1, right_end - 1
    head = Stretch(stretch.left, left, stretch.right, right)
    tail = Stretch(left_end, stretch.left_end, right_end, stretch.right_end)
    return head, Stretch(left, left_end, right, right_end), tail


def _compared(base: Sequence[str], new: Sequence[str], stretch: Stretch) -> Iterator[Stretch]:
    """Yield the equal runs of a stretch, word compared with word."""
    here, there = base[stretch.left : stretch.left_end], new[stretch.right : stretch.right_end]
    for block in LCSseq.opcodes(here, there).as_matching_blocks():
        left, right = stretch.left + block.a, stretch.right + block.b
        yield Stretch(left, left + block.size, right, right + block.size)


def _same_sentences(base: Words, new: Words, stretch: Stretch) -> list[Stretch]:
    """Return the sentences that stand once in each text's part of a stretch, as many as stand in the same order."""
    here = _once(base, stretch.left, stretch.left_end)
    there = _once(new, stretch.right, stretch.right_end)
    both = [
        Stretch(start, start + len(words), there[words], there[words] + len(words))
        for words, start in here.items()
        if words in there
    ]
    return [both[place] for place in _longest_rising([each.right for each in both])]


def _once(text: Words, start: int, end: int) -> dict[tuple[str, ...], int]:
    """Return where the sentences begin that stand once in a part of a text, by their words and in order."""
    numbers = text.sentences
    borders = [place for place in range(start, end) if place == start or numbers[place] != numbers[place - 1]]
    spans = [(tuple(text.words[first:last]), first) for first, last in zip(borders, [*borders[1:], end], strict=True)]
    counts = Counter(words for words, _ in spans)
    return {words: first for words, first in spans if counts[words] == 1}


def _longest_rising(values: Sequence[int]) -> list[int]:
    """Return the places of a longest subsequence of rising values."""
    ends: list[int] = []
    end_places: list[int] = []
    before: list[int] = []
    for place, value in enumerate(values):
        length = bisect_left(ends, value)
        before.append(end_places[length - 1] if length else -1)
        ends[length : length + 1] = [value]
        end_places[length : length + 1] = [place]
    found: list[int] = []
    place = end_places[-1] if end_places else -1
    while place >= 0:
        found.append(place)
        place = before[place]
    return found[::-1]
