"""A printed copy handed in by the person."""

from collections.abc import Mapping

from testimony_app.channels.persons_turn import PersonsTurn
from testimony_app.domain.submission import Channel, Letter, Password, Payload, SubmissionIds


class DeskChannel(PersonsTurn):
    """Keeps which version goes on paper. Only the person can say that it was handed in."""

    handed_over = "paper_to_be_handed_in"

    def prepare(self, letter: Letter, ids: SubmissionIds) -> Payload:
        """Return the text as it is to be printed."""
        return Payload(letter.text.encode(), "text/plain; charset=utf-8", ids.submission)


def make(settings: Mapping[str, object], password: Password) -> Channel:
    """Return the channel. Where the desk is, and when it is open, is shown beside it."""
    del settings, password
    return DeskChannel()
