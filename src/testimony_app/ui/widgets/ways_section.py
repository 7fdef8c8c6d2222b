"""The part of Settings that lists the ways to send."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from testimony_app.ui.look import Look
from testimony_app.ui.tokens import BODY, H2, SMALL
from testimony_app.ui.widgets.button import Button, ButtonKind
from testimony_app.ui.widgets.card import Card
from testimony_app.ui.widgets.in_view import bring_news_into_view
from testimony_app.ui.widgets.note import Note
from testimony_app.ui.widgets.sending_card import CardEntry, SendingCard
from testimony_app.ui.widgets.stacks import Column, Row, empty
from testimony_app.ui.widgets.text import Text


class WaysSection(QWidget):
    """A card for each way. `wanted` gives its name and the id of what was pressed on it.

    `add_wanted` asks for a new one, `undo_wanted` for the one that was taken out last, `folder_wanted` for the folder
    of a file that cannot be used, `again_wanted` for another look at it.
    """

    wanted = Signal(str, str)
    add_wanted = Signal()
    undo_wanted = Signal()
    folder_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._entries: tuple[CardEntry, ...] = ()
        self._cards: dict[str, SendingCard] = {}
        self._told: dict[str, Column] = {}
        self._said: dict[str, str] = {}
        self._broken = Column(look, gap=8)
        self._rows = Column(look, gap=10)
        broken, rows = QWidget(), QWidget()
        broken.setLayout(self._broken)
        rows.setLayout(self._rows)
        self._broken_box = broken
        broken.hide()
        self._removed_words = Text(look, "", BODY)
        self._undo = Button(look, self.tr("Undo"), ButtonKind.QUIET, icon_name="undo-2")
        self._undo.clicked.connect(self.undo_wanted)
        self._removed = Card(look, "sunk", "")
        row = Row(look, gap=10, margins=(14, 6, 8, 6))
        row.addWidget(self._removed_words, 1)
        row.addWidget(self._undo)
        self._removed.setLayout(row)
        self._removed.hide()
        self._add = Button(look, self.tr("Add a way to send"), icon_name="plus")
        self._add.clicked.connect(self.add_wanted)
        about = self.tr("These stand on the Share page. Trying one sends nothing.")
        self._add_box = QWidget()
        self._add_box.setLayout(Row(look, self._add, None))
        self.setLayout(
            Column(
                look,
                Text(look, self.tr("Ways to send"), H2),
                Text(look, about, BODY),
                broken,
                self._removed,
                rows,
                self._add_box,
                gap=10,
            )
        )

    def show_ways(self, entries: Sequence[CardEntry], told: Mapping[str, tuple[str, bool]]) -> None:
        """Show the ways. `told` has a sentence for some, by their names, and whether it is a good one."""
        self._broken_box.hide()
        self._add_box.show()
        if tuple(entries) != self._entries:
            focused = self._focused()
            self._entries = tuple(entries)
            self._make_cards()
            self._focus(*focused)
        for entry in entries:
            self._tell(entry.key, *told.get(entry.key, ("", True)))

    def show_broken(self, words: Sequence[str]) -> None:
        """Say what keeps the ways from being used, in place of them."""
        self._entries = ()
        self._make_cards()
        self.show_removed("")
        self._add_box.hide()
        empty(self._broken)
        for each in words:
            note = Note(self._look, "octagon-alert", each, color="bad", fill="badfill", edge="bad", role=SMALL)
            self._broken.addWidget(note)
        folder = Button(self._look, self.tr("Show the folder of this file"), icon_name="folder-open")
        folder.clicked.connect(self.folder_wanted)
        again = Button(self._look, self.tr("Look again"), icon_name="refresh-cw")
        again.clicked.connect(self.again_wanted)
        self._broken.addLayout(Row(self._look, folder, again, None))
        self._broken_box.show()

    def show_removed(self, title: str, trouble: str = "") -> None:
        """Say that a way was taken out, with a way back, and what went wrong; with an empty title say nothing."""
        if title:
            words = self.tr("You took out “{title}”.").replace("{title}", title)
            self._removed_words.say(f"{words} {trouble}".rstrip())
            self._undo.setAccessibleName(self.tr("Undo: bring “{title}” back").replace("{title}", title))
        self._removed.setVisible(bool(title))

    def show_unsaved(self, *, is_unsaved: bool) -> None:
        """Say that a new way was begun and not saved."""
        self._add.setText(self.tr("Go on with the new way to send") if is_unsaved else self.tr("Add a way to send"))
        self._add.updateGeometry()

    def focus_undo(self) -> None:
        """Give the focus to the way back."""
        self._undo.setFocus()

    def focus_add(self) -> None:
        """Give the focus to what adds a way."""
        self._add.setFocus()

    def focus_card(self, name: str) -> None:
        """Give the focus to the first button of a card."""
        card = self._cards.get(name)
        if card is not None:
            card.findChildren(Button)[0].setFocus()

    def _make_cards(self) -> None:
        empty(self._rows)
        self._cards, self._told = {}, {}
        for entry in self._entries:
            card = SendingCard(self._look, entry)
            card.wanted.connect(self.wanted)
            told = Column(self._look)
            holder = QWidget()
            holder.setLayout(told)
            holder.hide()
            both = QWidget()
            both.setLayout(Column(self._look, card, holder, gap=4))
            self._rows.addWidget(both)
            self._cards[entry.key], self._told[entry.key] = card, told

    def _tell(self, name: str, words: str, is_good: bool) -> None:  # noqa: FBT001  (a pair that is told)
        column = self._told[name]
        empty(column)
        holder = column.parentWidget()
        if words:
            icon, color, fill = ("info", "softink", "soft") if is_good else ("triangle-alert", "warn", "warnfill")
            note = Note(self._look, icon, words, color=color, fill=fill, edge="" if is_good else "warn", role=SMALL)
            column.addWidget(note)
            if words != self._said.get(name):
                bring_news_into_view(note)
        self._said[name] = words
        if holder is not None:
            holder.setVisible(bool(words))

    def _focused(self) -> tuple[str, str]:
        """Return the name of the way whose card has the focus, and what the focused button is called."""
        for name, card in self._cards.items():
            for button in card.findChildren(Button):
                if button.hasFocus():
                    return name, button.accessibleName()
        return "", ""

    def _focus(self, name: str, called: str) -> None:
        """Give the focus to the same button as before, or where it is gone to the first one of its card."""
        card = self._cards.get(name)
        if card is not None:
            buttons = card.findChildren(Button)
            next((each for each in buttons if each.accessibleName() == called), buttons[0]).setFocus()
