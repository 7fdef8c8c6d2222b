"""Points: choose up to three and order them, add one's own, or see it differently."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from testimony_app.domain.campaign import Campaign
from testimony_app.domain.compose import chosen_ask
from testimony_app.domain.draft import OwnAsk
from testimony_app.domain.errors import PersonError
from testimony_app.domain.sources import Era, era
from testimony_app.store.place import Place
from testimony_app.ui.accessibility import announce
from testimony_app.ui.dates import short_date
from testimony_app.ui.look import Look
from testimony_app.ui.step_page import StepPage
from testimony_app.ui.tokens import BODY, LABEL
from testimony_app.ui.widgets.ask_card import AskCard
from testimony_app.ui.widgets.button import Button
from testimony_app.ui.widgets.card import Card
from testimony_app.ui.widgets.evidence import era_icon, era_words
from testimony_app.ui.widgets.heading import Heading, step_overline
from testimony_app.ui.widgets.order_strip import OrderStrip
from testimony_app.ui.widgets.own_point_card import OwnPointCard
from testimony_app.ui.widgets.point_card import PointCard, PointEntry
from testimony_app.ui.widgets.point_panel import PointPanel
from testimony_app.ui.widgets.stacks import Column, discard, empty
from testimony_app.ui.widgets.text import Text, with_strong

_TWO_COLUMNS_FROM = 560


class PointsPage(StepPage):
    """The second step. Cards stand in the campaign's order and never move when they are chosen."""

    def __init__(self, look: Look) -> None:
        heading = Heading(look, self.tr("Choose points"), step_overline(2, 6))
        self._panel = PointPanel(look)
        super().__init__(look, heading, self._panel)
        self._own_button = Button(look, self.tr("Add my own point"), icon_name="plus")
        self._own_button.clicked.connect(self._on_own_clicked)
        self._differs_button = Button(look, self.tr("I see it differently"), icon_name="split")
        self._differs_button.clicked.connect(self._on_differs_clicked)
        heading.add_actions((self._own_button, self._differs_button))
        self._strip = OrderStrip(look)
        self._strip.move_wanted.connect(self._on_move_wanted)
        self._too_many = Text(look, self.tr("Three is the most. Untick one first."), LABEL, "warn")
        self._too_many.hide()
        # In a box each, so that what comes into them later stands before the cards for assistive technology too.
        ask_box, self._own_box = QWidget(), QWidget()
        self._ask_place = Column(look)
        ask_box.setLayout(self._ask_place)
        self._own_points = Column(look, gap=10)
        self._own_box.setLayout(self._own_points)
        self._own_cards: dict[str, OwnPointCard] = {}
        self._differs_note = Card(look, "soft", "")
        note = self.tr(
            "You see it differently. The letter’s points and its request are set aside, with what you wrote. "
            "Its facts are still here to cite, and so is what others have said."
        )
        self._differs_note.setLayout(Column(look, Text(look, note, BODY, "softink"), margins=(16, 12, 16, 12)))
        self._grid_holder = QWidget()
        self._grid = QGridLayout(self._grid_holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(look.px(10))
        self._cards: dict[str, PointCard] = {}
        self._ask: AskCard | None = None
        self.fixed.addWidget(self._strip)
        self.fixed.addWidget(self._too_many)
        self.add(ask_box, self._differs_note, self._own_box, self._grid_holder, None)
        self._columns = 0
        self._focused = ""
        look.changed.connect(self._arrange)

    def refresh(self) -> None:
        """Draw the points as they are now."""
        writing = self.writing
        draft, campaign = writing.draft, writing.material.campaign
        if self._ask is None:
            self._ask = AskCard(self.look, campaign.asks if campaign and not draft.differs else ())
            self._ask.ask_chosen.connect(self._on_ask_chosen)
            self._ask.own_ask_written.connect(self._on_own_ask_written)
            self._ask_place.addWidget(self._ask)
        if not self._cards and campaign:
            self._make_cards(campaign)
        ask = chosen_ask(campaign, draft)
        self._ask.show_ask(ask, draft.ask.text if isinstance(draft.ask, OwnAsk) else None)
        self._differs_button.setVisible(campaign is not None)
        self._differs_button.setText(
            self.tr("Use the letter again") if draft.differs else self.tr("I see it differently")
        )
        self._differs_note.setVisible(draft.differs)
        self._grid_holder.setVisible(campaign is not None and not draft.differs)
        self._show_intro(campaign)
        self._show_own_points()
        ids = [point.id for point in draft.active_points]
        for point_id, card in self._cards.items():
            card.show_entry(replace(card.entry, place=ids.index(point_id) + 1 if point_id in ids else 0, of=len(ids)))
        self._strip.show_points([(point.id, self._title_of(point.id)) for point in draft.active_points])
        if draft.differs and campaign:
            self._panel.show_all_said(campaign)
        elif campaign:
            self._show_focused(self._focused or self._first_known(ids, campaign))
        elif campaign is None:
            self._panel.show_nothing()
        self._arrange()

    def place(self) -> Place:
        """Return which card has the focus."""
        focus = self.focusWidget()
        return Place(section=next((key for key, card in self._cards.items() if card is focus), ""))

    def go_to(self, place: Place) -> None:
        """Give the focus to a card."""
        card = self._cards.get(place.section)
        if card is not None:
            card.setFocus()
        else:
            self.focus_first()

    def _first_known(self, ids: Sequence[str], campaign: Campaign) -> str:
        """Return the first chosen point of the campaign, or its first."""
        return next((point_id for point_id in ids if campaign.point(point_id)), campaign.points[0].id)

    def _make_cards(self, campaign: Campaign) -> None:
        for point in campaign.points:
            facts = (*point.evidence, *point.others_said)
            eras: set[Era] = {side for fact in facts if (side := era(fact.as_of, campaign.turning_point))}
            icon = era_icon(eras) if eras else ""
            card = PointCard(self.look, PointEntry(point.id, point.title, point.summary, era_words(eras), icon, 0, 0))
            card.wish.connect(self._on_card_wish)
            card.focused.connect(self._show_focused)
            card.neighbor_wanted.connect(self._on_neighbor_wanted)
            card.move_wanted.connect(self._on_move_wanted)
            self._cards[point.id] = card
        self._columns = 0

    def _show_intro(self, campaign: Campaign | None) -> None:
        intro = self.tr("Say it in up to three points. Put the one you care about most first.")
        if campaign and campaign.turning_point and not self.writing.draft.differs:
            intro = self.tr(
                "Pick up to three. Put the one you care about most first. "
                "*Then* and *Now* say when a point’s facts are from: before or after the vote of {date}."
            )
            self.heading.set_intro_parts(with_strong(intro, date=short_date(campaign.turning_point)))
        else:
            self.heading.set_intro(intro)

    def _show_own_points(self) -> None:
        own = [point for point in self.writing.draft.points if point.is_own]
        self._own_box.setVisible(bool(own))
        ids = [point.id for point in own]
        if list(self._own_cards) != ids:
            empty(self._own_points)
            self._own_cards.clear()
            for number, point in enumerate(own, 1):
                card = OwnPointCard(self.look, point.id, number)
                card.written.connect(self._on_title_written)
                card.gone.connect(self._on_card_wish)
                self._own_points.addWidget(card)
                self._own_cards[point.id] = card
        for point in own:
            self._own_cards[point.id].title.show_text(point.title)

    def _title_of(self, point_id: str) -> str:
        campaign = self.writing.material.campaign
        known = campaign.point(point_id) if campaign else None
        own = self.writing.draft.point(point_id)
        title = known.title if known else own.title.strip() if own else ""
        return title or self.tr("Your own point")

    @Slot()
    def _arrange(self) -> None:
        columns = 2 if self.width() / self.look.scale >= _TWO_COLUMNS_FROM else 1
        if columns == self._columns:
            return
        self._columns = columns
        self._grid.setSpacing(self.look.px(10))
        for number, card in enumerate(self._cards.values()):
            self._grid.addWidget(card, number // columns, number % columns)

    @Slot(str)
    def _show_focused(self, point_id: str) -> None:
        campaign = self.writing.material.campaign
        point = campaign.point(point_id) if campaign else None
        if campaign and point and not self.writing.draft.differs:
            self._focused = point_id
            ids = [each.id for each in self.writing.draft.active_points]
            number = ids.index(point_id) + 1 if point_id in ids else 0
            self._panel.show_point(point, campaign.turning_point, number)

    @Slot(str)
    def _on_card_wish(self, point_id: str) -> None:
        draft = self.writing.draft
        self._too_many.hide()
        try:
            chosen = draft.take_back_point(point_id) if draft.point(point_id) else draft.choose_point(point_id)
        except PersonError:
            self._too_many.show()
            announce(self, self._too_many.text())
            return
        self.changed.emit(chosen, "")

    @Slot(str, int)
    def _on_move_wanted(self, point_id: str, steps: int) -> None:
        moved = self.writing.draft.move_point(point_id, steps)
        self.changed.emit(moved, "")
        ids = [point.id for point in moved.active_points]
        said = self.tr("{title}, now {place} of {of}")
        for key, value in (
            ("{title}", self._title_of(point_id)),
            ("{place}", str(ids.index(point_id) + 1)),
            ("{of}", str(len(ids))),
        ):
            said = said.replace(key, value)
        announce(self, said)

    @Slot(int, int)
    def _on_neighbor_wanted(self, across: int, down: int) -> None:
        cards = list(self._cards.values())
        here = next((number for number, card in enumerate(cards) if card.hasFocus()), 0)
        there = here + (-across if self.isRightToLeft() else across) + down * self._columns
        if 0 <= there < len(cards):
            cards[there].setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _on_own_clicked(self) -> None:
        self._too_many.hide()
        try:
            added = self.writing.draft.add_own_point()
        except PersonError:
            self._too_many.show()
            announce(self, self._too_many.text())
            return
        self.changed.emit(added, "")
        self._own_cards[added.points[-1].id].title.setFocus()

    @Slot()
    def _on_differs_clicked(self) -> None:
        draft = self.writing.draft
        if self._ask is not None:
            self._ask_place.removeWidget(self._ask)
            discard(self._ask)
            self._ask = None
        self.changed.emit(draft.see_differently(differs=not draft.differs), "")

    @Slot(str, str)
    def _on_title_written(self, point_id: str, title: str) -> None:
        point = self.writing.draft.point(point_id)
        if point is not None:
            self.changed.emit(self.writing.draft.change_point(replace(point, title=title)), f"title {point_id}")

    @Slot(str)
    def _on_ask_chosen(self, ask: str) -> None:
        self.changed.emit(replace(self.writing.draft.without_edit("ask"), ask=ask), "")

    @Slot(str)
    def _on_own_ask_written(self, text: str) -> None:
        self.changed.emit(replace(self.writing.draft.without_edit("ask"), ask=OwnAsk(text)), "own ask")
