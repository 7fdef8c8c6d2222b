"""Erase for good: what goes and what cannot be reached, before it starts; what is gone and what may be left, after."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from testimony_app.ui.look import Look
from testimony_app.ui.page import READING_WIDTH, Page
from testimony_app.ui.tokens import BODY, H2
from testimony_app.ui.widgets.button import Button, ButtonKind
from testimony_app.ui.widgets.flow import Flow
from testimony_app.ui.widgets.heading import Heading
from testimony_app.ui.widgets.note import Note
from testimony_app.ui.widgets.stacks import Column, empty
from testimony_app.ui.widgets.text import Text


class ErasePage(Page):
    """`erase_wanted` says that it is to be done, `keep_wanted` that it is not.

    `aside_wanted` asks to erase the files that were set aside too, `home_wanted` for the list of testimonies.
    """

    erase_wanted = Signal()
    keep_wanted = Signal()
    aside_wanted = Signal()
    home_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, Heading(look, self.tr("Erase for good")), measure=READING_WIDTH)
        self._content = Column(look, gap=10)
        self.column.addLayout(self._content)
        self._progress = Text(look, "", BODY, "ink2")
        self._progress.hide()
        self.add(self._progress, None)
        self._buttons: list[Button] = []

    def show_plan(self, title: str, goes: Sequence[str], waits: str, stays: str) -> None:
        """Show what would be done. Each text is whole sentences; `waits` may be empty."""
        self._begin()
        self._content.addWidget(Text(self.look, self.tr("“{title}”").replace("{title}", title), H2))
        warning = self.tr("There is no undo. Once it is erased, nobody can bring it back.")
        self._note("triangle-alert", warning, "warn")
        if waits:
            self._note("clock", waits, "warn")
        self._content.addWidget(Text(self.look, self.tr("What goes"), H2))
        for words in goes:
            self._content.addWidget(Text(self.look, words, BODY))
        self._content.addWidget(Text(self.look, self.tr("What we cannot reach"), H2))
        self._content.addWidget(Text(self.look, stays, BODY))
        keep = Button(self.look, self.tr("Keep it"), icon_name="arrow-left")
        keep.clicked.connect(self.keep_wanted)
        erase = Button(self.look, self.tr("Erase it for good"), ButtonKind.PRIMARY, icon_name="trash-2")
        erase.clicked.connect(self.erase_wanted)
        self._add_buttons(keep, erase)

    def show_working(self) -> None:
        """Take no more wishes: it is being erased."""
        for button in self._buttons:
            button.setEnabled(False)
        self.heading.title.setFocus()

    def show_progress(self, done: int, of: int) -> None:
        """Say how far it has come."""
        words = self.tr("Erasing. Looked through {done} of {of} files.")
        self._progress.say(words.replace("{done}", str(done)).replace("{of}", str(of)))
        self._progress.show()

    def show_done(self, words: str, left: Sequence[str], stays: str, *, offers_aside: bool) -> None:
        """Say what is gone, name what may still hold some of it, and what we cannot reach."""
        self._begin()
        self._note("circle-check", words, "good")
        for each in left:
            self._note("triangle-alert", each, "warn")
        self._content.addWidget(Text(self.look, stays, BODY))
        home = Button(self.look, self.tr("Show my testimonies"), ButtonKind.PRIMARY, icon_name="house")
        home.clicked.connect(self.home_wanted)
        buttons = [home]
        if offers_aside:
            about = self.tr(
                "Files that were set aside after damage, or when a backup was brought back, may hold testimonies that "
                "are nowhere else. If you need none of them, you can erase these files too."
            )
            self._content.addWidget(Text(self.look, about, BODY))
            aside = Button(self.look, self.tr("Erase the files set aside too"), icon_name="trash-2")
            aside.clicked.connect(self.aside_wanted)
            buttons.append(aside)
        self._add_buttons(*buttons)
        home.setFocus()

    def show_trouble(self, why: str) -> None:
        """Say why it could not be done, with the way back."""
        self._begin()
        self._note("octagon-alert", why, "bad")
        back = Button(self.look, self.tr("Show my testimonies"), ButtonKind.PRIMARY, icon_name="house")
        back.clicked.connect(self.home_wanted)
        self._add_buttons(back)
        back.setFocus()

    def _begin(self) -> None:
        empty(self._content)
        self._buttons.clear()
        self._progress.hide()

    def _note(self, icon: str, words: str, color: str) -> None:
        self._content.addWidget(Note(self.look, icon, words, color=color, fill=f"{color}fill", edge=color, role=BODY))

    def _add_buttons(self, *buttons: Button) -> None:
        self._buttons += buttons
        row = QWidget()
        row.setLayout(Flow(self.look, *buttons, gap=8))
        self._content.addWidget(row)
