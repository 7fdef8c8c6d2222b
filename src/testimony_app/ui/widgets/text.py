"""Text that is read and not written: labels with our line heights, wrapped, with a stronger part here and there."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QTextLayout, QTextLine, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from testimony_app.ui.look import Look
from testimony_app.ui.tokens import BODY, H1, H2, H3, TypeRole

if TYPE_CHECKING:
    from PySide6.QtGui import QTextCharFormat

_HEADINGS = (H1, H2, H3)
_BOLD = 700
MOST_LETTERS = 75
"""How many letters a line has at the most."""

_WIDEST = 560
_NARROWEST = 200
_WHOLE = 1_000_000


class Part(NamedTuple):
    """A stretch of a text. `weight` is a font weight, 0 for the label's own; `color` a color, empty for its own.

    `underline` and `fill` are the colors of a line under it and of what is behind it, empty for none. What is `struck`
    has a line through it.
    """

    text: str
    weight: int = 0
    color: str = ""
    underline: str = ""
    fill: str = ""
    struck: bool = False


def with_strong(pattern: str, **values: str) -> tuple[Part, ...]:
    """Return a pattern as parts: what stands between two asterisks is bold, `{name}`s are filled in.

    So a sentence with a strong part stays one text for translators. A value is never read as a pattern.
    """
    parts: list[Part] = []
    for number, piece in enumerate(pattern.split("*")):
        text = re.sub(r"\{(\w+)\}", lambda place: values.get(place.group(1), place.group()), piece)
        if text:
            parts.append(Part(text, _BOLD if number % 2 else 0))
    return tuple(parts)


class _Laid(NamedTuple):
    layout: QTextLayout
    width: float
    height: float


class Text(QLabel):
    """A text in one type role and color. It wraps where `wraps`, and is as high as its lines need.

    However wide it is, no line has more than `MOST_LETTERS`: longer ones are hard to follow.

    Screen readers read it as the label it is. `color` may change while it is shown.
    """

    def __init__(
        self,
        look: Look,
        text: str = "",
        role: TypeRole = BODY,
        color: str = "ink",
        *,
        wraps: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._role = role
        self._color = color
        self._parts: tuple[Part, ...] = ()
        self._laid: dict[int, _Laid] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(wraps)
        self.setSizePolicy(policy)
        look.changed.connect(self._on_look_changed)
        self.say(text)

    @property
    def is_heading(self) -> bool:
        """Whether it stands over other things, so that screen readers tell it as a heading."""
        return self._role in _HEADINGS

    def say(self, *parts: str | Part) -> None:
        """Show a text, made of plain and of stronger parts."""
        said = tuple(Part(part) if isinstance(part, str) else part for part in parts)
        if said == self._parts:
            return
        self._parts = said
        self._forget()
        super().setText("".join(part.text for part in self._parts))
        if self.is_heading:
            self.setAccessibleName(self.text())

    def set_color(self, color: str) -> None:
        """Take another color."""
        if color != self._color:
            self._color = color
            self._forget()
            self.update()

    @override
    def heightForWidth(self, width: int) -> int:
        return round(self._lay_out_within(width).height + 0.49) if self.wordWrap() else -1

    @override
    def sizeHint(self) -> QSize:
        whole = self._lay_out(_WHOLE)
        width = min(whole.width, self._look.px(_WIDEST)) if self.wordWrap() else whole.width
        return QSize(round(width + 0.99), round(self._lay_out_within(round(width + 0.99)).height + 0.49))

    @override
    def minimumSizeHint(self) -> QSize:
        if not self.wordWrap():
            return self.sizeHint()
        metrics = QFontMetricsF(self._look.font(self._role))
        longest = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0.0)
        return QSize(
            min(round(longest + 2), self._look.px(_NARROWEST)),
            round(self._look.px(self._role.pixels) * self._role.line_height),
        )

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._look.color(self._color))
        laid = self._lay_out(self.width())
        top = 0.0 if self.wordWrap() else (self.height() - laid.height) / 2
        laid.layout.draw(painter, QPointF(0, top))

    def written_part(self) -> QRect:
        """Return the part of the label that its text takes."""
        laid = self._lay_out(self.width())
        width = min(round(laid.width + 0.99), self.width())
        return QRect(self.width() - width if self.isRightToLeft() else 0, 0, width, self.height())

    def _lay_out_within(self, width: int) -> _Laid:
        """Return the text with its lines for a width, wherever they stand: where nothing wraps any layout will do."""
        whole = self._lay_out(_WHOLE)
        return whole if width >= whole.width else self._lay_out(width)

    def _lay_out(self, width: int) -> _Laid:
        if width not in self._laid:
            self._laid[width] = self._make(width)
        return self._laid[width]

    def _make(self, width: int) -> _Laid:
        layout = QTextLayout(self.text().replace("\n", "\u2028"), self._look.font(self._role))
        option = QTextOption()
        option.setWrapMode(
            QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere if self.wordWrap() else QTextOption.WrapMode.NoWrap
        )
        option.setTextDirection(self.layoutDirection())
        option.setAlignment(self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask)
        layout.setTextOption(option)
        if any(any(part[1:]) for part in self._parts):
            layout.setFormats(self._formats())
        line_height = self._look.px(self._role.pixels) * self._role.line_height
        height, widest = 0.0, 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            left = 0.0
            if self.wordWrap() and line.textLength() > MOST_LETTERS:
                shorter = self._shorter(line)
                line.setLineWidth(shorter)
                left = width - shorter if self.isRightToLeft() else 0.0
            line.setPosition(QPointF(left, height + (line_height - line.height()) / 2))
            height += line_height
            widest = max(widest, line.naturalTextWidth())
        layout.endLayout()
        return _Laid(layout, widest, height)

    def _shorter(self, line: QTextLine) -> float:
        """Return the width in which a line has at most `MOST_LETTERS`, or where there is no space as many as it has."""
        start = line.textStart()
        # Qt counts a letter outside the first plane of Unicode as two.
        counted = re.sub("[\U00010000-\U0010ffff]", "--", self.text())
        cut = counted.rfind(" ", start + 1, start + MOST_LETTERS + 1)
        return abs(_x_of(line, cut) - _x_of(line, start)) + 1 if cut >= 0 else line.width()

    def _formats(self) -> Sequence[QTextLayout.FormatRange]:
        ranges: list[QTextLayout.FormatRange] = []
        start = 0
        for part in self._parts:
            if any(part[1:]):
                span = QTextLayout.FormatRange()
                span.start, span.length = start, len(part.text.encode("utf-16-le")) // 2
                span.format = self._format_of(part)
                ranges.append(span)
            start += len(part.text.encode("utf-16-le")) // 2
        return ranges

    def _format_of(self, part: Part) -> "QTextCharFormat":
        from PySide6.QtGui import QTextCharFormat  # noqa: PLC0415  (it is large, and Home has no stronger parts)

        look = QTextCharFormat()
        if part.weight:
            look.setFontWeight(part.weight)
        if part.color:
            look.setForeground(self._look.color(part.color))
        if part.underline:
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            look.setUnderlineColor(self._look.color(part.underline))
        if part.struck:
            look.setFontStrikeOut(True)
        if part.fill:
            look.setBackground(self._look.color(part.fill))
        return look

    def _forget(self) -> None:
        self._laid.clear()
        self.updateGeometry()

    @Slot()
    def _on_look_changed(self) -> None:
        self._forget()
        self.update()


def _x_of(line: QTextLine, place: int) -> float:
    """Return where a place of the text is in its line. Qt for Python gives it with the place it found."""
    found = line.cursorToX(place)
    return float(found[0]) if isinstance(found, tuple) else line.width()
