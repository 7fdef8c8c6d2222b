"""How the sentences of `words` reach the interface's language."""

from PySide6.QtCore import QCoreApplication


def translate(context: str, text: str) -> str:
    """Return a text of `words` in the interface's language."""
    return QCoreApplication.translate(context, text)
