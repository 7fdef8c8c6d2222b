"""The parts of a testimony in reading order, the same for every format."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from testimony_app.documents.options import DocumentOptions
from testimony_app.domain.campaign import Evidence
from testimony_app.domain.language import Language, unless_same
from testimony_app.domain.sources import UNKNOWN, Source
from testimony_app.domain.testimony import Passage, RecordKind, Section, Testimony
from testimony_app.domain.text import paragraphs


class BlockKind(StrEnum):
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

    `strong` stands out. A `mark` helps who speaks and is no word of theirs. `language` is given where it is not that of
    the block.
    """

    text: str
    note: int = 0
    url: str = ""
    strong: bool = False
    mark: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph. `label` stands before a record line, `number` before a source.

    `language` is given where it is not that of the testimony: of a translation, of words of ours, or of a campaign.

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

    @property
    def leading_text(self) -> str:
        """The words by which the block runs left or right: those in its own language, or all where none has letters."""
        if all(not run.language for run in self.runs):
            return self.text
        own = "".join(run.text for run in self.runs if not (run.mark or run.language or run.url))
        return own if any(char.isalpha() for char in own) else self.text


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
        label = getattr(words, line.kind.value)
        yield Block(kind, (Run(line.value),), label=label, language=line.language, is_title=is_subject)
    yield Block(BlockKind.FOR_THE_RECORD, (Run(words.for_the_record),), language=ours, is_title=not has_subject)
    if testimony.translation_note:
        yield Block(BlockKind.TEXT, (Run(testimony.translation_note),), language=ours)
    for section in testimony.sections:
        if section.text.strip():
            if section.heading and options.headings:
                yield Block(BlockKind.HEADING, (Run(section.heading),), language=section.heading_language)
            yield from _text_blocks(section, testimony)
    if testimony.citations:
        yield Block(BlockKind.HEADING, (Run(words.sources),), language=ours)
        for number, evidence in enumerate(testimony.citations, 1):
            runs = source_runs(evidence, testimony, options.language)
            yield block_of(BlockKind.SOURCE, runs, number=number)
    if testimony.translation_text:
        yield Block(BlockKind.HEADING, (Run(words.translation),), language=ours)
        for text in paragraphs(testimony.translation_text):
            yield Block(BlockKind.TEXT, (Run(text),), language=testimony.translation_language)


def block_of(kind: BlockKind, runs: Iterable[Run], number: int = 0) -> Block:
    """Return a block of runs, each in its own language. The one they have in common is that of the block."""
    said = tuple(runs)
    if not any(run.language for run in said):
        return Block(kind, said, number=number)
    languages = {run.language for run in said if run.text.strip() and not (run.url or run.mark)}
    if len(languages) != 1:
        return Block(kind, said, number=number)
    return Block(kind, tuple(replace(run, language="") for run in said), number=number, language=languages.pop())


def source_runs(evidence: Evidence, testimony: Testimony, language: Language) -> Iterator[Run]:
    """Yield a source as it is listed: publisher, title, date, address, and the caution that belongs to the fact."""
    source, words = evidence.source, language.words
    ours, theirs = unless_same(language.words_tag, testimony.language), testimony.citations_language
    named = unless_same(source.language, testimony.language) if source.language else theirs
    name = ", ".join(part for part in (source.publisher, source.title) if part)
    end = ". " if source.url or evidence.caution else "."
    yield from runs_of([(name, named), (f", {_source_date(source, language)}{end}", ours)])
    if source.url:
        yield Run(source.url, url=source.url)
    if evidence.caution:
        yield from runs_of([(f"{'. ' if source.url else ''}{words.caution}: ", ours), (evidence.caution, theirs)])


def runs_of(parts: Iterable[tuple[str, str]]) -> Iterator[Run]:
    """Yield words with their languages as runs, neighbours of one language as one."""
    said, spoken = "", ""
    for text, language in parts:
        if said and text and language != spoken:
            yield Run(said, language=spoken)
            said = ""
        if text:
            said, spoken = said + text, language
    if said:
        yield Run(said, language=spoken)


def _source_date(source: Source, language: Language) -> str:
    words = language.words
    if source.date != UNKNOWN:
        return language.date(source.date)
    return f"{words.no_date}, {words.read_on.replace('{date}', language.date(source.read_on))}"


def _text_blocks(section: Section, testimony: Testimony) -> Iterator[Block]:
    """Yield the paragraphs of a section. A note number follows the last words that come from a cited fact."""
    runs: list[Run] = []
    for place, passage in enumerate(section.passages):
        note = testimony.note(passage.evidence) if _is_last(section.passages, place) else 0
        pieces = passage.text.split("\n")
        for number, piece in enumerate(pieces):
            if number:
                if any(run.text.strip() for run in runs):
                    yield block_of(BlockKind.TEXT, runs)
                runs = []
            if piece:
                text, space = (piece.rstrip(), piece[len(piece.rstrip()) :]) if note else (piece, "")
                runs.append(Run(text, note=note, language=passage.language))
                note = 0
                if space:
                    runs.append(Run(space, language=passage.language))
    if any(run.text.strip() for run in runs):
        yield block_of(BlockKind.TEXT, runs)


def _is_last(passages: tuple[Passage, ...], place: int) -> bool:
    """Whether the passage is the last of its fact in the section."""
    evidence = passages[place].evidence
    return bool(evidence) and all(later.evidence != evidence for later in passages[place + 1 :])
