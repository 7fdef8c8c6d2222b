"""Saves what is being written while it is written, and reports what is true of it."""

import time
from concurrent.futures import wait
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from testimony_app.domain.errors import TestimonyError
from testimony_app.services.autosaving import SLOW_SECONDS, Autosave, SaveState
from testimony_app.services.drafting import Drafting
from testimony_app.services.open_draft import OpenDraft
from testimony_app.services.writing import Writing
from testimony_app.store.place import Place

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

_MILLISECONDS = 1000


class _Report:
    """Hands an acknowledgement from the thread that writes to the window, until the window is no longer interested.

    A signal must never be emitted for an object that Qt has deleted, so letting go waits for a report under way.
    """

    def __init__(self, tell: "Callable[[Future[OpenDraft]], None]") -> None:
        self._tell: Callable[[Future[OpenDraft]], None] | None = tell
        self._lock = Lock()

    def __call__(self, future: "Future[OpenDraft]") -> None:
        with self._lock:
            if self._tell is not None:
                self._tell(future)

    def let_go(self) -> None:
        """Report nothing more."""
        with self._lock:
            self._tell = None


class Saver(QObject):
    """Saves one testimony. `state_changed` comes whenever something else may be said about saving.

    `last_error` is why the last save failed, `saved_utc` when the last one was acknowledged (seconds since the epoch).
    """

    state_changed = Signal()
    _ended = Signal(object)

    def __init__(self, drafting: Drafting, writing: Writing, opened: OpenDraft) -> None:
        super().__init__()
        self._drafting = drafting
        self._writing = writing
        self._autosave = Autosave()
        self._rev = opened.rev
        self._future: Future[OpenDraft] | None = None
        self._told_ready: tuple[int, bool] | None = None
        self._readiness: Future[None] | None = None
        self.last_error: TestimonyError | None = None
        self.saved_utc = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_time)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(round(SLOW_SECONDS * _MILLISECONDS) + 50)
        self._slow.setTimerType(Qt.TimerType.PreciseTimer)  # another may come early, when nothing is slow yet
        self._slow.timeout.connect(self.state_changed)
        self._ended.connect(self._on_ended)
        self._report = _Report(self._ended.emit)

    @property
    def state(self) -> SaveState:
        """What may be said now."""
        return self._autosave.state(time.monotonic())

    @property
    def has_unsaved(self) -> bool:
        """Whether there are words that are not known to be on the disk."""
        return self._autosave.has_unsaved

    def note_change(self) -> None:
        """Save soon."""
        self._autosave.changed(time.monotonic())
        if not self._slow.isActive():
            self._slow.start()
        self._on_time()
        self.state_changed.emit()

    def keep_place(self, place: Place) -> None:
        """Remember where the person is, without a new version, where nothing else is to be saved."""
        if self._rev and not self._autosave.has_unsaved:
            self._drafting.keep_place(self._writing.draft.id, place)
            self._keep_whether_ready()

    def save_now(self, reason: str) -> None:
        """Save at once what is not saved yet."""
        if self._autosave.wait(time.monotonic()) is not None:
            self._begin(reason)

    def save_emptied(self) -> None:
        """Save that nothing is left: the person said so."""
        if self.state is SaveState.EMPTIED:
            self._begin("cleared")

    def stop(self) -> None:
        """Begin nothing more and report nothing more. It must be called before the saver goes."""
        self._report.let_go()
        self._timer.stop()
        self._slow.stop()
        self._future = None

    def finish(self, seconds: float) -> bool:
        """Save what is left and wait for it, at most some seconds. Return whether all is on the disk."""
        deadline = time.monotonic() + seconds
        while self._autosave.has_unsaved and time.monotonic() < deadline:
            if self._future is None:
                self._begin("close")
            if self._future is not None:
                try:
                    opened = self._future.result(timeout=max(0.0, deadline - time.monotonic()))
                except (TestimonyError, TimeoutError):
                    return False
                self._take(opened)
        self._keep_whether_ready()
        if self._readiness is not None:
            wait((self._readiness,), timeout=max(0.0, deadline - time.monotonic()))
        return not self._autosave.has_unsaved

    def _keep_whether_ready(self) -> None:
        """Let the list say what the checks have found, as soon as they looked at the version that is on the disk."""
        known = (self._rev, self._writing.is_ready)
        if self._rev and self._writing.is_checked and not self._autosave.has_unsaved and known != self._told_ready:
            self._told_ready = known
            self._readiness = self._drafting.keep_whether_ready(
                self._writing.draft.id, self._rev, is_ready=self._writing.is_ready
            )

    def _plan(self) -> None:
        wait = self._autosave.wait(time.monotonic())
        if wait is not None:
            self._timer.start(max(0, round(wait * _MILLISECONDS)))

    def _begin(self, reason: str) -> None:
        self._autosave.began(time.monotonic())
        opened = OpenDraft(self._writing.draft, self._rev, self._writing.place)
        try:
            self._future = self._drafting.save_later(opened, reason)
        except TestimonyError as error:
            self._fail(error)
            return
        self._future.add_done_callback(self._report)
        self.state_changed.emit()

    @Slot()
    def _on_time(self) -> None:
        if self._autosave.is_due(time.monotonic()):
            self._begin("typing")
        else:
            self._plan()

    @Slot(object)
    def _on_ended(self, future: "Future[OpenDraft]") -> None:
        if future is not self._future:
            return
        error = future.exception()
        if isinstance(error, TestimonyError):
            self._fail(error)
        elif error is not None:
            raise error
        else:
            self._take(future.result())
            self._plan()
            self.state_changed.emit()

    def _take(self, opened: OpenDraft) -> None:
        self._future = None
        self._rev = opened.rev
        self._writing.take_id(opened.draft.id)
        self.saved_utc = time.time()
        self.last_error = None
        self._autosave.acknowledged()
        if opened.place != self._writing.place:  # the person went elsewhere while it was saved
            self.keep_place(self._writing.place)
        self._keep_whether_ready()
        if not self._autosave.has_unsaved:
            self._slow.stop()

    def _fail(self, error: TestimonyError) -> None:
        self._future = None
        self.last_error = error
        if error.code == "draft_emptied":
            self._autosave.held()
        else:
            self._autosave.failed(time.monotonic())
        self._plan()
        self.state_changed.emit()
