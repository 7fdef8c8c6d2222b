"""What a person says before anything leaves."""

from testimony_app.words.filling import filled
from testimony_app.words.translate import Translate


def consent_words(name: str, translate: Translate) -> str:
    """Return the sentence a person agrees to; without a name where it is left out."""
    if not name:
        return translate("words", "I am the person speaking here, and these are the words I want to send.")
    return filled(translate("words", "I am {name}, and these are the words I want to send."), {"name": name})
