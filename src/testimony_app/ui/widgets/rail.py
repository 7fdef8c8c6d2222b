"""The rail at the reading side: the six steps of the open testimony, or the places of the program."""

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from testimony_app.ui.look import Look
from testimony_app.ui.tokens import LABEL, TINY, TypeRole
from testimony_app.ui.widgets.button import Button, ButtonKind
from testimony_app.ui.widgets.card import Plain
from testimony_app.ui.widgets.picture import Icon
from testimony_app.ui.widgets.rounded import fill_rounded
from testimony_app.ui.widgets.stacks import Column, Row
from testimony_app.ui.widgets.text import Text

WIDTH = 222
_STEP_NAME = TypeRole(17, 600, 1.2)


class StepState(Enum):
    """How far a step is."""

    DONE = "done"
    HERE = "here"
    OPEN = "open"


class StepEntry(NamedTuple):
    """One step as the rail shows it: its name and a short note such as "2 of 3 chosen".

    A note that has no room for all is `spoken` whole. A step without a note says "You are here" where that is so.
    """

    name: str
    note: str
    state: StepState
    spoken: str = ""


class _StepButton(QPushButton):
    """A step: its number or a check mark in a ring, its name and note, and the line to the next one."""

    def __init__(self, look: Look, number: int, *, is_last: bool) -> None:
        super().__init__()
        self._look = look
        self._number = number
        self._is_last = is_last
        self._entry = StepEntry("", "", StepState.OPEN)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._on_look_changed)

    def show_entry(self, entry: StepEntry, spoken: str) -> None:
        """Show a step; `spoken` is its accessible name."""
        if entry == self._entry and spoken == self.accessibleName():
            return
        self._entry = entry
        self.setText(entry.name)
        self.setAccessibleName(spoken)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._look.px(WIDTH - 28), self._look.px(62))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isRightToLeft():
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        is_here = self._entry.state is StepState.HERE
        if is_here:
            fill, edge = self._look.color("surface"), self._look.color("primary")
            fill_rounded(painter, QRectF(self.rect()), self._look.px(10), fill, edge, self._look.px(2))
        self._paint_ring(painter)
        if self.isRightToLeft():
            painter.scale(-1, 1)
            painter.translate(-self.width(), 0)
        self._paint_words(painter)

    def _paint_ring(self, painter: QPainter) -> None:
        px = self._look.px
        ring = QRectF(px(12), (self.height() - px(29)) / 2, px(29), px(29))
        state = self._entry.state
        fill = {StepState.DONE: "soft", StepState.HERE: "primary", StepState.OPEN: "surface"}[state]
        edge = "border" if state is StepState.OPEN else "primary"
        painter.setPen(QPen(self._look.color(edge), px(2)))
        painter.setBrush(self._look.color(fill))
        painter.drawEllipse(ring)
        if state is StepState.DONE:
            place = ring.center().toPoint() - QPoint(px(9), px(9))
            painter.drawPixmap(place, self._look.icon("check", "softink", 18, self.devicePixelRatioF()))
            return
        painter.setFont(self._look.font(_STEP_NAME))
        painter.setPen(self._look.color("onprimary" if state is StepState.HERE else "ink2"))
        painter.save()
        if self.isRightToLeft():
            painter.translate(2 * ring.center().x(), 0)
            painter.scale(-1, 1)
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.restore()

    def _paint_words(self, painter: QPainter) -> None:
        px = self._look.px
        box = self.rect().adjusted(px(53), px(9), -px(8), -px(9))
        if self.isRightToLeft():
            box = self.rect().adjusted(px(8), px(9), -px(53), -px(9))
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        for role, color, text, at in (
            (_STEP_NAME, "ink", self._entry.name, Qt.AlignmentFlag.AlignTop),
            (TINY, "ink2", self._entry.note, Qt.AlignmentFlag.AlignBottom),
        ):
            font = self._look.font(role)
            painter.setFont(font)
            painter.setPen(self._look.color(color))
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
            height = at if self._entry.note else Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, int(side | height), shown)

    @Slot()
    def _on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()


