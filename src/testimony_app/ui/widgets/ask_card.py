"""What the person wants the Council to do: shown in a line, and changed in place."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from testimony_app.domain.campaign import Ask
from testimony_app.ui.look import Look
from testimony_app.ui.tokens import LABEL, SMALL, SMALL_STRONG
from testimony_app.ui.widgets.card import Card
from testimony_app.ui.widgets.inputs import tie
from testimony_app.ui.widgets.picture import Icon
from testimony_app.ui.widgets.segment import AnswerGroup, SegmentButton
from testimony_app.ui.widgets.stacks import Column, Row
from testimony_app.ui.widgets.story_box import StoryBox
from testimony_app.ui.widgets.text import Text
from testimony_app.ui.widgets.timeline import caution_row
from testimony_app.ui.widgets.unfold_button import UnfoldButton, UnfoldWords


class AskCard(Card):
    """Shows the ask. Change opens the campaign's asks and a box for one's own.

    `ask_chosen` gives an ask's id, `own_ask_written` the person's own words.
    """

    ask_chosen = Signal(str)
    own_ask_written = Signal(str)

    def __init__(self, look: Look, asks: Sequence[Ask]) -> None:
        super().__init__(look)
        self._look = look
        self._asks = tuple(asks)
        self._question = self.tr("What you want the Council to do")
        self._ask = Text(look, "", LABEL)
        self._change = UnfoldButton(
            look,
            UnfoldWords(
                self.tr("Change"), self.tr("Change what you want the Council to do"),
                self.tr("Close"), self.tr("Close the choices of what you want the Council to do"),
            ),
        )  # fmt: skip
        self._change.unfolded.connect(self._on_unfolded)
        words = Column(look, Text(look, self._question, SMALL, "ink2"), self._ask, gap=1)
        row = Row(look, Icon(look, "landmark", "primary", 22), gap=12)
        row.addLayout(words, 1)
        row.addWidget(self._change)
        self._group = AnswerGroup(self)
        self._group.chosen.connect(self._on_choice)
        self._choices = QWidget()
        self._choices.setLayout(self._choice_column())
        self._choices.hide()
        self.setLayout(Column(look, row, self._choices, gap=8, margins=(18, 8, 12, 8)))

    def show_ask(self, ask: Ask | None, own: str | None) -> None:
        """Show the ask that stands: the campaign's, or the person's own words, or none yet."""
        place = next((number for number, each in enumerate(self._asks) if ask and each.id == ask.id), len(self._asks))
        self._group.show_answer(place)
        self._own_box.setVisible(place == len(self._asks))
        self._own.show_text(own or "")
        nothing = self.tr("Say it in your own words")
        self._ask.say(ask.title if ask else (own or "").strip() or nothing)

    def _choice_column(self) -> Column:
        column = Column(self._look, gap=8)
        for number, ask in enumerate(self._asks):
            column.addWidget(self._choice(ask.title, number))
            whose = self.tr("The letter’s own request.") if ask.from_letter else self.tr("Newer. Not from the letter.")
            column.addWidget(Text(self._look, f"{whose} {ask.text}", SMALL, "ink2"))
            if ask.answered:
                column.addLayout(caution_row(self._look, ask.answered))
        own = self.tr("Something else, in my own words")
        if self._asks:
            column.addWidget(self._choice(own, len(self._asks)))
        label = Text(self._look, own, SMALL_STRONG)
        if self._asks:
            label.hide()
        self._own = StoryBox(self._look, least_lines=2)
        tie(label, self._own)
        self._own.setAccessibleName(self.tr("What you want the Council to do, in your own words"))
        self._own.written.connect(self.own_ask_written)
        self._own_box = QWidget()
        self._own_box.setLayout(Column(self._look, label, self._own, gap=4))
        column.addWidget(self._own_box)
        return column

    def _choice(self, title: str, number: int) -> SegmentButton:
        button = SegmentButton(self._look, title)
        button.setAccessibleName(f"{self._question}: {title}")
        self._group.addButton(button, number)
        return button

    @Slot(bool)
    def _on_unfolded(self, is_open: bool) -> None:  # noqa: FBT001  (a signal's value)
        self._choices.setVisible(is_open)

    @Slot(int)
    def _on_choice(self, number: int) -> None:
        if 0 <= number < len(self._asks):
            self.ask_chosen.emit(self._asks[number].id)
        else:
            self.own_ask_written.emit(self._own.toPlainText())
            self._own_box.show()
            self._own.setFocus()
