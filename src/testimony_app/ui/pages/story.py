"""Your story: one point, one question, one box, in the person's own words."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QTextCursor
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from testimony_app.domain.campaign import Evidence
from testimony_app.domain.draft import ChosenPoint
from testimony_app.domain.speaking import is_pace_known, speaking_seconds
from testimony_app.domain.tokens import count_words
from testimony_app.store.place import Place
from testimony_app.ui.accessibility import announce
from testimony_app.ui.look import Look
from testimony_app.ui.step_page import StepPage
from testimony_app.ui.tokens import BODY, H2, H3, LABEL, SMALL, SMALL_STRONG
from testimony_app.ui.widgets.button import Button, ButtonKind
from testimony_app.ui.widgets.card import Card
from testimony_app.ui.widgets.evidence import EvidenceCard
from testimony_app.ui.widgets.flow import Flow
from testimony_app.ui.widgets.heading import Heading, step_overline
from testimony_app.ui.widgets.note import Note
from testimony_app.ui.widgets.picture import Icon
from testimony_app.ui.widgets.segment import AnswerGroup
from testimony_app.ui.widgets.side_panel import PanelContent
from testimony_app.ui.widgets.stacks import Column, Row, empty
from testimony_app.ui.widgets.story_box import StoryBox
from testimony_app.ui.widgets.story_tab import StoryTab
from testimony_app.ui.widgets.switch import Switch
from testimony_app.ui.widgets.text import Part, Text, with_strong

_BOLD = 700
_NARROW = 620
"""The width of the switches, in pixels at scale 1, below which their names have no room side by side."""


class StoryPanel(PanelContent):
    """What is good to include, and the facts that are cited."""

    def __init__(self, look: Look) -> None:
        super().__init__(self.tr("While you write"), "pen-line")
        self._look = look
        self._facts = Column(look, gap=10)
        column = Column(look, Text(look, self.tr("Good to include"), H3), gap=10, margins=(20, 16, 8, 20))
        for icon, words in (
            ("map-pin", self.tr("Where it happened, roughly. No street address.")),
            ("user", self.tr("Who it happened to. Ask before you name anyone else.")),
            ("clock", self.tr("What it cost: an hour, a shift, a night’s sleep.")),
        ):
            row = Row(look, Icon(look, icon, "primary"), gap=10)
            row.addWidget(Text(look, words, SMALL), 1)
            column.addLayout(row)
        self._title = Text(look, self.tr("The evidence you cite"), H3)
        self._after = Text(look, self.tr("It stands before your story in the draft."), SMALL, "ink2")
        column.addWidget(self._title)
        column.addLayout(self._facts)
        column.addWidget(self._after)
        self.setLayout(column)
        self._shown: tuple[str, ...] | None = None

    def show_facts(self, facts: tuple[Evidence, ...], turning_point: str) -> None:
        """Show the facts that are cited."""
        ids = tuple(fact.id for fact in facts)
        if ids == self._shown:
            return
        self._shown = ids
        empty(self._facts)
        for fact in facts:
            self._facts.addWidget(EvidenceCard(self._look, fact, turning_point))
        self._title.setVisible(bool(facts))
        self._after.setVisible(bool(facts))


class FactSwitches(Card):
    """The facts that can go with a story, each with a switch. `changed` gives the ids that are switched on.

    A switch bears the name of its fact, and under the switches stands the fact itself of the one that is looked at,
    with its caution. Where they have no room side by side, each bears its fact.
    """

    changed = Signal(tuple)

    def __init__(self, look: Look) -> None:
        super().__init__(look, "sunk", "")
        self._look = look
        self._title = Text(look, self.tr("Evidence to go with it"), SMALL_STRONG, wraps=False)
        self._named = Flow(look, gap=8)
        self._rows = Column(look, gap=2)
        self._fact = Text(look, "", SMALL)
        self._fact.hide()
        self.setLayout(Column(look, self._title, self._named, self._rows, self._fact, gap=4, margins=(18, 12, 18, 10)))
        self._switches: dict[str, Switch] = {}
        self._facts: dict[Switch, Evidence] = {}
        self._is_narrow = False
        look.changed.connect(self._arrange)

    def show_facts(self, facts: tuple[Evidence, ...], cited: tuple[str, ...]) -> None:
        """Show what can be cited and what is."""
        self.setVisible(bool(facts))
        if tuple(self._switches) != tuple(fact.id for fact in facts):
            self._make_switches(facts)
        for fact_id, switch in self._switches.items():
            switch.show_on(on=fact_id in cited)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.Enter} and watched in self._facts:
            fact = self._facts[watched]
            self._fact.say(f"{fact.sentence} ", Part(fact.caution, _BOLD, "warn"))
            self._fact.show()
        return False

    @Slot()
    def _arrange(self) -> None:
        is_narrow = self.width() / self._look.scale < _NARROW
        if is_narrow is not self._is_narrow:
            self._is_narrow = is_narrow
            cited = tuple(fact for fact, switch in self._switches.items() if switch.isChecked())
            facts = tuple(self._facts.values())
            self._make_switches(facts)
            self.show_facts(facts, cited)

    def _make_switches(self, facts: tuple[Evidence, ...]) -> None:
        empty(self._named)
        empty(self._rows)
        self._fact.hide()
        self._switches = {fact.id: self._switch(fact) for fact in facts}
        self._facts = {self._switches[fact.id]: fact for fact in facts}

    def _switch(self, fact: Evidence) -> Switch:
        is_named = bool(fact.name) and not self._is_narrow
        words = fact.name if is_named else fact.sentence
        switch = Switch(self._look, words, LABEL if is_named else BODY, wraps=not is_named)
        switch.setAccessibleName(self.tr("Cite: {fact}").replace("{fact}", words))
        about = [fact.sentence if is_named else "", fact.caution]
        switch.setAccessibleDescription(" ".join(part for part in about if part))
        switch.toggled.connect(self._on_toggled)
        if is_named:
            switch.installEventFilter(self)
            self._named.addWidget(switch)
        else:
            self._rows.addWidget(switch)
        return switch

    @Slot()
    def _on_toggled(self) -> None:
        self.changed.emit(tuple(fact for fact, switch in self._switches.items() if switch.isChecked()))


class StoryPage(StepPage):
    """The third step. An empty box is no obstacle: the draft shows the gap."""

    def __init__(self, look: Look) -> None:
        intro = self.tr("One true moment is enough. Write the way you talk. Spelling comes later.")
        heading = Heading(look, self.tr("Tell it in your own words"), step_overline(3, 6), intro)
        self._panel = StoryPanel(look)
        super().__init__(look, heading, self._panel)
        self._point_id = ""
        self._prompts: dict[str, int] = {}
        self._tabs = Row(look, gap=10)
        self._group = AnswerGroup(self)
        self._group.chosen.connect(self._on_tab_chosen)
        self._tab_ids: tuple[str, ...] = ()
        self.fixed.addLayout(self._tabs)
        self._no_points = Note(
            look, "info",
            self.tr("No point is chosen yet. Go back to Points and choose one, or add your own."),
            color="softink", fill="soft",
        )  # fmt: skip
        self._question = Text(look, "", H2)
        self._another = Button(look, self.tr("Try another question"), ButtonKind.QUIET, icon_name="refresh-cw")
        self._another.clicked.connect(self._on_another_clicked)
        help_row = Row(look, gap=10)
        help_words = self.tr("A question to get you started. You don’t have to answer it.")
        help_text = Text(look, help_words, SMALL, "ink2")
        help_row.addWidget(help_text, 1)
        help_row.setAlignment(help_text, Qt.AlignmentFlag.AlignVCenter)
        help_row.addWidget(self._another)
        self._box = StoryBox(look)
        self._box.written.connect(self._on_written)
        self._box.left.connect(self._on_left)
        self._safety = Note(look, "eye", "", color="warn", fill="warnfill", edge="warn")
        self._starters = Column(look, gap=4)
        card = Card(look)
        card.setLayout(
            Column(
                look, self._question, help_row, self._box, self._safety, self._starters, gap=8, margins=(22, 14, 22, 14)
            )
        )
        self._card = card
        self._facts = FactSwitches(look)
        self._facts.changed.connect(self._on_facts_changed)
        self.add(self._no_points, card, self._facts, None)
        shortcut = QShortcut(QKeySequence("Ctrl+Tab"), self)
        shortcut.activated.connect(self._on_next_tab)

    def first_focus(self) -> QWidget:
        """Return the box, or the heading where there is no point."""
        return self._box if self._box.isVisibleTo(self) else self.heading.title

    def refresh(self) -> None:
        """Draw the stories as they are now."""
        points = self.writing.draft.active_points
        ids = tuple(point.id for point in points)
        if self._point_id not in ids:
            self._point_id = ids[0] if ids else ""
        self._show_tabs(points)
        self._no_points.setVisible(not points)
        self._card.setVisible(bool(points))
        self._facts.setVisible(bool(points))
        point = self.writing.draft.point(self._point_id)
        if point is not None:
            self._show_point(point)

    def place(self) -> Place:
        """Return which story is open and where the cursor is."""
        return Place(section=self._point_id, cursor=self._box.textCursor().position())

    def go_to(self, place: Place) -> None:
        """Open a story and put the cursor where it was."""
        if self.writing.draft.point(place.section) is not None:
            self._point_id = place.section
            self.refresh()
        cursor = self._box.textCursor()
        cursor.setPosition(min(place.cursor, len(self._box.toPlainText())))
        self._box.setTextCursor(cursor)
        self.focus_first()

    def _show_tabs(self, points: tuple[ChosenPoint, ...]) -> None:
        ids = tuple(point.id for point in points)
        titles = {point.id: self._title_of(point) for point in points}
        shown = {self._tab_ids[number]: button.text() for number, button in enumerate(self._group.buttons())}
        if ids != self._tab_ids or titles != shown:
            self._tab_ids = ids
            for button in self._group.buttons():
                self._group.removeButton(button)
            empty(self._tabs)
            for number, point in enumerate(points):
                tab = StoryTab(self.look, number + 1, titles[point.id])
                self._group.addButton(tab, number)
                self._tabs.addWidget(tab)
        for number, point in enumerate(points):
            button = self._group.button(number)
            if isinstance(button, StoryTab):
                button.show_state(self._note_of(point), written=bool(point.story.strip()))
        if self._point_id in ids:
            self._group.show_answer(ids.index(self._point_id))

    def _show_point(self, point: ChosenPoint) -> None:
        campaign = self.writing.material.campaign
        known = campaign.point(point.id) if campaign else None
        prompts = known.prompts if known else self._own_prompts()
        self._question.say(prompts[self._prompts.get(point.id, 0) % len(prompts)])
        self._another.setVisible(len(prompts) > 1)
        self._box.show_text(point.story)
        self._box.setAccessibleName(
            self.tr("Your story for point {number}").replace("{number}", str(self._tab_ids.index(point.id) + 1))
        )
        limits = " ".join(campaign.limits) if campaign else ""
        safety = self.tr(
            "*What you write may become public.* Immigration, arrest, health, a child’s name or school: "
            "this may be safer left out. Only you can decide. {limits}"
        )
        self._safety.words.say(*with_strong(safety, limits=limits))
        self._box.setAccessibleDescription(f"{self._question.text()} {self._safety.words.text()}".strip())
        self._show_starters(known.starters if known else (), shown=not point.story.strip())
        facts = self._facts_for(point)
        self._facts.show_facts(facts, point.evidence)
        cited = tuple(fact for fact in facts if fact.id in point.evidence)
        self._panel.show_facts(cited, campaign.turning_point if campaign else "")

    def _show_starters(self, starters: tuple[str, ...], *, shown: bool) -> None:
        empty(self._starters)
        if not (starters and shown):
            return
        self._starters.addWidget(Text(self.look, self.tr("Or begin with one of these and finish it:"), SMALL, "ink2"))
        for starter in starters:
            button = Button(self.look, starter, ButtonKind.QUIET, icon_name="plus")
            button.clicked.connect(lambda _=False, words=starter: self._on_starter_clicked(words))
            self._starters.addLayout(Row(self.look, button, None))

    def _facts_for(self, point: ChosenPoint) -> tuple[Evidence, ...]:
        """Return what can be cited: the point's facts, or for an own point all of the campaign's."""
        campaign = self.writing.material.campaign
        if campaign is None:
            return ()
        known = campaign.point(point.id)
        return (*known.evidence, *known.others_said) if known else tuple(campaign.all_evidence())

    def _title_of(self, point: ChosenPoint) -> str:
        campaign = self.writing.material.campaign
        known = campaign.point(point.id) if campaign else None
        return known.title if known else point.title.strip() or self.tr("Your own point")

    def _note_of(self, point: ChosenPoint) -> str:
        words = count_words(point.story)
        if not words:
            return self.tr("Not written yet")
        language = self.writing.draft.language
        if not is_pace_known(language):
            return self.tr("{words} words").replace("{words}", str(words))
        seconds = round(speaking_seconds(point.story, language))
        note = self.tr("{words} words, about {seconds} seconds")
        return note.replace("{words}", str(words)).replace("{seconds}", str(seconds))

    def _own_prompts(self) -> tuple[str, ...]:
        return (
            self.tr("What happened, and what did it mean for you?"),
            self.tr("What do you see where you live or work?"),
            self.tr("What would be different if the Council acted?"),
        )

    @Slot()
    def _on_written(self) -> None:
        point = self.writing.draft.point(self._point_id)
        if point is not None:
            story = self._box.toPlainText()
            self.changed.emit(self.writing.draft.change_point(replace(point, story=story)), f"story {point.id}")

    @Slot()
    def _on_left(self) -> None:
        if self._writing is not None:
            self._writing.end_step()

    @Slot(tuple)
    def _on_facts_changed(self, facts: tuple[str, ...]) -> None:
        point = self.writing.draft.point(self._point_id)
        if point is not None:
            self.changed.emit(self.writing.draft.change_point(replace(point, evidence=facts)), "")

    @Slot(int)
    def _on_tab_chosen(self, number: int) -> None:
        if 0 <= number < len(self._tab_ids):
            self._point_id = self._tab_ids[number]
            self.refresh()

    @Slot()
    def _on_next_tab(self) -> None:
        if self._tab_ids:
            number = (self._tab_ids.index(self._point_id) + 1) % len(self._tab_ids)
            self._point_id = self._tab_ids[number]
            self.refresh()
            self._box.moveCursor(QTextCursor.MoveOperation.End)
            self._box.setFocus()

    @Slot()
    def _on_another_clicked(self) -> None:
        self._prompts[self._point_id] = self._prompts.get(self._point_id, 0) + 1
        self.refresh()
        announce(self, self._question.text())

    def _on_starter_clicked(self, starter: str) -> None:
        self._box.insertPlainText(starter.rstrip(".… ") + " ")
        self._box.setFocus()
