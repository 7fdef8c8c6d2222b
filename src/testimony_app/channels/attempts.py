"""One attempt, whatever happens in it: how far it came decides what is known afterwards."""

import time
from collections.abc import Callable

from testimony_app.domain.outbox import after_break, after_deadline
from testimony_app.domain.submission import Cancelled, Gate, Outcome, Phase


class GateBrokenError(Exception):
    """The gate itself broke: the phase is not on disk, so nothing may follow. It is no fault of a network or a disk."""


class LateError(Exception):
    """The time of an attempt is over, and nothing has been handed over."""


class Passing:
    """A gate that is remembered: `phase` is how far the attempt came.

    It lets nothing on after `deadline`, a `time.monotonic()`, and raises LateError then. What breaks in the gate
    becomes GateBrokenError, so that nobody takes it for an error of the way itself.
    """

    def __init__(self, gate: Gate, deadline: float = float("inf")) -> None:
        self.phase = Phase.NOT_STARTED
        self._gate = gate
        self._deadline = deadline

    def reach(self, phase: Phase) -> None:
        """Pass the gate to a phase that can still be taken back."""
        self._pass(phase)

    def committing(self) -> None:
        """Pass the gate before the act that can deliver."""
        self._pass(Phase.COMMITTING)

    def _pass(self, phase: Phase) -> None:
        if time.monotonic() >= self._deadline:
            raise LateError
        try:
            self._gate.committing() if phase is Phase.COMMITTING else self._gate.reach(phase)
        except Cancelled:
            raise
        except Exception:  # noqa: BLE001  (whatever it is; its words may hold the letter's)
            raise GateBrokenError from None
        self.phase = phase


def attempt(act: Callable[[Passing], Outcome], gate: Gate, deadline: float = float("inf")) -> Outcome:
    """Make an attempt that always ends with an outcome. Raises Cancelled alone."""
    passing = Passing(gate, deadline)
    try:
        return act(passing)
    except Cancelled:
        raise
    except LateError:
        return after_deadline(passing.phase)
    except Exception:  # noqa: BLE001  (an attempt always has an outcome; the words of this may hold the letter's)
        return after_break(passing.phase)


def checked(act: Callable[[], Outcome]) -> Outcome:
    """Look without sending, and always end with an outcome."""
    try:
        return act()
    except Exception:  # noqa: BLE001  (as for an attempt)
        return after_break(Phase.CONNECT)
