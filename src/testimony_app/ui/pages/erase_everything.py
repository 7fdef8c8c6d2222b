"""Erase everything: what goes, asked for by a word that is typed, and the last page, which says what is true after."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal, Slot

from testimony_app.ui.look import Look
from testimony_app.ui.page import READING_WIDTH, Page
from testimony_app.ui.tokens import BODY, H2
from testimony_app.ui.widgets.button import Button, ButtonKind
from testimony_app.ui.widgets.flow import Flow
from testimony_app.ui.widgets.form_field import LineField
from testimony_app.ui.widgets.heading import Heading
from testimony_app.ui.widgets.in_view import bring_news_into_view
from testimony_app.ui.widgets.note import Note
from testimony_app.ui.widgets.stacks import Row
from testimony_app.ui.widgets.text import Text


class EraseEverythingPage(Page):
    """`erase_wanted` comes only after the word was typed."""

    erase_wanted = Signal()

    def __init__(self, look: Look, stays: str) -> None:
        super().__init__(look, Heading(look, self.tr("Erase everything")), measure=READING_WIDTH)
        self._word = self.tr("erase")
        warning = self.tr("There is no undo. Once it is erased, nobody can bring it back.")
        self._trouble = Note(look, "octagon-alert", "", color="bad", fill="badfill", edge="bad", role=BODY)
        self._trouble.hide()
        self.add(Note(look, "triangle-alert", warning, color="warn", fill="warnfill", edge="warn", role=BODY))
        self.add(self._trouble, Text(look, self.tr("What goes"), H2))
        for words in (
            self.tr("All your testimonies with their earlier versions, and all backups."),
            self.tr("Our copies of what was sent, with the receipts. What still waits will not be sent."),
            self.tr("The ways to send you have set up, with their passwords, and all settings."),
            self.tr("Campaigns and councils that you have added."),
        ):
            self.add(Text(look, words, BODY))
        self.add(Text(look, self.tr("What we cannot reach"), H2), Text(look, stays, BODY))
        label = self.tr("Type the word “{word}” to go on").replace("{word}", self._word)
        self.field = LineField(look, label)
        erase = Button(look, self.tr("Erase it all now"), ButtonKind.PRIMARY, icon_name="trash-2")
        erase.clicked.connect(self._on_erase_clicked)
        self.add(self.field, Row(look, erase, None), None)

    def arrive(self) -> None:
        """Ask anew."""
        self.field.show_value(None)
        self.field.show_problem("")
        self._trouble.hide()

    def show_trouble(self, why: str) -> None:
        """Say why nothing was erased."""
        self._trouble.words.say(why)
        self._trouble.show()
        bring_news_into_view(self._trouble)

    @Slot()
    def _on_erase_clicked(self) -> None:
        if str(self.field.value() or "").casefold() == self._word.casefold():
            self.field.show_problem("")
            self.erase_wanted.emit()
            return
        words = self.tr("Nothing was erased. Type the word “{word}” first, so that we know you mean it.")
        self.field.show_problem(words.replace("{word}", self._word))
        self.field.focus_box()


class LastPage(Page):
    """What is shown while everything is erased, and after. `fresh_wanted` asks to start anew, `close_wanted` to end."""

    fresh_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, Heading(look, self.tr("Erasing everything")), measure=READING_WIDTH)
        self._wait = Text(look, self.tr("This can take a moment. Please leave this window open."), BODY)
        self.add(self._wait)

    def show_done(self, left: Sequence[str], stays: str) -> None:
        """Say what was found when the folders were looked through afterwards. `left` are whole sentences."""
        self._wait.hide()
        if left:
            self.heading.set_title(self.tr("Not all of it is gone"))
        else:
            self.heading.set_title(self.tr("Everything is erased"))
            words = self.tr("We have looked: Testimony keeps nothing more of you on this computer.")
            self.add(Note(self.look, "circle-check", words, color="good", fill="goodfill", edge="good", role=BODY))
        for each in left:
            self.add(Note(self.look, "triangle-alert", each, color="warn", fill="warnfill", edge="warn", role=BODY))
        self.add(Text(self.look, stays, BODY))
        close = Button(self.look, self.tr("Close"), ButtonKind.PRIMARY, icon_name="x")
        close.clicked.connect(self.close_wanted)
        fresh = Button(self.look, self.tr("Start afresh"), icon_name="file-text")
        fresh.clicked.connect(self.fresh_wanted)
        self.column.addLayout(Flow(self.look, close, fresh, gap=8))
        self.add(None)
        self.heading.title.clearFocus()  # so that the ring is drawn around the new words
        QTimer.singleShot(0, self.heading.title.setFocus)
