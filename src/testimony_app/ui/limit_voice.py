"""Says it when the testimony comes close to a limit, goes over it, or is within it again."""

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QObject, QTimer, Slot

from testimony_app.services.writing import Timing

NEAR = 10
"""From how many seconds or words before a limit it is said how many are left."""

QUIET = 5000
"""The least time in milliseconds from one thing said to the next: a meter must not talk over the person's own keys."""


class Side(Enum):
    """On which side of a limit a testimony is."""

    WITHIN = "within"
    NEAR = "near"
    OVER = "over"


def side_of(spare: int) -> Side:
    """Return the side of a limit of which `spare` seconds or words are left; below zero they are over."""
    if spare < 0:
        return Side.OVER
    return Side.NEAR if spare <= NEAR else Side.WITHIN


class LimitVoice(QObject):
    """Speaks when a line is crossed, never at every key: a limit is said once, and again when it was crossed again.

    `say` has a screen reader say a sentence. What is crossed soon after another thing was said waits, and is said as
    it is by then.
    """

    def __init__(self, say: Callable[[str], None]) -> None:
        super().__init__()
        self._say = say
        self._timing: Timing | None = None
        self._said: dict[str, Side] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(QUIET)
        self._pause.timeout.connect(self._on_pause_over)

    def forget(self) -> None:
        """Begin anew with another testimony: where it stands when it is opened is shown, not said."""
        self._timing = None
        self._said.clear()
        self._pause.stop()

    def hear(self, timing: Timing) -> None:
        """Take how long the testimony is now, and say what was crossed."""
        is_first = self._timing is None
        self._timing = timing
        if is_first:
            self._said = {name: side_of(spare) for name, (spare, _) in self._lines().items()}
        elif not self._pause.isActive():
            self._speak()

    def _lines(self) -> dict[str, tuple[int, str]]:
        """Return for each limit how much of it is left, and what to say of it."""
        lines: dict[str, tuple[int, str]] = {}
        timing = self._timing
        if timing is None:
            return lines
        if timing.limit_seconds is not None:
            spare = timing.limit_seconds - round(timing.total_seconds)
            words = self.tr("{count} seconds left") if spare >= 0 else self.tr("Over by {count} seconds")
            if abs(spare) == 1:
                words = self.tr("1 second left") if spare > 0 else self.tr("Over by 1 second")
            lines["seconds"] = spare, words.replace("{count}", str(abs(spare)))
        if timing.limit_words is not None and timing.counts_words:
            spare = timing.limit_words - timing.words
            words = self.tr("{count} words left") if spare >= 0 else self.tr("Over by {count} words")
            if abs(spare) == 1:
                words = self.tr("1 word left") if spare > 0 else self.tr("Over by 1 word")
            lines["words"] = spare, words.replace("{count}", str(abs(spare)))
        return lines

    def _speak(self) -> None:
        lines = self._lines()
        crossed = [
            words
            for name, (spare, words) in lines.items()
            if side_of(spare) is not self._said.get(name) and (name in self._said or spare <= NEAR)
        ]
        self._said = {name: side_of(spare) for name, (spare, _) in lines.items()}
        if crossed:
            self._say(". ".join(crossed))
            self._pause.start()

    @Slot()
    def _on_pause_over(self) -> None:
        self._speak()
