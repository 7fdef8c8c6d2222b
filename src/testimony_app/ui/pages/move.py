"""Move to another computer: one file with everything of a testimony, sealed with a passphrase or not."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from testimony_app.ui.look import Look
from testimony_app.ui.page import READING_WIDTH, Page
from testimony_app.ui.tokens import BODY, H2
from testimony_app.ui.widgets.button import Button, ButtonKind
from testimony_app.ui.widgets.form_field import SecretField
from testimony_app.ui.widgets.heading import Heading
from testimony_app.ui.widgets.in_view import bring_news_into_view
from testimony_app.ui.widgets.note import Note
from testimony_app.ui.widgets.stacks import Column, Row, empty
from testimony_app.ui.widgets.switch import Switch
from testimony_app.ui.widgets.text import Text


class MovePage(Page):
    """`save_wanted` gives a passphrase, which is empty where the file is not to be sealed."""

    save_wanted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, Heading(look, self.tr("Move to another computer")), measure=READING_WIDTH)
        self._title = Text(look, "", H2)
        about = self.tr(
            "You get one file with everything: the text, what you filled in, and all earlier versions. "
            "On the other computer, choose “Bring in a testimony” on Home. Bringing it in twice adds nothing."
        )
        self._seal = Switch(look, self.tr("Seal the file with a passphrase"), wraps=True)
        self._seal.show_on(on=True)
        self._seal.toggled.connect(self._on_seal_toggled)
        hint = self.tr("Ten letters or more, such as four words. If you forget it, nobody can open the file.")
        self._first = SecretField(look, self.tr("Passphrase"), hint)
        self._again = SecretField(look, self.tr("The same passphrase again"))
        self._fields = QWidget()
        self._fields.setLayout(Column(look, self._first, self._again, gap=12))
        save = Button(look, self.tr("Save the file"), ButtonKind.PRIMARY, icon_name="save")
        save.clicked.connect(self._on_save_clicked)
        self._told = Column(look, gap=8)
        self.add(self._title, Text(look, about, BODY), 4, self._seal, self._fields, Row(look, save, None))
        self.column.addLayout(self._told)
        self.add(None)

    def show_title(self, title: str) -> None:
        """Show which testimony it is, and ask anew."""
        self._title.say(title)
        self._seal.show_on(on=True)
        self._fields.show()
        for field in (self._first, self._again):
            field.show_value(None)
            field.show_problem("")
        empty(self._told)

    def show_problem(self, why: str) -> None:
        """Say what is wrong with the passphrase."""
        self._first.show_problem(why)
        self._first.focus_box()

    def show_saved(self, words: str, missing: str = "") -> None:
        """Say where the file is, and what had to be left out of it, and no longer hold the passphrase."""
        empty(self._told)
        saved = Note(self.look, "circle-check", words, color="good", fill="goodfill", edge="good", role=BODY)
        self._told.addWidget(saved)
        bring_news_into_view(saved)
        if missing:
            self._told.addWidget(
                Note(self.look, "triangle-alert", missing, color="warn", fill="warnfill", edge="warn", role=BODY)
            )
        for field in (self._first, self._again):
            field.show_value(None)
            field.show_problem("")

    def show_trouble(self, why: str) -> None:
        """Say why no file was saved."""
        empty(self._told)
        trouble = Note(self.look, "octagon-alert", why, color="bad", fill="badfill", edge="bad", role=BODY)
        self._told.addWidget(trouble)
        bring_news_into_view(trouble)

    @Slot(bool)
    def _on_seal_toggled(self, is_on: bool) -> None:  # noqa: FBT001  (a signal's value)
        self._fields.setVisible(is_on)

    @Slot()
    def _on_save_clicked(self) -> None:
        self._again.show_problem("")
        self._first.show_problem("")
        if not self._seal.isChecked():
            self.save_wanted.emit("")
        elif not self._first.value():
            self.show_problem(self.tr("Type a passphrase, or turn sealing off."))
        elif self._first.value() != self._again.value():
            self._again.show_problem(self.tr("The two are not the same. Type it again."))
            self._again.focus_box()
        else:
            self.save_wanted.emit(str(self._first.value()))
