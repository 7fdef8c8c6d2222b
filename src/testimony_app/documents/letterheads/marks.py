"""The marks in a letterhead: where the testimony goes, and the few things that are put in."""

import re
from collections.abc import Iterator
from copy import deepcopy

from testimony_app.documents.letterheads.names import XML, w
from testimony_app.documents.letterheads.package import Element
from testimony_app.domain.errors import OrganizerError

TESTIMONY = "{{testimony}}"
PLACEHOLDERS = ("{{date}}", "{{name}}", "{{place}}", "{{addressee}}", "{{subject}}")
"""There are no others, and what stands in them is never read as anything but text."""

_KNOWN = re.compile("|".join(map(re.escape, (TESTIMONY, *PLACEHOLDERS))))
_UNKNOWN = re.compile(r"\{\{[^{}]{0,40}\}\}")
_SHOWS = ("t", "drawing", "pict", "sym")
_MOST_UNKNOWN = 10


def set_marks_apart(story: Element) -> tuple[str, ...]:
    """Give each mark a run of its own, however many runs Word had split it over; return marks we do not know."""
    unknown: list[str] = []
    for paragraph in list(story.iter(w("p"))):
        text = "".join(piece for _, piece in _pieces(paragraph))
        unknown += [each for each in _UNKNOWN.findall(text) if not _KNOWN.fullmatch(each)]
        for found in reversed(list(_KNOWN.finditer(text))):
            _set_apart(paragraph, found.start(), found.group())
    return tuple(dict.fromkeys(unknown))[:_MOST_UNKNOWN]


def marks_in(story: Element, *marks: str) -> Iterator[Element]:
    """Yield the texts of a story that are one of these marks and nothing else."""
    for text in list(story.iter(w("t"))):
        if text.text in marks:
            yield text


def settle_place(document: Element) -> None:
    """Give the testimony's place a paragraph of its own: where its mark stands, else after the last paragraph.

    Raises OrganizerError: `letterhead_two_places`, `letterhead_bad_place` where it stands in a text box.
    """
    body = document.find(w("body"))
    if body is None:
        raise OrganizerError("letterhead_broken")
    found = list(marks_in(document, TESTIMONY))
    if len(found) > 1:
        raise OrganizerError("letterhead_two_places")
    if not found:
        place = _place(document)
        if len(body) and body[-1].tag == w("sectPr"):
            body[-1].addprevious(place)
        else:
            body.append(place)
        return
    run = found[0].getparent()
    paragraph = run.getparent()
    if paragraph.getparent().tag not in {w("body"), w("tc")} or any(True for _ in paragraph.iterancestors(w("p"))):
        raise OrganizerError("letterhead_bad_place")
    _part(paragraph, run)


def _part(paragraph: Element, run: Element) -> None:
    """Part a paragraph at a run: what stands before it, the place, what stands after it."""
    after = paragraph.makeelement(w("p"), {})
    properties = paragraph.find(w("pPr"))
    if properties is not None:
        after.append(deepcopy(properties))
        section = properties.find(w("sectPr"))
        if section is not None:
            properties.remove(section)
    for each in list(run.itersiblings()):
        after.append(each)
    paragraph.remove(run)
    place = _place(paragraph)
    paragraph.addnext(place)
    is_last_of_cell = place.getparent().tag == w("tc") and place.getnext() is None
    if not is_blank(after) or after.find(f"{w('pPr')}/{w('sectPr')}") is not None or is_last_of_cell:
        place.addnext(after)
    if is_blank(paragraph):
        paragraph.getparent().remove(paragraph)


def is_blank(paragraph: Element) -> bool:
    """Whether a paragraph shows nothing."""
    shown = (each for name in _SHOWS for each in paragraph.iter(w(name)))
    return not any(each.tag != w("t") or (each.text or "").strip() for each in shown)


def _place(like: Element) -> Element:
    place = like.makeelement(w("p"), {})
    run = like.makeelement(w("r"), {})
    text = like.makeelement(w("t"), {})
    text.text = TESTIMONY
    run.append(text)
    place.append(run)
    return place


def _pieces(paragraph: Element) -> Iterator[tuple[Element, str]]:
    """Yield the texts of a paragraph's own runs; whatever else stands between them parts them by a line break."""
    for child in paragraph:
        if child.tag != w("r"):
            if child.tag != w("pPr"):
                yield child, "\n"
            continue
        for each in child:
            if each.tag == w("t"):
                yield each, each.text or ""
            elif each.tag != w("rPr"):
                yield each, "\n"


def _set_apart(paragraph: Element, start: int, mark: str) -> None:
    _split_at(paragraph, start + len(mark))
    first = _split_at(paragraph, start)
    end = start + len(mark)
    place = 0
    inside = []
    for element, piece in _pieces(paragraph):
        if start <= place < end and piece:
            inside.append(element)
        place += len(piece)
    for element in inside:
        run = element.getparent()
        if run is not first and run.getparent() is paragraph:
            paragraph.remove(run)
    texts = first.findall(w("t"))
    for each in texts[1:]:
        first.remove(each)
    texts[0].text = mark


def _split_at(paragraph: Element, offset: int) -> Element:
    """Split the run that holds an offset of the paragraph's text, and return the run that begins there."""
    place = 0
    for element, piece in list(_pieces(paragraph)):
        if element.tag == w("t") and place <= offset < place + len(piece):
            return _split_run(element, offset - place)
        place += len(piece)
    return None


def _split_run(text: Element, offset: int) -> Element:
    run = text.getparent()
    new = run.makeelement(w("r"), {})
    properties = run.find(w("rPr"))
    if properties is not None:
        new.append(deepcopy(properties))
    rest = text.makeelement(w("t"), {f"{{{XML}}}space": "preserve"})
    rest.text = text.text[offset:]
    for each in [rest, *text.itersiblings()]:
        new.append(each)
    text.text = text.text[:offset]
    text.set(f"{{{XML}}}space", "preserve")
    if not text.text:
        run.remove(text)
    run.addnext(new)
    return new
