"""Read the letter: what it says, in our words; who signed it; where it stands; and what has happened since."""

from PySide6.QtCore import QCoreApplication, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from testimony_app.domain.campaign import Campaign, Event
from testimony_app.domain.sources import UNKNOWN, Source
from testimony_app.ui.dates import short_date
from testimony_app.ui.look import Look
from testimony_app.ui.page import READING_WIDTH, Page
from testimony_app.ui.tokens import BODY, H2, SMALL, STRONG
from testimony_app.ui.widgets.button import Button
from testimony_app.ui.widgets.card import Card
from testimony_app.ui.widgets.heading import Heading
from testimony_app.ui.widgets.least_size import LeastSize
from testimony_app.ui.widgets.note import Note
from testimony_app.ui.widgets.stacks import Column, Row
from testimony_app.ui.widgets.text import Text, with_strong
from testimony_app.ui.widgets.timeline import caution_row


class LetterPage(Page):
    """The letter of one campaign. We tell what it says in our own words; the letter itself is a press away."""

    def __init__(self, look: Look, campaign: Campaign) -> None:
        letter = campaign.letter
        super().__init__(look, Heading(look, letter.title, "", letter.about_date), measure=READING_WIDTH)
        self._url = letter.published_at.url
        review = self.tr("{review} Last checked {date}.")
        for key, value in (("{review}", campaign.about_review), ("{date}", short_date(campaign.last_checked))):
            review = review.replace(key, value)
        self.add(Note(look, "info", review, color="softink", fill="soft"))
        ask = Text(look, "", BODY)
        ask.say(*with_strong(self.tr("It asks the Council: *{ask}*."), ask=letter.ask_name))
        self.add(ask)
        if self._url:
            read = Button(look, self.tr("Read it on the web"), icon_name="external-link")
            read.setToolTip(
                self.tr("{address} opens in your browser when you are online").replace("{address}", self._url)
            )
            read.clicked.connect(self._on_read_clicked)
            self.column.addLayout(Row(look, read, None))
        self.add(Text(look, self.tr("What it says, paragraph by paragraph, in our words"), H2))
        for paragraph in letter.paragraphs:
            row = Row(look, gap=12)
            number = Text(look, f"{paragraph.number}.", STRONG, "primary", wraps=False)
            LeastSize(look, number, width=32)
            row.addWidget(number)
            row.setAlignment(number, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Text(look, paragraph.summary, BODY), 1)
            self.column.addLayout(row)
        self.add(Text(look, letter.about_signers, H2))
        self.add(Text(look, ", ".join(letter.signers), BODY))
        self.add(Text(look, self.tr("Since the letter"), H2))
        for event in campaign.since:
            self.add(self._event(event))
        self.add(None)

    def _event(self, event: Event) -> Card:
        card = Card(self.look)
        when = short_date(event.date) if event.date != UNKNOWN else self.tr("No date")
        column = Column(
            self.look, Text(self.look, when, STRONG), Text(self.look, event.text, BODY), gap=4, margins=(16, 12, 16, 12)
        )
        if event.caution:
            column.addLayout(caution_row(self.look, event.caution))
        source = self.tr("Source: {source}").replace("{source}", source_line(event.source))
        column.addWidget(Text(self.look, source, SMALL, "ink2"))
        card.setLayout(column)
        return card

    @Slot()
    def _on_read_clicked(self) -> None:
        QDesktopServices.openUrl(QUrl(self._url))


def source_line(source: Source) -> str:
    """Return a source in one line: who published it, its title, its date or when we read it."""
    when = short_date(source.date)
    if source.date == UNKNOWN:
        when = QCoreApplication.translate("sources", "no date given, read {date}")
        when = when.replace("{date}", short_date(source.read_on))
    return ", ".join(part for part in (source.publisher, source.title, when, source.url) if part)
