"""Why the testimonies cannot be shown or saved, and what can be done about it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from testimony_app.ui.look import Look
from testimony_app.ui.store_offers import StoreOffer
from testimony_app.ui.widgets.button import Button
from testimony_app.ui.widgets.flow import Flow
from testimony_app.ui.widgets.note import Note
from testimony_app.ui.widgets.stacks import Column, empty


class StoreTrouble(QWidget):
    """Hidden until there is something to tell. `offer_wanted` gives the act of the offer that was taken.

    A caution is what should be known, and holds nothing back.
    """

    offer_wanted = Signal(str)

    def __init__(self, look: Look, *, is_caution: bool = False) -> None:
        super().__init__()
        self._look = look
        icon, color, fill = (
            ("triangle-alert", "warn", "warnfill") if is_caution else ("octagon-alert", "bad", "badfill")
        )
        note = Note(look, icon, "", color=color, fill=fill, edge=color)
        self.words = note.words
        self._offers = QWidget()
        self._row = Flow(look, gap=8)
        self._offers.setLayout(self._row)
        self._offers.hide()
        self.setLayout(Column(look, note, self._offers, gap=8))
        self.hide()

    def tell(self, why: str, offers: Sequence[StoreOffer]) -> None:
        """Say why, and offer what can be done; with an empty text say nothing."""
        self.words.say(why)
        empty(self._row)
        for offer in offers:
            button = Button(self._look, offer.words, icon_name=offer.icon)
            button.clicked.connect(lambda _=False, act=offer.act: self.offer_wanted.emit(act))
            self._row.addWidget(button)
        self._offers.setVisible(bool(offers))
        self.setVisible(bool(why))
