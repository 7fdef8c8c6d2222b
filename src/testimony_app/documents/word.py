"""A testimony as a Word file: real headings, numbered sources, links, and no trace of the machine."""

import io
import zipfile
from collections.abc import Iterable
from pathlib import Path

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from testimony_app.documents.direction import is_right_to_left
from testimony_app.documents.options import DocumentOptions
from testimony_app.documents.outline import Block, BlockKind, Run, outline
from testimony_app.domain.testimony import Testimony

_STYLES = {
    BlockKind.RECORD: "RecordLine",
    BlockKind.SUBJECT: "Heading1",
    BlockKind.FOR_THE_RECORD: "RecordEnd",
    BlockKind.HEADING: "Heading2",
    BlockKind.TEXT: "",
    BlockKind.SOURCE: "Source",
}
_RECORD = {BlockKind.RECORD, BlockKind.SUBJECT}


class WordWriter:
    """Writes Word files from our own base template, which is read and packed once.

    `template` is the folder with the template's parts. A writer keeps nothing of one testimony for the next.
    """

    def __init__(self, template: Path) -> None:
        self._base = _packed(template)

    def write(self, testimony: Testimony, options: DocumentOptions) -> bytes:
        """Return the testimony as the bytes of a .docx file."""
        document = docx.Document(io.BytesIO(self._base))
        _describe(document, testimony, options)
        page = _Page(document)
        for block in outline(testimony, options):
            page.add(block)
        _write_footer(document, options)
        buffer = io.BytesIO()
        document.save(buffer)
        return buffer.getvalue()


class _Page:
    """The body of a document while it is filled."""

    def __init__(self, document: Document) -> None:
        self._part = document.part
        self._body = document.element.body
        self._last = self._body[-1]
        self._is_first = True
        self._links: dict[str, str] = {}

    def add(self, block: Block) -> None:
        """Add one paragraph."""
        style = _STYLES[block.kind]
        if self._is_first and block.kind is BlockKind.RECORD:
            style = "RecordStart"
        self._is_first = False
        paragraph = _paragraph(style, right_to_left=is_right_to_left(block.text))
        if block.label:
            paragraph.append(_run(block.label, style="RecordLabel"))
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
        yield _run(run.text, right_to_left=is_right_to_left(run.text), language=block.language)
        if run.note:
            link = OxmlElement("w:hyperlink")
            link.set(qn("w:anchor"), _bookmark_name(run.note))
            link.append(_run(str(run.note), style="NoteNumber"))
            yield link

    def _link(self, run: Run) -> BaseOxmlElement:
        if run.url not in self._links:
            self._links[run.url] = self._part.relate_to(run.url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), self._links[run.url])
        link.append(_run(run.text, style="Hyperlink"))
        return link


def _packed(template: Path) -> bytes:
    """Return the template's parts as a package, the content types first."""
    buffer = io.BytesIO()
    paths = sorted(path for path in template.rglob("*") if path.is_file())
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for path in paths:
            package.writestr(path.relative_to(template).as_posix(), path.read_bytes())
    return buffer.getvalue()


def _describe(document: Document, testimony: Testimony, options: DocumentOptions) -> None:
    """Set the properties and the language. The author is the name the person publishes, or nothing."""
    properties = document.core_properties
    properties.title = testimony.title[:255]
    properties.subject = testimony.subject[:255]
    properties.author = testimony.author[:255]
    properties.last_modified_by = testimony.author[:255]
    properties.language = testimony.language
    properties.created = properties.modified = options.made_at.replace(tzinfo=None, microsecond=0)
    tag = "en-US" if testimony.language == "en" else testimony.language
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), tag)


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


def _write_footer(document: Document, options: DocumentOptions) -> None:
    """Put the reference on the left and, on a document of several pages, "Page 1 of 2" on the right."""
    words = options.language.words
    paragraph = document.sections[0].footer.paragraphs[0]
    foot = [options.reference] if options.reference else []
    if options.replaces:
        foot.append(words.replaces.replace("{reference}", options.replaces))
    element: BaseOxmlElement = paragraph._p  # noqa: SLF001  (python-docx has no public way to the element)
    element.append(_run(". ".join(foot) + "\t"))
    element.extend(_page_number(words.page_of))


def _page_number(pattern: str) -> Iterable[BaseOxmlElement]:
    """Return "Page n of m" inside a field that shows it only where m is more than one."""
    yield _field("begin")
    yield _instruction(" IF ")
    yield from _simple_field(" NUMPAGES ")
    yield _instruction(' > 1 "')
    rest = pattern
    for name, code in (("{page}", " PAGE "), ("{pages}", " NUMPAGES ")):
        before, _, rest = rest.partition(name)
        yield _instruction(before)
        yield from _simple_field(code)
    yield _instruction(f'{rest}" "" ')
    yield _field("separate")
    yield _field("end")


def _simple_field(code: str) -> Iterable[BaseOxmlElement]:
    return (_field("begin"), _instruction(code), _field("separate"), _run("1"), _field("end"))


def _field(kind: str) -> BaseOxmlElement:
    run = OxmlElement("w:r")
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    run.append(mark)
    return run


def _instruction(text: str) -> BaseOxmlElement:
    run = OxmlElement("w:r")
    code = OxmlElement("w:instrText")
    code.text = text
    code.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    run.append(code)
    return run
