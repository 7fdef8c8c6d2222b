"""A button that unfolds something under it, and says what a press will do."""

from typing import NamedTuple

from PySide6.QtCore import Signal, Slot

from testimony_app.ui.look import Look
from testimony_app.ui.widgets.button import Button, ButtonKind


class UnfoldWords(NamedTuple):
    """What stands on the button and what it is called, while the thing is folded and while it is not."""

    unfold: str
    spoken_unfold: str
    fold: str
    spoken_fold: str


class UnfoldButton(Button):
    """A push button, and no check box to assistive technology: Qt would make one of a button that stays down.

    Its words say what a press does. `unfolded` tells that the person has pressed it, and whether it is open now.
    """

    unfolded = Signal(bool)

    def __init__(self, look: Look, words: UnfoldWords) -> None:
        super().__init__(look, "", ButtonKind.QUIET)
        self._words = words
        self.is_open = False
        self.clicked.connect(self._on_pressed)
        self._show_words()

    def _show_words(self) -> None:
        words = self._words
        self.setText(words.fold if self.is_open else words.unfold)
        self.setAccessibleName(words.spoken_fold if self.is_open else words.spoken_unfold)
        self.updateGeometry()

    @Slot()
    def _on_pressed(self) -> None:
        self.is_open = not self.is_open
        self._show_words()
        self.unfolded.emit(self.is_open)
