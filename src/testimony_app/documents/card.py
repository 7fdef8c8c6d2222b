"""A card to hold while speaking: what is said aloud and nothing else, a sentence a line, with times and pauses."""

from collections.abc import Iterator

from testimony_app.documents.options import DocumentOptions
from testimony_app.documents.outline import Block, BlockKind, Run
from testimony_app.domain.language import DocumentWords
from testimony_app.domain.speaking import speaking_seconds
from testimony_app.domain.testimony import Section, SectionKind, Testimony
from testimony_app.domain.text import paragraphs
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
    yield Block(BlockKind.OVERLINE, (Run(words.speaking_card),), language=ours)
    yield Block(
        BlockKind.TITLE,
        (Run(testimony.record_subject or words.untitled),),
        language="" if testimony.record_subject else ours,
        is_title=True,
    )
    yield Block(BlockKind.KEY, (Run(words.card_key.replace("{time}", clock(sum(seconds)))),), language=ours)
    for place, section in enumerate(said):
        time = words.card_time.replace("{time}", clock(seconds[place]))
        time = time.replace("{total}", clock(sum(seconds[: place + 1])))
        is_ours = section.kind is SectionKind.ASK or not section.heading
        yield Block(BlockKind.PART, (Run(_heading(section, words)),), language=ours if is_ours else "")
        yield Block(BlockKind.TIME, (Run(time),), language=ours)
        for paragraph in paragraphs(section.text):
            if paragraph.strip():
                yield from _lines(paragraph)


def clock(seconds: float) -> str:
    """Return a time as a timer shows it: minutes and seconds."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02}"


def _heading(section: Section, words: DocumentWords) -> str:
    named = {SectionKind.OPENING: words.card_opening, SectionKind.THANKS: words.card_thanks}
    return section.heading or named.get(section.kind, words.untitled)


def _lines(paragraph: str) -> Iterator[Block]:
    """Yield the sentences of a paragraph. Joined they are its text but for the white space between them."""
    lines = [paragraph[start:end].strip() for start, end in sentences(paragraph)]
    lines = [line for line in lines if line]
    for number, line in enumerate(lines, 1):
        cue, rest = _cue(line)
        pause = LONG_PAUSE if number == len(lines) else SHORT_PAUSE
        runs = (Run(cue, strong=True), *([Run(rest)] if rest else []), Run(pause, mark=True))
        yield Block(BlockKind.SAID, runs)


def _cue(sentence: str) -> tuple[str, str]:
    at = 0
    for word in sentence.split()[:CUE_WORDS]:
        at = sentence.index(word, at) + len(word)
    return sentence[:at], sentence[at:]
