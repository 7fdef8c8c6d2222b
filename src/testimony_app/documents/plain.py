"""A testimony as plain text: UTF-8, one paragraph one line, never wrapped."""

from collections.abc import Iterable

from testimony_app.documents.blocks import blocks_of
from testimony_app.documents.options import DocumentOptions
from testimony_app.documents.outline import Block, BlockKind, outline
from testimony_app.domain.testimony import Testimony

_TIGHT = {BlockKind.RECORD, BlockKind.SUBJECT, BlockKind.SOURCE}


def reading_text(testimony: Testimony, options: DocumentOptions) -> str:
    """Return the words of a document of any variant as text, in reading order, with what codes are and the foot.

    Marks for the eye, such as the strokes of a card, and what explains them are left out.
    """
    lines = _lines(blocks_of(testimony, options))
    words = options.language.words
    about_codes = (words.codes_about_one if len(options.codes) == 1 else words.codes_about) if options.codes else ""
    for each in filter(None, (about_codes, options.foot)):
        lines += ["", each]
    return "\n".join(lines)


def write_plain(testimony: Testimony, options: DocumentOptions) -> bytes:
    """Return the testimony as text: the record lines, the sections with an empty line between, the sources."""
    lines = _lines(outline(testimony, options))
    lines += ["", options.foot] if options.foot else []
    return ("\n".join(lines) + "\n").encode()


def _lines(blocks: Iterable[Block]) -> list[str]:
    """Return blocks as lines, with an empty one between those that do not belong together."""
    lines: list[str] = []
    last: BlockKind | None = None
    for block in blocks:
        is_tight = last in _TIGHT and (block.kind in _TIGHT or block.kind is BlockKind.FOR_THE_RECORD)
        if lines and not is_tight:
            lines.append("")
        lines.append(_line(block))
        last = block.kind
    return lines


def _line(block: Block) -> str:
    runs = block.runs[:1] if block.kind is BlockKind.KEY else block.runs
    text = "".join(f"{run.text} [{run.note}]" if run.note else run.text for run in runs if not run.mark)
    if block.label:
        return f"{block.label}: {text}"
    return f"[{block.number}] {text}" if block.number else text
