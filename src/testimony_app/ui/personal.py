"""The window of one person at home: Home and the six steps in one frame."""

from contextlib import suppress
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow
from typing_extensions import override

from testimony_app.domain.errors import TestimonyError
from testimony_app.domain.steps import StepId
from testimony_app.services.program import Program
from testimony_app.ui.accessibility import reading_order
from testimony_app.ui.asides import Asides
from testimony_app.ui.dialogs import Dialogs
from testimony_app.ui.frame import Frame
from testimony_app.ui.home_room import HomeRoom
from testimony_app.ui.look import Look
from testimony_app.ui.one_window import bring_to_the_front
from testimony_app.ui.page import Page
from testimony_app.ui.shortcuts import Shortcuts
from testimony_app.ui.tasks import all_is_done
from testimony_app.ui.upkeep_runner import UpkeepRunner
from testimony_app.ui.widgets.rail import HomeRail

if TYPE_CHECKING:
    from testimony_app.ui.keeping_room import KeepingRoom
    from testimony_app.ui.menus import Menus
    from testimony_app.ui.navigator import Navigator
    from testimony_app.ui.no_sending import NoSending
    from testimony_app.ui.places import Places
    from testimony_app.ui.saving_view import SavingView
    from testimony_app.ui.sending_room import SendingRoom

HOME, SENT, SETTINGS = 0, 1, 2
"""The places of the rail."""

_UNSENT_MILLISECONDS = 2000
_WORK_SECONDS = 2.0
"""How long what goes on in threads is waited for before the profile is let go of."""


