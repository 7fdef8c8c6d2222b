"""Two versions of a text as one: what was taken out is struck through, what was added is bold and underlined."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from testimony_app.domain.comparing import Change, Piece
from testimony_app.ui.look import Look
from testimony_app.ui.tokens import BODY, SMALL
from testimony_app.ui.version_words import spoken_comparison
from testimony_app.ui.widgets.flow import Flow
from testimony_app.ui.widgets.text import Part, Text

_BOLD = 700


def comparison_text(look: Look, pieces: Sequence[Piece]) -> Text:
    """Return a text that shows what was changed, and says it to those who do not see it."""
    text = Text(look, "", BODY)
    text.say(*(_part(piece.text, piece.change) for piece in pieces))
    text.setAccessibleName(spoken_comparison(pieces))
    return text


def comparison_legend(look: Look) -> QWidget:
    """Return what tells the two kinds of change apart, in words."""
    legend = QWidget()
    removed, added = Text(look, "", SMALL, wraps=False), Text(look, "", SMALL, wraps=False)
    removed.say(_part(QCoreApplication.translate("versions", "Taken out since then"), Change.REMOVED))
    added.say(_part(QCoreApplication.translate("versions", "Added since then"), Change.ADDED))
    legend.setLayout(Flow(look, removed, added, gap=18))
    return legend


def _part(text: str, change: Change) -> Part:
    if change is Change.REMOVED:
        return Part(text, color="bad", fill="badfill", struck=True)
    if change is Change.ADDED:
        return Part(text, weight=_BOLD, color="good", fill="goodfill", underline="good")
    return Part(text)
