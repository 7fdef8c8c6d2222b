"""The parts of a Word file that nobody vouches for, and how they are tied together."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias

from lxml import etree

from testimony_app.documents.letterheads.names import local
from testimony_app.domain.errors import OrganizerError
from testimony_app.files.archive import ArchiveLimits, read_archive

Element: TypeAlias = Any
"""An element of lxml, which has no types."""

MOST_XML = 4 * 1024 * 1024
"""Bytes of one XML part. A letterhead has a few thousand; what is larger is no letterhead."""

_OLD_WORD = b"\xd0\xcf\x11\xe0"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_DOCUMENTS = {f"{_MAIN}document.main+xml", f"{_MAIN}template.main+xml"}
_STRICT = "http://purl.oclc.org/ooxml/"


class Tie(NamedTuple):
    """A relationship: its id, the last word of its type, and the part it leads to, or an address outside."""

    id: str
    kind: str
    target: str
    is_external: bool


@dataclass(frozen=True, slots=True)
class Package:
    """The files of a zip by name in lower case, since the format tells no case apart."""

    files: Mapping[str, bytes]

    def xml(self, name: str) -> Element:
        """Return a part as a tree. Raises OrganizerError `letterhead_broken`, `letterhead_entities`."""
        content = self.files.get(name.lower())
        if content is None:
            raise OrganizerError("letterhead_broken")
        return parsed(content)

    def ties(self, name: str) -> tuple[Tie, ...]:
        """Return the relationships of a part, or of the whole package where `name` is empty."""
        folder, file = posixpath.split(name)
        path = posixpath.join(folder, "_rels", f"{file}.rels")
        if path.lower() not in self.files:
            return ()
        return tuple(_tie(each, folder) for each in self.xml(path) if local(each.tag) == "Relationship")


def read_package(content: bytes) -> tuple[Package, str]:
    """Return a Word file's parts and the name of the main one.

    Raises OrganizerError: `letterhead_old_word`, `letterhead_macros`, `letterhead_not_word`, the codes of
    `Package.xml`, and those of `read_archive`.
    """
    if content.startswith(_OLD_WORD):
        raise OrganizerError("letterhead_old_word")
    try:
        files = read_archive(content, ArchiveLimits())
    except OrganizerError as error:
        if error.code == "archive_broken":
            raise OrganizerError("letterhead_not_word") from error
        raise
    package = Package({name.lower(): each for name, each in files.items()})
    if any(name.endswith(("vbaproject.bin", "vbadata.xml")) for name in package.files):
        raise OrganizerError("letterhead_macros")
    if "[content_types].xml" not in package.files:
        raise OrganizerError("letterhead_not_word")
    main = next((tie.target for tie in package.ties("") if tie.kind == "officeDocument" and not tie.is_external), "")
    kind = _content_type(package, main)
    if "macroenabled" in kind.lower():
        raise OrganizerError("letterhead_macros")
    if kind not in _DOCUMENTS or main.lower() not in package.files or _STRICT.encode() in package.files[main.lower()]:
        raise OrganizerError("letterhead_not_word")
    return package, main


def parsed(content: bytes) -> Element:
    """Return XML as a tree without comments and instructions; nothing is fetched and no entity is put in.

    Raises OrganizerError `letterhead_entities` where it declares any, `letterhead_too_long`, `letterhead_broken`.
    """
    if len(content) > MOST_XML:
        raise OrganizerError("letterhead_too_long")
    if b"<!DOCTYPE" in content.replace(b"\0", b"").upper():
        raise OrganizerError("letterhead_entities")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise OrganizerError("letterhead_broken") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise OrganizerError("letterhead_entities")
    return root


def _tie(element: Element, folder: str) -> Tie:
    target = element.get("Target", "")
    is_external = element.get("TargetMode", "Internal") != "Internal" or "://" in target or "\\" in target
    if not is_external:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Tie(element.get("Id", ""), element.get("Type", "").rpartition("/")[2], target, is_external)


def _content_type(package: Package, main: str) -> str:
    by_ending = ""
    for each in package.xml("[content_types].xml"):
        name, kind = local(each.tag), each.get("ContentType", "")
        if name == "Override" and each.get("PartName", "").lstrip("/").lower() == main.lower():
            return str(kind)
        if name == "Default" and main.lower().endswith(f".{each.get('Extension', '').lower()}"):
            by_ending = str(kind)
    return by_ending