class _Link(QWidget):
    """The line between two steps: whole behind what is done, dashed before the rest."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.is_done = False
        look.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._look.px(40), self._look.px(14))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        style = Qt.PenStyle.SolidLine if self.is_done else Qt.PenStyle.DotLine
        painter.setPen(QPen(self._look.color("primary" if self.is_done else "border"), self._look.px(2), style))
        middle = self._look.px(26)
        x = self.width() - middle if self.isRightToLeft() else middle
        painter.drawLine(x, 0, x, self.height())


class StepRail(Plain):
    """The six steps. `step_wanted` gives the number of a step, from 0; `leave_wanted` is to go to all testimonies."""

    step_wanted = Signal(int)
    leave_wanted = Signal()

    def __init__(self, look: Look, steps: int) -> None:
        super().__init__(look, "rail", Qt.Edge.RightEdge)
        leave = Button(look, self.tr("All testimonies"), ButtonKind.BAR, icon_name="arrow-left")
        leave.clicked.connect(self.leave_wanted)
        column = QVBoxLayout()
        column.setSpacing(0)
        self._buttons: list[_StepButton] = []
        self._links: list[_Link] = []
        for number in range(steps):
            if number:
                link = _Link(look)
                self._links.append(link)
                column.addWidget(link)
            button = _StepButton(look, number + 1, is_last=number == steps - 1)
            button.clicked.connect(self._on_step_clicked)
            self._buttons.append(button)
            column.addWidget(button)
        self.setLayout(Column(look, Row(look, leave, None), column, None, gap=8, margins=(14, 14, 14, 14)))

    def show_steps(self, entries: Sequence[StepEntry]) -> None:
        """Show the steps as they are now."""
        words = {
            StepState.DONE: self.tr("done"),
            StepState.HERE: self.tr("you are here"),
            StepState.OPEN: self.tr("not done"),
        }
        for number, (button, entry) in enumerate(zip(self._buttons, entries, strict=True), 1):
            note = entry.spoken or entry.note
            spoken = self.tr("{name}. Step {number}, {state}. {note}")
            if not note:
                spoken = self.tr("{name}. Step {number}, {state}.")
            for key, value in (
                ("{name}", entry.name),
                ("{number}", str(number)),
                ("{state}", words[entry.state]),
                ("{note}", note),
            ):
                spoken = spoken.replace(key, value)
            here = self.tr("You are here") if entry.state is StepState.HERE and not entry.note else ""
            button.show_entry(entry._replace(note=here or entry.note), spoken)
        for link, entry in zip(self._links, entries, strict=False):
            is_done = entry.state is StepState.DONE
            if is_done != link.is_done:
                link.is_done = is_done
                link.update()

    @Slot()
    def _on_step_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, _StepButton):
            self.step_wanted.emit(self._buttons.index(sender))


class HomeRail(Plain):
    """The places of the program. `place_wanted` gives the number of a place, from 0."""

    place_wanted = Signal(int)

    def __init__(self, look: Look, places: Sequence[tuple[str, str]], *, keeps: bool = True) -> None:
        super().__init__(look, "rail", Qt.Edge.RightEdge)
        self._look = look
        self._entries: list[_PlaceButton] = []
        column = Column(look, gap=6)
        for icon, name in places:
            entry = _PlaceButton(look, name, icon)
            entry.clicked.connect(self._on_clicked)
            self._entries.append(entry)
            column.addWidget(entry)
        words = self.tr("Your words stay on this computer until you send them.")
        if not keeps:
            words = self.tr("Your words are in this window only.")
        note = Text(look, words, TINY, "ink2")
        lock = Icon(look, "lock", "ink2", 18)
        row = Row(look, lock, note, gap=8, margins=(10, 0, 0, 0))
        row.setAlignment(lock, Qt.AlignmentFlag.AlignTop)
        row.setStretch(1, 1)
        self.setLayout(Column(look, column, None, row, gap=8, margins=(14, 20, 14, 20)))

    def show_place(self, place: int) -> None:
        """Mark the place that is shown."""
        for number, entry in enumerate(self._entries):
            entry.show_here(here=number == place)

    @Slot()
    def _on_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, _PlaceButton):
            self.place_wanted.emit(self._entries.index(sender))


class _PlaceButton(QPushButton):
    def __init__(self, look: Look, name: str, icon: str) -> None:
        super().__init__(name)
        self._look = look
        self._icon = icon
        self._is_here = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._on_look_changed)

    def show_here(self, *, here: bool) -> None:
        """Mark this place as the one that is shown, or not."""
        self._is_here = here
        self.setAccessibleName(self.tr("{name}, you are here").replace("{name}", self.text()) if here else "")
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._look.px(WIDTH - 28), self._look.px(45))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._is_here:
            fill, edge = self._look.color("surface"), self._look.color("hair")
            fill_rounded(painter, QRectF(self.rect()), self._look.px(10), fill, edge, self._look.px(2))
        size, left = self._look.px(21), self._look.px(14)
        x = self.width() - left - size if self.isRightToLeft() else left
        pixmap = self._look.icon(self._icon, "ink", 21, self.devicePixelRatioF())
        painter.drawPixmap(QPoint(x, (self.height() - size) // 2), pixmap)
        painter.setFont(self._look.font(LABEL))
        painter.setPen(self._look.color("ink"))
        start, end = left + size + self._look.px(9), self._look.px(8)
        box = self.rect().adjusted(end if self.isRightToLeft() else start, 0, 0, 0)
        box.setRight(self.width() - (start if self.isRightToLeft() else end))
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter), self.text())

    @Slot()
    def _on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()
