"""Home: start with a blank page or a campaign, or pick up a testimony again."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from testimony_app.domain.campaign import Campaign
from testimony_app.ui.dates import short_date
from testimony_app.ui.look import Look
from testimony_app.ui.page import Page
from testimony_app.ui.store_offers import StoreOffer
from testimony_app.ui.tokens import BODY, H2, H3, SMALL_STRONG
from testimony_app.ui.widgets.art import Shelf
from testimony_app.ui.widgets.button import Button, ButtonKind
from testimony_app.ui.widgets.card import Card
from testimony_app.ui.widgets.flow import Flow
from testimony_app.ui.widgets.heading import Heading
from testimony_app.ui.widgets.in_view import bring_news_into_view
from testimony_app.ui.widgets.inputs import SearchBox
from testimony_app.ui.widgets.note import Note
from testimony_app.ui.widgets.other_ways import OtherWays
from testimony_app.ui.widgets.picture import Icon
from testimony_app.ui.widgets.since_panel import SincePanel
from testimony_app.ui.widgets.stacks import Column, Overhang, Row, empty
from testimony_app.ui.widgets.start_card import StartCard
from testimony_app.ui.widgets.store_trouble import StoreTrouble
from testimony_app.ui.widgets.testimony_list import TestimonyList
from testimony_app.ui.widgets.testimony_row import RING_ROOM, TestimonyRow
from testimony_app.ui.widgets.text import Text


class HomePage(Page):
    """Home. The blank page comes first and is equal to every campaign.

    `first_painted` says that the page is seen, and that what it can be shown without may come.
    """

    blank_wanted = Signal()
    campaign_wanted = Signal(str)
    letter_wanted = Signal(str)
    search_wanted = Signal(str)
    more_rows_wanted = Signal()
    open_wanted = Signal(str)
    actions_wanted = Signal(str, QPoint)
    rename_wanted = Signal(str)
    delete_wanted = Signal(str)
    undelete_wanted = Signal()
    first_painted = Signal()
    offer_wanted = Signal(str)
    deleted_wanted = Signal()
    bring_in_wanted = Signal()
    packet_wanted = Signal()
    without_saving_wanted = Signal()

    def __init__(self, look: Look, *, keeps: bool = True) -> None:
        super().__init__(look, Heading(look, self.tr("What would you like the Council to hear?")))
        blank = StartCard(
            look,
            self.tr("Start with a blank page"),
            self.tr(
                "Any subject, your own points, the same six steps. "
                "Testimony is what you tell the Council, aloud or in writing."
            ),
            self.tr("Start with a blank page"),
        )
        blank.start_wanted.connect(self.blank_wanted)
        self._blank = blank
        self._is_painted = False
        self._campaigns_title = Text(look, self.tr("Campaigns, by title"), SMALL_STRONG, "ink2")
        self._campaigns = Column(look, gap=10)
        self._troubles = Column(look, gap=8)
        # In a box each, so that what comes into them later stands before the list for assistive technology too.
        campaigns_box, troubles_box = QWidget(), QWidget()
        campaigns_box.setLayout(self._campaigns)
        troubles_box.setLayout(self._troubles)
        troubles_box.hide()
        self._campaigns_box, self._troubles_box = campaigns_box, troubles_box
        self._search = SearchBox(look)
        self._search.setPlaceholderText(self.tr("Search by title or words"))
        self._search.setAccessibleName(self.tr("Search my testimonies by title or words"))
        self._search.written.connect(self.search_wanted)
        self._list = TestimonyList(look)
        self._list.open_wanted.connect(self.open_wanted)
        self._list.more_wanted.connect(self.actions_wanted)
        self._list.rename_wanted.connect(self.rename_wanted)
        self._list.delete_wanted.connect(self.delete_wanted)
        self._more = Button(look, self.tr("Show more"))
        self._more.clicked.connect(self.more_rows_wanted)
        self._nothing, self._no_match = self._empty_notices(keeps=keeps)
        self._shelf = Shelf(look)
        self._deleted_words = Text(look, "", BODY)
        self._undo = Button(look, self.tr("Undo"), ButtonKind.QUIET, icon_name="undo-2")
        self._undo.clicked.connect(self.undelete_wanted)
        self._deleted = self._deleted_card()
        self._store_trouble, self._cautions = self._trouble(), Column(look)
        self.add(blank, self._campaigns_title, campaigns_box, troubles_box, self._store_trouble, self._cautions)
        self._told = Note(look, "circle-check", "", color="good", fill="goodfill", edge="good", role=BODY)
        self._told.hide()
        self._others: OtherWays | None = None
        self._others_place = Column(look)
        self._add_testimonies()
        self._shelf_row = Overhang(look, self._shelf, before=self.sides[0], after=self.sides[1], lower=24)
        self.add(None, self._shelf_row)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            self.first_painted.emit()

    @override
    def show_compact(self, *, compact: bool) -> None:
        super().show_compact(compact=compact)
        self._shelf_row.take_sides(*self.sides)

    def first_focus(self) -> QWidget:
        """Return the first Start button, as the first thing to do here."""
        return self._blank.start

    def show_campaigns(self, campaigns: Sequence[Campaign], unreadable: Sequence[str]) -> None:
        """Show the campaigns, and a sentence for each that could not be opened."""
        empty(self._campaigns)
        empty(self._troubles)
        self._campaigns_title.setVisible(bool(campaigns))
        for campaign in campaigns:
            self._campaigns.addWidget(self._campaign_card(campaign))
        for box, has_any in ((self._campaigns_box, bool(campaigns)), (self._troubles_box, bool(unreadable))):
            if box.isHidden() is has_any:
                box.setVisible(has_any)
        for words in unreadable:
            self._troubles.addWidget(_notice(self.look, "triangle-alert", words, ""))
        if campaigns:
            self.panel = SincePanel(self.look, campaigns[0])
            self.panel.sources_wanted.connect(self.letter_wanted)

    def show_rows(self, rows: Sequence[TestimonyRow], *, searched: bool, has_more: bool) -> None:
        """Show testimonies: all of them, or those a search found."""
        self._list.show_rows(rows)
        self._list.setVisible(bool(rows))
        self._more.setVisible(has_more)
        self._search.setVisible(bool(rows) or searched)
        self._nothing.setVisible(not rows and not searched)
        self._no_match.setVisible(not rows and searched)
        self._shelf.setVisible(not rows)

    def change_row(self, row: TestimonyRow) -> None:
        """Show one of the testimonies as it is now."""
        self._list.change_row(row)

    def show_store_trouble(self, why: str, offers: Sequence[StoreOffer] = ()) -> None:
        """Say why the testimonies cannot be shown or saved, and what can be done; with an empty text say nothing.

        `offer_wanted` gives the act of the offer that was taken.
        """
        self._store_trouble.tell(why, offers)
        if why:
            self._nothing.hide()

    def _trouble(self, *, is_caution: bool = False) -> StoreTrouble:
        trouble = StoreTrouble(self.look, is_caution=is_caution)
        trouble.offer_wanted.connect(self.offer_wanted)
        return trouble

    def show_cautions(self, cautions: Sequence[tuple[str, Sequence[StoreOffer]]]) -> None:
        """Show what should be known of how testimonies are kept, each with what can be done. None shows nothing."""
        empty(self._cautions)
        for words, offers in cautions:
            caution = self._trouble(is_caution=True)
            self._cautions.addWidget(caution)  # first: what is shown without a parent is a window of its own
            caution.tell(words, offers)

    def say(self, words: str) -> None:
        """Say what was done, or with an empty text nothing."""
        self._told.words.say(words)
        self._told.setVisible(bool(words))
        bring_news_into_view(self._told)

    def show_other_ways(self, *, has_deleted: bool, has_several: bool) -> None:
        """Offer what is wanted less often under the list."""
        if self._others is None:
            self._others = OtherWays(self.look)
            self._others.deleted_wanted.connect(self.deleted_wanted)
            self._others.bring_in_wanted.connect(self.bring_in_wanted)
            self._others.packet_wanted.connect(self.packet_wanted)
            self._others.without_saving_wanted.connect(self.without_saving_wanted)
            self._others_place.addWidget(self._others)
        self._others.show_deleted(has_any=has_deleted)
        self._others.show_packet(has_several=has_several)

    def show_deleted(self, title: str) -> None:
        """Say that a testimony was deleted, with a way back, and give that the focus."""
        self._deleted_words.say(self.tr("Deleted “{title}”.").replace("{title}", title))
        self._undo.setAccessibleName(self.tr("Undo: bring “{title}” back").replace("{title}", title))
        self._deleted.show()
        self._undo.setFocus()

    def hide_deleted(self) -> None:
        """Say no more of a deletion."""
        self._deleted.hide()

    def focus_list(self) -> None:
        """Give the focus to the list."""
        self._list.setFocus()

    def _add_testimonies(self) -> None:
        mine = Text(self.look, self.tr("My testimonies"), H2, wraps=False)
        mine.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        rows = Overhang(self.look, self._list, before=RING_ROOM, after=RING_ROOM)
        self.add(Flow(self.look, mine, self._search, gap=10), self._told, self._deleted, rows)
        self.add(self._nothing, self._no_match, Row(self.look, self._more, None), self._others_place)

    def _empty_notices(self, *, keeps: bool) -> tuple[Card, Card]:
        words = self.tr(
            "Your first testimony will appear here and save itself as you type. You can stop at any time and come back."
        )
        if not keeps:
            words = self.tr("What you write here stays in this list until you close the window. Then it is gone.")
        nothing = _notice(self.look, "file-text", self.tr("Nothing here yet"), words)
        no_match = _notice(
            self.look, "search", self.tr("No testimony has these words in it"),
            self.tr("Check the spelling, or look through the whole list."),
        )  # fmt: skip
        return nothing, no_match

    def _deleted_card(self) -> Card:
        card = Card(self.look, "sunk", "")
        row = Row(self.look, gap=10, margins=(14, 6, 8, 6))
        row.addWidget(self._deleted_words, 1)
        row.addWidget(self._undo)
        card.setLayout(row)
        card.hide()
        return card

    def _campaign_card(self, campaign: Campaign) -> StartCard:
        checked = self.tr("Last checked {date}.").replace("{date}", short_date(campaign.last_checked))
        about = self.tr("{review} {checked} {signers}")
        for key, value in (
            ("{review}", campaign.about_review),
            ("{checked}", checked),
            ("{signers}", campaign.letter.about_signers),
        ):
            about = about.replace(key, value)
        start = self.tr("Start with the campaign {title}").replace("{title}", campaign.title)
        letter = self.tr("Read the letter of {title}").replace("{title}", campaign.title)
        card = StartCard(self.look, campaign.title, about, start, letter)
        card.start_wanted.connect(lambda: self.campaign_wanted.emit(campaign.id))
        card.letter_wanted.connect(lambda: self.letter_wanted.emit(campaign.id))
        return card


def _notice(look: Look, icon: str, title: str, text: str) -> Card:
    card = Card(look)
    words = Column(look, Text(look, title, H3), gap=2)
    if text:
        words.addWidget(Text(look, text, BODY, "ink2"))
    row = Row(look, Icon(look, icon, "primary", 38), gap=18, margins=(26, 18, 26, 18))
    row.addLayout(words, 1)
    card.setLayout(row)
    return card
