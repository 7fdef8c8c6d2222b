"""Where a copy was saved, with a way to look at it there."""

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from testimony_app.ui.look import Look
from testimony_app.ui.tokens import SMALL
from testimony_app.ui.widgets.button import Button, ButtonKind
from testimony_app.ui.widgets.note import Note
from testimony_app.ui.widgets.stacks import Column, Row
from testimony_app.ui.widgets.text import with_strong


class SavedNote(QWidget):
    """Says where one copy was saved. It can be used again for another."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._folder = ""
        self._note = Note(look, "circle-check", "", color="good", fill="goodfill", role=SMALL)
        show = Button(look, self.tr("Show the folder"), ButtonKind.QUIET, icon_name="folder-open")
        show.clicked.connect(self._on_show_clicked)
        column = Column(look, self._note, gap=6)
        column.addLayout(Row(look, show, None))
        self.setLayout(column)

    @property
    def words(self) -> str:
        """What is said of it."""
        return self._note.words.text()

    def show_path(self, path: str, pattern: str = "") -> None:
        """Say where it was saved, by a pattern of `with_strong` where there is more to say."""
        self._note.words.say(*with_strong(pattern or self.tr("Saved as *{path}*"), path=path))
        self._folder = path.replace("\\", "/").rpartition("/")[0]

    @Slot()
    def _on_show_clicked(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._folder))
