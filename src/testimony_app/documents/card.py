"""A card to hold while speaking: what is said aloud and nothing else, a sentence a line, with times and pauses."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from testimony_app.documents.options import DocumentOptions
from testimony_app.documents.outline import Block, BlockKind, Run, block_of, runs_of
from testimony_app.domain.language import DocumentWords
from testimony_app.domain.speaking import is_pace_known, speaking_seconds
from testimony_app.domain.testimony import Passage, Section, SectionKind, Testimony
from testimony_app.domain.tokens import sentences
from testimony_app.domain.unspaced import cue

CUE_WORDS = 3
"""How many words of a sentence stand out, so that an eye that comes back from the Council finds its place."""

_POINTS = {SectionKind.POINT, SectionKind.OWN_POINT}

SHORT_PAUSE, LONG_PAUSE = "\u00a0/", "\u00a0//"
"""No line begins with a stroke."""


def card_outline(testimony: Testimony, options: DocumentOptions) -> Iterator[Block]:
    """Yield the blocks of a card: what it is, then each section that is said, with its time and the clock after it."""
    words = options.language.words
    ours = options.words_language(testimony.language)
    said = [section for section in testimony.sections if section.spoken and section.text.strip()]
    clocks = (0, *_ends([section.text for section in said], testimony.language))
    subject = testimony.record_subject
    yield Block(BlockKind.OVERLINE, (Run(words.speaking_card),), language=ours)
    yield Block(
        BlockKind.TITLE,
        (Run(subject.value or words.untitled),),
        language=subject.language if subject.value else ours,
        is_title=True,
    )
    length = words.card_length.replace("{time}", clock(clocks[-1]))
    yield Block(BlockKind.KEY, (Run(length), Run(f" {words.card_key}")), language=ours)
    pattern = words.card_time if is_pace_known(testimony.language) else words.card_time_about
    for section, (begins, end) in zip(said, pairwise(clocks), strict=True):
        time = pattern.replace("{time}", clock(end - begins)).replace("{total}", clock(end))
        language = section.heading_language if section.heading else ours
        yield Block(BlockKind.PART, (Run(_heading(section, testimony, words)),), language=language)
        yield Block(BlockKind.TIME, (Run(time),), language=ours)
        for paragraph in _paragraphs(section):
            yield from _lines(paragraph, testimony.language)


def clock(seconds: int) -> str:
    """Return a time as a timer shows it: minutes and seconds."""
    minutes, rest = divmod(seconds, 60)
    return f"{minutes}:{rest:02}"


def _ends(texts: Iterable[str], language: str) -> Iterator[int]:
    """Yield the second at which each text ends. Every one takes at least one, so that the times shown add up."""
    exact, end = 0.0, 0
    for text in texts:
        exact += speaking_seconds(text, language)
        end = max(end + 1, round(exact))
        yield end


def _heading(section: Section, testimony: Testimony, words: DocumentWords) -> str:
    named = {SectionKind.OPENING: words.card_opening, SectionKind.THANKS: words.card_thanks}
    points = [each.id for each in testimony.sections if each.kind in _POINTS]
    if section.id in points and len(points) > 1:
        number = str(points.index(section.id) + 1)
        return section.heading or words.card_point.replace("{number}", number)
    return section.heading or named.get(section.kind, words.untitled)


def _paragraphs(section: Section) -> Iterator[tuple[Passage, ...]]:
    """Yield the paragraphs of a section in which there is a word."""
    found: list[list[Passage]] = [[]]
    for passage in section.passages:
        first, *others = passage.text.split("\n")
        found[-1].append(replace(passage, text=first))
        found += [[replace(passage, text=each)] for each in others]
    for paragraph in found:
        if any(passage.text.strip() for passage in paragraph):
            yield tuple(paragraph)


def _lines(paragraph: tuple[Passage, ...], language: str) -> Iterator[Block]:
    """Yield the sentences of a paragraph. Joined they are its text but for the white space between them."""
    text = "".join(passage.text for passage in paragraph)
    lines = [(start, text[start:end]) for start, end in sentences(text) if text[start:end].strip()]
    for number, (start, line) in enumerate(lines, 1):
        first = start + len(line) - len(line.lstrip())
        last = first + len(line.strip())
        begins = first + len(cue(line.strip(), CUE_WORDS, language))
        pause = LONG_PAUSE if number == len(lines) else SHORT_PAUSE
        strong = (replace(run, strong=True) for run in _runs(paragraph, first, begins))
        yield block_of(BlockKind.SAID, (*strong, *_runs(paragraph, begins, last), Run(pause, mark=True)))


def _runs(paragraph: tuple[Passage, ...], start: int, end: int) -> Iterator[Run]:
    """Yield what stands between two places of a paragraph, what is in one language as one run."""
    said, at = [], 0
    for passage in paragraph:
        said.append((passage.text[max(start - at, 0) : max(end - at, 0)], passage.language))
        at += len(passage.text)
    return runs_of(said)
