"""The last look before anything leaves: the exact text, who gets it, what they will see, and what may become public."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from testimony_app.ui.accessibility import announce
from testimony_app.ui.look import Look
from testimony_app.ui.page import LEAST_HEIGHT, Page
from testimony_app.ui.tokens import BODY, LABEL, SMALL
from testimony_app.ui.widgets.button import Button, ButtonKind
from testimony_app.ui.widgets.card import Card
from testimony_app.ui.widgets.flow import Flow
from testimony_app.ui.widgets.heading import Heading
from testimony_app.ui.widgets.inputs import LineBox, tie
from testimony_app.ui.widgets.least_size import LeastSize
from testimony_app.ui.widgets.note import Note
from testimony_app.ui.widgets.reading_box import ReadingBox
from testimony_app.ui.widgets.scroll import WIDTH
from testimony_app.ui.widgets.stacks import Column, Row
from testimony_app.ui.widgets.switch import Switch
from testimony_app.ui.widgets.text import Text

_LEAST_TEXT = 240
_NAMES = 76


class Line(NamedTuple):
    """One thing to be known: what it is called, what it is, and a note."""

    name: str
    value: str
    note: str = ""


class ConsentEntry(NamedTuple):
    """Everything a person must see before they agree."""

    way: str
    verb: str
    text: str
    words: int
    receivers: tuple[Line, ...]
    seen: tuple[Line, ...]
    public: str
    wording: str
    reference: str
    may_copy: bool
    copy_to: str = ""
    trouble: str = ""


class ConsentPage(Page):
    """Everything that would go, the tick, and the buttons.

    `agreed` says that all of this is to be sent, `put_off` that nothing is to be sent now, and `checked` that the
    addresses are right.
    """

    agreed = Signal()
    put_off = Signal()
    checked = Signal()

    def __init__(self, look: Look, entry: ConsentEntry) -> None:
        intro = self.tr("Nothing has left this computer yet. What has been handed over cannot be recalled.")
        over = self.tr("Share, {way}").replace("{way}", entry.way)
        super().__init__(look, Heading(look, self.tr("Look once more before it goes"), over, intro))
        self._copy = LineBox(look)
        self._copy.show_text(entry.copy_to)
        self._trouble = Note(look, "octagon-alert", "", color="bad", fill="badfill", edge="bad", role=SMALL)
        self._trouble.hide()
        self._verb = entry.verb
        self._is_preparing = False
        self._text = ReadingBox(look, entry.text, self.tr("The exact text, all of it"))
        left = Card(look, "surface", "border", edge_width=2)
        count = Text(look, self.tr("{count} words").replace("{count}", str(entry.words)), SMALL, "ink2", wraps=False)
        title = Text(look, self.tr("The exact text, all of it"), LABEL)
        left.setLayout(Column(look, Row(look, title, None, count), self._text, gap=8, margins=(16, 12, 12, 12)))
        right = QWidget()
        right.setLayout(self._facts(entry))
        for side in (left, right):
            LeastSize(look, side, width=300)
        self.column.addLayout(Flow(look, left, right, gap=12, equal=True))
        self._tick = Switch(look, entry.wording, wraps=True)
        self._tick.toggled.connect(self._on_ticked)
        self._first = Note(
            look,
            "hand",
            self.tr("Tick this first, so that we know it is you."),
            color="warn",
            fill="warnfill",
            role=SMALL,
        )
        self._first.hide()
        later = Button(look, self.tr("Not now"), height=50)
        later.clicked.connect(self.put_off)
        self._send = send = Button(look, entry.verb, ButtonKind.PRIMARY, icon_name="send", height=50)
        send.clicked.connect(self._on_send_clicked)
        reference = self.tr("Reference {reference}, printed on it").replace("{reference}", entry.reference)
        ways = Row(look, Text(look, reference, SMALL, "ink2"), None, later, send, gap=10)
        self._foot = QWidget()
        sides = (self.sides[0], 6, self.sides[1] + WIDTH, 12)
        self._foot.setLayout(Column(look, self._trouble, self._tick, self._first, ways, gap=6, margins=sides))
        self.add(None)
        self._whole.addWidget(self._foot)
        LeastSize(look, self._text, height=_LEAST_TEXT)

    @property
    def copy_to(self) -> str:
        """Where a copy is to go, or nothing."""
        return self._copy.text().strip()

    def focus_copy(self) -> None:
        """Give the focus to the box for the address of a copy."""
        self._copy.setFocus()

    def show_trouble(self, words: str) -> None:
        """Say why nothing was sent."""
        self._trouble.words.say(words)
        self._trouble.show()
        announce(self, words)

    def show_preparing(self, *, preparing: bool) -> None:
        """Say that what was agreed to is being made ready; what is shown stays as it is for so long."""
        self._is_preparing = preparing
        self._copy.setReadOnly(preparing)
        self._send.setText(self.tr("Getting it ready…") if preparing else self._verb)
        self._send.updateGeometry()
        if preparing:
            self._trouble.hide()
            announce(self, self._send.text())

    @Slot()
    @override
    def _arrange_head(self) -> None:
        """Let the tick and the buttons stay in sight where there is room, else follow the rest."""
        super()._arrange_head()
        stays = self.height() / self.look.scale >= LEAST_HEIGHT
        if stays and self._whole.indexOf(self._foot) < 0:
            self._inside.removeWidget(self._foot)
            self._whole.addWidget(self._foot)
        elif not stays and self._whole.indexOf(self._foot) >= 0:
            self._whole.removeWidget(self._foot)
            self._inside.addWidget(self._foot)

    def _facts(self, entry: ConsentEntry) -> Column:
        look = self.look
        column = Column(look, gap=10)
        column.addWidget(self._lines(self.tr("Who gets it"), entry.receivers))
        if entry.trouble:
            column.addWidget(
                Note(look, "triangle-alert", entry.trouble, color="warn", fill="warnfill", edge="warn", role=SMALL)
            )
            checked = Button(look, self.tr("I have checked it today"))
            checked.clicked.connect(self.checked)
            column.addLayout(Row(look, checked, None))
        column.addWidget(self._lines(self.tr("What they will see"), entry.seen))
        column.addWidget(Note(look, "landmark", entry.public, color="warn", fill="warnfill", edge="warn", role=SMALL))
        if entry.may_copy:
            label = Text(look, self.tr("Send me a copy to"), LABEL)
            tie(label, self._copy, self.tr("Your own address. Leave it empty for no copy."))
            column.addWidget(label)
            column.addWidget(self._copy)
        column.addStretch(1)
        return column

    def _lines(self, title: str, lines: Sequence[Line]) -> QWidget:
        card = Card(self.look)
        column = Column(self.look, Text(self.look, title, LABEL), gap=4, margins=(16, 12, 16, 12))
        for line in lines:
            name = Text(self.look, line.name, SMALL, "ink2", wraps=False)
            LeastSize(self.look, name, width=_NAMES)
            value = Column(self.look, Text(self.look, line.value, BODY), gap=2)
            if line.note:
                value.addWidget(Text(self.look, line.note, SMALL, "ink2"))
            row = Row(self.look, name, gap=8)
            row.addLayout(value, 1)
            row.setAlignment(name, Qt.AlignmentFlag.AlignTop)
            column.addLayout(row)
        card.setLayout(column)
        return card

    @Slot()
    def _on_ticked(self) -> None:
        self._first.hide()

    @Slot()
    def _on_send_clicked(self) -> None:
        if self._is_preparing:
            return
        if self._tick.isChecked():
            self.agreed.emit()
            return
        self._first.show()
        self._tick.setFocus()
        announce(self, self._first.words.text())
