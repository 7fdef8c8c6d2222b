"""A testimony as a Word file: real headings, numbered sources, links, and no trace of the machine."""

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.coreprops import CoreProperties
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from testimony_app.documents.blocks import blocks_of
from testimony_app.documents.direction import is_right_to_left
from testimony_app.documents.options import DocumentOptions, Variant
from testimony_app.documents.outline import Block, BlockKind, Run
from testimony_app.documents.word_styles import styles_of
from testimony_app.domain.testimony import Testimony

_STYLES = {
    BlockKind.RECORD: "RecordLine",
    BlockKind.SUBJECT: "Heading1",
    BlockKind.FOR_THE_RECORD: "RecordEnd",
    BlockKind.HEADING: "Heading2",
    BlockKind.TEXT: "",
    BlockKind.SOURCE: "Source",
    BlockKind.OVERLINE: "CardNote",
    BlockKind.TITLE: "Heading1",
    BlockKind.KEY: "CardNote",
    BlockKind.PART: "Heading2",
    BlockKind.TIME: "CardTime",
    BlockKind.SAID: "Said",
    BlockKind.FOOT: "Footer",
}
_STYLES_PART = "word/styles.xml"
_PICTURES = "word/media/"


class WordWriter:
    """Writes Word files from our own base template, which is read and packed once.

    `template` is the folder with the template's parts. A writer keeps nothing of one testimony for the next.
    """

    def __init__(self, template: Path) -> None:
        parts = _parts(template)
        self._parts = {each: parts | {_STYLES_PART: styles_of(each, parts[_STYLES_PART])} for each in Variant}
        self._bases = {each: packed(self._parts[each]) for each in Variant}

    def write(self, testimony: Testimony, options: DocumentOptions) -> bytes:
        """Return the testimony as the bytes of a .docx file."""
        document = docx.Document(io.BytesIO(self._bases[options.variant]))
        describe(document.core_properties, testimony, options)
        _set_language(document, testimony.language)
        part = document.part
        page = Page(
            document.element.body[-1], lambda url: part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        )
        for block in blocks_of(testimony, options):
            page.add(block)
        _write_footers(document, options)
        return packed(self._parts[options.variant] | _changed_parts(document), zipfile.ZIP_DEFLATED)


class Page:
    """The body of a document while it is filled, in front of the element `last`.

    `relate` makes a relationship to a web address and returns its id. `styles` are ids of styles that stand in for
    ours, `language` is said of each run where the document's own may be another.
    """

    def __init__(
        self,
        last: BaseOxmlElement,
        relate: Callable[[str], str],
        styles: Mapping[str, str] | None = None,
        language: str = "",
    ) -> None:
        self._last = last
        self._relate = relate
        self._styles = styles or {}
        self._language = language
        self._is_first = True
        self._links: dict[str, str] = {}

    def add(self, block: Block) -> None:
        """Add one paragraph."""
        style = _STYLES[block.kind]
        if self._is_first and block.kind is BlockKind.RECORD:
            style = "RecordStart"
        self._is_first = False
        paragraph = _paragraph(self._own(style), right_to_left=is_right_to_left(block.label + block.text))
        if block.label:
            paragraph.append(_run(block.label, self._own("RecordLabel"), language=self._language))
            paragraph.append(_run("\t"))
        if block.kind is BlockKind.SOURCE:
            paragraph.append(_bookmark_start(block.number))
            paragraph.append(_bookmark_end(block.number))
        for run in block.runs:
            paragraph.extend(self._elements(run, block))
        self._last.addprevious(paragraph)

    def _elements(self, run: Run, block: Block) -> Iterable[BaseOxmlElement]:
        if run.url:
            yield self._link(run)
            return
        style = "Mark" if run.mark else "Cue" if run.strong else ""
        right_to_left = is_right_to_left(run.text)
        language = block.language or self._language
        own = self._own(style) if style else ""
        yield _run(run.text, own, right_to_left=right_to_left, language=language)
        if run.note:
            link = OxmlElement("w:hyperlink")
            link.set(qn("w:anchor"), _bookmark_name(run.note))
            link.append(_run(str(run.note), self._own("NoteNumber")))
            yield link

    def _link(self, run: Run) -> BaseOxmlElement:
        if run.url not in self._links:
            self._links[run.url] = self._relate(run.url)
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), self._links[run.url])
        link.append(_run(run.text, self._own("Hyperlink")))
        return link

    def _own(self, style: str) -> str:
        return self._styles.get(style, style)


