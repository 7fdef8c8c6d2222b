"""The practice channel: everything is done but sending."""

from collections.abc import Mapping

from testimony_app.channels.attempts import Passing, attempt
from testimony_app.domain.submission import (
    Channel,
    Gate,
    Letter,
    Outcome,
    OutcomeKind,
    Password,
    Payload,
    Phase,
    SubmissionIds,
)


class PracticeChannel:
    """Takes a letter through every phase and sends nothing. What it accepts has gone nowhere, and is said so."""

    def prepare(self, letter: Letter, ids: SubmissionIds) -> Payload:
        """Return the text itself."""
        return Payload(letter.text.encode(), "text/plain; charset=utf-8", f"practice-{ids.submission}")

    def send(self, payload: Payload, gate: Gate, deadline: float) -> Outcome:
        """Pass the gate and say that it was practice."""
        del payload, deadline  # nothing leaves, and nobody keeps us waiting
        return attempt(_practice, gate)

    def ask(self, payload: Payload) -> Outcome | None:
        """Say that it was practice: nothing can be uncertain about it."""
        del payload
        return Outcome(OutcomeKind.ACCEPTED, "practice_done")

    def check(self) -> Outcome:
        """Say that there is nothing to be checked."""
        return Outcome(OutcomeKind.ACCEPTED, "nothing_to_check")


def _practice(passing: Passing) -> Outcome:
    passing.reach(Phase.CONNECT)
    passing.reach(Phase.BODY)
    passing.committing()
    return Outcome(OutcomeKind.ACCEPTED, "practice_done")


def make(settings: Mapping[str, object], password: Password) -> Channel:
    """Return the channel. It has no settings and needs no secret."""
    del settings, password
    return PracticeChannel()
