"""A letterhead as somebody made it becomes a file that holds nothing but what a letter needs.

Nothing is taken out of the old file: a new one is made, and only parts that are known go into it.
"""

import io
import zipfile
from dataclasses import dataclass, field

from lxml import etree

from testimony_app.documents.letterheads.hidden import hidden_styles
from testimony_app.documents.letterheads.marks import TESTIMONY, marks_in, set_marks_apart, settle_place
from testimony_app.documents.letterheads.names import W, a, r, space_of, w
from testimony_app.documents.letterheads.package import Element, Package, Tie, parsed, read_package
from testimony_app.documents.letterheads.pictures import kept_picture
from testimony_app.documents.letterheads.settings_part import kept_settings
from testimony_app.documents.letterheads.story import scrub
from testimony_app.domain.errors import OrganizerError

_DOCUMENT = "word/document.xml"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_SINGLE = {
    "styles": ("word/styles.xml", f"{_WORD}.styles+xml", w("styles")),
    "numbering": ("word/numbering.xml", f"{_WORD}.numbering+xml", w("numbering")),
    "fontTable": ("word/fontTable.xml", f"{_WORD}.fontTable+xml", w("fonts")),
    "theme": ("word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml", a("theme")),
}
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE_TYPES = "http://schemas.openxmlformats.org/package/2006/"
_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
)
_TOLD = {
    "comments": "comments", "commentsExtended": "comments", "commentsIds": "comments", "people": "comments",
    "commentsExtensible": "comments", "oleObject": "embedded", "package": "embedded", "control": "embedded",
    "aFChunk": "other_documents", "subDocument": "other_documents", "customXml": "hidden_data", "hyperlink": "links",
    "thumbnail": "thumbnail", "origin": "signature", "chart": "drawings", "mailMergeSource": "mail_merge",
    "attachedTemplate": "outside_template", "glossaryDocument": "other_parts", "extensibility": "other_parts",
    "keyMapCustomizations": "other_parts", "attachedToolbars": "other_parts", "frame": "links",
}  # fmt: skip
_PROPERTIES = {"core-properties", "extended-properties", "custom-properties"}
_PERSONAL = {"creator", "lastModifiedBy", "Company", "Manager", "description", "keywords", "property", "lpwstr"}
_MOST_STORIES = 60
_MOST_DRAWINGS = 100_000
"""Of one part; what is larger than `MOST_XML` holds no more."""


@dataclass(slots=True)
class Scrubbed:
    """A letterhead of which only what a letter needs is left, as the bytes of a .docx file.

    `removed` are codes of what was taken out, `unknown` marks that are no placeholders and stay as they are.
    """

    content: bytes
    removed: tuple[str, ...]
    unknown: tuple[str, ...]


@dataclass(slots=True)
class _Made:
    """The new file while it grows."""

    parts: dict[str, bytes] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    pictures: dict[str, str] = field(default_factory=dict)
    removed: set[str] = field(default_factory=set)
    unknown: list[str] = field(default_factory=list)
    hidden: frozenset[str] = frozenset()
    stories: int = 0


def scrubbed(content: bytes) -> Scrubbed:
    """Return the scrubbed letterhead.

    Raises OrganizerError: the codes of `read_package` and `settle_place`, and `letterhead_broken`.
    """
    package, main = read_package(content)
    made = _Made()
    _tell_of_package(package, made)
    _make_document(package, main, made)
    return Scrubbed(_packed(made), tuple(sorted(made.removed)), tuple(dict.fromkeys(made.unknown)))


def _make_document(package: Package, main: str, made: _Made) -> None:
    ties = package.ties(main)
    kept: list[tuple[str, str, str]] = []
    ids: dict[str, str] = {}
    done: set[str] = set()
    made.hidden = _hidden_styles(package, ties)
    for tie in ties:
        target = _part_of(package, tie, made, done)
        if target:
            new = f"rId{len(kept) + 1}"
            kept.append((new, tie.kind, target))
            if tie.kind not in _SINGLE:
                ids[tie.id] = new
    settings = next((tie for tie in ties if tie.kind == "settings" and not tie.is_external), None)
    root = package.xml(settings.target) if settings and settings.target.lower() in package.files else None
    if settings is not None:
        _tell_of_ties(package.ties(settings.target), made)
    _add(made, "word/settings.xml", kept_settings(root, made.removed), f"{_WORD}.settings+xml")
    kept.append((f"rId{len(kept) + 1}", "settings", "settings.xml"))
    document = package.xml(main)
    if document.tag != w("document"):
        raise OrganizerError("letterhead_not_word")
    scrub(document, ids, made.removed, hidden=made.hidden)
    for name in ("headerReference", "footerReference"):
        for each in list(document.iter(w(name))):
            if each.get(r("id")) is None:
                each.getparent().remove(each)
    made.unknown += set_marks_apart(document)
    settle_place(document)
    _add(made, _DOCUMENT, document, f"{_WORD}.document.main+xml")
    made.parts["word/_rels/document.xml.rels"] = _ties_xml(kept)


def _hidden_styles(package: Package, ties: tuple[Tie, ...]) -> frozenset[str]:
    parts = (tie.target for tie in ties if tie.kind == "styles" and not tie.is_external)
    return next((hidden_styles(package.xml(part)) for part in parts if part.lower() in package.files), frozenset())


