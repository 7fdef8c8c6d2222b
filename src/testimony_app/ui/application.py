"""Starts Qt, and the window in it."""

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from testimony_app.domain.errors import PersonError
from testimony_app.services.program import Program
from testimony_app.ui.accessibility import tell_headings
from testimony_app.ui.dialogs import Dialogs
from testimony_app.ui.look import Look
from testimony_app.ui.one_window import OneWindow
from testimony_app.ui.personal import PersonalWindow
from testimony_app.ui.tokens import BODY
from testimony_app.ui.turns import let_the_window_go_first

if TYPE_CHECKING:
    from testimony_app.ui.unlock_window import UnlockWindow

_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
"""What tells Qt on Linux where to show a window. Without any of them it would abort."""

_TELLING, _SETTLED = 50, 500
"""Milliseconds after which screen readers may begin to ask, and after which the window has been painted."""


def run_window(program: Program, resources: Path) -> int:
    """Show the window until it is closed and return the exit code. Raises PersonError `no_display`."""
    if sys.platform == "linux" and not any(os.environ.get(name) for name in _SCREENS):
        raise PersonError("no_display")
    let_the_window_go_first()
    application = QApplication([*sys.argv[:1], "-style", "Fusion"])
    application.setApplicationName("Testimony")
    if not program.keeps:
        return _run_without_saving(application, program, resources)
    one = OneWindow(program.folders.database.parent)
    if not one.take():
        return 0
    look = Look(resources)
    dress(application, look)
    look.changed.connect(lambda: dress(application, look))
    windows = Windows(look, one)
    if program.has_lock and program.locking.is_closed():
        windows.unlock(program)
    else:
        windows.open(program)
    QTimer.singleShot(_TELLING, tell_headings)
    QTimer.singleShot(_SETTLED, _look_for_garbage)
    try:
        return application.exec()
    finally:
        windows.close_programs()
        one.let_go()


def _run_without_saving(application: QApplication, program: Program, resources: Path) -> int:
    """Show a window of which nothing is kept. There may be as many as people want."""
    from testimony_app.services.unsaved import UnsavedProgram  # noqa: PLC0415  (the usual window needs none of it)
    from testimony_app.ui.unsaved_window import UnsavedWindow  # noqa: PLC0415  (see above)

    if not isinstance(program, UnsavedProgram):
        raise TypeError(program)
    look = Look(resources)
    dress(application, look)
    look.changed.connect(lambda: dress(application, look))
    window = UnsavedWindow(look, program, Dialogs())
    window.show()
    QTimer.singleShot(_TELLING, tell_headings)
    QTimer.singleShot(_SETTLED, _look_for_garbage)
    return application.exec()


class Windows:
    """The windows of one run: one, and another in its place when everything was erased or a lock was turned."""

    def __init__(self, look: Look, one: OneWindow) -> None:
        self._look = look
        self._one = one
        self._window: PersonalWindow | None = None
        self._unlocking: UnlockWindow | None = None
        self._made: list[Program] = []

    def unlock(self, program: Program) -> None:
        """Ask for what opens a locked profile, and open nothing of it before."""
        from testimony_app.ui.unlock_window import UnlockWindow  # noqa: PLC0415  (most profiles are not locked)

        self._unlocking = asking = UnlockWindow(self._look, program)
        self._one.called.connect(asking.come_to_the_front)
        asking.opened.connect(lambda: self._on_unlocked(program))
        asking.fresh_wanted.connect(lambda: self._on_unlocked(self._made_anew(program)))
        asking.show()

    def _on_unlocked(self, program: Program) -> None:
        self.open(program)
        if self._unlocking is not None:
            self._one.called.disconnect(self._unlocking.come_to_the_front)
            self._unlocking.close()
            self._unlocking.deleteLater()
            self._unlocking = None

    def open(self, program: Program) -> None:
        """Show a window of a program, in the place of the one before."""
        before, self._window = self._window, PersonalWindow(self._look, program, Dialogs())
        self._one.called.connect(self._window.come_to_the_front)
        self._window.fresh_wanted.connect(lambda: self._open_anew(program))
        self._window.show()
        if before is not None:
            self._one.called.disconnect(before.come_to_the_front)
            before.close()
            before.deleteLater()

    def close_programs(self) -> None:
        """Leave in order what was made here."""
        for program in self._made:
            program.close()

    def _open_anew(self, program: Program) -> None:
        self.open(self._made_anew(program))

    def _made_anew(self, program: Program) -> Program:
        self._one.listen()
        fresh = program.anew()
        self._made.append(fresh)
        return fresh


def _look_for_garbage() -> None:
    """Look for garbage from now on, but not among what the start has made: most of it stays until the end."""
    gc.freeze()
    gc.enable()


def dress(application: QApplication, look: Look) -> None:
    """Give what Qt paints itself (menus, dialogs, tool tips) our colors and our type."""
    application.setPalette(look.palette())
    application.setFont(look.font(BODY))
