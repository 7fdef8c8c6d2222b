"""Sends what is due while the window is open, in a thread of its own."""

from collections.abc import Callable
from threading import Event, Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from testimony_app.domain.errors import TestimonyError
from testimony_app.domain.submission import SubmissionState
from testimony_app.services.program import Program

if TYPE_CHECKING:
    from testimony_app.services.outbox_run import OutboxRun

_EVERY_SECONDS = 15.0
_LOOK_MILLISECONDS = 1000
MOVING = (SubmissionState.QUEUED, SubmissionState.SENDING, SubmissionState.WAITING)


class OutboxRunner(QObject):
    """Runs the outbox when it is poked, and then as long as something in it still moves.

    `make_program` gives a program of the thread's own, with its own connections to the same profile. `changed` says
    that something may be known now that was not before; `failed` gives an error of the store or the settings.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, make_program: Callable[[], Program]) -> None:
        super().__init__()
        self._make_program = make_program
        self._thread: Thread | None = None
        self._poked = Event()
        self._stopping = False
        self._run_now: OutboxRun | None = None
        self._watch = QTimer(self)
        self._watch.setInterval(_LOOK_MILLISECONDS)
        self._watch.timeout.connect(self._on_watch)

    @Slot()
    def poke(self) -> None:
        """Look now whether something is due."""
        self._poked.set()
        if self._thread is None or not self._thread.is_alive():
            self._thread = Thread(target=self._run, name="outbox", daemon=True)
            self._thread.start()
        self._watch.start()

    def finish(self, seconds: float) -> bool:
        """Stop after what is being handed over; False where that takes longer than `seconds`."""
        self._stopping = True
        run = self._run_now
        if run is not None:
            run.stop()
        self._poked.set()
        self._watch.stop()
        if self._thread is not None:
            self._thread.join(seconds)
            return not self._thread.is_alive()
        return True

    def _run(self) -> None:
        program = self._make_program()
        try:
            while not self._stopping and self._run_once(program):
                self._poked.wait(_EVERY_SECONDS)
        finally:
            program.close()

    def _run_once(self, program: Program) -> bool:
        """Try what is due; return whether something may become due later."""
        self._poked.clear()
        try:
            with program.sending.running() as run:
                self._run_now = run
                if run is not None and not self._stopping:
                    run.run_due()
            moving = bool(program.sending.page(MOVING, 1))
        except TestimonyError as error:
            self.failed.emit(error)
            moving = True
        finally:
            self._run_now = None
        self.changed.emit()
        return moving and not program.sending.is_paused()

    @Slot()
    def _on_watch(self) -> None:
        """Let the pages show how far it has come, and stop looking when nothing moves any more."""
        self.changed.emit()
        if self._thread is None or not self._thread.is_alive():
            self._watch.stop()
