"""The parts of a testimony in reading order, the same for every format."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from testimony_app.documents.options import DocumentOptions
from testimony_app.domain.campaign import Evidence
from testimony_app.domain.language import Language
from testimony_app.domain.sources import UNKNOWN, Source
from testimony_app.domain.testimony import Passage, RecordKind, Section, SectionKind, Testimony
from testimony_app.domain.text import paragraphs

IN_OUR_WORDS = {RecordKind.MEETING, RecordKind.POSITION}
"""Record lines whose value is not what the person wrote."""


class BlockKind(Enum):
    """What a block is."""

    RECORD = "record"
    SUBJECT = "subject"
    FOR_THE_RECORD = "for_the_record"
    HEADING = "heading"
    TEXT = "text"
    SOURCE = "source"
    OVERLINE = "overline"
    TITLE = "title"
    KEY = "key"
    PART = "part"
    TIME = "time"
    SAID = "said"
    FOOT = "foot"


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a block: text with an optional note number after it, or a web address.

    `strong` stands out. A `mark` helps who speaks and is no word of theirs.
    """

    text: str
    note: int = 0
    url: str = ""
    strong: bool = False
    mark: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph. `label` stands before a record line, `number` before a source.

    `language` is given where it is not that of the testimony: of a translation, or of words of ours.

    `is_title` says that it is the heading of the first level, of which a document has one.
    """

    kind: BlockKind
    runs: tuple[Run, ...]
    label: str = ""
    number: int = 0
    language: str = ""
    is_title: bool = False

    @property
    def text(self) -> str:
        """The words of the block, note numbers and marks left out."""
        return "".join(run.text for run in self.runs if not run.mark)


def outline(testimony: Testimony, options: DocumentOptions) -> Iterator[Block]:
    """Yield the blocks of a testimony: the record block, the sections, the sources, a translation.

    The subject is the title, or the last line of the record block where there is none. A speaking card and a cover
    note have blocks of their own; see `card.py` and `cover_note.py`.
    """
    words = options.language.words
    ours = options.words_language(testimony.language)
    has_subject = False
    for line in testimony.record:
        is_subject = line.kind is RecordKind.SUBJECT
        has_subject = has_subject or is_subject
        kind = BlockKind.SUBJECT if is_subject else BlockKind.RECORD
        label, language = getattr(words, line.kind.value), ours if line.kind in IN_OUR_WORDS else ""
        yield Block(kind, (Run(line.value),), label=label, language=language, is_title=is_subject)
    yield Block(BlockKind.FOR_THE_RECORD, (Run(words.for_the_record),), language=ours, is_title=not has_subject)
    if testimony.translation_note:
        yield Block(BlockKind.TEXT, (Run(testimony.translation_note),), language=ours)
    for section in testimony.sections:
        if section.text.strip():
            if section.heading and options.headings:
                language = ours if section.kind is SectionKind.ASK else ""
                yield Block(BlockKind.HEADING, (Run(section.heading),), language=language)
            yield from _text_blocks(section, testimony)
    if testimony.citations:
        yield Block(BlockKind.HEADING, (Run(words.sources),), language=ours)
        for number, evidence in enumerate(testimony.citations, 1):
            yield Block(BlockKind.SOURCE, tuple(source_runs(evidence, options.language)), number=number)
    if testimony.translation_text:
        yield Block(BlockKind.HEADING, (Run(words.translation),), language=ours)
        for text in paragraphs(testimony.translation_text):
            yield Block(BlockKind.TEXT, (Run(text),), language=testimony.translation_language)


def source_runs(evidence: Evidence, language: Language) -> Iterator[Run]:
    """Yield a source as it is listed: publisher, title, date, address, and the caution that belongs to the fact."""
    source = evidence.source
    yield Run(f"{_source_text(source, language)}{'. ' if source.url or evidence.caution else '.'}")
    if source.url:
        yield Run(source.url, url=source.url)
    if evidence.caution:
        yield Run(f"{'. ' if source.url else ''}{language.words.caution}: {evidence.caution}")


def _source_text(source: Source, language: Language) -> str:
    words = language.words
    read = f"{words.no_date}, {words.read_on.replace('{date}', language.date(source.read_on))}"
    date = read if source.date == UNKNOWN else language.date(source.date)
    return ", ".join(part for part in (source.publisher, source.title, date) if part)


def _text_blocks(section: Section, testimony: Testimony) -> Iterator[Block]:
    """Yield the paragraphs of a section. A note number follows the last words that come from a cited fact."""
    runs: list[Run] = []
    for place, passage in enumerate(section.passages):
        note = testimony.note(passage.evidence) if _is_last(section.passages, place) else 0
        pieces = passage.text.split("\n")
        for number, piece in enumerate(pieces):
            if number:
                if any(run.text.strip() for run in runs):
                    yield Block(BlockKind.TEXT, tuple(runs))
                runs = []
            if piece:
                text, space = (piece.rstrip(), piece[len(piece.rstrip()) :]) if note else (piece, "")
                runs.append(Run(text, note=note))
                note = 0
                if space:
                    runs.append(Run(space))
    if any(run.text.strip() for run in runs):
        yield Block(BlockKind.TEXT, tuple(runs))


def _is_last(passages: tuple[Passage, ...], place: int) -> bool:
    """Whether the passage is the last of its fact in the section."""
    evidence = passages[place].evidence
    return bool(evidence) and all(later.evidence != evidence for later in passages[place + 1 :])
