"""A receipt, to be read, saved or printed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from testimony_app.domain.receipt import Receipt
from testimony_app.ui.accessibility import announce
from testimony_app.ui.look import Look
from testimony_app.ui.tokens import H2, SMALL
from testimony_app.ui.widgets.button import Button, ButtonKind
from testimony_app.ui.widgets.flow import Flow
from testimony_app.ui.widgets.focus_ring import FocusRing
from testimony_app.ui.widgets.note import Note
from testimony_app.ui.widgets.reading_box import ReadingBox, framed
from testimony_app.ui.widgets.stacks import Column
from testimony_app.ui.widgets.text import Text

_MARGIN = 24
_WIDTH, _HEIGHT = 680, 620


class ReceiptDialog(QDialog):
    """Shows a receipt over the window. It stays open when it is saved or printed, which its signals ask for."""

    save_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, look: Look, receipt: Receipt, parent: QWidget) -> None:
        over = parent.window()
        super().__init__(over)
        self.setWindowTitle(receipt.title)
        self.setAccessibleName(receipt.title)
        self._told = Note(look, "circle-check", "", color="good", fill="goodfill", edge="good", role=SMALL)
        self._trouble = Note(look, "octagon-alert", "", color="bad", fill="badfill", edge="bad", role=SMALL)
        self._told.hide()
        self._trouble.hide()
        self._save = Button(look, self.tr("Save it"), ButtonKind.PRIMARY, icon_name="save", height=50)
        self._save.clicked.connect(self.save_wanted)
        self._print = Button(look, self.tr("Print it"), icon_name="printer", height=50)
        self._print.clicked.connect(self.print_wanted)
        self._close = Button(look, self.tr("Close"), height=50)
        self._close.clicked.connect(self.accept)
        box = ReadingBox(look, receipt.text, self.tr("What the receipt says"))
        column = Column(look, Text(look, receipt.title, H2), framed(look, box), self._told, self._trouble, gap=12)
        column.setStretch(1, 1)
        column.addLayout(Flow(look, self._save, self._print, self._close, gap=10))
        inside = QWidget()
        inside.setLayout(column)
        around = QVBoxLayout(self)
        around.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        around.addWidget(inside)
        self.resize(min(look.px(_WIDTH), int(over.width() * 0.9)), min(look.px(_HEIGHT), int(over.height() * 0.9)))
        self._ring = FocusRing(look, self)
        self._save.setFocus()

    def show_told(self, words: str) -> None:
        """Say what became of saving or printing."""
        self._trouble.hide()
        self._show(self._told, words)

    def show_trouble(self, words: str) -> None:
        """Say why it was not saved."""
        self._told.hide()
        self._show(self._trouble, words)

    def _show(self, note: Note, words: str) -> None:
        note.words.say(words)
        note.show()
        announce(self, words)
