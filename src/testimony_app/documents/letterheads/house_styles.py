"""Our styles beside those of a letterhead: it keeps its own, and ours are based on its plain text."""

from collections.abc import Iterator, Mapping, Set
from copy import deepcopy

from testimony_app.documents.letterheads.names import w
from testimony_app.documents.letterheads.package import Element, parsed
from testimony_app.documents.options import Variant
from testimony_app.documents.word_styles import styles_of

_ADDED = (
    "RecordLine", "RecordStart", "RecordEnd", "RecordTitle", "RecordLabel", "Heading1", "Source", "NoteNumber",
    "Footer",
)  # fmt: skip
_TAKEN_OVER = {"Heading2": "heading 2", "Hyperlink": "hyperlink"}
"""Styles for which a letterhead's own of the same name are used, where it has them."""

_AS_LARGE_AS_THE_LETTERHEAD = {"RecordLine"}
_LINE = "276"
_LEAST_BESIDE = 2.2
"""How many times as wide as its labels a record must be: a value has a little more room than its label then."""

_BETWEEN_STACKED = "80"
_OURS = "Testimony"
_TEXT = "Text"


def add_styles(styles: Element, template: bytes, variant: Variant = Variant.WRITTEN) -> Mapping[str, str]:
    """Add to a letterhead's styles those that a testimony needs; return their ids by the ids in our template.

    The empty id is that of plain text: a letterhead may set paragraphs without any space between them. In large print
    every style is ours, since those of a letterhead are as large as they are.
    """
    is_large = variant is Variant.LARGE_PRINT
    for each in styles.findall(w("latentStyles")):
        styles.remove(each)
    template_styles = parsed(styles_of(variant, template.decode()).encode())
    ours = {each.get(w("styleId")): each for each in template_styles.iter(w("style"))}
    names = {_name(each).lower(): each.get(w("styleId")) for each in styles.iter(w("style"))}
    ids = {own: names[name] for own, name in _TAKEN_OVER.items() if name in names and not is_large}
    ids |= {own: f"{_OURS}{own}" for own in (*_ADDED, *_TAKEN_OVER) if own not in ids}
    ids[""] = f"{_OURS}{_TEXT}"
    for each in list(styles.iter(w("style"))):
        if each.get(w("styleId")) in ids.values() and each.get(w("styleId"), "").startswith(_OURS):
            styles.remove(each)
    plain = next((each.get(w("styleId")) for each in styles.iter(w("style")) if _is_plain(each)), "")
    taken = {_name(each).lower() for each in styles.iter(w("style"))}
    for own, name in ids.items():
        if name.startswith(_OURS) and own:
            style = _copy(ours[own], name, {**ids, "Normal": plain}, taken)
            if is_large:
                _free_lines(style)
            elif own in _AS_LARGE_AS_THE_LETTERHEAD:
                _take_size_out(style)
            styles.append(style)
    size = next(template_styles.iter(w("sz"))).get(w("val")) if is_large else ""
    styles.append(_text_style(styles, plain, size))
    return ids


def stands_under(styles: Element, record: str, room: int) -> bool:
    """Whether so little room is beside the labels of the record that a word of it may not fit in a line.

    `record` is the id of its style, `room` the width of all in twentieths of a point.
    """
    labels = next(_found(styles, record).iter(w("ind"))).get(w("left"))
    return room < _LEAST_BESIDE * int(labels)


def stack_record(styles: Element, record: str) -> None:
    """Let the lines of a record begin at the margin, with a distance between them."""
    style = _found(styles, record)
    for each in style.iter(w("ind")):
        each.set(w("left"), "0")
        each.set(w("hanging"), "0")
    for each in style.iter(w("spacing")):
        each.set(w("after"), _BETWEEN_STACKED)
    for each in list(style.iter(w("tabs"))):
        each.getparent().remove(each)


def _found(styles: Element, name: str) -> Element:
    return next(each for each in styles.iter(w("style")) if each.get(w("styleId")) == name)


