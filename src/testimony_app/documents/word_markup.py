"""What a document says as WordprocessingML, paragraph by paragraph. Only here do a person's words become XML."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from html import escape

from testimony_app.documents.direction import is_right_to_left, runs_right_to_left
from testimony_app.documents.outline import Block, BlockKind, Run

_STYLES = {
    BlockKind.RECORD: "RecordLine",
    BlockKind.SUBJECT: "Heading1",
    BlockKind.FOR_THE_RECORD: "RecordEnd",
    BlockKind.HEADING: "Heading2",
    BlockKind.TEXT: "",
    BlockKind.SOURCE: "Source",
    BlockKind.OVERLINE: "CardNote",
    BlockKind.TITLE: "DocumentTitle",
    BlockKind.KEY: "CardNote",
    BlockKind.PART: "Heading2",
    BlockKind.TIME: "CardTime",
    BlockKind.SAID: "Said",
    BlockKind.FOOT: "Footer",
}
_KEPT_WITH_THE_NEXT = {BlockKind.HEADING, BlockKind.PART}
"""A letterhead's own style of headings may not say that they never stand alone at the foot of a page."""

_PARTED = {BlockKind.TEXT, BlockKind.SAID}
"""What the end of a page may part; the styles of all others keep them whole."""

_MOST_STYLES = 128

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
"""Signs that XML cannot hold (XML 1.0, 2.2). Whatever a person types is cleaned of them before."""


class Page:
    """The paragraphs of a document while it is filled.

    `relate` makes a relationship to a web address and returns its id. `styles` are ids of styles that stand in for
    ours, `language` is said of each run where the document's own may be another. `words` is the language of labels
    where it is another one. A paragraph of at most `whole` characters is never parted by the end of a page. Where it
    `is_stacked`, the values of the record stand under their labels.
    """

    def __init__(
        self,
        relate: Callable[[str], str],
        styles: Mapping[str, str] | None = None,
        language: str = "",
        words: str = "",
        whole: int = 0,
        *,
        is_stacked: bool = False,
    ) -> None:
        self._relate = relate
        self._styles = styles or {}
        self._language = language
        self._words = words or language
        self._whole = whole
        self._after_label = "<w:r><w:br/></w:r>" if is_stacked else run("\t")
        self._paragraphs: list[str] = []
        self._has_record = False
        self._links: dict[str, str] = {}

    @property
    def markup(self) -> str:
        """The paragraphs as XML; the prefixes `w` and `r` are for who puts them into a document."""
        return "".join(self._paragraphs)

    def add(self, block: Block, *, keeps: bool = False) -> None:
        """Add one paragraph. One that `keeps` stays on one page with the next."""
        style = self._own(self._style(block))
        right_to_left = is_right_to_left(block.label + block.leading_text)
        kept = "<w:keepNext/>" if keeps or block.kind in _KEPT_WITH_THE_NEXT else ""
        if self._whole and block.kind in _PARTED and len(block.text) <= self._whole:
            kept += "<w:keepLines/>"
        properties = f"{valued('pStyle', style) if style else ''}{kept}{'<w:bidi/>' if right_to_left else ''}"
        inside = "".join(self._pieces(block, right_to_left=right_to_left))
        self._paragraphs.append(f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inside}</w:p>")

    def _style(self, block: Block) -> str:
        if block.kind is BlockKind.FOR_THE_RECORD and block.is_title:
            return "RecordTitle"
        is_first = block.kind in {BlockKind.RECORD, BlockKind.SUBJECT} and not self._has_record
        self._has_record = self._has_record or is_first
        return "RecordStart" if is_first and block.kind is BlockKind.RECORD else _STYLES[block.kind]

    def _pieces(self, block: Block, *, right_to_left: bool) -> Iterator[str]:
        if block.label:
            label, style = block.label, self._own("RecordLabel")
            yield run(label, style, right_to_left=is_right_to_left(label), language=self._words)
            yield self._after_label
        if block.kind is BlockKind.SOURCE:
            number = str(block.number)
            yield f'<w:bookmarkStart w:id="{number}" w:name="source{number}"/><w:bookmarkEnd w:id="{number}"/>'
        for each in block.runs:
            yield self._run(each, block, right_to_left=right_to_left)

    def _run(self, each: Run, block: Block, *, right_to_left: bool) -> str:
        if each.url:
            if each.url not in self._links:
                self._links[each.url] = self._relate(each.url)
            inside = run(each.text, self._own("Hyperlink"))
            return f'<w:hyperlink r:id="{self._links[each.url]}">{inside}</w:hyperlink>'
        style = "Mark" if each.mark else "Cue" if each.strong else ""
        own = self._own(style) if style else ""
        language = each.language or block.language or self._language
        runs_so = is_right_to_left(each.text, otherwise=right_to_left)
        said = run(each.text, own, right_to_left=runs_so, language=language)
        if not each.note:
            return said
        number = run(str(each.note), self._own("NoteNumber"))
        return f'{said}<w:hyperlink w:anchor="source{each.note}">{number}</w:hyperlink>'

    def _own(self, style: str) -> str:
        return self._styles.get(style, style)


def run(text: str, style: str = "", *, right_to_left: bool = False, language: str = "") -> str:
    """Return some words as a run. Raises ValueError where XML cannot hold one of their signs."""
    properties = (
        f"{valued('rStyle', style) if style else ''}{'<w:rtl/>' if right_to_left else ''}"
        f"{_spoken(language, right_to_left=right_to_left) if language else ''}"
    )
    words = "<w:tab/>".join(map(_shown, text.split("\t")))
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{words}</w:r>"


def _shown(text: str) -> str:
    return f'<w:t xml:space="preserve">{escaped(text)}</w:t>' if text else ""


def _spoken(language: str, *, right_to_left: bool) -> str:
    """Return the language of a run. One that runs right to left has it apart; that of the document stands otherwise."""
    if right_to_left and not runs_right_to_left(language):
        return ""
    return f'<w:lang w:{"bidi" if right_to_left else "val"}="{escaped(language_tag(language))}"/>'


def language_tag(language: str) -> str:
    """Return a language as Word names it."""
    return "en-US" if language == "en" else language


@lru_cache(maxsize=_MOST_STYLES)
def page_number(pattern: str, language: str = "") -> str:
    """Return "Page n of m" in a language, with fields for both numbers."""
    codes = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
    return "".join(
        f'<w:fldSimple w:instr="{codes[piece]}">{run("1")}</w:fldSimple>'
        if piece in codes
        else run(piece, language=language)
        for piece in re.split(r"(\{pages?\})", pattern)
        if piece
    )


@lru_cache(maxsize=_MOST_STYLES)
def valued(tag: str, value: str) -> str:
    """Return an element that holds nothing but a value: the name of a style, never words of a person."""
    return f'<w:{tag} w:val="{escaped(value)}"/>'


def escaped(text: str) -> str:
    """Return a text as it stands in XML, also in an attribute. Raises ValueError where XML cannot hold a sign of it."""
    found = _FORBIDDEN.search(text)
    if found:
        raise ValueError(f"XML cannot hold U+{ord(found.group()):04X}.")
    return escape(text)
