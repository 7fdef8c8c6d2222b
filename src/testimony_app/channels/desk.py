"""A printed copy handed in by the person."""

from collections.abc import Mapping

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


class DeskChannel:
    """Keeps which version goes on paper. Only the person can say that it was handed in."""

    def prepare(self, letter: Letter, ids: SubmissionIds) -> Payload:
        """Return the text as it is to be printed."""
        return Payload(letter.text.encode(), "text/plain; charset=utf-8", ids.submission)

    def send(self, payload: Payload, gate: Gate, deadline: float) -> Outcome:
        """Hand over to the person."""
        del payload, deadline  # the person does it
        gate.reach(Phase.CONNECT)
        return Outcome(OutcomeKind.HANDED_OVER, "paper_to_be_handed_in")

    def ask(self, payload: Payload) -> None:
        """Return None: no desk can be asked."""
        del payload

    def check(self) -> Outcome:
        """Say that there is nothing to be checked."""
        return Outcome(OutcomeKind.ACCEPTED, "nothing_to_check")


def make(settings: Mapping[str, object], password: Password) -> Channel:
    """Return the channel. Where the desk is, and when it is open, is shown beside it."""
    del settings, password
    return DeskChannel()
