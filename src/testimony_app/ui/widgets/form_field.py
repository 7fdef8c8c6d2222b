"""One question of a form: its label, a hint, a box to answer in, and what is wrong with the answer."""

import re
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from testimony_app.ui.look import Look
from testimony_app.ui.tokens import LABEL, SMALL
from testimony_app.ui.widgets.inputs import ChoiceBox, LineBox, tie
from testimony_app.ui.widgets.note import Note
from testimony_app.ui.widgets.stacks import Column
from testimony_app.ui.widgets.story_box import StoryBox
from testimony_app.ui.widgets.text import Text


class FormField(QWidget):
    """A question with its box. `changed` comes when the person has changed the answer."""

    changed = Signal()

    def __init__(self, look: Look, label: str, hint: str, box: QWidget, *, is_group: bool = False) -> None:
        super().__init__()
        self.look = look
        self._hint = hint
        self._box = box
        self._problem = Note(look, "triangle-alert", "", color="bad", fill="badfill", edge="bad", role=SMALL)
        self._problem.hide()
        name = Text(look, label, LABEL)
        if not is_group:
            tie(name, box, hint)
            box.setAccessibleName(label)
        column = Column(look, name, gap=3)
        if hint:
            column.addWidget(Text(look, hint, SMALL, "ink2"))
        column.addWidget(box)
        column.addWidget(self._problem)
        self.setLayout(column)

    @property
    def problem(self) -> str:
        """What is said to be wrong with the answer, or nothing."""
        return self._problem.words.text() if not self._problem.isHidden() else ""

    def show_problem(self, words: str) -> None:
        """Say what is wrong with the answer, or with an empty text that nothing is."""
        self._problem.words.say(words)
        self._problem.setVisible(bool(words))
        self._describe(" ".join(each for each in (words, self._hint) if each))

    def focus_box(self) -> None:
        """Give the focus to where the question is answered."""
        self._box.setFocus()

    def value(self) -> object:
        """Return the answer as a channel's setting; None where there is none."""
        raise NotImplementedError

    def show_value(self, value: object) -> None:
        """Show an answer. That is no change of the person's."""
        raise NotImplementedError

    def typed(self) -> object:
        """Return all that stands in the box, to be shown again by `show_value`; None where it is empty."""
        return self.value()

    def _describe(self, words: str) -> None:
        self._box.setAccessibleDescription(words)


class LineField(FormField):
    """An answer of one line."""

    def __init__(self, look: Look, label: str, hint: str = "") -> None:
        self._line = LineBox(look)
        super().__init__(look, label, hint, self._line)
        self._line.written.connect(self.changed)

    def value(self) -> object:
        """Return the line without spaces at its ends, or None."""
        return self._line.text().strip() or None

    def show_value(self, value: object) -> None:
        """Show a line."""
        self._line.show_text("" if value is None else str(value))


class SecretField(LineField):
    """A password. Its letters are not shown. `entered` comes with the Enter key."""

    entered = Signal()

    def __init__(self, look: Look, label: str, hint: str = "") -> None:
        super().__init__(look, label, hint)
        self.show_letters(shown=False)
        self._line.returnPressed.connect(self.entered)

    def show_letters(self, *, shown: bool) -> None:
        """Show the letters, or a dot for each."""
        self._line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    def value(self) -> object:
        """Return the password, letter for letter, or None."""
        return self._line.text() or None


class NumberField(LineField):
    """A whole number. What is none is handed on as it was typed, so that it is told."""

    def value(self) -> object:
        """Return the number, or None."""
        return _number(self._line.text().strip()) or None


class NumbersField(LineField):
    """Whole numbers with commas between them."""

    def value(self) -> object:
        """Return the numbers, or None."""
        return [_number(each) for each in re.split(r"[,;\s]+", self._line.text()) if each] or None

    def show_value(self, value: object) -> None:
        """Show numbers."""
        super().show_value(", ".join(map(str, value)) if isinstance(value, list | tuple) else value)


class LinesField(FormField):
    """Answers on a line each, or with commas between them."""

    def __init__(self, look: Look, label: str, hint: str = "") -> None:
        self._lines = StoryBox(look, least_lines=2)
        super().__init__(look, label, hint, self._lines)
        self._lines.written.connect(self.changed)

    def value(self) -> object:
        """Return the answers, or None."""
        return [each.strip() for each in re.split(r"[,;\n]+", self._lines.toPlainText()) if each.strip()] or None

    def show_value(self, value: object) -> None:
        """Show answers."""
        self._lines.show_text("\n".join(map(str, value)) if isinstance(value, list | tuple) else "")


class ChoiceField(FormField):
    """One of several answers, each a value and its words. The first one stands until another one is chosen."""

    def __init__(self, look: Look, label: str, choices: Sequence[tuple[object, str]], hint: str = "") -> None:
        self._choices = tuple(choices)
        self._list = ChoiceBox(look)
        self._list.addItems([words for _, words in self._choices])
        super().__init__(look, label, hint, self._list)
        self._list.activated.connect(self.changed)

    def value(self) -> object:
        """Return the value that is chosen."""
        return self._choices[self._list.currentIndex()][0]

    def show_value(self, value: object) -> None:
        """Show which value is chosen; one that is not among them leaves the list as it is."""
        plain = list(value) if isinstance(value, tuple) else value
        for place, (each, _) in enumerate(self._choices):
            if each == plain:
                self._list.setCurrentIndex(place)


def _number(text: str) -> int | str:
    return int(text) if re.fullmatch(r"[0-9]{1,18}", text) else text
