"""What was changed between two versions of a testimony, for somebody who reads it."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from testimony_app.domain.draft import Draft
from testimony_app.domain.testimony import Section, SectionKind, Testimony
from testimony_app.domain.tokens import TokenKind, sentences, tokenize
from testimony_app.domain.word_diff import Words, shared_words

_LEAST_SAME = 3
"""Fewer equal words than this between two longer changes only make both harder to read: they count as changed."""


class Change(Enum):
    """What became of a piece of text from the earlier version to the later one."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text that shares one fate."""

    text: str
    change: Change


@dataclass(frozen=True, slots=True)
class SectionChange:
    """One section in both versions. `was_there` and `is_there` say in which of them it stands."""

    id: str
    kind: SectionKind
    heading: str
    pieces: tuple[Piece, ...]
    was_there: bool
    is_there: bool

    @property
    def is_changed(self) -> bool:
        """Whether it reads differently."""
        return self.was_there is not self.is_there or any(each.change is not Change.SAME for each in self.pieces)


class Answer(Enum):
    """An answer that is not, or not always, read in the text."""

    TITLE = "title"
    PERSON = "person"
    HEARING = "hearing"
    POSITION = "position"
    VIEW = "view"
    CONTACT = "contact"
    SET_ASIDE = "set_aside"
    SILENT = "silent"
    TRANSLATION = "translation"


def compare(then: str, now: str) -> tuple[Piece, ...]:
    """Return both texts as one run of pieces, what was removed before what was added in its place.

    The pieces that are not ADDED, joined, are exactly `then`; those that are not REMOVED are exactly `now`.
    """
    old, new = _units(then), _units(now)
    runs = _readable(_runs(shared_words(_words(then, old), _words(now, new)), len(old), len(new)))
    return tuple(_pieces(old, new, runs))


def compare_sections(then: Testimony, now: Testimony) -> tuple[SectionChange, ...]:
    """Return every section of both versions, in the order of now; one that is gone stands after what it followed."""
    old = {section.id: section for section in then.sections}
    new = {section.id: section for section in now.sections}
    order = list(new)
    before = -1
    for section_id in old:
        if section_id in new:
            before = order.index(section_id)
        else:
            before += 1
            order.insert(before, section_id)
    return tuple(_compared(old.get(each), new.get(each), new.get(each) or old[each]) for each in order)


def other_answers(then: Draft, now: Draft) -> tuple[Answer, ...]:
    """Return which answers beside the sections differ."""

    def differs(*names: str) -> bool:
        return any(getattr(then, name) != getattr(now, name) for name in names)

    found = {
        Answer.TITLE: differs("title"),
        Answer.PERSON: differs("person", "withhold_name", "on_behalf_of"),
        Answer.HEARING: differs("body", "delivery", "matter"),
        Answer.POSITION: differs("position"),
        Answer.VIEW: differs("differs"),
        Answer.CONTACT: differs("contact"),
        Answer.SET_ASIDE: differs("set_aside"),
        Answer.SILENT: differs("silent"),
        Answer.TRANSLATION: differs("translation"),
    }
    return tuple(answer for answer, is_so in found.items() if is_so)


def _compared(then: Section | None, now: Section | None, either: Section) -> SectionChange:
    pieces = compare(then.text if then else "", now.text if now else "")
    return SectionChange(either.id, either.kind, either.heading, pieces, then is not None, now is not None)


def _units(text: str) -> list[str]:
    """Return a text in the pieces that are compared: a word or a mark, with the white space after it."""
    units: list[str] = []
    for token in tokenize(text):
        if token.kind is TokenKind.SPACE and units:
            units[-1] += token.text
        else:
            units.append(token.text)
    return units


def _words(text: str, units: Sequence[str]) -> Words:
    ends = [end for _, end in sentences(text)]
    numbers = []
    place = 0
    for unit in units:
        numbers.append(bisect_right(ends, place))
        place += len(unit)
    return Words(list(units), numbers)


@dataclass(frozen=True, slots=True)
class _Run:
    """`same` units from `left` in one text and `right` in the other."""

    left: int
    right: int
    same: int


def _runs(pairs: Iterator[tuple[int, int]], left_end: int, right_end: int) -> list[_Run]:
    """Return the equal runs in order, and an empty one at the end of both texts."""
    runs: list[_Run] = []
    for left, right in pairs:
        last = runs[-1] if runs else None
        if last and (last.left + last.same, last.right + last.same) == (left, right):
            runs[-1] = _Run(last.left, last.right, last.same + 1)
        else:
            runs.append(_Run(left, right, 1))
    return [*runs, _Run(left_end, right_end, 0)]


def _readable(runs: Sequence[_Run]) -> list[_Run]:
    """Leave out equal runs that are shorter than the changes on both sides of them."""
    kept: list[_Run] = []
    left = right = 0
    for run, following in zip(runs, [*runs[1:], None], strict=True):
        before = max(run.left - left, run.right - right)
        after = max(following.left - run.left, following.right - run.right) - run.same if following else 0
        if following and run.same < _LEAST_SAME <= min(before, after):
            continue
        kept.append(run)
        left, right = run.left + run.same, run.right + run.same
    return kept


def _pieces(old: Sequence[str], new: Sequence[str], runs: Sequence[_Run]) -> Iterator[Piece]:
    left = right = 0
    for run in runs:
        for text, change in (
            ("".join(old[left : run.left]), Change.REMOVED),
            ("".join(new[right : run.right]), Change.ADDED),
            ("".join(old[run.left : run.left + run.same]), Change.SAME),
        ):
            if text:
                yield Piece(text, change)
        left, right = run.left + run.same, run.right + run.same