def number_sources(styles: Element, source: str, number: str) -> None:
    """Let the style of sources be numbered by this list."""
    for each in styles.iter(w("style")):
        if each.get(w("styleId")) == source:
            for found in each.iter(w("numId")):
                found.set(w("val"), number)


def add_numbering(numbering: Element, template: bytes, source: str) -> str:
    """Add the list of sources to a letterhead's lists and return its number."""
    ours = parsed(template)
    abstract, number = deepcopy(ours.find(w("abstractNum"))), deepcopy(ours.find(w("num")))
    abstract_id = _free(numbering.iter(w("abstractNum")), "abstractNumId")
    number_id = _free(numbering.iter(w("num")), "numId")
    abstract.set(w("abstractNumId"), abstract_id)
    number.set(w("numId"), number_id)
    number.find(w("abstractNumId")).set(w("val"), abstract_id)
    for style in abstract.iter(w("pStyle")):
        style.set(w("val"), source)
    first = numbering.find(w("num"))
    if first is None:
        numbering.append(abstract)
    else:
        first.addprevious(abstract)
    last = numbering.findall(w("num"))
    (last[-1] if last else abstract).addnext(number)
    return number_id


def _copy(style: Element, name: str, ids: Mapping[str, str], taken: Set[str]) -> Element:
    """Return a style of ours under another id. Word's own name for it stays where the letterhead has none of it."""
    copy = deepcopy(style)
    own = copy.get(w("styleId"))
    copy.set(w("styleId"), name)
    if _TAKEN_OVER.get(own, own) in {own, *taken}:
        copy.set(w("customStyle"), "1")
        copy.find(w("name")).set(w("val"), f"{_OURS} {_name(copy)}")
    for tag in ("basedOn", "next"):
        found = copy.find(w(tag))
        if found is not None:
            known = ids.get(found.get(w("val")), "")
            found.set(w("val"), known)
            if not known:
                copy.remove(found)
    return copy


def _take_size_out(style: Element) -> None:
    for size in (*style.iter(w("sz")), *style.iter(w("szCs"))):
        size.getparent().remove(size)


def _free_lines(style: Element) -> None:
    """Let lines be as high as their letters: a letterhead's plain text may have lines of a fixed height."""
    for spacing in style.iter(w("spacing")):
        if spacing.get(w("line")) is None:
            spacing.set(w("line"), _LINE)
            spacing.set(w("lineRule"), "auto")


def _text_style(styles: Element, plain: str, size: str) -> Element:
    """Return the style of plain text, in a size in half points or in that of the letterhead."""
    style = styles.makeelement(w("style"), {w("type"): "paragraph", w("customStyle"): "1", w("styleId"): _OURS + _TEXT})
    style.append(styles.makeelement(w("name"), {w("val"): f"{_OURS} {_TEXT}"}))
    if plain:
        style.append(styles.makeelement(w("basedOn"), {w("val"): plain}))
    properties = styles.makeelement(w("pPr"), {})
    properties.append(styles.makeelement(w("widowControl"), {}))
    properties.append(styles.makeelement(w("spacing"), {w("after"): "120"}))
    style.append(properties)
    if size:
        _free_lines(style)
        letters = styles.makeelement(w("rPr"), {})
        letters.extend([styles.makeelement(w(tag), {w("val"): size}) for tag in ("sz", "szCs")])
        style.append(letters)
    return style


def _name(style: Element) -> str:
    found = style.find(w("name"))
    return str(found.get(w("val"), "")) if found is not None else ""


def _is_plain(style: Element) -> bool:
    return style.get(w("type")) == "paragraph" and style.get(w("default")) in {"1", "true", "on"}


def _free(elements: Iterator[Element], name: str) -> str:
    used = [int(each.get(w(name))) for each in elements if (each.get(w(name)) or "").isdecimal()]
    return str(max(used, default=0) + 1)
