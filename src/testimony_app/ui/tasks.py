"""Work that must not hold up the window: a callable goes in, a signal comes out."""

from collections.abc import Callable
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal, SignalInstance, Slot

_MOST_PAINTING_SECONDS = 0.1
"""Work waits no longer than this for the window to be painted."""

_PAINTING_TURNS = 4
"""Turns of the event loop after which that is done: what is laid out asks for more to be laid out, and then painted."""


def all_is_done(seconds: float) -> bool:
    """Wait until no work goes on in any thread of the pool; False where that takes longer."""
    return QThreadPool.globalInstance().waitForDone(round(seconds * 1000))


class _Job(QRunnable):
    """Holds a callable and the signals to report with; it owns nothing of Qt's, so nothing dies in the wrong thread."""

    def __init__(
        self, work: Callable[[], Any], is_painted: Event, done: SignalInstance, failed: SignalInstance
    ) -> None:
        super().__init__()
        self._work = work
        self._is_painted = is_painted
        self._done = done
        self._failed = failed

    def run(self) -> None:
        """Do the work, in a thread of the pool."""
        self._is_painted.wait(_MOST_PAINTING_SECONDS)
        try:
            result = self._work()
        except Exception as error:  # noqa: BLE001  (told to whoever asked, in the window's own thread)
            self._failed.emit(error)
        else:
            self._done.emit(result)


class Task(QObject):
    """One piece of work at a time. `done` gives its result, `failed` its exception, both in the window's thread."""

    done = Signal(object)
    failed = Signal(object)
    _ended = Signal(object)
    _broke = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.is_running = False
        self._is_painted = Event()
        self._turns = 0
        self._painting = QTimer(self, interval=0)  # due once in each turn of the event loop
        self._painting.timeout.connect(self._on_turn)
        self._ended.connect(self._on_ended)
        self._broke.connect(self._on_broke)

    def start(self, work: Callable[[], Any]) -> None:
        """Start some work; while it goes on another one is not begun.

        The window is painted first, since work in another thread makes that take longer: both want Python's lock.
        """
        if not self.is_running:
            self.is_running = True
            self._is_painted.clear()
            self._turns = 0
            self._painting.start()
            QThreadPool.globalInstance().start(_Job(work, self._is_painted, self._ended, self._broke))

    @Slot()
    def _on_turn(self) -> None:
        self._turns += 1
        if self._turns >= _PAINTING_TURNS:
            self._painting.stop()
            self._is_painted.set()

    @Slot(object)
    def _on_ended(self, result: object) -> None:
        self.is_running = False
        self.done.emit(result)

    @Slot(object)
    def _on_broke(self, error: object) -> None:
        self.is_running = False
        self.failed.emit(error)
