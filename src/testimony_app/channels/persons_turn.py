"""What the ways have in common that only the person can finish: a mail program, a page, a desk."""

from testimony_app.channels.attempts import Passing, attempt
from testimony_app.domain.submission import Gate, Outcome, OutcomeKind, Payload, Phase


class PersonsTurn:
    """Hands over to the person. Nothing is delivered by us, so the gate before delivering is never passed.

    `handed_over` is the code of what the person is asked then, `checked` that of what a check can say.
    """

    handed_over: str
    checked = "nothing_to_check"

    def send(self, payload: Payload, gate: Gate, deadline: float) -> Outcome:
        """Hand over to the person."""
        del payload, deadline  # the person does it, and has no deadline of ours
        return attempt(self._hand_over, gate)

    def ask(self, payload: Payload) -> None:
        """Return None: only the person can be asked."""
        del payload

    def check(self) -> Outcome:
        """Say what can be said without the person."""
        return Outcome(OutcomeKind.ACCEPTED, self.checked)

    def _hand_over(self, passing: Passing) -> Outcome:
        passing.reach(Phase.CONNECT)
        return Outcome(OutcomeKind.HANDED_OVER, self.handed_over)
