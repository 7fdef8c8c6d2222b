"""Fields of Word: those that number pages stay, all others become the words they last showed."""

import re
from dataclasses import dataclass, field

from testimony_app.documents.letterheads.names import w
from testimony_app.documents.letterheads.package import Element

_HARMLESS = re.compile(r"\s*(PAGE|NUMPAGES|SECTION|SECTIONPAGES)(\s+\\\*\s*[A-Za-z]+)*\s*", re.IGNORECASE)
_CONTENT = {w(name) for name in ("t", "tab", "br", "cr", "drawing", "pict", "sym", "noBreakHyphen")}


@dataclass(slots=True)
class _Field:
    parts: list[Element] = field(default_factory=list)
    codes: list[Element] = field(default_factory=list)
    is_code_over: bool = False
    is_nested: bool = False


def still_fields(story: Element) -> bool:
    """Take the working out of fields; return whether any was there that could fetch or count something."""
    found = _still_simple(story)
    stack: list[_Field] = []
    for element in list(story.iter(w("fldChar"), w("instrText"), w("delInstrText"), *_CONTENT)):
        found |= _step(stack, element)
    for left in stack:
        _drop(left.parts)
    return found or bool(stack)


def _step(stack: list[_Field], element: Element) -> bool:
    """Take one element in reading order; return whether a field was taken out."""
    kind = element.get(w("fldCharType")) if element.tag == w("fldChar") else ""
    if kind == "begin":
        for each in stack:
            each.is_nested = True
        stack.append(_Field([element], is_nested=bool(stack)))
    elif not stack:
        if element.tag not in _CONTENT:
            _drop([element])
    elif kind == "end":
        stack[-1].parts.append(element)
        return _close(stack.pop())
    elif kind:
        stack[-1].parts.append(element)
        stack[-1].is_code_over = True
    elif element.tag not in _CONTENT:
        stack[-1].parts.append(element)
        stack[-1].codes.append(element)
    elif any(not each.is_code_over for each in stack):
        _drop([element])
    return False


def _close(done: _Field) -> bool:
    code = "".join(each.text or "" for each in done.codes)
    if done.is_nested or not _HARMLESS.fullmatch(code):
        _drop(done.parts)
        return True
    for each in done.parts:
        for child in list(each):
            each.remove(child)
    return False


def _still_simple(story: Element) -> bool:
    found = False
    for element in list(story.iter(w("fldSimple"))):
        for data in element.findall(w("fldData")):
            element.remove(data)
        if not _HARMLESS.fullmatch(element.get(w("instr"), "")):
            found = True
            unwrap(element)
    return found


def _drop(elements: list[Element]) -> None:
    for element in elements:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)


def unwrap(element: Element) -> None:
    """Put what an element holds in its place."""
    parent = element.getparent()
    place = parent.index(element)
    for child in reversed(list(element)):
        parent.insert(place, child)
    parent.remove(element)
