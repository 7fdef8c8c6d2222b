"""Shows each cluster of signs of a PDF in one piece, where Typst parts it, so that its text stands there once.

A letter with its marks, or signs with a joiner between them, are a grapheme cluster (UAX #29). Typst 0.15 sets a glyph
that stands at another height than the one before it, or comes from another font, as a text of its own, and gives each
of them the text of the whole cluster (typst#8767): a screen reader would say it twice, and who copies it would have it
twice. Here all of it is moved into the piece that shows its letter, without a change of place on the page, and one
`/ActualText` holds it (ISO 32000-1, 14.9.4), as Typst itself writes a cluster of several glyphs.
"""

import io
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence

import pikepdf
from pikepdf import Array, ContentStreamInstruction, Dictionary, Name, Operator, String

from testimony_app.documents.characters import may_be_parted
from testimony_app.documents.pdf_glyphs import Cluster, Font, Fonts, Number, PageReader, Shown, Step, parts_of


def with_whole_clusters(content: bytes) -> bytes:
    """Return a PDF made by Typst with each cluster in one piece. It looks as before."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        elements = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
        fonts = Fonts()
        changed = [_mend(page, fonts.on(page), elements) for page in pdf.pages]
        if not any(changed):
            return content
        return _saved(pdf)


def _saved(pdf: pikepdf.Pdf) -> bytes:
    """Return a PDF as bytes. It is read and written in small pieces, between which other threads go on."""
    for number in range(1, int(pdf.trailer.Size)):
        pdf.get_object(number, 0)
    made = io.BytesIO()
    pdf.save(made, deterministic_id=True, progress=lambda _done: None)
    return made.getvalue()


def _mend(page: pikepdf.Page, fonts: Mapping[str, Font], elements: pikepdf.NumberTree) -> bool:
    """Put the parts of clusters together on a page. Return whether there were any."""
    number = page.obj.get(Name.StructParents)
    if number is None or not any(font.has_parts for font in fonts.values()):
        return False
    steps = list(pikepdf.parse_content_stream(page))
    reader = PageReader(fonts, list(elements[int(number)]))
    reader.read(steps)
    parted = list(_parted(reader.found))
    if parted:
        mended = _Changes(parted).applied_to(steps)
        packed = zlib.compress(pikepdf.unparse_content_stream(mended))
        page.obj.Contents.write(packed, filter=Name.FlateDecode)
    return bool(parted)


def _parted(clusters: Iterable[Cluster]) -> Iterator[Sequence[Cluster]]:
    """Yield the parts of each cluster that is shown in several pieces, in the order in which they were set."""
    parts: list[Cluster] = []
    has_letter = False
    for cluster in clusters:
        if not parts or not _goes_on(parts, cluster, has_letter=has_letter):
            if len(parts) > 1:
                yield parts
            parts, has_letter = [], False
        parts.append(cluster)
        has_letter = has_letter or cluster.shown.width > 0
    if len(parts) > 1:
        yield parts


def _goes_on(parts: Sequence[Cluster], cluster: Cluster, *, has_letter: bool) -> bool:
    """Whether a piece shows more of the cluster that came before it, not an equal one.

    An equal one begins with the same glyph: the letter, or the last of its marks where words run right to left. Two
    marks that are alike can stand on one letter too; then its letter is still to come, and has more than no width.
    """
    first, before = parts[0], parts[-1]
    if cluster.item == before.item or (cluster.text, cluster.parent) != (first.text, first.parent):
        return False
    begins_anew = has_letter and cluster.shown.first == first.shown.first
    return (
        not begins_anew and before.shown.ends_near(cluster.shown) and (before is not first or may_be_parted(first.text))
    )


class _Changes:
    """What is to change of the instructions of a page, by their number."""

    def __init__(self, parted: Iterable[Sequence[Cluster]]) -> None:
        self._dropped: set[int] = set()
        self._inserted: dict[int, Sequence[Step]] = {}
        self._glyphs: dict[int, dict[int, Sequence[Step]]] = {}
        self._gaps: dict[int, dict[int, Number]] = {}
        for parts in parted:
            self._gather(parts)

    def _gather(self, parts: Sequence[Cluster]) -> None:
        """Put the parts of a cluster into the piece that shows the widest of them, which is the letter itself."""
        place = max(parts, key=lambda part: part.shown.width)
        others = [part for part in parts if part is not place]
        moved = [step for other in others for step in _shown_in(place, other.shown)]
        if place.within:
            start, _ = place.within
            self._inserted[start + 1] = moved
        else:
            opening = ContentStreamInstruction([Name.Span, Dictionary(ActualText=place.text)], Operator("BDC"))
            closing = ContentStreamInstruction([], Operator("EMC"))
            shown = (opening, *moved, *_shown_in(place, place.shown), closing)
            self._glyphs.setdefault(place.at, {})[place.place] = shown
        for other in others:
            if other.within:
                self._dropped |= {other.at, *other.within}
            else:
                self._gaps.setdefault(other.at, {})[other.place] = -other.shown.width

    def applied_to(self, steps: Sequence[Step]) -> Sequence[Step]:
        """Return the instructions of the page with the changes."""
        mended: list[Step] = []
        for at, step in enumerate(steps):
            if at in self._inserted:
                mended += self._inserted[at]
            if at in self._glyphs or at in self._gaps:
                mended += self._without_moved(step, self._glyphs.get(at, {}), self._gaps.get(at, {}))
            elif at not in self._dropped:
                mended.append(step)
        return mended

    def _without_moved(
        self, step: Step, glyphs: Mapping[int, Sequence[Step]], gaps: Mapping[int, Number]
    ) -> Iterator[Step]:
        """Yield what shows the same glyphs, but some by other steps, and gaps in place of those that were moved."""
        beside: list[bytes | Number] = []
        place = -1
        for part in parts_of(step):
            place += isinstance(part, bytes)
            if isinstance(part, bytes) and place in glyphs:
                yield _showing(beside)
                yield from glyphs[place]
                beside = []
            else:
                beside.append(gaps.get(place, part) if isinstance(part, bytes) else part)
        yield _showing(beside)


def _shown_in(piece: Cluster, shown: Shown) -> Iterator[Step]:
    """Yield what shows some glyphs in the same place of the page, but within the piece of another part."""
    matrix = [round(each, 4) for each in (shown.matrix @ piece.matrix.inverse()).shorthand]
    yield ContentStreamInstruction([shown.name, shown.size], Operator("Tf"))
    yield ContentStreamInstruction(matrix, Operator("Tm"))
    yield _showing(shown.parts)


def _showing(parts: Sequence[bytes | Number]) -> Step:
    shown = [String(part) if isinstance(part, bytes) else part for part in parts]
    return ContentStreamInstruction([Array(shown)], Operator("TJ"))
