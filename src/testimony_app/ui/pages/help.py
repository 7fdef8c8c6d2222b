"""Help: one page for each step and for keeping and sharing, all of it on this computer."""

from testimony_app.ui.look import Look
from testimony_app.ui.page import READING_WIDTH, Page
from testimony_app.ui.tokens import BODY, H2
from testimony_app.ui.widgets.card import Card
from testimony_app.ui.widgets.heading import Heading
from testimony_app.ui.widgets.stacks import Column
from testimony_app.ui.widgets.text import Text


class HelpPage(Page):
    """All of the help, a card for each subject. It can be opened at one of them."""

    def __init__(self, look: Look) -> None:
        heading = Heading(look, self.tr("How Testimony works"), "", self.tr("This help is on your computer."))
        super().__init__(look, heading, measure=READING_WIDTH)
        self._cards: list[Card] = []
        for title, paragraphs in self._texts():
            card = Card(look)
            column = Column(look, Text(look, title, H2), gap=8, margins=(20, 16, 20, 18))
            for paragraph in paragraphs:
                column.addWidget(Text(look, paragraph, BODY))
            card.setLayout(column)
            self._cards.append(card)
            self.add(card)
        self.add(None)

    def open_at(self, number: int) -> None:
        """Bring a subject into view, by its number from 0."""
        self.area.reveal(self._cards[number])

    def _texts(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return the subjects in their order: the six steps, then what holds for all of them."""
        return (
            (
                self.tr("About you"),
                (
                    self.tr(
                        "First say how the Council will hear you: aloud, in writing, or both. The meters follow your answer."
                    ),
                    self.tr(
                        "You can leave everything else empty. What you fill in makes the opening. You see it grow at the side."
                    ),
                    self.tr(
                        "You can leave your name out. It is then in no text, file name or property. Your story can still point to you."
                    ),
                ),
            ),
            (
                self.tr("Points"),
                (
                    self.tr("A point is one thing you want the Council to know. One to three fit into two minutes."),
                    self.tr(
                        "Tick a card to choose it. The facts at the side show where they come from and what to be careful with."
                    ),
                    self.tr(
                        "You can add a point of your own. You can also see it differently: then the letter’s points are set aside."
                    ),
                ),
            ),
            (
                self.tr("Your story"),
                (
                    self.tr("Write what happened to you, what you saw, or what you fear. One true moment is enough."),
                    self.tr("The question is there to help. You can try another one, or write something else."),
                    self.tr("Switch on the facts that should stand before your story."),
                ),
            ),
            (
                self.tr("Draft"),
                (
                    self.tr(
                        "Here is the whole testimony. A solid bar marks your own words, a dashed one the suggested words."
                    ),
                    self.tr("You can change every word. What you change becomes yours, and we never write over it."),
                    self.tr("Switch off Say aloud for what should be in print only."),
                ),
            ),
            (
                self.tr("Check"),
                (
                    self.tr(
                        "We look for private numbers, unfinished sentences, length, and what may be safer left out."
                    ),
                    self.tr("All of this happens on your computer. Nothing here stops you from saving a copy."),
                ),
            ),
            (
                self.tr("Share"),
                (
                    self.tr(
                        "Save a Word file for the clerk, or plain text for a web form. The file has no trace of this computer."
                    ),
                    self.tr("A reference such as T-7K3MQ2P stands at its foot. It tells one version from another."),
                    self.tr(
                        "You can also send it from there. First you see all that would go, and nothing goes until you say so."
                    ),
                    self.tr("Settings is where ways to send are added, changed and tried. Trying one sends nothing."),
                    self.tr("What you have handed over cannot be taken back."),
                ),
            ),
            (
                self.tr("Saving"),
                (
                    self.tr(
                        "Your words are saved while you type. The time at the bottom says when the disk had them last."
                    ),
                    self.tr("You can close the window at any time. You come back to the same place."),
                    self.tr(
                        "A deleted testimony can be brought back with Undo, and for 30 days from Deleted testimonies "
                        "on Home."
                    ),
                    self.tr(
                        "Earlier versions, in the draft or in the list, show what was changed. You can take one back, or a part of it."
                    ),
                    self.tr("Testimony makes a backup on each day that you write. They are in Settings."),
                    self.tr(
                        "Erase for good, in the menu of a testimony, takes it away with all its versions and from the "
                        "backups. There is no undo. Erase everything is in Settings."
                    ),
                    self.tr(
                        "Lock, in Settings, scrambles your testimonies and the backups on the disk. If you lose what opens "
                        "it, nobody can open them again."
                    ),
                    self.tr(
                        "Write without saving, on Home, opens a window in which nothing you write is kept. "
                        "Save a copy there before you close it."
                    ),
                    self.tr(
                        "Move to another computer, in the menu of a testimony, saves one file with everything. "
                        "Bring in a testimony, on Home, takes it in there."
                    ),
                ),
            ),
            (
                self.tr("Keys"),
                (
                    self.tr(
                        "Tab goes to the next thing, F6 to the next part of the window. Alt with the arrows goes back and on."
                    ),
                    self.tr("Ctrl with 1 to 6 goes to a step. Ctrl+Z takes a change back, Ctrl+Y does it again."),
                    self.tr("Ctrl with plus and minus changes the size of the text. F1 opens this help."),
                    self.tr(
                        "In the draft, Alt+S goes to the next suggested words. In Your story, Ctrl+Tab goes to the next point."
                    ),
                ),
            ),
        )
