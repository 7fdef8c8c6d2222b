"""The part of Settings that says whether the testimonies are locked."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from testimony_app.ui.look import Look
from testimony_app.ui.tokens import BODY, H2
from testimony_app.ui.widgets.button import Button
from testimony_app.ui.widgets.flow import Flow
from testimony_app.ui.widgets.note import Note
from testimony_app.ui.widgets.stacks import Column
from testimony_app.ui.widgets.text import Text


class LockSection(QWidget):
    """`lock_wanted` asks to turn the lock on, `unlock_wanted` to take it off, `passphrase_wanted` for another one.

    `finish_wanted` asks to end what was stopped half way.
    """

    lock_wanted = Signal()
    unlock_wanted = Signal()
    passphrase_wanted = Signal()
    finish_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._standing = Text(look, "", BODY)
        self._trouble = Note(look, "triangle-alert", "", color="warn", fill="warnfill", edge="warn", role=BODY)
        self._trouble.hide()
        self._lock = Button(look, self.tr("Lock my testimonies"), icon_name="lock")
        self._lock.clicked.connect(self.lock_wanted)
        self._finish = Button(look, self.tr("Finish it"), icon_name="lock")
        self._finish.clicked.connect(self.finish_wanted)
        self._passphrase = Button(look, self.tr("Change the passphrase"), icon_name="pen-line")
        self._passphrase.clicked.connect(self.passphrase_wanted)
        self._unlock = Button(look, self.tr("Take the lock off"), icon_name="undo-2")
        self._unlock.clicked.connect(self.unlock_wanted)
        self._acts = QWidget()
        self._acts.setLayout(Flow(look, self._lock, self._finish, self._passphrase, self._unlock, gap=8))
        title = Text(look, self.tr("Lock"), H2)
        self.setLayout(Column(look, title, self._standing, self._trouble, self._acts, gap=10))

    def show_standing(self, words: str, trouble: str, *, is_on: bool, has_passphrase: bool, is_half: bool) -> None:
        """Say how the lock stands and what is not as it should be, and offer what can be done then."""
        self._standing.say(words)
        self._trouble.words.say(trouble)
        self._trouble.setVisible(bool(trouble))
        self._lock.setVisible(not is_on and not (trouble and not is_half))
        self._finish.setVisible(is_half)
        self._passphrase.setText(self.tr("Change the passphrase") if has_passphrase else self.tr("Add a passphrase"))
        self._passphrase.setVisible(is_on)
        self._unlock.setVisible(is_on)
        self._acts.setVisible(any(not each.isHidden() for each in self._buttons()))

    def _buttons(self) -> tuple[Button, ...]:
        return self._lock, self._finish, self._passphrase, self._unlock