def _part_of(package: Package, tie: Tie, made: _Made, done: set[str]) -> str:
    """Make the part that a relationship leads to where it is kept; return its name seen from the document."""
    if tie.is_external or tie.target.lower() not in package.files:
        _tell_of_ties((tie,), made)
        return ""
    if tie.kind in _SINGLE and tie.kind not in done:
        done.add(tie.kind)
        name, kind, tag = _SINGLE[tie.kind]
        root = package.xml(tie.target)
        if root.tag != tag:
            raise OrganizerError("letterhead_broken")
        _tell_of_ties(package.ties(tie.target), made)
        scrub(root, {}, made.removed)
        _add(made, name, root, kind)
        return name.removeprefix("word/")
    if tie.kind in {"header", "footer"}:
        return _story(package, tie, made)
    if tie.kind == "image":
        return _picture(package, tie, made)
    _tell_of_ties((tie,), made)
    return ""


def _story(package: Package, tie: Tie, made: _Made) -> str:
    made.stories += 1
    if made.stories > _MOST_STORIES:
        raise OrganizerError("letterhead_too_long")
    root = package.xml(tie.target)
    if root.tag not in {w("hdr"), w("ftr")}:
        raise OrganizerError("letterhead_broken")
    kept: list[tuple[str, str, str]] = []
    ids: dict[str, str] = {}
    for each in package.ties(tie.target):
        picture = ""
        if each.kind == "image" and not each.is_external and each.target.lower() in package.files:
            picture = _picture(package, each, made)
        else:
            _tell_of_ties((each,), made)
        if picture:
            ids[each.id] = f"rId{len(kept) + 1}"
            kept.append((ids[each.id], "image", picture))
    scrub(root, ids, made.removed, made.stories * _MOST_DRAWINGS, made.hidden)
    if root.find(w("p")) is None:
        root.append(root.makeelement(w("p"), {}))
    made.unknown += set_marks_apart(root)
    if any(True for _ in marks_in(root, TESTIMONY)):
        raise OrganizerError("letterhead_bad_place")
    name = f"{tie.kind}{made.stories}.xml"
    _add(made, f"word/{name}", root, f"{_WORD}.{tie.kind}+xml")
    if kept:
        made.parts[f"word/_rels/{name}.rels"] = _ties_xml(kept)
    return name


def _picture(package: Package, tie: Tie, made: _Made) -> str:
    known = tie.target.lower()
    if known not in made.pictures:
        picture = kept_picture(package.files[known])
        if picture is None:
            made.removed.add("pictures")
            made.pictures[known] = ""
        else:
            if picture.is_lighter:
                made.removed.add("picture_notes")
            name = f"media/image{len(made.pictures) + 1}.{picture.ending}"
            made.parts[f"word/{name}"] = picture.content
            made.types[f"/word/{name}"] = picture.content_type
            made.pictures[known] = name
    return made.pictures[known]


def _tell_of_package(package: Package, made: _Made) -> None:
    for tie in package.ties(""):
        if tie.kind in _PROPERTIES and tie.target.lower() in package.files:
            if _names_somebody(parsed(package.files[tie.target.lower()])):
                made.removed.add("properties")
        elif tie.kind != "officeDocument":
            _tell_of_ties((tie,), made)


def _names_somebody(properties: Element) -> bool:
    return any(
        each.tag.rpartition("}")[2] in _PERSONAL and "".join(each.itertext()).strip() for each in properties.iter()
    )


def _tell_of_ties(ties: tuple[Tie, ...], made: _Made) -> None:
    for tie in ties:
        code = _TOLD.get(tie.kind, "links" if tie.is_external else "")
        if tie.kind.startswith(("diagram", "activeX")):
            code = "drawings" if tie.kind.startswith("diagram") else "embedded"
        if tie.kind == "font":
            code = "fonts"
        if code:
            made.removed.add(code)


def _add(made: _Made, name: str, root: Element, kind: str) -> None:
    keep = ["w", "r"] if space_of(root.tag) == W else None
    etree.cleanup_namespaces(root, keep_ns_prefixes=keep)
    made.parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    made.types[f"/{name}"] = kind


def _ties_xml(kept: list[tuple[str, str, str]]) -> bytes:
    """Return relationships as XML. All of it is of our own making: ids, types and names."""
    rows = "".join(f'<Relationship Id="{own}" Type="{_TYPES}{kind}" Target="{name}"/>' for own, kind, name in kept)
    return f'<Relationships xmlns="{_PACKAGE_TYPES}relationships">{rows}</Relationships>'.encode()


def _packed(made: _Made) -> bytes:
    types = made.types | {"/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml"}
    rows = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in types.items())
    content_types = (
        f'<Types xmlns="{_PACKAGE_TYPES}content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rows}</Types>'
    )
    top = (
        f'<Relationships xmlns="{_PACKAGE_TYPES}relationships">'
        f'<Relationship Id="rId1" Type="{_TYPES}officeDocument" Target="{_DOCUMENT}"/>'
        f'<Relationship Id="rId2" Type="{_PACKAGE_TYPES}relationships/metadata/core-properties" '
        'Target="docProps/core.xml"/></Relationships>'
    )
    parts = {
        "[Content_Types].xml": content_types.encode(),
        "_rels/.rels": top.encode(),
        "docProps/core.xml": _CORE.encode(),
        **made.parts,
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
