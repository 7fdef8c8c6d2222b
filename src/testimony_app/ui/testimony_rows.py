"""What a row of Home says of a testimony: its state, how long it is, when it was edited, and what can be done."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from testimony_app.domain.steps import STEPS
from testimony_app.services.drafting import DRAFT, READY
from testimony_app.store.drafts import DraftRow
from testimony_app.store.sent import SentRow
from testimony_app.ui.dates import clock, day_or_time, moment
from testimony_app.ui.state_looks import STATE_LOOKS
from testimony_app.ui.widgets.testimony_row import TestimonyRow
from testimony_app.ui.words import translate

if TYPE_CHECKING:
    from testimony_app.services.lengths import SavedLength


def testimony_row(row: DraftRow, length: "SavedLength | None") -> TestimonyRow:
    """Return what is said of a testimony. `length` is None where it was not counted yet, or cannot be."""
    title = row.title or translate("home", "Untitled testimony")
    state = _state_of(row)
    word = _state_word(state)
    long = _long(length) if length is not None else ""
    facts = _sent_facts(row, row.sent, long) if row.sent is not None else _facts(row, state, long)
    action = translate("home", "Continue") if state == DRAFT else translate("home", "Open")
    spoken = translate("home", "{action}, {title}, {state}, {facts}")
    for key, value in (("{action}", action), ("{title}", title), ("{state}", word.lower()), ("{facts}", facts)):
        spoken = spoken.replace(key, value)
    return TestimonyRow(row.id, title, word, STATE_LOOKS[state], facts, action, spoken)


def state_word(row: DraftRow) -> str:
    """Return the name of the state of a testimony, as its row says it."""
    return _state_word(_state_of(row))


def _state_of(row: DraftRow) -> str:
    if row.sent is not None:
        return row.sent.state
    return READY if row.state == READY else DRAFT


def _state_word(state: str) -> str:
    """Return the name of a state: never more than is known."""
    if state == DRAFT:  # as most are, so that most rows need none of the other words
        return translate("home", "Draft")
    return {
        READY: translate("home", "Ready"),
        "queued": translate("home", "Waiting"),
        "sending": translate("home", "Sending"),
        "waiting": translate("home", "Waiting"),
        "needs_you": translate("home", "Needs you"),
        "unknown": translate("home", "We do not know"),
        "accepted": translate("home", "Accepted"),
        "handed_over": translate("home", "Your turn"),
        "confirmed": translate("home", "You said it arrived"),
        "returned": translate("home", "Returned"),
    }[state]


def _facts(row: DraftRow, state: str, long: str) -> str:
    """Return what is said of a testimony that was not sent."""
    if state == READY:
        facts = translate("home", "{long}. Nothing to fix. Edited {when}")
        if not long:
            facts = translate("home", "Nothing to fix. Edited {when}")
    else:
        facts = translate("home", "Step {number} of {of}. {long}. Edited {when}")
        if not long:
            facts = translate("home", "Step {number} of {of}. Edited {when}")
    steps = [step.id.value for step in STEPS]
    number = steps.index(row.place.step) + 1 if row.place.step in steps else 1
    values = {
        "{number}": str(number),
        "{of}": str(len(steps)),
        "{long}": long,
        "{when}": moment(row.updated_utc, datetime.now(UTC)),
    }
    return _filled(facts, values)


def _sent_facts(row: DraftRow, sent: SentRow, long: str) -> str:
    """Return what is said of one that was sent, by which way it went, and whether it is another one by now."""
    if row.rev != sent.rev:
        facts = translate("home", "{long}. Edited since. {way}, {when}")
        if not long:
            facts = translate("home", "Edited since. {way}, {when}")
    else:
        facts = translate("home", "{long}. {way}, {when}")
        if not long:
            facts = translate("home", "{way}, {when}")
    when = day_or_time(sent.changed_utc, datetime.now(UTC))
    return _filled(facts, {"{long}": long, "{when}": when, "{way}": sent.channel_title})


def _long(length: "SavedLength") -> str:
    """Return how long a testimony is, in the way it will be heard; nothing where nothing is written."""
    if not length.words:
        return ""
    if length.seconds is None:
        return translate("home", "{words} words").replace("{words}", str(length.words))
    pattern = translate("home", "About {time} long") if length.is_guess else translate("home", "{time} long")
    return pattern.replace("{time}", clock(length.seconds))


def _filled(pattern: str, values: dict[str, str]) -> str:
    """Fill the places of a pattern. The last one may hold anything, so it is filled last."""
    for place, value in values.items():
        pattern = pattern.replace(place, value)
    return pattern
