"""What stands at the foot of the page where nothing is left of a longer text: what is safe, and the two ways on."""

from PySide6.QtCore import Signal

from testimony_app.ui.look import Look
from testimony_app.ui.tokens import BODY, H3
from testimony_app.ui.widgets.button import Button
from testimony_app.ui.widgets.card import Card
from testimony_app.ui.widgets.flow import Flow
from testimony_app.ui.widgets.picture import Icon
from testimony_app.ui.widgets.stacks import Column, Row
from testimony_app.ui.widgets.text import Text


class EmptiedNote(Card):
    """Says that the words from before are kept, and asks whether the testimony is to be empty."""

    back_wanted = Signal()
    empty_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "surface", "warn", edge_width=2)
        kept = self.tr("We did not save that, so the words from before are still on this computer.")
        self._why = Text(look, kept, BODY)
        back = Button(look, self.tr("Bring my words back"), icon_name="undo-2")
        back.clicked.connect(self.back_wanted)
        empty = Button(look, self.tr("Save it empty"), icon_name="eraser")
        empty.clicked.connect(self.empty_wanted)
        self._close = Button(look, self.tr("Close and keep the words from before"), icon_name="x")
        self._close.clicked.connect(self.close_wanted)
        self._close.hide()
        words = Column(
            look,
            Text(look, self.tr("There is nothing left in this testimony"), H3),
            self._why,
            Flow(look, back, empty, self._close, gap=8),
            gap=6,
        )
        row = Row(look, Icon(look, "eraser", "warn", 24, "warnfill"), gap=14, margins=(16, 12, 16, 14))
        row.addLayout(words, 1)
        self.setLayout(row)

    def show_why(self, why: str) -> None:
        """Say why the words from before could not be brought back."""
        self._why.say(why)

    def offer_close(self, *, offered: bool) -> None:
        """Offer to close all the same, where somebody wanted to close."""
        self._close.setVisible(offered)
