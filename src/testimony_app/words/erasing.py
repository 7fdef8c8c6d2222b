"""What erasing cannot reach, in words."""

from testimony_app.services.erasing import Left
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


def left_sentence(left: Left, translate: Translate) -> str:
    """Return what to tell about something that may still hold what was to go."""
    pattern = translate("words", "{what} may still hold some of it.")
    told = filled(pattern, {"what": left.what})
    return f"{told} {sentence(left.why, translate)}" if left.why is not None else told
