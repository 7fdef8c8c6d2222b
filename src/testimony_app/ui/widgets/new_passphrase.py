"""A new passphrase, typed twice, shown where the person wants to see it."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from testimony_app.domain.errors import PersonError
from testimony_app.sealing.passphrase import demand_good
from testimony_app.ui.look import Look
from testimony_app.ui.widgets.form_field import SecretField
from testimony_app.ui.widgets.stacks import Column
from testimony_app.ui.widgets.switch import Switch
from testimony_app.ui.words import translate
from testimony_app.words.errors import sentence


class NewPassphrase(QWidget):
    """Two boxes that must hold the same. With `asks_old` the passphrase that opens the lock now is asked for too."""

    def __init__(self, look: Look, hint: str) -> None:
        super().__init__()
        self.old = SecretField(look, self.tr("The passphrase that opens it now"))
        self._first = SecretField(look, self.tr("New passphrase"), hint)
        self._again = SecretField(look, self.tr("The new passphrase again"))
        self._shown = Switch(look, self.tr("Show what I typed"), wraps=True)
        self._shown.toggled.connect(self._on_shown_toggled)
        self.setLayout(Column(look, self.old, self._first, self._again, self._shown, gap=12))
        self.ask_anew(asks_old=False)

    def ask_anew(self, *, asks_old: bool) -> None:
        """Hold no passphrase any more, and hide what will be typed."""
        for field in self._fields():
            field.show_value(None)
            field.show_problem("")
        self._shown.setChecked(False)
        self.old.setVisible(asks_old)

    def passphrase(self) -> str:
        """Return the new one, or say what is wrong with it and return nothing."""
        for field in self._fields():
            field.show_problem("")
        passphrase = str(self._first.value() or "")
        if not passphrase:
            self.show_problem(self.tr("Type a passphrase first."))
            return ""
        try:
            demand_good(passphrase)
        except PersonError as error:
            self.show_problem(sentence(error, translate))
            return ""
        if self._again.value() != passphrase:
            self._again.show_problem(self.tr("The two are not the same. Type it again."))
            self._again.focus_box()
            return ""
        return passphrase

    def show_problem(self, why: str) -> None:
        """Say what is wrong with the new passphrase."""
        self._first.show_problem(why)
        self._first.focus_box()

    def _fields(self) -> tuple[SecretField, SecretField, SecretField]:
        return self.old, self._first, self._again

    @Slot(bool)
    def _on_shown_toggled(self, is_on: bool) -> None:  # noqa: FBT001  (a signal's value)
        for field in self._fields():
            field.show_letters(shown=is_on)
