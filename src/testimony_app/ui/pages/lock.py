"""The lock: turned on by a passphrase or the keyring, another passphrase, and what is said while it works and after."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from testimony_app.ui.look import Look
from testimony_app.ui.page import READING_WIDTH, Page
from testimony_app.ui.tokens import BODY, H2
from testimony_app.ui.widgets.button import Button, ButtonKind
from testimony_app.ui.widgets.flow import Flow
from testimony_app.ui.widgets.form_field import ChoiceField
from testimony_app.ui.widgets.heading import Heading
from testimony_app.ui.widgets.in_view import bring_news_into_view
from testimony_app.ui.widgets.new_passphrase import NewPassphrase
from testimony_app.ui.widgets.note import Note
from testimony_app.ui.widgets.stacks import Row
from testimony_app.ui.widgets.text import Text

PASSPHRASE, KEYRING, BOTH = "passphrase", "keyring", "both"
"""What opens the lock."""


class LockPage(Page):
    """`lock_wanted` gives a passphrase, empty where there is none, and whether the keyring has the key."""

    lock_wanted = Signal(str, bool)

    def __init__(self, look: Look, meaning: Sequence[str], stays: str) -> None:
        super().__init__(look, Heading(look, self.tr("Lock my testimonies")), measure=READING_WIDTH)
        self._trouble = Note(look, "octagon-alert", "", color="bad", fill="badfill", edge="bad", role=BODY)
        self._trouble.hide()
        about, loss, beyond = meaning
        self.add(self._trouble, Text(look, about, BODY))
        self.add(Note(look, "triangle-alert", loss, color="warn", fill="warnfill", edge="warn", role=BODY))
        self.add(Text(look, self.tr("What a lock does not do"), H2), Text(look, beyond, BODY), Text(look, stays, BODY))
        choices = (
            (PASSPHRASE, self.tr("A passphrase, each time I open Testimony")),
            (KEYRING, self.tr("The keyring of this computer, without a passphrase")),
            (BOTH, self.tr("The keyring, or a passphrase where that fails")),
        )
        self.way = ChoiceField(look, self.tr("What opens it"), choices)
        self.way.changed.connect(self._on_way_changed)
        hint = self.tr("Ten letters or more, such as four words. If you forget it, nobody can open your testimonies.")
        self.passphrase = NewPassphrase(look, hint)
        lock = Button(look, self.tr("Lock them now"), ButtonKind.PRIMARY, icon_name="lock")
        lock.clicked.connect(self._on_lock_clicked)
        self.add(self.way, self.passphrase, Row(look, lock, None), None)

    def arrive(self) -> None:
        """Ask anew."""
        self.way.show_value(PASSPHRASE)
        self.passphrase.ask_anew(asks_old=False)
        self._on_way_changed()
        self._trouble.hide()

    def show_trouble(self, why: str) -> None:
        """Say why nothing was locked."""
        self._trouble.words.say(why)
        self._trouble.show()
        bring_news_into_view(self._trouble)

    @Slot()
    def _on_way_changed(self) -> None:
        self.passphrase.setVisible(self.way.value() != KEYRING)

    @Slot()
    def _on_lock_clicked(self) -> None:
        way = self.way.value()
        passphrase = "" if way == KEYRING else self.passphrase.passphrase()
        if passphrase or way == KEYRING:
            self.lock_wanted.emit(passphrase, way != PASSPHRASE)


class PassphrasePage(Page):
    """`change_wanted` gives the passphrase that opens the lock now, empty where there is none, and the new one."""

    change_wanted = Signal(str, str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, Heading(look, self.tr("Change the passphrase")), measure=READING_WIDTH)
        hint = self.tr("Ten letters or more, such as four words. The one before does not open them here any more.")
        self.passphrase = NewPassphrase(look, hint)
        change = Button(look, self.tr("Use the new passphrase"), ButtonKind.PRIMARY, icon_name="save")
        change.clicked.connect(self._on_change_clicked)
        self._done = Note(look, "circle-check", "", color="good", fill="goodfill", edge="good", role=BODY)
        self._trouble = Note(look, "octagon-alert", "", color="bad", fill="badfill", edge="bad", role=BODY)
        self.add(self.passphrase, Row(look, change, None), self._done, self._trouble, None)

    def arrive(self, *, has_old: bool) -> None:
        """Ask anew."""
        self.passphrase.ask_anew(asks_old=has_old)
        self._done.hide()
        self._trouble.hide()

    def show_done(self, words: str) -> None:
        """Say that it is changed."""
        self.arrive(has_old=True)
        self._done.words.say(words)
        self._done.show()
        bring_news_into_view(self._done)

    def show_trouble(self, why: str) -> None:
        """Say why nothing was changed."""
        self._done.hide()
        self._trouble.words.say(why)
        self._trouble.show()
        bring_news_into_view(self._trouble)

    @Slot()
    def _on_change_clicked(self) -> None:
        passphrase = self.passphrase.passphrase()
        if passphrase:
            self.change_wanted.emit(str(self.passphrase.old.value() or ""), passphrase)


class LockingPage(Page):
    """What is shown alone while the lock is turned on or off, and after. `go_on_wanted` asks for the testimonies."""

    go_on_wanted = Signal()

    def __init__(self, look: Look, title: str) -> None:
        super().__init__(look, Heading(look, title), measure=READING_WIDTH)
        self._wait = Text(look, self.tr("This can take a moment. Please leave this window open."), BODY)
        self.add(self._wait)

    def show_done(self, title: str, told: Sequence[str], left: Sequence[str]) -> None:
        """Say how it stands now; `left` are whole sentences on what is not as it should be."""
        self._wait.hide()
        self.heading.set_title(title)
        for each in left:
            self.add(Note(self.look, "triangle-alert", each, color="warn", fill="warnfill", edge="warn", role=BODY))
        for each in told:
            self.add(Text(self.look, each, BODY))
        go_on = Button(self.look, self.tr("Go on"), ButtonKind.PRIMARY, icon_name="house")
        go_on.clicked.connect(self.go_on_wanted)
        box = QWidget()
        box.setLayout(Flow(self.look, go_on, gap=8))
        self.add(box, None)
        self.heading.title.clearFocus()  # so that the ring is drawn around the new words
        QTimer.singleShot(0, self.heading.title.setFocus)
