"""Starts Qt, and the window in it."""

import gc
import os
import sys
from pathlib import Path

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

_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
"""What tells Qt on Linux where to show a window. Without any of them it would abort."""

_TELLING, _SETTLED = 50, 500
"""Milliseconds after which screen readers may begin to ask, and after which the window has been painted."""


def run_window(program: Program, resources: Path) -> int:
    """Show the window until it is closed and return the exit code. Raises PersonError `no_display`."""
    if sys.platform == "linux" and not any(os.environ.get(name) for name in _SCREENS):
        raise PersonError("no_display")
    application = QApplication([*sys.argv[:1], "-style", "Fusion"])
    application.setApplicationName("Testimony")
    one = OneWindow(program.folders.database.parent)
    if not one.take():
        return 0
    look = Look(resources)
    dress(application, look)
    look.changed.connect(lambda: dress(application, look))
    window = PersonalWindow(look, program, Dialogs())
    one.called.connect(window.come_to_the_front)
    window.show()
    QTimer.singleShot(_TELLING, tell_headings)
    QTimer.singleShot(_SETTLED, _look_for_garbage)
    try:
        return application.exec()
    finally:
        one.let_go()


def _look_for_garbage() -> None:
    """Look for garbage from now on, but not among what the start has made: most of it stays until the end."""
    gc.freeze()
    gc.enable()


def dress(application: QApplication, look: Look) -> None:
    """Give what Qt paints itself (menus, dialogs, tool tips) our colors and our type."""
    application.setPalette(look.palette())
    application.setFont(look.font(BODY))
