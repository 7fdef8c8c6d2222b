"""The first window of a locked profile: it asks the keyring, or for the passphrase, and opens nothing before."""

from collections.abc import Callable
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget
from typing_extensions import override

from testimony_app.domain.errors import TestimonyError
from testimony_app.services.program import Program
from testimony_app.ui.accessibility import announce, reading_order
from testimony_app.ui.look import Look
from testimony_app.ui.one_window import bring_to_the_front
from testimony_app.ui.page import READING_WIDTH, Page
from testimony_app.ui.tasks import Task
from testimony_app.ui.tokens import BODY, SMALL
from testimony_app.ui.widgets.button import Button, ButtonKind
from testimony_app.ui.widgets.card import Plain
from testimony_app.ui.widgets.flow import Flow
from testimony_app.ui.widgets.focus_ring import FocusRing
from testimony_app.ui.widgets.form_field import SecretField
from testimony_app.ui.widgets.heading import Heading
from testimony_app.ui.widgets.note import Note
from testimony_app.ui.widgets.stacks import Column, Row
from testimony_app.ui.widgets.switch import Switch
from testimony_app.ui.widgets.text import Text
from testimony_app.ui.words import told

if TYPE_CHECKING:
    from testimony_app.ui.leaving_room import LeavingRoom


class UnlockPage(Page):
    """`open_wanted` gives the passphrase, `again_wanted` asks the keyring once more, `quit_wanted` ends the program.

    `erase_wanted` asks for erasing everything: what else is there to do where nobody knows the passphrase any more?
    """

    erase_wanted = Signal()
    open_wanted = Signal(str)
    again_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, Heading(look, self.tr("Your testimonies are locked")), measure=READING_WIDTH)
        self._about = Text(look, "", BODY)
        self._note = Note(look, "triangle-alert", "", color="warn", fill="warnfill", edge="warn", role=BODY)
        self.field = SecretField(look, self.tr("Passphrase"))
        self.field.entered.connect(self._on_open_clicked)
        self.shown = Switch(look, self.tr("Show what I typed"), wraps=True)
        self.shown.toggled.connect(lambda is_on: self.field.show_letters(shown=is_on))
        self._open = Button(look, self.tr("Open my testimonies"), ButtonKind.PRIMARY, icon_name="lock")
        self._open.clicked.connect(self._on_open_clicked)
        self._again = Button(look, self.tr("Ask the keyring again"), icon_name="refresh-cw")
        self._again.clicked.connect(self.again_wanted)
        leave = Button(look, self.tr("Quit"), icon_name="x")
        leave.clicked.connect(self.quit_wanted)
        acts = QWidget()
        acts.setLayout(Flow(look, self._open, self._again, leave, gap=8))
        self._forgotten = Text(
            look,
            self.tr(
                "If you have forgotten it, nobody can open them, and we cannot either. They stay as they are until you "
                "erase everything and start anew."
            ),
            SMALL,
            "ink2",
        )
        self._erase = Button(look, self.tr("Erase everything"), ButtonKind.QUIET, icon_name="trash-2")
        self._erase.clicked.connect(self.erase_wanted)
        self.add(self._about, self._note, self.field, self.shown, acts, 8, self._forgotten)
        self.add(Row(look, self._erase, None), None)
        self.show_waiting("")

    def show_waiting(self, words: str) -> None:
        """Say what is waited for."""
        self._show(words, has_form=False, has_again=False)

    def show_form(self, why: str) -> None:
        """Ask for the passphrase; `why` says what kept the keyring from opening it, or nothing."""
        self._show(self.tr("Type your passphrase to open them."), has_form=True, has_again=False)
        self._tell(why)
        self.field.focus_box()

    def show_keyring(self, why: str) -> None:
        """Say what keeps the keyring from opening it, where nothing else does."""
        self._show("", has_form=False, has_again=True)
        self._tell(why)
        self._again.setFocus()

    def show_trouble(self, why: str) -> None:
        """Say why it cannot be opened at all."""
        self._show("", has_form=False, has_again=False)
        self._tell(why)

    def show_wrong(self, why: str) -> None:
        """Say that the passphrase is a wrong one, and let it be mended."""
        self._show(self.tr("Type your passphrase to open them."), has_form=True, has_again=False)
        self.field.show_problem(why)
        self.field.focus_box()

    def _show(self, about: str, *, has_form: bool, has_again: bool) -> None:
        self._about.say(about)
        self._about.setVisible(bool(about))
        self._tell("")
        self.field.show_problem("")
        for each in (self.field, self.shown, self._open):
            each.setVisible(has_form)
        self._forgotten.setVisible(has_form or has_again)
        self._erase.setVisible(has_form or has_again)
        self._again.setVisible(has_again)

    def _tell(self, why: str) -> None:
        self._note.words.say(why)
        self._note.setVisible(bool(why))

    @Slot()
    def _on_open_clicked(self) -> None:
        passphrase = str(self.field.value() or "")
        if passphrase:
            self.open_wanted.emit(passphrase)
        else:
            self.show_wrong(self.tr("Type your passphrase first."))


