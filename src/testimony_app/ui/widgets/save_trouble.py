"""What stands at the foot of the page while words cannot be saved: why, what is safe, and what to do."""

from PySide6.QtCore import Signal

from testimony_app.ui.look import Look
from testimony_app.ui.tokens import BODY, H3
from testimony_app.ui.widgets.button import Button
from testimony_app.ui.widgets.card import Card
from testimony_app.ui.widgets.picture import Icon
from testimony_app.ui.widgets.stacks import Column, Row
from testimony_app.ui.widgets.text import Text


class SaveTrouble(Card):
    """Says why saving fails, and offers ways to keep the words."""

    again_wanted = Signal()
    copy_wanted = Signal()
    elsewhere_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "surface", "bad", edge_width=2)
        self._why = Text(look, "", BODY)
        again = Button(look, self.tr("Try again"), icon_name="refresh-cw")
        again.clicked.connect(self.again_wanted)
        copy = Button(look, self.tr("Copy text"), icon_name="copy")
        copy.clicked.connect(self.copy_wanted)
        elsewhere = Button(look, self.tr("Save elsewhere"), icon_name="save")
        elsewhere.clicked.connect(self.elsewhere_wanted)
        self._close = Button(look, self.tr("Close without saving"), icon_name="x")
        self._close.clicked.connect(self.close_wanted)
        self._close.hide()
        words = Column(
            look,
            Text(look, self.tr("We could not save just now"), H3),
            self._why,
            Row(look, again, copy, elsewhere, self._close, None),
            gap=6,
        )
        row = Row(look, Icon(look, "octagon-alert", "bad", 24, "badfill"), gap=14, margins=(16, 12, 16, 14))
        row.addLayout(words, 1)
        self.setLayout(row)

    def show_why(self, why: str) -> None:
        """Say why, in a sentence that also says what is safe."""
        self._why.say(self.tr("{why} Your words are still on the screen.").replace("{why}", why))

    def show_kept(self, path: str) -> None:
        """Say where a copy is."""
        self._why.say(self.tr("A copy is safe at {path}. We keep trying to save here too.").replace("{path}", path))

    def offer_close(self, *, offered: bool) -> None:
        """Offer to close all the same, where somebody wanted to close."""
        self._close.setVisible(offered)
