"""Says that something takes longer, with a way to stop it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from testimony_app.ui.accessibility import announce
from testimony_app.ui.look import Look
from testimony_app.ui.tokens import SMALL
from testimony_app.ui.widgets.button import Button
from testimony_app.ui.widgets.in_view import bring_news_into_view
from testimony_app.ui.widgets.note import Note
from testimony_app.ui.widgets.stacks import Column, Row


class WorkingNote(QWidget):
    """Work that is still going on, hidden until it is shown. `stop_wanted` asks to stop it.

    `words` say what goes on, `stopping` that it is being stopped.
    """

    stop_wanted = Signal()

    def __init__(self, look: Look, words: str, stopping: str) -> None:
        super().__init__()
        self._words = words
        self._stopping = stopping
        self._opener: QWidget | None = None
        self._note = Note(look, "hourglass", words, color="softink", fill="soft", role=SMALL)
        self._stop = Button(look, self.tr("Stop"), icon_name="x")
        self._stop.clicked.connect(self._on_stop_clicked)
        column = Column(look, self._note, gap=6)
        column.addLayout(Row(look, self._stop, None))
        self.setLayout(column)
        self.hide()

    def begin(self) -> None:
        """Say that it goes on; where that is said already say it aloud again."""
        if self.isHidden():
            self._opener = QApplication.focusWidget()
            self._note.words.say(self._words)
            self._stop.setEnabled(True)
            self.show()
            bring_news_into_view(self)
        announce(self, self._note.words.text())

    def end(self) -> None:
        """Say so no longer. What had the focus before has it again, if it went to what is hidden now."""
        if self._stop.hasFocus():
            self._give_focus_back()
        self.hide()

    def _give_focus_back(self) -> None:
        if self._opener is not None and isValid(self._opener):
            self._opener.setFocus()

    @Slot()
    def _on_stop_clicked(self) -> None:
        self._note.words.say(self._stopping)
        self._give_focus_back()
        self._stop.setEnabled(False)
        announce(self, self._stopping)
        self.stop_wanted.emit()
