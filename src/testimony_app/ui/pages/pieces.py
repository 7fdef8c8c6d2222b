"""What a web page asks for: each piece of text, ready to be copied there."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QApplication

from testimony_app.channels.portal import PortalSheet
from testimony_app.ui.accessibility import announce
from testimony_app.ui.dates import moment_of
from testimony_app.ui.look import Look
from testimony_app.ui.page import Page
from testimony_app.ui.tokens import BODY, H3, SMALL
from testimony_app.ui.widgets.button import Button
from testimony_app.ui.widgets.card import Card
from testimony_app.ui.widgets.flow import Flow
from testimony_app.ui.widgets.heading import Heading
from testimony_app.ui.widgets.note import Note
from testimony_app.ui.widgets.stacks import Column, Row
from testimony_app.ui.widgets.text import Text


class PiecesPage(Page):
    """Shows the pieces one by one. `pressed` and `put_off` say whether the person pressed the page's button."""

    pressed = Signal()
    put_off = Signal()
    again_wanted = Signal()

    def __init__(self, look: Look, way: str, sheet: PortalSheet) -> None:
        intro = self.tr(
            "We opened {address} in your browser. Copy each text into its place there, then press its button."
        )
        heading = Heading(look, way, "", intro.replace("{address}", sheet.url))
        super().__init__(look, heading)
        for words in self._known(sheet):
            self.add(Text(look, words, SMALL, "ink2"))
        if sheet.note:
            self.add(Note(look, "info", sheet.note, color="softink", fill="soft", role=SMALL))
        for piece in sheet.pieces:
            self.add(self._piece(piece.title, piece.text))
            if piece.title in sheet.too_long:
                long = self.tr("The page takes {most} letters here. This text has {count}.")
                words = long.replace("{most}", str(sheet.most_characters)).replace("{count}", str(len(piece.text)))
                self.add(Note(look, "triangle-alert", words, color="warn", fill="warnfill", edge="warn", role=SMALL))
        self._said = Text(look, "", SMALL, "ink2")
        yes = Button(look, self.tr("Yes, I pressed its button"), icon_name="check", height=50)
        yes.clicked.connect(self.pressed)
        not_yet = Button(look, self.tr("Not yet"), icon_name="clock", height=50)
        not_yet.clicked.connect(self.put_off)
        again = Button(look, self.tr("Open the page again"), icon_name="external-link", height=50)
        again.clicked.connect(self.again_wanted)
        self.add(self._said, Text(look, self.tr("Did you press its button?"), H3))
        self.column.addLayout(Flow(look, yes, not_yet, again, gap=10))
        self.add(None)

    def _known(self, sheet: PortalSheet) -> list[str]:
        """Return what is known of the page, and what is not."""
        account = {
            "yes": self.tr("The page wants you to have an account there."),
            "no": self.tr("You need no account there."),
            "unknown": self.tr("We do not know whether you need an account there."),
        }
        files = {
            "yes": self.tr("The page takes files. You can add the Word file from Share."),
            "no": self.tr("The page takes no files."),
            "unknown": self.tr("We do not know whether the page takes files."),
        }
        closes = self.tr("We do not know when comments close.")
        if sheet.closes:
            closes = self.tr("Comments close at {time}.").replace("{time}", moment_of(sheet.closes))
        return [account[sheet.needs_account], files[sheet.takes_files], closes]

    def _piece(self, title: str, text: str) -> Card:
        card = Card(self.look)
        copy = Button(self.look, self.tr("Copy"), icon_name="copy")
        copy.setAccessibleName(self.tr("Copy: {title}").replace("{title}", title))
        copy.clicked.connect(lambda: self._copy(title, text))
        head = Row(self.look, Text(self.look, title, H3), None, copy, gap=10)
        column = Column(self.look, gap=6, margins=(16, 10, 12, 14))
        column.addLayout(head)
        column.addWidget(Text(self.look, text, BODY))
        card.setLayout(column)
        return card

    @Slot()
    def _copy(self, title: str, text: str) -> None:
        QApplication.clipboard().setText(text)
        said = self.tr("{title} is on the clipboard.").replace("{title}", title)
        self._said.say(said)
        announce(self, said)
