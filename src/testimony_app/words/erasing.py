"""What erasing cannot reach, in words."""

from testimony_app.services.erasing import Left, Plan
from testimony_app.words.errors import sentence
from testimony_app.words.filling import filled
from testimony_app.words.translate import Translate


def what_stays(translate: Translate) -> str:
    """Return what nobody can promise of erasing."""
    return translate(
        "words",
        "Files you saved or sent yourself are still there. A disk may keep traces for a while, and so may a backup of "
        "the whole computer. We cannot reach those.",
    )


def what_goes(plan: Plan, translate: Translate) -> tuple[str, ...]:
    """Return what goes with a testimony, a sentence for each."""
    goes = [
        translate("words", "The text, and all its earlier versions."),
        translate("words", "What can be found of it: its name in the list, and its words in the search."),
        translate("words", "Its words in every backup that Testimony has made."),
    ]
    if plan.was_sent:
        goes.append(
            translate("words", "Our copy of what was sent, with its receipt. What was sent stays where it went.")
        )
    return tuple(goes)


def what_waits(plan: Plan, translate: Translate) -> str:
    """Return what of a testimony waits to be sent and will not go, or nothing."""
    if not plan.waiting:
        return ""
    pattern = translate("words", "It still waits to be sent: {channels}. It will not be sent.")
    return filled(pattern, {"channels": ", ".join(plan.waiting)})


def left_sentence(left: Left, translate: Translate) -> str:
    """Return what to tell about something that may still hold what was to go."""
    pattern = translate("words", "{what} may still hold some of it.")
    told = filled(pattern, {"what": left.what})
    return f"{told} {sentence(left.why, translate)}" if left.why is not None else told
