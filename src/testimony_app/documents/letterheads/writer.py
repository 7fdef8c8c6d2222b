"""A testimony on a letterhead: its header, footer, styles and page, with our words where its marks stand."""

import io
import zipfile
from collections.abc import Mapping
from copy import deepcopy
from functools import lru_cache
from pathlib import Path

from lxml import etree

from testimony_app.documents.blocks import blocks_of
from testimony_app.documents.letterheads.house_styles import (
    add_numbering,
    add_styles,
    number_sources,
    stack_record,
    stands_under,
)
from testimony_app.documents.letterheads.marks import PLACEHOLDERS, TESTIMONY, is_blank, marks_in
from testimony_app.documents.letterheads.names import XML, R, W, w
from testimony_app.documents.letterheads.package import Element, parsed
from testimony_app.documents.letterheads.room import room_at
from testimony_app.documents.options import DocumentOptions, Variant
from testimony_app.documents.outline import Block, BlockKind, Run
from testimony_app.documents.word_markup import Page
from testimony_app.documents.word_package import (
    CORE,
    DOCUMENT,
    STYLES,
    TIES,
    PackedParts,
    core_properties,
    relate,
    xml,
)
from testimony_app.documents.word_styles import KEPT_WHOLE
from testimony_app.domain.testimony import RecordKind, Testimony

_NUMBERING = "word/numbering.xml"
_TYPES = "[Content_Types].xml"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_NEEDED = {
    STYLES: f"{_WORD}.styles+xml",
    "word/fontTable.xml": f"{_WORD}.fontTable+xml",
    "word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
}
"""Parts that programs expect, by their kinds; ours stand in where a letterhead has none."""

_BODY, _END_OF_BODY = f'<w:body xmlns:w="{W}" xmlns:r="{R}">', "</w:body>"
_EMPTY_NUMBERING = f'<w:numbering xmlns:w="{W}"/>'.encode()


class LetterheadWriter:
    """Writes Word files on one letterhead. `letterhead` is a scrubbed one, `template` the folder of our own parts."""

    def __init__(self, letterhead: bytes, template: Path) -> None:
        with zipfile.ZipFile(io.BytesIO(letterhead)) as package:
            parts = {name: package.read(name) for name in package.namelist()}
        self._ties = parsed(parts[TIES])
        types = parsed(parts[_TYPES])
        self._ours = (template / STYLES).read_bytes()
        numbering = parsed(parts.get(_NUMBERING, _EMPTY_NUMBERING))
        for name, kind in _NEEDED.items():
            if name not in parts:
                relate(self._ties, name.removeprefix("word/"), kind.rpartition(".")[2].removesuffix("+xml"))
                _describe_part(types, name, kind)
                parts[name] = (template / name).read_bytes()
        if _NUMBERING not in parts:
            relate(self._ties, "numbering.xml", "numbering")
            _describe_part(types, _NUMBERING, f"{_WORD}.numbering+xml")
        source = add_styles(parsed(parts[STYLES]), self._ours)["Source"]
        self._number = add_numbering(numbering, (template / _NUMBERING).read_bytes(), source)
        self._stories = {
            name: parsed(content)
            for name, content in parts.items()
            if name.startswith(("word/header", "word/footer"))
            and any(each.encode() in content for each in PLACEHOLDERS)
        }
        self._document = parsed(parts[DOCUMENT])
        self._room = room_at(_place_in(self._document))
        self._core = (template / CORE).read_bytes()
        parts |= {_NUMBERING: xml(numbering), _TYPES: xml(types)}
        own = (CORE, DOCUMENT, TIES, *self._stories)
        self._common = {name: content for name, content in parts.items() if name not in own}
        self._dressed = lru_cache(maxsize=None)(self._dress)

    def write(self, testimony: Testimony, options: DocumentOptions) -> bytes:
        """Return the testimony on the letterhead as the bytes of a .docx file.

        What stands in a placeholder or in the testimony is never looked at for marks.
        """
        values = _values(testimony, options)
        document, ties = deepcopy(self._document), deepcopy(self._ties)
        place = _place_in(document)
        stories = {}
        _fill(document, values)
        for name, story in self._stories.items():
            filled = deepcopy(story)
            _fill(filled, values)
            stories[name] = xml(filled)
        styles, common, is_stacked = self._dressed(options.variant)
        words = options.words_language(testimony.language)
        whole = KEPT_WHOLE.get(options.variant, 0)
        page = Page(
            lambda url: relate(ties, url, "hyperlink", outside=True),
            styles,
            testimony.language,
            words,
            whole,
            is_stacked=is_stacked,
        )
        for block in blocks_of(testimony, options):
            page.add(block)
        if options.foot:
            page.add(Block(BlockKind.FOOT, (Run(options.foot),), language=words))
        for paragraph in list(etree.fromstring(f"{_BODY}{page.markup}{_END_OF_BODY}")):
            place.addprevious(paragraph)
        place.getparent().remove(place)
        own = {CORE: core_properties(self._core, testimony, options), DOCUMENT: xml(document), TIES: xml(ties)}
        return common.with_parts(stories | own)

    def _dress(self, variant: Variant) -> tuple[Mapping[str, str], PackedParts, bool]:
        """Return the ids of the styles that a variant uses, and what all its letters have in common.

        The last is whether a value of the record stands under its label.
        """
        styles = parsed(self._common[STYLES])
        ids = add_styles(styles, self._ours, variant)
        number_sources(styles, ids["Source"], self._number)
        is_stacked = stands_under(styles, ids["RecordLine"], self._room)
        if is_stacked:
            stack_record(styles, ids["RecordLine"])
        return ids, PackedParts(self._common | {STYLES: xml(styles)}), is_stacked


def _place_in(document: Element) -> Element:
    """Return the paragraph in which the testimony is to stand."""
    return next(marks_in(document, TESTIMONY)).getparent().getparent()


def _values(testimony: Testimony, options: DocumentOptions) -> Mapping[str, str]:
    """Return what goes into the placeholders; what is not known, or is to be left out, is empty."""
    record = {line.kind: line.value for line in testimony.record}
    values = (
        options.language.date(options.made_at.astimezone().date().isoformat()),
        testimony.author,
        record.get(RecordKind.WARD) or record.get(RecordKind.NEIGHBORHOOD, ""),
        record.get(RecordKind.TO, ""),
        record.get(RecordKind.SUBJECT, ""),
    )
    return dict(zip(PLACEHOLDERS, values, strict=True))


def _fill(story: Element, values: Mapping[str, str]) -> None:
    """Put values in; a paragraph that showed nothing but a placeholder, and now nothing, goes."""
    for text in marks_in(story, *values):
        text.text = values[text.text]
        text.set(f"{{{XML}}}space", "preserve")
        paragraph = next(text.iterancestors(w("p")))
        following = paragraph.getnext()
        has_section = paragraph.find(f"{w('pPr')}/{w('sectPr')}") is not None
        if is_blank(paragraph) and not has_section and following is not None and following.tag == w("p"):
            paragraph.getparent().remove(paragraph)


def _describe_part(types: Element, name: str, kind: str) -> None:
    tag = types[0].tag.replace("Default", "Override")
    etree.SubElement(types, tag, {"PartName": f"/{name}", "ContentType": kind})
