"""The text of a letterhead (body, header or footer), and its styles: only what a letter needs is left."""

import re
from collections.abc import Mapping, Set

from testimony_app.documents.letterheads.fields import still_fields, unwrap
from testimony_app.documents.letterheads.hidden import take_hidden
from testimony_app.documents.letterheads.names import (
    MC,
    PIC,
    W10,
    WP,
    WPG,
    WPS,
    XML,
    A,
    M,
    O,
    R,
    V,
    W,
    a,
    local,
    r,
    space_of,
    w,
)
from testimony_app.documents.letterheads.package import Element

_SPACES = {W, A, WP, PIC, WPS, WPG, MC, V, O, W10}
_ATTRIBUTE_SPACES = {"", W, R, XML}
_DROPPED = {
    "object": "embedded", "control": "embedded", "movie": "embedded", "altChunk": "other_documents",
    "subDoc": "other_documents", "commentRangeStart": "comments", "commentRangeEnd": "comments",
    "commentReference": "comments", "annotationRef": "comments", "del": "changes", "moveFrom": "changes",
    "moveFromRangeStart": "changes", "moveFromRangeEnd": "changes", "moveToRangeStart": "changes",
    "moveToRangeEnd": "changes", "cellIns": "changes", "cellDel": "changes", "cellMerge": "changes",
    "delText": "changes", "footnoteReference": "notes", "endnoteReference": "notes", "dataBinding": "hidden_data",
    "printerSettings": "", "proofErr": "", "rsid": "", "bookmarkStart": "", "bookmarkEnd": "", "permStart": "",
    "permEnd": "",
    "sdtEndPr": "", "customXmlPr": "hidden_data", "smartTagPr": "", "lastRenderedPageBreak": "", "ffData": "",
    "customXmlInsRangeStart": "changes", "customXmlInsRangeEnd": "changes", "customXmlDelRangeStart": "changes",
    "customXmlDelRangeEnd": "changes", "numPicBullet": "", "lvlPicBulletId": "", "embedRegular": "fonts",
    "embedBold": "fonts", "embedItalic": "fonts", "embedBoldItalic": "fonts", "contentPart": "drawings",
    "footnotePr": "", "endnotePr": "",
}  # fmt: skip
_UNWRAPPED = {
    "ins": "changes", "moveTo": "changes", "sdt": "", "sdtContent": "", "smartTag": "", "customXml": "hidden_data",
    "hyperlink": "",
}  # fmt: skip
_KEPT_OF_OFFICE = {"lock"}
_LINKS_OF_DRAWINGS = {"hlinkClick", "hlinkHover", "hlinkMouseOver", "snd", "wavAudioFile", "audioFile", "videoFile"}
_GRAPHICS = {PIC, WPS, WPG}
_DRAWN = f"{{{WP}}}docPr"
_OUTSIDE = {r("link"), r("href"), r("pict")}
_LEADS_OUT = re.compile(
    r"[a-z][a-z0-9+.-]*:\s*//|^\s*\\\\|\b(?:file|javascript|vbscript|data|mailto|ftp|mhtml):|url\(", re.IGNORECASE
)
_SAID_OF_PICTURES = {"descr", "title"}
"""What is read out in a picture's place: words, in which "data:" means nothing. Word has put its file's path there."""

_PATH = re.compile(r"://|\\")
_LEADING = {"href", "src", "target", "althref", "action", "background"}


def scrub(
    root: Element, ids: Mapping[str, str], removed: set[str], first: int = 1, hidden: Set[str] = frozenset()
) -> None:
    """Leave of a part only what a letter needs. `ids` are the relationships that are kept, by their old ids.

    `first` is the number of its first drawing, since a file may have no number twice. `hidden` are styles that hide
    what is set in them.

    What a person may want to know of is added to `removed`, as codes.
    """
    if _has_equations(root):
        removed.add("equations")
    _choose(root)
    if _take_deleted_rows(root):
        removed.add("changes")
    if still_fields(root):
        removed.add("fields")
    _take_elements(root, removed)
    if take_hidden(root, hidden):
        removed.add("hidden_data")
    _take_drawings(root, ids, removed)
    for element in root.iter():
        _take_attributes(element, ids, removed)
    for number, each in enumerate(root.iter(_DRAWN), first):
        each.set("id", str(number))
    for each in root.iter(_DRAWN, *(f"{{{space}}}cNvPr" for space in _GRAPHICS)):
        each.set("name", "Picture")  # it may be a path on somebody's computer
    for cell in root.iter(w("tc")):
        if not len(cell) or cell[-1].tag != w("p"):
            cell.append(cell.makeelement(w("p"), {}))


