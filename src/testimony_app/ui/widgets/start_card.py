"""A card of Home: something to start from, with a picture, a title, who made it, and Start."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from testimony_app.ui.look import Look
from testimony_app.ui.tokens import H2, SMALL
from testimony_app.ui.widgets.art import Tile
from testimony_app.ui.widgets.button import Button, ButtonKind
from testimony_app.ui.widgets.card import Card
from testimony_app.ui.widgets.flow import Flow
from testimony_app.ui.widgets.least_size import LeastSize
from testimony_app.ui.widgets.stacks import Column, Row
from testimony_app.ui.widgets.text import Text

LEAST_HEIGHT = 154


class StartCard(Card):
    """One thing to start from. All cards of Home are alike in height, picture and button."""

    start_wanted = Signal()
    letter_wanted = Signal()

    def __init__(self, look: Look, title: str, about: str, spoken_start: str, spoken_letter: str = "") -> None:
        super().__init__(look)
        self.start = Button(look, self.tr("Start"), ButtonKind.PRIMARY, icon_name="plus", height=50)
        self.start.setAccessibleName(spoken_start)
        self.start.clicked.connect(self.start_wanted)
        buttons = Column(look, None, self.start, gap=8)
        if spoken_letter:
            self.letter = Button(look, self.tr("Read the letter"))
            self.letter.setAccessibleName(spoken_letter)
            self.letter.clicked.connect(self.letter_wanted)
            buttons.addWidget(self.letter)
        buttons.addStretch(1)
        words = Column(look, None, Text(look, title, H2), Text(look, about, SMALL, "ink2"), None, gap=2)
        tile = Tile(look, arches=bool(spoken_letter))
        row = Row(look, tile, gap=18, margins=(16, 8, 16, 8))
        words_box, buttons_box = QWidget(), QWidget()
        words_box.setLayout(words)
        words_box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        buttons_box.setLayout(buttons)
        row.addLayout(Flow(look, words_box, buttons_box, gap=14, least=300), 1)
        row.setAlignment(tile, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        LeastSize(look, self.start, width=152)
        LeastSize(look, self, height=LEAST_HEIGHT)