class PersonalWindow(QMainWindow):
    """One window: the frame, Home, and the testimony that is open.

    `fresh_wanted` asks for another window, which knows nothing of what was erased.
    """

    fresh_wanted = Signal()

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
        self._rail = HomeRail(look, self._places_of_rail(), keeps=program.keeps)
        self._rail.place_wanted.connect(self._on_place_wanted)
        self.home = HomeRoom(look, program, dialogs)
        self.home.opened.connect(self._on_opened)
        self.home.versions_wanted.connect(lambda: self.keeping.show_versions())  # noqa: PLW0108  (see keeping)
        self.home.rescue_wanted.connect(lambda: self.keeping.show_backups())  # noqa: PLW0108  (loaded when it is pressed)
        self.home.erase_wanted.connect(lambda draft: self.keeping.erasing.ask(draft))  # noqa: PLW0108  (see keeping)
        self.home.move_wanted.connect(lambda *which: self.keeping.moving.move(*which))  # noqa: PLW0108  (see keeping)
        self.home.page.deleted_wanted.connect(lambda: self.keeping.erasing.show_deleted())  # noqa: PLW0108  (see keeping)
        self.home.page.bring_in_wanted.connect(lambda: self.keeping.moving.bring_in(self))
        self.home.page.packet_wanted.connect(lambda: self.keeping.packet.show())  # noqa: PLW0108  (see keeping)
        self.home.page.letter_wanted.connect(self._on_letter_wanted)
        self._saving: SavingView | None = None
        self.upkeep = UpkeepRunner(program.another, self)
        self.upkeep.backed_up.connect(self.home.note_backup)
        self._may_close = self._is_over = False
        self._asides = Asides(self.frame, self._rail, lambda: self.navigator if self._is_open else None)
        self._asides.home_wanted.connect(self.show_home)
        top = self.frame.top
        self.frame.back_wanted.connect(self._asides.go_back)
        self.frame.next_wanted.connect(lambda: self.navigator.go_by(1))
        top.looks_wanted.connect(lambda: self._menus.show_looks())  # noqa: PLW0108  (loaded when it is pressed)
        top.language_wanted.connect(lambda: self._menus.show_languages())  # noqa: PLW0108  (see above)
        top.help_wanted.connect(self._on_help_wanted)
        top.menu_wanted.connect(lambda: self._menus.show_whole())  # noqa: PLW0108  (see above)
        top.steps_wanted.connect(self._on_steps_wanted)
        self._keys = self._add_shortcuts()
        self.show_home()
        QTimer.singleShot(_UNSENT_MILLISECONDS, self._look_for_unsent)

    @cached_property
    def navigator(self) -> "Navigator":
        """What leads through the steps. It is loaded, with all that it needs, when a testimony is first opened."""
        from testimony_app.ui.navigator import Navigator  # noqa: PLC0415  (Home has no steps)
        from testimony_app.ui.saving_view import SavingView  # noqa: PLC0415  (see above)

        navigator = Navigator(self._look, self.frame, self._program, self._dialogs, self._ways_of_sharing)
        navigator.left.connect(self.show_home)
        navigator.title_changed.connect(self.frame.top.show_title)
        self._saving = SavingView(self._look, self.frame, navigator, self._program, self._dialogs)
        self._saving.close_wanted.connect(self._on_close_anyway)
        navigator.saving_changed.connect(self.upkeep.note_typing)
        navigator.versions_wanted.connect(lambda: self.keeping.show_versions())  # noqa: PLW0108  (see keeping)
        return navigator

    @cached_property
    def keeping(self) -> "KeepingRoom":
        """Earlier versions and backups. It is loaded when it is first asked for."""
        from testimony_app.ui.keeping_room import KeepingRoom  # noqa: PLC0415  (rarely looked at)

        room = KeepingRoom(
            self._look, self._program, self._dialogs, lambda: self.navigator, self._make_way, self.upkeep
        )
        for signal, act in (
            (room.home_page_shown, self._on_page_wanted),
            (room.settings_page_shown, self._on_form_wanted),
            (room.restoring_begun, self._on_erasing_begun),
            (room.restoring_ended, self._on_restoring_ended),
            (room.home_wanted, self.show_home),
            (room.erasing_begun, self._on_erasing_begun),
            (room.erasing_ended, self._on_erasing_ended),
            (room.everything_begun, self._on_everything_begun),
            (room.everything_refused, self._on_everything_refused),
            (room.fresh_wanted, self.fresh_wanted),
            (room.close_wanted, self.close),
            (room.brought_in, self.home.show_brought_in),
            (room.refused, self.home.show_refused),
        ):
            signal.connect(act)
        return room

    def _places_of_rail(self) -> tuple[tuple[str, str], ...]:
        """Return icon and name of each place of the rail."""
        return ("house", self.tr("Home")), ("send", self.tr("Sent and waiting")), ("settings", self.tr("Settings"))

    def _ways_of_sharing(self) -> "SendingRoom | NoSending":
        """Return what Share offers to send by."""
        return self.sending

    @cached_property
    def sending(self) -> "SendingRoom":
        """What is sent and waiting. It is loaded when it is first asked for."""
        from testimony_app.ui.outbox_runner import OutboxRunner  # noqa: PLC0415  (a start sends nothing)
        from testimony_app.ui.sending_room import SendingRoom  # noqa: PLC0415  (see above)

        runner = OutboxRunner(self._program.another)
        room = SendingRoom(self._look, self._program, runner, self._dialogs)
        room.page_wanted.connect(self._on_page_wanted)
        room.back_wanted.connect(self._asides.go_back)
        room.changed.connect(self.home.refresh_rows)
        return room

    @cached_property
    def _places(self) -> "Places":
        from testimony_app.ui.places import Places  # noqa: PLC0415  (help, letters and settings are opened later)

        places = Places(self._look, self._program, self._dialogs)
        places.ways.form_wanted.connect(self._on_form_wanted)
        places.ways.settings_wanted.connect(self._show_settings)
        return places

    @cached_property
    def _menus(self) -> "Menus":
        from testimony_app.ui.menus import Menus  # noqa: PLC0415  (a start opens no menu)

        menus = Menus(self._look, self, self.frame.top, has_places=self._program.keeps)
        menus.help_wanted.connect(self._on_help_wanted)
        menus.sent_wanted.connect(lambda: self._on_place_wanted(SENT))
        menus.settings_wanted.connect(self._show_settings)
        menus.step_wanted.connect(self._on_step_wanted)
        menus.leave_wanted.connect(lambda: self.navigator.leave())  # noqa: PLW0108  (see navigator)
        return menus

    @property
    def _is_open(self) -> bool:
        """Whether a testimony is open."""
        return self._saving is not None and self.navigator.is_open

    @property
    def _is_working(self) -> bool:
        """Whether something is being erased or brought back."""
        return "keeping" in self.__dict__ and self.keeping.is_working

    @Slot()
    def show_home(self) -> None:
        """Show Home, with everything saved in its list. A testimony that cannot be saved stays open."""
        if self._saving is not None:
            if not self._saving.finish():
                return
            self.navigator.close()
        self._asides.forget()
        self.home.refresh()
        self._asides.show_outside(self.home.page, HOME)
        self.frame.hide_bottom()

    @Slot()
    def come_to_the_front(self) -> None:
        """Show the window above others: somebody started the program a second time, perhaps to show what is new."""
        bring_to_the_front(self)
        if not (self._is_over or self._is_working):
            self.home.refresh_rows()

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
        if self._is_over or self._is_working:
            event.setAccepted(not self._is_working)
            return
        if self._saving is not None:
            if self.navigator.is_open and not self._may_close:
                self.navigator.keep_place()
                if not self._saving.finish(closing=True):
                    event.ignore()
                    return
            self.navigator.close()
        if "_places" in self.__dict__ and not self._places.ways.finish():
            event.ignore()
            return
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
            if not (self._is_over or self._is_working) and self._program.has_unsent():
                self.sending.go_on_sending()

    @Slot(object)
    def _on_page_wanted(self, page: object) -> None:
        if isinstance(page, Page):
            self._asides.show(page, HOME)

    @Slot(int)
    def _on_place_wanted(self, place: int) -> None:
        if place == SETTINGS:
            self._show_settings()
        elif place == SENT:
            self._asides.show(self.sending.sent_page(), place)
        else:
            self.show_home()

    @Slot()
    def _show_settings(self) -> None:
        self._asides.show(self._places.settings(self._keys.use, self.keeping), SETTINGS)

    def _make_way(self) -> bool:
        """Leave the open testimony, saved, and let nothing of the profile be in use; False where that cannot be."""
        if self._saving is not None:
            if not self._saving.finish():
                return False
            self.navigator.close()
        if "_places" in self.__dict__ and not self._places.ways.finish():
            return False
        self.upkeep.finish()
        if not all_is_done(_WORK_SECONDS) or ("sending" in self.__dict__ and not self.sending.finish()):
            self.upkeep.go_on()
            return False
        return True

    @Slot()
    def _on_brought_back(self) -> None:
        self.upkeep.go_on()
        self.__dict__.pop("sending", None)  # its runner has ended with what it ran on
        self.home.refresh()

    @Slot(object)
    def _on_erasing_begun(self, page: object) -> None:
        """Lead nowhere else meanwhile: what is erased or replaced must not be opened."""
        if isinstance(page, Page):
            self.home.rest()
            self._keys.hold(held=True)
            self.frame.show_alone(page)

    @Slot(object)
    def _on_erasing_ended(self, page: object) -> None:
        self._keys.hold(held=False)
        self.frame.show_around()
        self._on_page_wanted(page)

    @Slot(object)
    def _on_restoring_ended(self, page: object) -> None:
        self._keys.hold(held=False)
        self.frame.show_around()
        self._on_brought_back()
        self._on_form_wanted(page)

    @Slot(object)
    def _on_everything_begun(self, page: object) -> None:
        """From here on nothing of this window may write, or lead to what does."""
        self._is_over = True
        self._on_erasing_begun(page)

    @Slot(object)
    def _on_everything_refused(self, page: object) -> None:
        """Go on as before, with the page that says why; without one with Settings, where that is said."""
        self._is_over = False
        self._keys.hold(held=False)
        self.frame.show_around()
        self._on_brought_back()
        if isinstance(page, Page):
            self._on_form_wanted(page)
        else:
            self._show_settings()

    @Slot(object)
    def _on_form_wanted(self, page: object) -> None:
        if isinstance(page, Page):
            self._asides.show(page, SETTINGS, self._show_settings)

    @Slot(str)
    def _on_letter_wanted(self, campaign: str) -> None:
        self._asides.show(self._places.letter(campaign), HOME)

    @Slot()
    def _on_help_wanted(self) -> None:
        page = self._places.help()
        self._asides.show(page, HOME)
        if self._is_open:
            page.open_at(tuple(StepId).index(self.navigator.step))

    @Slot()
    def _on_close_anyway(self) -> None:
        self._may_close = True
        self.close()

    def _add_shortcuts(self) -> Shortcuts:
        keys = Shortcuts(self)
        keys.back_wanted.connect(self._asides.go_back)
        keys.next_wanted.connect(lambda: self.navigator.go_by(1))
        keys.undo_wanted.connect(lambda: self.navigator.undo())  # noqa: PLW0108  (it is loaded when it is pressed)
        keys.redo_wanted.connect(lambda: self.navigator.redo())  # noqa: PLW0108  (see above)
        keys.help_wanted.connect(self._on_help_wanted)
        keys.save_wanted.connect(self._on_save_wanted)
        keys.zoom_wanted.connect(self._look.zoom)
        keys.region_wanted.connect(self.frame.go_region)
        keys.step_wanted.connect(self._on_step_wanted)
        return keys

    @Slot(object)
    def _on_opened(self, opened: object) -> None:
        from testimony_app.services.open_draft import OpenDraft  # noqa: PLC0415  (see navigator)

        if isinstance(opened, OpenDraft):
            self._asides.forget()
            self.frame.bottom.show()
            self.navigator.open(opened)

    @Slot()
    def _on_steps_wanted(self) -> None:
        from testimony_app.ui.navigator import step_names  # noqa: PLC0415  (see navigator)

        self._menus.show_steps(step_names())

    @Slot(object)
    def _on_step_wanted(self, step: object) -> None:
        if isinstance(step, StepId):
            self.navigator.go(step)

    @Slot()
    def _on_save_wanted(self) -> None:
        if self._saving is not None:
            self._saving.say_saved()
