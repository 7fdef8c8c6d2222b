"""A page of its own that says how to reach the person, to be handed in beside the testimony and kept apart from it."""

from collections.abc import Iterator

from testimony_app.documents.options import DocumentOptions
from testimony_app.documents.outline import Block, BlockKind, Run
from testimony_app.domain.testimony import RecordKind, Testimony

_NAMED = {
    RecordKind.TO,
    RecordKind.MEETING,
    RecordKind.AGENDA_ITEM,
    RecordKind.FILE_NUMBER,
    RecordKind.SUBJECT,
    RecordKind.SENDER,
}
"""Lines by which a clerk finds the testimony that the note belongs to."""


def cover_outline(testimony: Testimony, options: DocumentOptions) -> Iterator[Block]:
    """Yield the blocks of a cover note: what it is, the testimony it belongs to, and how to reach the person."""
    words = options.language.words
    ours = options.words_language(testimony.language)
    yield Block(BlockKind.TITLE, (Run(words.cover_note),), language=ours, is_title=True)
    yield Block(BlockKind.TEXT, (Run(words.cover_note_about),), language=ours)
    for line in testimony.record:
        if line.kind in _NAMED:
            label = getattr(words, line.kind.value)
            yield Block(BlockKind.RECORD, (Run(line.value),), label=label, language=line.language)
    if options.reference:
        yield Block(BlockKind.RECORD, (Run(options.reference),), label=words.untitled)
    for each in options.contact:
        yield Block(BlockKind.RECORD, (Run(each.value),), label=getattr(words, each.kind.value))
    yield Block(BlockKind.FOR_THE_RECORD, (Run(words.cover_note_end),), language=ours)