def _parts(template: Path) -> dict[str, bytes]:
    """Return the template's parts by name, the content types first, as the format wants them."""
    paths = sorted(path for path in template.rglob("*") if path.is_file())
    return {path.relative_to(template).as_posix(): path.read_bytes() for path in paths}


def _changed_parts(document: Document) -> dict[str, bytes]:
    """Return the parts as they are now. The list of parts and the package's own relationships never change."""
    package = document.part.package
    parts = {str(part.partname).lstrip("/"): part.blob for part in package.iter_parts()} if package else {}
    relationships: bytes = document.part.rels.xml
    return parts | {"word/_rels/document.xml.rels": relationships}


def packed(parts: Mapping[str, bytes], method: int = zipfile.ZIP_STORED) -> bytes:
    """Return parts as a zip. Each bears the format's earliest date: python-docx's own would tell the local time.

    Pictures are packed already.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as package:
        for name, content in parts.items():
            how = zipfile.ZIP_STORED if name.startswith(_PICTURES) else method
            package.writestr(zipfile.ZipInfo(name), content, how)
    return buffer.getvalue()


def describe(properties: CoreProperties, testimony: Testimony, options: DocumentOptions) -> None:
    """Set the properties. The author is the name the person publishes, or nothing."""
    properties.title = testimony.title[:255]
    properties.subject = testimony.subject[:255]
    properties.author = testimony.author[:255]
    properties.last_modified_by = testimony.author[:255]
    properties.language = testimony.language
    properties.created = properties.modified = options.made_at.replace(tzinfo=None, microsecond=0)


def language_tag(language: str) -> str:
    """Return a language as Word names it."""
    return "en-US" if language == "en" else language


def _set_language(document: Document, language: str) -> None:
    for each in document.styles.element.iter(qn("w:lang")):
        each.set(qn("w:val"), language_tag(language))


def _paragraph(style: str, *, right_to_left: bool = False) -> BaseOxmlElement:
    paragraph = OxmlElement("w:p")
    if style or right_to_left:
        properties = OxmlElement("w:pPr")
        if style:
            properties.append(_valued("w:pStyle", style))
        if right_to_left:
            properties.append(OxmlElement("w:bidi"))
        paragraph.append(properties)
    return paragraph


def _run(text: str, style: str = "", *, right_to_left: bool = False, language: str = "") -> BaseOxmlElement:
    run = OxmlElement("w:r")
    properties = OxmlElement("w:rPr")
    if style:
        properties.append(_valued("w:rStyle", style))
    if right_to_left:
        properties.append(OxmlElement("w:rtl"))
    if language:
        properties.append(_valued("w:lang", language))
    if len(properties):
        run.append(properties)
    for number, piece in enumerate(text.split("\t")):
        if number:
            run.append(OxmlElement("w:tab"))
        if piece:
            words = OxmlElement("w:t")
            words.text = piece
            words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            run.append(words)
    return run


def _valued(tag: str, value: str) -> BaseOxmlElement:
    element = OxmlElement(tag)
    element.set(qn("w:val"), value)
    return element


def _bookmark_name(number: int) -> str:
    return f"source{number}"


def _bookmark_start(number: int) -> BaseOxmlElement:
    mark = OxmlElement("w:bookmarkStart")
    mark.set(qn("w:id"), str(number))
    mark.set(qn("w:name"), _bookmark_name(number))
    return mark


def _bookmark_end(number: int) -> BaseOxmlElement:
    mark = OxmlElement("w:bookmarkEnd")
    mark.set(qn("w:id"), str(number))
    return mark


def _write_footers(document: Document, options: DocumentOptions) -> None:
    """Put the reference at the foot of every page, and from the second page on "Page 2 of 3" beside it.

    The first page has none, since no field shows a number only where there are several pages in every program.
    """
    section = document.sections[0]
    for footer in (section.first_page_footer, section.footer):
        footer.paragraphs[0].add_run(options.foot)
    number: BaseOxmlElement = section.footer.paragraphs[0]._p  # noqa: SLF001  (the element has no public name)
    number.append(_run("\t"))
    number.extend(_page_number(options.language.words.page_of))


def _page_number(pattern: str) -> Iterable[BaseOxmlElement]:
    """Yield "Page n of m" with fields for both numbers."""
    codes = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
    for piece in re.split(r"(\{pages?\})", pattern):
        if piece:
            yield _field(codes[piece]) if piece in codes else _run(piece)


def _field(code: str) -> BaseOxmlElement:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    field.append(_run("1"))
    return field
