"""A testimony as plain text: UTF-8, one paragraph one line, never wrapped."""

from testimony_app.documents.options import DocumentOptions
from testimony_app.documents.outline import Block, BlockKind, outline
from testimony_app.domain.testimony import Testimony

_TIGHT = {BlockKind.RECORD, BlockKind.SUBJECT, BlockKind.SOURCE}


def write_plain(testimony: Testimony, options: DocumentOptions) -> bytes:
    """Return the testimony as text: the record lines, the sections with an empty line between, the sources."""
    lines: list[str] = []
    last: BlockKind | None = None
    for block in outline(testimony, options):
        is_tight = last in _TIGHT and (block.kind in _TIGHT or block.kind is BlockKind.FOR_THE_RECORD)
        if lines and not is_tight:
            lines.append("")
        lines.append(_line(block))
        last = block.kind
    lines += ["", options.foot] if options.foot else []
    return ("\n".join(lines) + "\n").encode()


def _line(block: Block) -> str:
    text = "".join(f"{run.text} [{run.note}]" if run.note else run.text for run in block.runs)
    if block.label:
        return f"{block.label}: {text}"
    return f"[{block.number}] {text}" if block.number else text