def _has_equations(root: Element) -> bool:
    """Whether an equation stands there that nobody has deleted. It goes, as all that we do not know."""
    found = root.iter(f"{{{M}}}oMath")
    return any(next(each.iterancestors(w("del"), w("moveFrom")), None) is None for each in found)


def _choose(root: Element) -> None:
    """Take of each alternative the one that Word of today shows, if we know its words, else what it falls back to."""
    while (either := root.find(f".//{{{MC}}}AlternateContent")) is not None:
        known = [
            each
            for each in either.findall(f"{{{MC}}}Choice")
            if {each.nsmap.get(prefix) for prefix in each.get("Requires", "").split()} <= {WPS, WPG}
        ]
        for each in (*known, *either.findall(f"{{{MC}}}Fallback")):
            for child in reversed(list(each)):
                either.addnext(child)
            break
        either.getparent().remove(either)


def _take_deleted_rows(root: Element) -> bool:
    rows = [row for row in root.iter(w("tr")) if row.find(f"{w('trPr')}/{w('del')}") is not None]
    for row in rows:
        row.getparent().remove(row)
    return bool(rows)


def _take_elements(root: Element, removed: set[str]) -> None:
    for element in reversed(list(root.iter())):
        name, space = local(element.tag), space_of(element.tag)
        parent = element.getparent()
        if parent is None:
            continue
        if space == W and name in _UNWRAPPED:
            if name == "hyperlink" and element.get(r("id")):
                removed.add("links")
            removed.update(filter(None, [_UNWRAPPED[name]]))
            unwrap(element)
        elif space == W and (name in _DROPPED or name.endswith("Change") or name == "sdtPr"):
            removed.update(filter(None, ["changes" if name.endswith("Change") else _DROPPED.get(name, "")]))
            parent.remove(element)
        elif (space == A and name in _LINKS_OF_DRAWINGS) or (space == V and element.get("href")):
            removed.add("links")
            if space == A:
                parent.remove(element)
        elif space not in _SPACES or name == "extLst" or (space == O and name not in _KEPT_OF_OFFICE):
            parent.remove(element)


def _take_drawings(root: Element, ids: Mapping[str, str], removed: set[str]) -> None:
    """Take out drawings that show what is not here, or of a kind we do not know."""
    for drawing in list(root.iter(w("drawing"), w("pict"))):
        code = _fault_of_drawing(drawing, ids)
        parent = drawing.getparent()
        if code and parent is not None:
            removed.add(code)
            parent.remove(drawing)
    for fill in list(root.iter(a("blipFill"))):
        if not any(each.get(r("embed")) in ids for each in fill.iter(a("blip"))):
            fill.getparent().replace(fill, _plain_fill(root))
    for background in list(root.iter(w("background"))):
        for child in list(background):
            background.remove(child)


def _plain_fill(root: Element) -> Element:
    """Return what stands for a fill whose picture is not here; a theme has to name a color."""
    if root.tag != a("theme"):
        return root.makeelement(a("noFill"), {})
    fill = root.makeelement(a("solidFill"), {})
    fill.append(root.makeelement(a("schemeClr"), {"val": "phClr"}))
    return fill


def _fault_of_drawing(drawing: Element, ids: Mapping[str, str]) -> str:
    if any(each.get("uri") not in _GRAPHICS for each in drawing.iter(a("graphicData"))):
        return "drawings"
    for each in drawing.iter(a("blip"), f"{{{V}}}imagedata"):
        named = each.get(r("embed")) or each.get(r("id"))
        if not named and any(each.get(name) for name in _OUTSIDE):
            return "links"
        if named not in ids:
            return "pictures"
    return ""


def _take_attributes(element: Element, ids: Mapping[str, str], removed: set[str]) -> None:
    attributes = element.attrib
    for name, value in list(attributes.items()):
        space, word = space_of(name), local(name)
        if name in _OUTSIDE:
            removed.add("links")
        if space == R and name not in _OUTSIDE and value in ids:
            attributes[name] = ids[value]
        elif space == R or space not in _ATTRIBUTE_SPACES or word.startswith("rsid") or word.lower() in _LEADING:
            del attributes[name]
        elif element.tag == a("graphicData") and name == "uri":
            continue
        elif name in _SAID_OF_PICTURES:
            if _PATH.search(value):
                del attributes[name]
        elif _LEADS_OUT.search(value):
            del attributes[name]
