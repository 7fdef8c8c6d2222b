"""Work whose result is to be shown on a page, unless the person has gone elsewhere by the time it is there."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from testimony_app.ui.tasks import Task


class Preparing(QObject):
    """Does one thing at a time away from the window's thread; the one asked for last is the one that counts.

    `ready` gives its result, `failed` its exception. `left` comes in their place where the page from which it was asked
    for is no longer seen.
    """

    ready = Signal(object)
    failed = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._next: tuple[Callable[[], Any], QWidget | None] | None = None
        self._page: QWidget | None = None
        self._task = Task()
        self._task.done.connect(self._on_done)
        self._task.failed.connect(self._on_failed)

    def start(self, work: Callable[[], Any], page: QWidget | None = None) -> None:
        """Do some work, in place of any that was asked for before. Without a page its result is always wanted."""
        self._next = (work, page)
        self._go_on()

    def _go_on(self) -> bool:
        """Begin what is asked for, as soon as nothing else is under way. Return whether something is asked for."""
        if self._next is None:
            return False
        if not self._task.is_running:
            (work, self._page), self._next = self._next, None
            self._task.start(work)
        return True

    @property
    def _is_wanted(self) -> bool:
        return self._page is None or (isValid(self._page) and self._page.isVisible())

    @Slot(object)
    def _on_done(self, result: object) -> None:
        if not self._go_on():
            self.ready.emit(result) if self._is_wanted else self.left.emit()

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        if not self._go_on():
            self.failed.emit(error) if self._is_wanted else self.left.emit()
