"""How the sentences of `words` reach the interface's language."""

from PySide6.QtCore import QCoreApplication

from testimony_app.domain.errors import BugError, TestimonyError
from testimony_app.words.errors import sentence


def translate(context: str, text: str) -> str:
    """Return a text of `words` in the interface's language."""
    return QCoreApplication.translate(context, text)


def told(error: object) -> str:
    """Return the sentence of an error; of one that nobody foresaw its kind alone, since its text may hold words."""
    known = error if isinstance(error, TestimonyError) else BugError("unforeseen", detail=type(error).__name__)
    return sentence(known, translate)
