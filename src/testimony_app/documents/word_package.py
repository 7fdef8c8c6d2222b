"""The parts of a Word file and how they are packed."""

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import UTC
from pathlib import Path
from typing import Any, TypeAlias

from docx.opc.coreprops import CoreProperties
from docx.oxml import parse_xml
from lxml import etree

from testimony_app.documents.blocks import title_of
from testimony_app.documents.options import DocumentOptions
from testimony_app.domain.testimony import Testimony

Element: TypeAlias = Any
"""An element of lxml, which has no types."""

CORE = "docProps/core.xml"
DOCUMENT = "word/document.xml"
STYLES = "word/styles.xml"
TIES = "word/_rels/document.xml.rels"
_PICTURES = "word/media/"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_LONGEST = 255
_INDENT = re.compile(rb">\s+<")


class PackedParts:
    """Parts that many files have in common, packed once. Each bears the format's earliest date."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as package:
            _add(package, parts)
            self._entries = tuple(package.filelist)
            self._content = buffer.getvalue()

    def with_parts(self, parts: Mapping[str, bytes]) -> bytes:
        """Return a zip of the common parts and these."""
        buffer = io.BytesIO()
        buffer.write(self._content)
        with zipfile.ZipFile(buffer, "w") as package:
            package.filelist.extend(self._entries)
            _add(package, parts)
        return buffer.getvalue()


def _add(package: zipfile.ZipFile, parts: Mapping[str, bytes]) -> None:
    """Add parts to a zip. Pictures are packed already."""
    for name, content in parts.items():
        how = zipfile.ZIP_STORED if name.startswith(_PICTURES) else zipfile.ZIP_DEFLATED
        package.writestr(zipfile.ZipInfo(name), content, how)


def parts_of(template: Path) -> dict[str, bytes]:
    """Return a template's parts by name, the content types first, as the format wants them, and without indents."""
    paths = sorted(path for path in template.rglob("*") if path.is_file())
    return {path.relative_to(template).as_posix(): _INDENT.sub(b"><", path.read_bytes()) for path in paths}


def relate(ties: Element, target: str, kind: str, *, outside: bool = False) -> str:
    """Add a relationship to those of a part and return its id."""
    name = f"rId{len(ties) + 1}"
    tie = etree.SubElement(ties, ties[0].tag, {"Id": name, "Type": f"{_OFFICE}{kind}", "Target": target})
    if outside:
        tie.set("TargetMode", "External")
    return name


def core_properties(part: bytes, testimony: Testimony, options: DocumentOptions) -> bytes:
    """Return the properties, set in a part for them. The author is the name the person publishes, or nothing."""
    element = parse_xml(part)
    properties = CoreProperties(element)
    properties.title = title_of(testimony, options)[:_LONGEST]
    properties.subject = testimony.subject[:_LONGEST]
    properties.author = testimony.author[:_LONGEST]
    properties.last_modified_by = testimony.author[:_LONGEST]
    properties.language = testimony.language
    properties.created = properties.modified = options.made_at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    return xml(element)


def xml(root: Element) -> bytes:
    """Return a part as bytes."""
    content: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return content
