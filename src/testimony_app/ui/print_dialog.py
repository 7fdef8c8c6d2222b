"""Which printer, and how many copies."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from testimony_app.ui.look import Look
from testimony_app.ui.tokens import BODY, H2, LABEL, SMALL
from testimony_app.ui.widgets.button import Button, ButtonKind
from testimony_app.ui.widgets.flow import Flow
from testimony_app.ui.widgets.focus_ring import FocusRing
from testimony_app.ui.widgets.inputs import ChoiceBox, tie
from testimony_app.ui.widgets.note import Note
from testimony_app.ui.widgets.scroll import Scroll
from testimony_app.ui.widgets.stacks import Column
from testimony_app.ui.widgets.text import Text

_MARGIN = 24
_MOST_OFFERED = 10
_WIDTH, _HEIGHT = 580, 520


class PrintDialog(QDialog):
    """Asks how to print what `title` says. It opens at once; the printers come when they are found.

    `print_wanted` gives the printer's name and the copies. The dialog stays until the printer has taken the job.
    """

    print_wanted = Signal(str, int)

    def __init__(self, look: Look, title: str, most_copies: int, parent: QWidget) -> None:
        over = parent.window()
        super().__init__(over)
        self.setWindowTitle(self.tr("Print"))
        self.setAccessibleName(self.windowTitle())
        self._printer, self._copies = ChoiceBox(look), ChoiceBox(look)
        for number in range(1, min(most_copies, _MOST_OFFERED) + 1):
            self._copies.addItem(str(number), number)
        printer, copies = Text(look, self.tr("Printer"), LABEL), Text(look, self.tr("Copies"), LABEL)
        tie(printer, self._printer)
        tie(copies, self._copies)
        self._said = Text(look, self.tr("Looking for printers…"), BODY, "ink2")
        self._trouble = Note(look, "octagon-alert", "", color="bad", fill="badfill", edge="bad", role=SMALL)
        self._trouble.hide()
        self._print = Button(look, self.tr("Print"), ButtonKind.PRIMARY, icon_name="printer", height=50)
        self._print.clicked.connect(self._on_print)
        self._close = Button(look, self.tr("Close"), height=50)
        self._close.clicked.connect(self.reject)
        inside = QWidget()
        column = Column(look, Text(look, title, H2), self._said, gap=10, margins=(0, 0, 6, 6))
        for each in (printer, self._printer, copies, self._copies, self._trouble):
            column.addWidget(each)
        kept = self.tr("The print service may keep a record of the job. Its name says nothing of you.")
        column.addWidget(Text(look, kept, SMALL, "ink2"))
        column.addStretch(1)
        column.addLayout(Flow(look, self._print, self._close, gap=10))
        inside.setLayout(column)
        self._scroll = Scroll(look, inside)
        around = QVBoxLayout(self)
        around.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        around.addWidget(self._scroll)
        self.resize(min(look.px(_WIDTH), int(over.width() * 0.9)), min(look.px(_HEIGHT), int(over.height() * 0.9)))
        self._ring = FocusRing(look, self)
        self._allow(is_ready=False)
        self._close.setFocus()

    @property
    def printer(self) -> str:
        """The printer that is chosen."""
        return self._printer.currentText()

    def show_printers(self, names: Sequence[str]) -> None:
        """Offer printers, the one that is taken where nobody chooses first. Those offered before are no longer."""
        self._printer.clear()
        for name in names:
            self._printer.addItem(name)
        self._said.say(self.tr("The pages come out as you see them under “See the page”."))
        self._allow(is_ready=True)
        (self._print if self._trouble.isHidden() else self._printer).setFocus()

    def show_trouble(self, words: str) -> None:
        """Say why nothing was printed."""
        self._said.hide()
        self._trouble.words.say(words)
        self._trouble.show()
        self._allow(is_ready=self._printer.count() > 0)
        (self._print if self._print.isEnabled() else self._close).setFocus()
        self._scroll.ensureWidgetVisible(self._trouble)

    @Slot()
    def _on_print(self) -> None:
        self._trouble.hide()
        self._said.say(self.tr("Giving it to the printer…"))
        self._said.show()
        self._allow(is_ready=False)
        self.print_wanted.emit(self.printer, self._copies.currentData())

    def _allow(self, *, is_ready: bool) -> None:
        for each in (self._printer, self._copies, self._print):
            each.setEnabled(is_ready)
