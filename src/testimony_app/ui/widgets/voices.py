"""Two voices: the person's own words and the suggested ones, told apart by five signs of which two are colors."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from testimony_app.domain.testimony import Origin, Passage
from testimony_app.ui.look import Look
from testimony_app.ui.tokens import OWN, SMALL_STRONG
from testimony_app.ui.widgets.laid_lines import set_lines, text_layout
from testimony_app.ui.widgets.stacks import Row
from testimony_app.ui.widgets.text import Part, Text

BAR, GAP, GUTTER = 5, 4, 18
_OWN_WEIGHT, _SUGGESTED_WEIGHT, _MARKED_WEIGHT = 500, 400, 700


def voice_format(look: Look, *, own: bool) -> QTextCharFormat:
    """Return how one voice is written: own words plain, suggested ones lighter, tinted and dotted under."""
    look_of = QTextCharFormat()
    if own:
        look_of.setFontWeight(_OWN_WEIGHT)
        look_of.setForeground(look.color("ink"))
        return look_of
    look_of.setFontWeight(_SUGGESTED_WEIGHT)
    look_of.setForeground(look.color("suggink"))
    if not look.tokens.outlined:
        look_of.setBackground(look.color("suggfill"))
    look_of.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    look_of.setUnderlineColor(look.color("sugg"))
    return look_of


def paint_bars(painter: QPainter, look: Look, box: QRectF, *, own: bool, suggested: bool) -> None:
    """Paint the bars of a line in the gutter: whole for own words, dashed for suggested ones."""
    left = box.left()
    if own:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("voice"))
        painter.drawRoundedRect(QRectF(left, box.top(), look.px(BAR), box.height()), 2, 2)
    if suggested:
        pen = QPen(look.color("sugg"), look.px(3))
        pen.setDashPattern([2.0, 1.4])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        x = left + look.px(BAR + GAP) + look.px(1.5)
        painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))


class VoiceText(QWidget):
    """Passages to be read, not written, with the bars of their voices in the gutter."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._passages: tuple[Passage, ...] = ()
        self._marked: tuple[tuple[int, int], ...] = ()
        self._layout: QTextLayout | None = None
        self._height = 0.0
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._on_look_changed)

    def show_passages(self, passages: Sequence[Passage], marked: Sequence[tuple[int, int]] = ()) -> None:
        """Show passages. Characters from `start` to `end` of each of `marked` are bold and underlined."""
        if (tuple(passages), tuple(marked)) != (self._passages, self._marked):
            self._passages, self._marked = tuple(passages), tuple(marked)
            self.setAccessibleName("".join(passage.text for passage in passages))
            self._layout = None
            self.updateGeometry()
            self.update()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return round(self._lay_out(width)[1] + 0.49)

    @override
    def sizeHint(self) -> QSize:
        width = self._look.px(240)
        return QSize(width, self.heightForWidth(width))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        layout, height = self._lay_out(self.width())
        gutter = self._look.px(GUTTER)
        layout.draw(painter, QPointF(0 if self.isRightToLeft() else gutter, 0))
        has_own = any(passage.origin is Origin.OWN and passage.text.strip() for passage in self._passages)
        has_suggested = any(passage.origin is not Origin.OWN for passage in self._passages)
        left = self.width() - gutter + self._look.px(4) if self.isRightToLeft() else 0
        paint_bars(painter, self._look, QRectF(left, 2, gutter, height - 4), own=has_own, suggested=has_suggested)

    def _lay_out(self, width: int) -> tuple[QTextLayout, float]:
        text = "".join(passage.text for passage in self._passages).replace("\n", "\u2028")
        layout = text_layout(text, self._look.font(OWN), self.layoutDirection())
        layout.setFormats(list(self._ranges()))
        line_height = self._look.px(OWN.pixels) * OWN.line_height
        return layout, max(set_lines(layout, width - self._look.px(GUTTER), line_height), line_height)

    def _ranges(self) -> Iterator[QTextLayout.FormatRange]:
        """Yield how each stretch looks: the passages, cut where marked words begin and end."""
        cuts = {place for marked in self._marked for place in marked}
        position = start = 0
        for passage in self._passages:
            end = position + len(passage.text)
            places = [position, *sorted(place for place in cuts if position < place < end), end]
            for left, right in pairwise(places):
                span = QTextLayout.FormatRange()
                stretch = passage.text[left - position : right - position]
                span.start, span.length = start, len(stretch.encode("utf-16-le")) // 2
                span.format = voice_format(self._look, own=passage.origin is Origin.OWN)
                if any(first <= left and right <= last for first, last in self._marked):
                    self._mark(span.format)
                yield span
                start += span.length
            position = end

    def _mark(self, text: QTextCharFormat) -> None:
        text.setFontWeight(_MARKED_WEIGHT)
        text.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        text.setUnderlineColor(self._look.color("voice"))

    @Slot()
    def _on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()


class _Mark(QWidget):
    """A short piece of one voice's bar, for the legend."""

    def __init__(self, look: Look, *, own: bool) -> None:
        super().__init__()
        self._look = look
        self._own = own
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._look.px(14), self._look.px(20))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        left = self._look.px(4) if self._own else self._look.px(4 - BAR - GAP)
        box = QRectF(left, 0, self.width(), self.height())
        paint_bars(painter, self._look, box, own=self._own, suggested=not self._own)


def voice_legend(look: Look) -> QWidget:
    """Return what tells the two voices apart, in words."""
    legend = QWidget()
    own = Text(look, QCoreApplication.translate("voices", "Your words"), SMALL_STRONG, wraps=False)
    suggested = Text(look, "", SMALL_STRONG, "suggink", wraps=False)
    words = QCoreApplication.translate("voices", "Suggested words")
    suggested.say(Part(words, underline="sugg", fill="suggfill"))
    legend.setLayout(Row(look, _Mark(look, own=True), own, 8, _Mark(look, own=False), suggested, None, gap=6))
    return legend
