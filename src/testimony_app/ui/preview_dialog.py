"""The pages as they will be, and beside them the same words, since a picture is no preview for who cannot see it."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from testimony_app.ui.accessibility import announce
from testimony_app.ui.look import Look
from testimony_app.ui.tokens import H2, LABEL, SMALL
from testimony_app.ui.widgets.button import Button
from testimony_app.ui.widgets.flow import Flow
from testimony_app.ui.widgets.focus_ring import FocusRing
from testimony_app.ui.widgets.note import Note
from testimony_app.ui.widgets.page_view import ZOOMS, PageView
from testimony_app.ui.widgets.reading_box import ReadingBox, framed
from testimony_app.ui.widgets.stacks import Column
from testimony_app.ui.widgets.text import Text

_MARGIN = 20


class PreviewDialog(QDialog):
    """Shows the pages of a testimony, over the window it belongs to. It opens at once; the pages come when made."""

    def __init__(self, look: Look, title: str, parent: QWidget) -> None:
        over = parent.window()
        super().__init__(over)
        self.setWindowTitle(self.tr("See the page"))
        self.setAccessibleName(self.windowTitle())
        self._view = PageView(look)
        self._view.turned.connect(self._turn)
        self._which = Text(look, self.tr("Making the pages…"), LABEL)
        self._trouble = Note(look, "octagon-alert", "", color="bad", fill="badfill", edge="bad", role=SMALL)
        self._trouble.hide()
        self._before = Button(look, self.tr("Page before"), icon_name="arrow-left")
        self._before.clicked.connect(lambda: self._turn(-1))
        self._next = Button(look, self.tr("Next page"), icon_name="arrow-right")
        self._next.clicked.connect(lambda: self._turn(1))
        self._larger = Button(look, self.tr("Larger"), icon_name="plus")
        self._larger.clicked.connect(lambda: self._zoom(1))
        self._smaller = Button(look, self.tr("Smaller"), icon_name="minus")
        self._smaller.clicked.connect(lambda: self._zoom(-1))
        self._close = Button(look, self.tr("Close"))
        self._close.clicked.connect(self.accept)
        self._text = ReadingBox(look, "", self.tr("The same words, to read or to hear"))
        left, right = QWidget(), QWidget()
        shown = Column(look, self._which, self._view, gap=8, margins=(0, 0, 0, 0))
        shown.setStretch(1, 1)
        shown.addLayout(Flow(look, self._before, self._next, self._larger, self._smaller, gap=8))
        left.setLayout(shown)
        words = Text(look, self.tr("The same words, to read or to hear"), LABEL)
        beside = Column(look, Text(look, title, H2), self._trouble, words, framed(look, self._text), gap=8)
        beside.setStretch(3, 1)
        beside.addLayout(Flow(look, self._close, gap=8))
        right.setLayout(beside)
        row = QHBoxLayout(self)
        row.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        row.setSpacing(_MARGIN)
        row.addWidget(left, 3)
        row.addWidget(right, 2)
        self.resize(over.size() * 0.94)
        self._ring = FocusRing(look, self)
        self._say_buttons()
        self._close.setFocus()

    def show_preview(self, pages: Sequence[QImage], text: str, trouble: str) -> None:
        """Show the pages and their words; `trouble` says what is wrong with them, or why there are none.

        Some may still be to come.
        """
        self._text.setPlainText(text)
        self._trouble.words.say(trouble)
        self._trouble.setVisible(bool(trouble))
        self._view.show_pages(pages)
        self._turn(0)

    def fill_pages(self, pages: Sequence[QImage]) -> None:
        """Take the pages that were still to come."""
        self._view.fill_pages(pages)

    @Slot(int)
    def _turn(self, steps: int) -> None:
        """Show another page, and say which."""
        number = max(0, min(self._view.number + steps, self._view.count - 1))
        which = self.tr("Page {number} of {count}").replace("{number}", str(number + 1))
        which = which.replace("{count}", str(self._view.count))
        if not self._view.count:
            which = self.tr("There is no page to show.")
        self._which.say(which)
        self._view.show_page(number, self.tr("{page}, a picture").replace("{page}", which))
        announce(self, which)
        self._say_buttons()

    def _zoom(self, steps: int) -> None:
        self._view.zoom_by(steps)
        self._say_buttons()

    def _say_buttons(self) -> None:
        """Let the buttons be pressed that have something to do."""
        view = self._view
        for button in (self._before, self._next):
            button.setVisible(view.count > 1)
        self._before.setEnabled(view.number > 0)
        self._next.setEnabled(view.number < view.count - 1)
        self._larger.setEnabled(view.count > 0 and view.zoom < ZOOMS[-1])
        self._smaller.setEnabled(view.zoom > ZOOMS[0])
        if self.focusWidget() is None:
            self._close.setFocus()
