"""A text that is read and copied, never changed."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QTextEdit

from testimony_app.ui.look import Look
from testimony_app.ui.tokens import BODY
from testimony_app.ui.widgets.card import Card
from testimony_app.ui.widgets.scroll import BAR_SHEET, WIDTH
from testimony_app.ui.widgets.stacks import Column


class ReadingBox(QTextEdit):
    """Holds a text of any length; it is gone through by arrow keys, and Tab leaves it. `name` says what it holds.

    Each paragraph stands at the side where its own script begins, as Qt does not do in boxes of plain text.
    """

    def __init__(self, look: Look, text: str, name: str) -> None:
        super().__init__()
        self.setPlainText(text)
        self._look = look
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        look.changed.connect(self._dress)
        self._dress()

    @Slot()
    def _dress(self) -> None:
        """Give the box, which Qt paints, our colors and type."""
        tokens, px = self._look.tokens, self._look.px
        bar = BAR_SHEET.format(width=px(WIDTH), handle=tokens.border, radius=px(5), least=px(40))
        self.setStyleSheet(f"QTextEdit {{ background: {tokens.surface}; color: {tokens.ink}; border: 0; }} {bar}")
        self.setFont(self._look.font(BODY))


def framed(look: Look, box: ReadingBox) -> Card:
    """Return a box with an edge around it, for where it lies on a page of its own color."""
    card = Card(look, "surface", "border")
    card.setLayout(Column(look, box, margins=(14, 10, 8, 10)))
    return card
