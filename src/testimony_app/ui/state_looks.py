"""How the state of a testimony, and of what was sent of it, is shown: never by color alone."""

from typing import NamedTuple

from testimony_app.services.drafting import DRAFT, READY


class StateLook(NamedTuple):
    """How a state is shown: an icon of its own, the color of icon and word, that under them, and that of the edge."""

    icon: str
    color: str
    fill: str
    edge: str


STATE_LOOKS = {
    DRAFT: StateLook("pen-line", "voiceink", "voicefill", "voice"),
    READY: StateLook("circle-check", "good", "goodfill", "good"),
    "queued": StateLook("clock", "softink", "soft", "softink"),
    "sending": StateLook("refresh-cw", "softink", "soft", "softink"),
    "waiting": StateLook("clock", "softink", "soft", "softink"),
    "needs_you": StateLook("hand", "warn", "warnfill", "warn"),
    "unknown": StateLook("circle-help", "warn", "warnfill", "warn"),
    "accepted": StateLook("mail-check", "good", "goodfill", "good"),
    "handed_over": StateLook("hand", "warn", "warnfill", "warn"),
    "confirmed": StateLook("circle-check", "good", "goodfill", "good"),
    "returned": StateLook("mail-x", "warn", "warnfill", "warn"),
    "cancelled": StateLook("undo-2", "ink2", "sunk", "ink2"),
    "replaced": StateLook("files", "ink2", "sunk", "ink2"),
}
"""By the values of `SubmissionState` too, as they stand in the store: a start that shows no submission loads none."""
