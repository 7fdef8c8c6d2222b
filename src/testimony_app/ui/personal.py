"""The window of one person at home: Home and the six steps in one frame."""

from collections.abc import Callable
from contextlib import suppress
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu
from typing_extensions import override

from testimony_app.domain.errors import TestimonyError
from testimony_app.domain.steps import StepId
from testimony_app.services.program import Program
from testimony_app.ui.accessibility import reading_order
from testimony_app.ui.dialogs import Dialogs
from testimony_app.ui.frame import Frame
from testimony_app.ui.home_room import HomeRoom
from testimony_app.ui.look import Look
from testimony_app.ui.menus import language_menu, looks_menu, show_under
from testimony_app.ui.page import Page
from testimony_app.ui.upkeep_runner import UpkeepRunner
from testimony_app.ui.widgets.rail import HomeRail

if TYPE_CHECKING:
    from testimony_app.ui.navigator import Navigator
    from testimony_app.ui.places import Places
    from testimony_app.ui.saving_view import SavingView
    from testimony_app.ui.sending_room import SendingRoom
    from testimony_app.ui.versions_room import VersionsRoom

HOME, SENT, SETTINGS = 0, 1, 2
"""The places of the rail."""

_REGION_STEP = 1
_UNSENT_MILLISECONDS = 2000


