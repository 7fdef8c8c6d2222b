"""Looks after the drafts while the window is open and nobody types: backups, spare room, old versions."""

import time
from collections.abc import Callable
from contextlib import suppress
from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from testimony_app.domain.errors import TestimonyError
from testimony_app.services.program import Program

FIRST_SECONDS = 20
"""How long after the start the first look is."""

EVERY_SECONDS = 600
QUIET_SECONDS = 5.0
"""How long nobody must have typed."""


class UpkeepRunner(QObject):
    """Works in a thread of its own, with a program of its own, and gives way as soon as somebody types.

    `make_program` gives that program, with its own connections to the same profile. `backed_up` says after each look
    why the backup of the day could not be made, or None.
    """

    backed_up = Signal(object)

    def __init__(self, make_program: Callable[[], Program], parent: QObject) -> None:
        super().__init__(parent)
        self._make_program = make_program
        self._thread: Thread | None = None
        self._stopping = False
        self._typed = float("-inf")
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(FIRST_SECONDS * 1000)

    @Slot()
    def note_typing(self) -> None:
        """Give way: somebody types."""
        self._typed = time.monotonic()

    @Slot()
    def look(self) -> None:
        """Do what is due now, unless somebody types: then soon."""
        is_running = self._thread is not None and self._thread.is_alive()
        if self._is_quiet() and not is_running and not self._stopping:
            self._thread = Thread(target=self._run, name="upkeep", daemon=True)
            self._thread.start()
            self._timer.start(EVERY_SECONDS * 1000)
        else:
            self._timer.start(FIRST_SECONDS * 1000)

    def finish(self) -> None:
        """Stop after the piece of work that is under way, and begin none again until `go_on`."""
        self._stopping = True
        self._timer.stop()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def go_on(self) -> None:
        """Look after the drafts again."""
        self._stopping = False
        self._timer.start(FIRST_SECONDS * 1000)

    def _is_quiet(self) -> bool:
        return time.monotonic() - self._typed > QUIET_SECONDS

    def _run(self) -> None:
        program = self._make_program()
        try:
            with suppress(TestimonyError):  # a store that refuses is told by Home, and by each save
                program.upkeep.run(lambda: not self._stopping and self._is_quiet())
                self.backed_up.emit(program.upkeep.backup_error)
        finally:
            program.close()
