"""The keys of the whole window, which can be turned off in Settings."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from testimony_app.domain.steps import StepId


class Shortcuts(QObject):
    """Each signal is what a key asks for. `region_wanted` and `zoom_wanted` give 1 or, the other way, -1."""

    back_wanted = Signal()
    next_wanted = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()
    help_wanted = Signal()
    save_wanted = Signal()
    zoom_wanted = Signal(int)
    region_wanted = Signal(int)
    step_wanted = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._shortcuts: list[QShortcut] = []
        self._is_used, self._is_held = True, False
        for keys, act in (
            ("Alt+Left", self.back_wanted.emit),
            ("Alt+Right", self.next_wanted.emit),
            ("Ctrl+Z", self.undo_wanted.emit),
            ("Ctrl+Y", self.redo_wanted.emit),
            ("Ctrl+Shift+Z", self.redo_wanted.emit),
            ("Ctrl++", lambda: self.zoom_wanted.emit(1)),
            ("Ctrl+=", lambda: self.zoom_wanted.emit(1)),
            ("Ctrl+-", lambda: self.zoom_wanted.emit(-1)),
            ("F1", self.help_wanted.emit),
            ("Ctrl+S", self.save_wanted.emit),
            ("F6", lambda: self.region_wanted.emit(1)),
            ("Shift+F6", lambda: self.region_wanted.emit(-1)),
        ):
            self._add(keys, act)
        for number, step in enumerate(StepId, 1):
            self._add(f"Ctrl+{number}", partial(self.step_wanted.emit, step))

    def use(self, used: bool) -> None:  # noqa: FBT001  (a signal's value)
        """Turn the keys on or off."""
        self._is_used = used
        self._apply()

    def hold(self, *, held: bool) -> None:
        """Let the keys do nothing for a while, whether they are turned on or not."""
        self._is_held = held
        self._apply()

    def _apply(self) -> None:
        for shortcut in self._shortcuts:
            shortcut.setEnabled(self._is_used and not self._is_held)

    def _add(self, keys: str, act: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self._window)
        shortcut.activated.connect(act)
        self._shortcuts.append(shortcut)