class PersonalWindow(QMainWindow):
    """One window: the frame, Home, and the testimony that is open."""

    def __init__(self, look: Look, program: Program, dialogs: Dialogs) -> None:
        super().__init__()
        self._look = look
        self._program = program
        self._dialogs = dialogs
        self.setWindowTitle(self.tr("Testimony"))
        self.resize(1280, 800)
        self.setMinimumSize(640, 480)
        self.frame = Frame(look)
        self.setCentralWidget(self.frame)
        self.frame.resize(self.size())  # so that it is arranged once, and not again when it is shown
        places = (("house", self.tr("Home")), ("send", self.tr("Sent and waiting")), ("settings", self.tr("Settings")))
        self._rail = HomeRail(look, places)
        self._rail.place_wanted.connect(self._on_place_wanted)
        self.home = HomeRoom(look, program, dialogs)
        self.home.opened.connect(self._on_opened)
        self.home.versions_wanted.connect(self._on_opened_versions_wanted)
        self.home.rescue_wanted.connect(self._show_backups)
        self.home.page.letter_wanted.connect(self._on_letter_wanted)
        self._saving: SavingView | None = None
        self.upkeep = UpkeepRunner(program.another, self)
        self._shortcuts: list[QShortcut] = []
        self._may_close = False
        self._knows_backups = False
        self._aside: Page | None = None
        self._behind: Callable[[], None] | None = None
        top = self.frame.top
        self.frame.back_wanted.connect(self._on_back_wanted)
        self.frame.next_wanted.connect(lambda: self.navigator.go_by(1))
        top.looks_wanted.connect(lambda: show_under(top.looks, looks_menu(look, self)))
        top.language_wanted.connect(lambda: show_under(top.language, language_menu(self)))
        top.help_wanted.connect(self._on_help_wanted)
        top.menu_wanted.connect(self._on_menu_wanted)
        top.steps_wanted.connect(self._on_steps_wanted)
        self._add_shortcuts()
        self.show_home()
        QTimer.singleShot(_UNSENT_MILLISECONDS, self._look_for_unsent)

    @cached_property
    def navigator(self) -> "Navigator":
        """What leads through the steps. It is loaded, with all that it needs, when a testimony is first opened."""
        from testimony_app.ui.navigator import Navigator  # noqa: PLC0415  (Home has no steps)
        from testimony_app.ui.saving_view import SavingView  # noqa: PLC0415  (see above)

        navigator = Navigator(self._look, self.frame, self._program, self._dialogs, lambda: self.sending)
        navigator.left.connect(self.show_home)
        navigator.title_changed.connect(self.frame.top.show_title)
        self._saving = SavingView(self._look, self.frame, navigator, self._program, self._dialogs)
        self._saving.close_wanted.connect(self._on_close_anyway)
        navigator.saving_changed.connect(self.upkeep.note_typing)
        navigator.versions_wanted.connect(self._show_versions)
        return navigator

    @cached_property
    def versions(self) -> "VersionsRoom":
        """The earlier versions of the open testimony."""
        from testimony_app.ui.versions_room import VersionsRoom  # noqa: PLC0415  (rarely looked at)

        return VersionsRoom(self._look, self._program, self.navigator)

    @cached_property
    def sending(self) -> "SendingRoom":
        """What is sent and waiting. It is loaded when it is first asked for."""
        from testimony_app.ui.outbox_runner import OutboxRunner  # noqa: PLC0415  (a start sends nothing)
        from testimony_app.ui.sending_room import SendingRoom  # noqa: PLC0415  (see above)

        runner = OutboxRunner(self._program.another)
        room = SendingRoom(self._look, self._program, runner, self._dialogs)
        room.page_wanted.connect(self._on_sending_page_wanted)
        room.back_wanted.connect(self._on_back_wanted)
        return room

    @cached_property
    def _places(self) -> "Places":
        from testimony_app.ui.places import Places  # noqa: PLC0415  (help, letters and settings are opened later)

        places = Places(self._look, self._program, self._dialogs)
        places.ways.form_wanted.connect(self._on_form_wanted)
        places.ways.settings_wanted.connect(self._show_settings)
        return places

    @property
    def _is_open(self) -> bool:
        """Whether a testimony is open."""
        return self._saving is not None and self.navigator.is_open

    @property
    def _is_aside(self) -> bool:
        """Whether a page is shown beside what is going on."""
        return self._aside is not None and self.frame.page is self._aside

    @Slot()
    def show_home(self) -> None:
        """Show Home, with everything saved in its list. A testimony that cannot be saved stays open."""
        if self._saving is not None:
            if not self._saving.finish():
                return
            self.navigator.close()
        self._aside = None
        self.home.refresh()
        self._show_outside(self.home.page, HOME)
        self.frame.hide_bottom()

    @Slot()
    def come_to_the_front(self) -> None:
        """Show the window above others: somebody started the program a second time."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Let Tab follow the reading order of what is shown now."""
        order = [widget for region in self.frame.regions() for widget in reading_order(region)]
        for first, second in pairwise(order):
            self.setTabOrder(first, second)
        return super().focusNextPrevChild(next)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what is left before the window goes; where that fails the window stays, and says why."""
        if self._saving is not None:
            if self.navigator.is_open and not self._may_close:
                self.navigator.keep_place()
                if not self._saving.finish(closing=True):
                    event.ignore()
                    return
            self.navigator.close()
        if "sending" in self.__dict__ and not self.sending.finish():
            event.ignore()
            self._on_place_wanted(SENT)
            QTimer.singleShot(_UNSENT_MILLISECONDS, self.close)
            return
        self.upkeep.finish()
        event.accept()

    @Slot()
    def _look_for_unsent(self) -> None:
        """Go on with what was left unsent, once the window stands."""
        with suppress(TestimonyError):  # a store that refuses is told by Home
            if self._program.has_unsent():
                self.sending.go_on_sending()

    @Slot(object)
    def _on_sending_page_wanted(self, page: object) -> None:
        if isinstance(page, Page):
            self._show_aside(page, HOME)

    def _show_outside(self, page: Page, place: int) -> None:
        """Show a page that belongs to no testimony."""
        self.frame.show_rail(self._rail)
        self._rail.show_place(place)
        self.frame.top.show_title("")
        self.frame.top.show_step("")
        self.frame.show_page(page)

    def _show_aside(self, page: Page, place: int, behind: Callable[[], None] | None = None) -> None:
        """Show a page beside what is going on, with a way back to it, or to what is `behind` the page."""
        if self._is_open:
            self.navigator.keep_place()
            self.frame.show_page(page)
        else:
            self._show_outside(page, place)
        self._aside, self._behind = page, behind
        self.frame.bottom.show()
        self.frame.bottom.show_ways(self.tr("Back"), "")
        self.frame.bottom.show_meter(shown=False)

    @Slot()
    def _on_back_wanted(self) -> None:
        was_aside, behind = self._is_aside, self._behind
        self._aside = self._behind = None
        if was_aside and behind is not None:
            behind()
        elif was_aside and self._is_open:
            self.navigator.go(self.navigator.step, self.navigator.place)
        elif was_aside:
            self.show_home()
        else:
            self.navigator.go_by(-1)

    @Slot(int)
    def _on_place_wanted(self, place: int) -> None:
        if place == SETTINGS:
            self._show_settings()
        elif place == SENT:
            self._show_aside(self.sending.sent_page(), place)
        else:
            self.show_home()

    @Slot()
    def _show_settings(self) -> None:
        self._show_aside(self._places.settings(self._use_shortcuts, self._show_backups), SETTINGS)

    @Slot()
    def _show_backups(self) -> None:
        room = self._places.backups(self._make_way)
        if not self._knows_backups:
            self._knows_backups = True
            room.home_wanted.connect(self.show_home)
            room.brought_back.connect(self._on_brought_back)
        room.arrive()
        self._show_backups_page()

    def _show_backups_page(self) -> None:
        self._show_aside(self._places.backups(self._make_way).page, SETTINGS, self._show_settings)

    def _make_way(self) -> bool:
        """Leave the open testimony, saved, and let nothing of the profile be in use; False where that cannot be."""
        if self._saving is not None:
            if not self._saving.finish():
                return False
            self.navigator.close()
        self.upkeep.finish()
        if "sending" in self.__dict__ and not self.sending.finish():
            self.upkeep.go_on()
            return False
        return True

    @Slot()
    def _on_brought_back(self) -> None:
        self.upkeep.go_on()
        self.__dict__.pop("sending", None)  # its runner has ended with what it ran on
        self.home.refresh()
        self._show_backups_page()

    @Slot()
    def _show_versions(self) -> None:
        self.navigator.keep_place()
        if self.navigator.saver is not None:
            self.navigator.saver.save_now("nav")
        self.versions.arrive()
        self._show_aside(self.versions.page, HOME)

    @Slot(object)
    def _on_opened_versions_wanted(self, opened: object) -> None:
        self._on_opened(opened)
        self._show_versions()

    @Slot(object)
    def _on_form_wanted(self, page: object) -> None:
        if isinstance(page, Page):
            self._show_aside(page, SETTINGS, self._show_settings)

    @Slot(str)
    def _on_letter_wanted(self, campaign: str) -> None:
        self._show_aside(self._places.letter(campaign), HOME)

    @Slot()
    def _on_help_wanted(self) -> None:
        page = self._places.help()
        self._show_aside(page, HOME)
        if self._is_open:
            page.open_at(tuple(StepId).index(self.navigator.step))

    @Slot()
    def _on_close_anyway(self) -> None:
        self._may_close = True
        self.close()

    def _use_shortcuts(self, used: bool) -> None:  # noqa: FBT001  (a signal's value)
        for shortcut in self._shortcuts:
            shortcut.setEnabled(used)

    def _add_shortcuts(self) -> None:
        for keys, act in (
            ("Alt+Left", self._on_back_wanted),
            ("Alt+Right", lambda: self.navigator.go_by(1)),
            ("Ctrl+Z", self._on_undo_wanted),
            ("Ctrl+Y", self._on_redo_wanted),
            ("Ctrl+Shift+Z", self._on_redo_wanted),
            ("Ctrl++", lambda: self._look.zoom(1)),
            ("Ctrl+=", lambda: self._look.zoom(1)),
            ("Ctrl+-", lambda: self._look.zoom(-1)),
            ("F1", self._on_help_wanted),
            ("Ctrl+S", self._on_save_wanted),
            ("F6", lambda: self._go_region(_REGION_STEP)),
            ("Shift+F6", lambda: self._go_region(-_REGION_STEP)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(act)
            self._shortcuts.append(shortcut)
        for number, step in enumerate(StepId, 1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.activated.connect(lambda step=step: self.navigator.go(step))
            self._shortcuts.append(shortcut)

    def _go_region(self, steps: int) -> None:
        """Give the focus to the next part of the frame."""
        regions = self.frame.regions()
        focus = QApplication.focusWidget()
        here = next((place for place, part in enumerate(regions) if focus and part.isAncestorOf(focus)), 0)
        for distance in range(1, len(regions) + 1):
            part = regions[(here + steps * distance) % len(regions)]
            first = next(reading_order(part), None)
            if first is not None:
                first.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    @Slot(object)
    def _on_opened(self, opened: object) -> None:
        from testimony_app.services.open_draft import OpenDraft  # noqa: PLC0415  (see navigator)

        if isinstance(opened, OpenDraft):
            self._aside = None
            self.frame.bottom.show()
            self.navigator.open(opened)

    @Slot()
    def _on_menu_wanted(self) -> None:
        menu = looks_menu(self._look, self)
        menu.addSeparator()
        menu.addAction(self.tr("Help")).triggered.connect(self._on_help_wanted)
        menu.addAction(self.tr("Sent and waiting")).triggered.connect(lambda: self._on_place_wanted(SENT))
        menu.addAction(self.tr("Settings")).triggered.connect(lambda: self._on_place_wanted(SETTINGS))
        show_under(self.frame.top.menu, menu)

    @Slot()
    def _on_undo_wanted(self) -> None:
        self.navigator.undo()

    @Slot()
    def _on_redo_wanted(self) -> None:
        self.navigator.redo()

    @Slot()
    def _on_save_wanted(self) -> None:
        if self._saving is not None:
            self._saving.say_saved()

    @Slot()
    def _on_steps_wanted(self) -> None:
        from testimony_app.ui.navigator import step_names  # noqa: PLC0415  (see navigator)

        menu = QMenu(self)
        names = step_names()
        for number, (step, name) in enumerate(zip(StepId, names, strict=True), 1):
            action = menu.addAction(f"{number}. {name}")
            action.triggered.connect(lambda _=False, step=step: self.navigator.go(step))
        menu.addSeparator()
        menu.addAction(self.tr("All testimonies")).triggered.connect(self.navigator.leave)
        show_under(self.frame.top.steps, menu)
