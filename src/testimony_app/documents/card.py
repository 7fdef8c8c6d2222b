"""A card to hold while speaking: what is said aloud and nothing else, a sentence a line, with times and pauses."""

from collections.abc import Iterator
from dataclasses import replace

from testimony_app.documents.options import DocumentOptions
from testimony_app.documents.outline import Block, BlockKind, Run, block_of, runs_of
from testimony_app.domain.language import DocumentWords
from testimony_app.domain.speaking import speaking_seconds
from testimony_app.domain.testimony import Passage, Section, SectionKind, Testimony
from testimony_app.domain.tokens import sentences

CUE_WORDS = 3
"""How many words of a sentence stand out, so that an eye that comes back from the Council finds its place."""

SHORT_PAUSE, LONG_PAUSE = "\u00a0/", "\u00a0//"
"""No line begins with a stroke."""


def card_outline(testimony: Testimony, options: DocumentOptions) -> Iterator[Block]:
    """Yield the blocks of a card: what it is, then each section that is said, with its time and the clock after it."""
    words = options.language.words
    ours = options.words_language(testimony.language)
    said = [section for section in testimony.sections if section.spoken and section.text.strip()]
    seconds = [speaking_seconds(section.text, testimony.language) for section in said]
    subject = testimony.record_subject
    yield Block(BlockKind.OVERLINE, (Run(words.speaking_card),), language=ours)
    yield Block(
        BlockKind.TITLE,
        (Run(subject.value or words.untitled),),
        language=subject.language if subject.value else ours,
        is_title=True,
    )
    yield Block(BlockKind.KEY, (Run(words.card_key.replace("{time}", clock(sum(seconds)))),), language=ours)
    for place, section in enumerate(said):
        time = words.card_time.replace("{time}", clock(seconds[place]))
        time = time.replace("{total}", clock(sum(seconds[: place + 1])))
        language = section.heading_language if section.heading else ours
        yield Block(BlockKind.PART, (Run(_heading(section, words)),), language=language)
        yield Block(BlockKind.TIME, (Run(time),), language=ours)
        for paragraph in _paragraphs(section):
            yield from _lines(paragraph)


def clock(seconds: float) -> str:
    """Return a time as a timer shows it: minutes and seconds."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02}"


def _heading(section: Section, words: DocumentWords) -> str:
    named = {SectionKind.OPENING: words.card_opening, SectionKind.THANKS: words.card_thanks}
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


def _lines(paragraph: tuple[Passage, ...]) -> Iterator[Block]:
    """Yield the sentences of a paragraph. Joined they are its text but for the white space between them."""
    text = "".join(passage.text for passage in paragraph)
    lines = [(start, text[start:end]) for start, end in sentences(text) if text[start:end].strip()]
    for number, (start, line) in enumerate(lines, 1):
        first = start + len(line) - len(line.lstrip())
        last = first + len(line.strip())
        cue = first + _cue_length(line.strip())
        pause = LONG_PAUSE if number == len(lines) else SHORT_PAUSE
        strong = (replace(run, strong=True) for run in _runs(paragraph, first, cue))
        yield block_of(BlockKind.SAID, (*strong, *_runs(paragraph, cue, last), Run(pause, mark=True)))


def _cue_length(sentence: str) -> int:
    at = 0
    for word in sentence.split()[:CUE_WORDS]:
        at = sentence.index(word, at) + len(word)
    return at


def _runs(paragraph: tuple[Passage, ...], start: int, end: int) -> Iterator[Run]:
    """Yield what stands between two places of a paragraph, what is in one language as one run."""
    said, at = [], 0
    for passage in paragraph:
        said.append((passage.text[max(start - at, 0) : max(end - at, 0)], passage.language))
        at += len(passage.text)
    return runs_of(said)
