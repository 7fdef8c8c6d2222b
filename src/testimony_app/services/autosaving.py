"""When to save what is being written, and what may be said about it. No clock and no thread of its own."""

from dataclasses import dataclass
from enum import Enum

IDLE_SECONDS = 0.4
"""How long after the last key a save begins."""

MOST_SECONDS = 1.0
"""How long a change waits at the most while somebody keeps typing."""

SLOW_SECONDS = 3.0
"""How long an acknowledgement may take before the person is told."""

RETRY_SECONDS = 5.0
"""How long after a failure the next try begins."""


class SaveState(Enum):
    """What is true of the newest words. Only SAVED may be called saved.

    EMPTIED: nothing is left of a longer text, and the one from before is on the disk until the person says more.
    """

    NOTHING = "nothing"
    SAVED = "saved"
    WAITING = "waiting"
    SLOW = "slow"
    FAILED = "failed"
    EMPTIED = "emptied"


@dataclass(slots=True)
class Autosave:
    """Decides when to save. Every call is given the time of a clock that never goes back, in seconds.

    One save is under way at a time, since each builds on the version before it.
    """

    _first_change: float | None = None
    _last_change: float | None = None
    _asked_at: float | None = None
    _under_way: float | None = None
    _failed_at: float | None = None
    _ever_saved: bool = False
    _is_held: bool = False

    def changed(self, now: float) -> None:
        """Note that something was changed."""
        self._is_held = False
        self._first_change = now if self._first_change is None else self._first_change
        self._last_change = now
        self._asked_at = now if self._asked_at is None else self._asked_at

    def is_due(self, now: float) -> bool:
        """Whether a save should begin now."""
        wait = self.wait(now)
        return wait is not None and wait <= 0

    def wait(self, now: float) -> float | None:
        """Return in how many seconds a save should begin, or None: nothing to save, or one is under way."""
        if self._first_change is None or self._last_change is None or self._under_way is not None:
            return None
        due = min(self._last_change + IDLE_SECONDS, self._first_change + MOST_SECONDS)
        if self._failed_at is not None:
            due = max(due, self._failed_at + RETRY_SECONDS)
        return due - now

    @property
    def has_unsaved(self) -> bool:
        """Whether there are words that are not known to be on the disk."""
        return self._first_change is not None or self._under_way is not None or self._is_held

    def began(self, now: float) -> None:
        """Note that a save of everything until now has begun."""
        self._under_way = now
        self._is_held = False
        self._first_change = self._last_change = None

    def acknowledged(self) -> None:
        """Note that the save is on the disk."""
        self._under_way = self._failed_at = None
        self._ever_saved = True
        self._asked_at = self._first_change

    def held(self) -> None:
        """Note that nothing was saved because nothing would be left. It waits for a word, or for the next change."""
        self._under_way = self._failed_at = None
        self._is_held = self._first_change is None
        self._asked_at = self._first_change

    def failed(self, now: float) -> None:
        """Note that the save failed. What it held is still to be saved."""
        self._under_way = None
        self._failed_at = now
        self._first_change = now if self._first_change is None else self._first_change
        self._last_change = self._first_change if self._last_change is None else self._last_change

    def state(self, now: float) -> SaveState:
        """Return what may be said now."""
        if self._is_held:
            return SaveState.EMPTIED
        if self._failed_at is not None:
            return SaveState.FAILED
        if not self.has_unsaved:
            return SaveState.SAVED if self._ever_saved else SaveState.NOTHING
        is_slow = self._asked_at is not None and now - self._asked_at >= SLOW_SECONDS
        return SaveState.SLOW if is_slow else SaveState.WAITING
