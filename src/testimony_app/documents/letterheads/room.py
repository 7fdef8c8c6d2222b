"""How wide the place is where a letterhead has its mark."""

from testimony_app.documents.letterheads.names import W, w
from testimony_app.documents.letterheads.package import Element

_LETTER = (12240, 1440, 1440)
"""The width of a page, its left and its right margin, where a letterhead does not say, in twentieths of a point."""

_CELL_MARGINS = 216
_BETWEEN_COLUMNS = 720
_FIFTIETHS = 5000
"""A width in `pct` is given in fiftieths of a percent."""


def room_at(paragraph: Element) -> int:
    """Return how wide the text may be where a paragraph stands, in twentieths of a point."""
    cell = next(paragraph.iterancestors(w("tc")), None)
    return _column(paragraph) if cell is None else _cell(cell)


def _cell(cell: Element) -> int:
    table = next(cell.iterancestors(w("tbl")))
    outside = room_at(table)
    width = cell.find(f"{w('tcPr')}/{w('tcW')}")
    kind, said = (width.get(w("type"), "dxa"), _number(width, "w")) if width is not None else ("auto", 0)
    if kind == "pct":
        wide = outside * said // _FIFTIETHS
    elif kind == "dxa" and said:
        wide = said
    else:
        wide = _on_the_grid(cell, table)
    return min(wide or outside, outside) - _CELL_MARGINS


def _on_the_grid(cell: Element, table: Element) -> int:
    """Return the width of the columns of a table that a cell spans; nothing where they have none."""
    columns = [_number(each, "w") for each in table.findall(f"{w('tblGrid')}/{w('gridCol')}")]
    first = sum(_span(each) for each in cell.itersiblings(w("tc"), preceding=True))
    return sum(columns[first : first + _span(cell)])


def _span(cell: Element) -> int:
    span = cell.find(f"{w('tcPr')}/{w('gridSpan')}")
    return 1 if span is None else max(1, _number(span, "val"))


def _column(element: Element) -> int:
    """Return the width of the page, or of one of its columns, in the section in which an element stands."""
    section = next((each for each in element.xpath("following::w:sectPr | .//w:sectPr", namespaces={"w": W})), None)
    if section is None:
        return _LETTER[0] - _LETTER[1] - _LETTER[2]
    size, margins, columns = (section.find(w(tag)) for tag in ("pgSz", "pgMar", "cols"))
    page = _number(size, "w", _LETTER[0])
    wide = page - _number(margins, "left", _LETTER[1]) - _number(margins, "right", _LETTER[2])
    count = max(1, _number(columns, "num", 1))
    return (wide - (count - 1) * _number(columns, "space", _BETWEEN_COLUMNS)) // count


def _number(element: Element, name: str, otherwise: int = 0) -> int:
    """Return a number that an element holds, or the other where it has none."""
    said = "" if element is None else element.get(w(name)) or ""
    return int(said) if said.isdecimal() else otherwise
