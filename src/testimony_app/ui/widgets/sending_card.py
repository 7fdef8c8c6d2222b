"""A way to send, or something that was sent: what it is, what is known of it, and what can be done."""

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from testimony_app.ui.look import Look
from testimony_app.ui.state_looks import StateLook
from testimony_app.ui.tokens import H3, SMALL
from testimony_app.ui.widgets.button import Button, ButtonKind
from testimony_app.ui.widgets.card import Card
from testimony_app.ui.widgets.chip import Chip
from testimony_app.ui.widgets.flow import Flow
from testimony_app.ui.widgets.picture import Icon
from testimony_app.ui.widgets.stacks import Column, Row
from testimony_app.ui.widgets.text import Text


class Action(NamedTuple):
    """What can be done: its id, its words, and an icon."""

    id: str
    words: str
    icon: str


class CardEntry(NamedTuple):
    """What a card shows. `look` is None where there is no state yet; an urgent card has a strong edge."""

    key: str
    icon: str
    title: str
    state: str
    look: StateLook | None
    sentence: str
    actions: tuple[Action, ...]
    facts: str = ""
    is_urgent: bool = False


class SendingCard(Card):
    """Shows an entry. `wanted` gives its key and the id of the action that was pressed."""

    wanted = Signal(str, str)

    def __init__(self, look: Look, entry: CardEntry) -> None:
        super().__init__(look, "surface", "warn" if entry.is_urgent else "hair", edge_width=2 if entry.is_urgent else 1)
        self.entry = entry
        tile = Icon(
            look,
            entry.icon,
            entry.look.color if entry.look else "softink",
            24,
            entry.look.fill if entry.look else "soft",
        )
        title = Text(look, entry.title, H3)
        head = Flow(look, title, gap=10)
        if entry.look is not None:
            head.addWidget(Chip(look, entry.look.icon, entry.state, entry.look.color, entry.look.fill))
        words = Column(look, head, gap=3)
        if entry.facts:
            words.addWidget(Text(look, entry.facts, SMALL))
        words.addWidget(Text(look, entry.sentence, SMALL, "ink2"))
        words_box, buttons_box = QWidget(), QWidget()
        words_box.setLayout(words)
        words_box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        buttons = Flow(look, gap=8)
        for number, action in enumerate(entry.actions):
            kind = ButtonKind.QUIET if number and action.id not in {"not_yet"} else ButtonKind.SECONDARY
            button = Button(look, action.words, kind, icon_name=action.icon)
            button.setAccessibleName(f"{action.words}: {entry.title}")
            button.setAccessibleDescription(f"{entry.state}. {entry.sentence}".lstrip(". "))
            button.clicked.connect(lambda _=False, each=action.id: self.wanted.emit(entry.key, each))
            buttons.addWidget(button)
        buttons_box.setLayout(buttons)
        row = Row(look, tile, gap=14, margins=(15, 12, 15, 12))
        row.setAlignment(tile, Qt.AlignmentFlag.AlignTop)
        row.addLayout(Flow(look, words_box, buttons_box, gap=12, least=280), 1)
        self.setLayout(row)