class UnlockWindow(QMainWindow):
    """`opened` says that the key has been found, `fresh_wanted` that all is erased and somebody starts anew.

    Closed before that, it ends the program.
    """

    opened = Signal()
    fresh_wanted = Signal()

    def __init__(self, look: Look, program: Program) -> None:
        super().__init__()
        self._look = look
        self._program = program
        self._locking = program.locking
        self._has_passphrase = False
        self.setWindowTitle(self.tr("Testimony"))
        self.resize(look.px(760), look.px(600))
        self.setMinimumSize(420, 360)
        self.page = UnlockPage(look)
        self.page.open_wanted.connect(self._on_open_wanted)
        self.page.again_wanted.connect(self._ask_keyring)
        self.page.quit_wanted.connect(self.close)
        self.page.erase_wanted.connect(self._on_erase_wanted)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.page)
        frame = Plain(look, "bg")
        frame.setLayout(Column(look, self._pages, gap=0))
        self.setCentralWidget(frame)
        self._ring = FocusRing(look, frame)
        self._asking, self._opening = Task(), Task()
        self._asking.done.connect(self._on_opened)
        self._asking.failed.connect(self._on_keyring_failed)
        self._opening.done.connect(self._on_opened)
        self._opening.failed.connect(lambda error: self._say(told(error), self.page.show_wrong))
        QTimer.singleShot(0, self._begin)

    @Slot()
    def come_to_the_front(self) -> None:
        """Show the window above others: somebody started the program a second time."""
        bring_to_the_front(self)

    @cached_property
    def leaving(self) -> "LeavingRoom":
        """Erasing everything. Nothing of the profile is open here that would be in its way."""
        from testimony_app.ui.leaving_room import LeavingRoom  # noqa: PLC0415  (when first asked for)

        room = LeavingRoom(self._look, self._program, lambda: True)
        back = Button(self._look, self.tr("Back"), icon_name="arrow-left")
        back.clicked.connect(lambda: self._show(self.page))
        room.page.add(Row(self._look, back, None), None)
        room.begun.connect(self._show)
        room.refused.connect(lambda: self._show(room.page))
        room.fresh_wanted.connect(self.fresh_wanted)
        room.close_wanted.connect(self.close)
        return room

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay until what is being erased is erased."""
        event.setAccepted("leaving" not in self.__dict__ or not self.leaving.is_working)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Let Tab follow the reading order of what is shown now."""
        for first, second in pairwise(reading_order(self._pages)):
            self.setTabOrder(first, second)
        return super().focusNextPrevChild(next)

    @Slot()
    def _on_erase_wanted(self) -> None:
        self.leaving.page.arrive()
        self._show(self.leaving.page)

    @Slot(object)
    def _show(self, page: object) -> None:
        if isinstance(page, Page):
            if self._pages.indexOf(page) < 0:
                self._pages.addWidget(page)
            self._pages.setCurrentWidget(page)
            page.focus_first()

    @Slot()
    def _begin(self) -> None:
        try:
            ways = self._locking.ways()
        except TestimonyError as error:
            self._say(told(error), self.page.show_trouble)
            return
        self._has_passphrase = ways.passphrase
        if ways.missing is not None:
            self._say(told(ways.missing), self.page.show_trouble)
        elif ways.keyring:
            self._ask_keyring()
        else:
            self.page.show_form("")

    @Slot()
    def _ask_keyring(self) -> None:
        """Ask in a thread of its own: a keyring may take seconds to say that it stays shut."""
        self.page.show_waiting(self.tr("We ask the keyring of this computer. It may want its password first."))
        self._asking.start(self._locking.open_by_keyring)

    @Slot(str)
    def _on_open_wanted(self, passphrase: str) -> None:
        if not self._opening.is_running:
            self.page.show_waiting(self.tr("One moment, please."))
            self._opening.start(lambda: self._locking.open(passphrase))

    @Slot(object)
    def _on_opened(self, _: object) -> None:
        self.page.field.show_value(None)
        self.opened.emit()

    @Slot(object)
    def _on_keyring_failed(self, error: object) -> None:
        show = self.page.show_form if self._has_passphrase else self.page.show_keyring
        self._say(told(error), show)

    def _say(self, why: str, show: Callable[[str], None]) -> None:
        show(why)
        announce(self.page, why)
