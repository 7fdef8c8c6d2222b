"""Work that must not hold up the window: a callable goes in, a signal comes out."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal, SignalInstance, Slot


class _Job(QRunnable):
    """Holds a callable and the signals to report with; it owns nothing of Qt's, so nothing dies in the wrong thread."""

    def __init__(self, work: Callable[[], Any], done: SignalInstance, failed: SignalInstance) -> None:
        super().__init__()
        self._work = work
        self._done = done
        self._failed = failed

    def run(self) -> None:
        """Do the work, in a thread of the pool."""
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
        self._job: _Job | None = None
        self._begin = QTimer(self, singleShot=True, interval=0)  # a timer is due after all painting that is asked for
        self._begin.timeout.connect(self._on_painted)
        self._ended.connect(self._on_ended)
        self._broke.connect(self._on_broke)

    def start(self, work: Callable[[], Any]) -> None:
        """Start some work; while it goes on another one is not begun.

        The window is painted first, since work in another thread makes that take longer: both want Python's lock.
        """
        if not self.is_running:
            self.is_running = True
            self._job = _Job(work, self._ended, self._broke)
            self._begin.start()

    @Slot()
    def _on_painted(self) -> None:
        if self._job is not None:
            QThreadPool.globalInstance().start(self._job)
            self._job = None

    @Slot(object)
    def _on_ended(self, result: object) -> None:
        self.is_running = False
        self.done.emit(result)

    @Slot(object)
    def _on_broke(self, error: object) -> None:
        self.is_running = False
        self.failed.emit(error)
