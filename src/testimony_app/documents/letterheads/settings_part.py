"""The settings of a Word file that a letter needs: how it is laid out, and nothing that leads elsewhere."""

from testimony_app.documents.letterheads.names import W, local, space_of, w
from testimony_app.documents.letterheads.package import Element, parsed

_KEPT = (
    "mirrorMargins", "gutterAtTop", "defaultTabStop", "autoHyphenation", "hyphenationZone", "evenAndOddHeaders",
    "characterSpacingControl", "compat", "themeFontLang", "clrSchemeMapping", "decimalSymbol", "listSeparator",
)  # fmt: skip
"""In the order of the format."""

_TOLD = {
    "attachedTemplate": "outside_template", "mailMerge": "mail_merge", "documentProtection": "protection",
    "writeProtection": "protection", "docVars": "hidden_data", "trackRevisions": "changes",
}  # fmt: skip
_EMPTY = f'<w:settings xmlns:w="{W}"><w:removePersonalInformation/><w:removeDateAndTime/></w:settings>'


def kept_settings(found: Element | None, removed: set[str]) -> Element:
    """Return new settings with what is kept of those that were found; what else they held is told in `removed`."""
    root = parsed(_EMPTY.encode())
    if found is None:
        return root
    removed.update(_TOLD[local(each.tag)] for each in found if local(each.tag) in _TOLD)
    for name in _KEPT:
        each = found.find(w(name))
        if each is not None:
            root.append(_plain(each))
    return root


def _plain(element: Element) -> Element:
    """Return a copy that holds words of Word's own settings and no others."""
    copy = element.makeelement(element.tag, {})
    is_compat = local(element.tag) == "compatSetting"
    for name, value in element.attrib.items():
        if space_of(name) == W and ("/" not in value or is_compat) and "\\" not in value:
            copy.set(name, value)
    for child in element:
        if space_of(child.tag) == W:
            copy.append(_plain(child))
    return copy
