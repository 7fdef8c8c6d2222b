"""Your story: one point, one question, one box, in the person's own words."""

from dataclasses import replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QWidget

from testimony_app.domain.campaign import Evidence
from testimony_app.domain.draft import ChosenPoint
from testimony_app.domain.speaking import is_pace_known, speaking_seconds
from testimony_app.domain.tokens import count_words
from testimony_app.domain.unspaced import is_mostly_unspaced
from testimony_app.store.place import Place
from testimony_app.ui.accessibility import announce
from testimony_app.ui.look import Look
from testimony_app.ui.step_page import StepPage
from testimony_app.ui.tokens import H2, SMALL
from testimony_app.ui.widgets.button import Button, ButtonKind
from testimony_app.ui.widgets.card import Card
from testimony_app.ui.widgets.fact_switches import FactSwitches
from testimony_app.ui.widgets.heading import Heading, step_overline
from testimony_app.ui.widgets.note import Note
from testimony_app.ui.widgets.segment import AnswerGroup
from testimony_app.ui.widgets.stacks import Column, Row, empty
from testimony_app.ui.widgets.story_box import StoryBox
from testimony_app.ui.widgets.story_panel import StoryPanel
from testimony_app.ui.widgets.story_tab import StoryTab
from testimony_app.ui.widgets.text import Text, with_strong
from testimony_app.ui.widgets.writing_box import TYPING_PAUSE


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
        self._box = StoryBox(look, pause=TYPING_PAUSE)
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

    def flush(self) -> None:
        """Take over what was typed in the last moment."""
        self._box.flush()

    def place(self) -> Place:
        """Return which story is open and where the cursor is."""
        return Place(section=self._point_id, cursor=self._box.textCursor().position())

    def go_to(self, place: Place) -> None:
        """Open a story and put the cursor where it was."""
        self.flush()
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
        if is_mostly_unspaced(point.story):
            return self.tr("Written")
        if words == 1:
            return self.tr("1 word")
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
        self.flush()
        point = self.writing.draft.point(self._point_id)
        if point is not None:
            self.changed.emit(self.writing.draft.change_point(replace(point, evidence=facts)), "")

    @Slot(int)
    def _on_tab_chosen(self, number: int) -> None:
        if 0 <= number < len(self._tab_ids):
            self.flush()
            self._point_id = self._tab_ids[number]
            self.refresh()
            self.moved.emit()

    @Slot()
    def _on_next_tab(self) -> None:
        if self._tab_ids:
            self.flush()
            number = (self._tab_ids.index(self._point_id) + 1) % len(self._tab_ids)
            self._point_id = self._tab_ids[number]
            self.refresh()
            self._box.moveCursor(QTextCursor.MoveOperation.End)
            self._box.setFocus()
            self.moved.emit()

    @Slot()
    def _on_another_clicked(self) -> None:
        self.flush()
        self._prompts[self._point_id] = self._prompts.get(self._point_id, 0) + 1
        self.refresh()
        announce(self, self._question.text())

    def _on_starter_clicked(self, starter: str) -> None:
        self._box.insertPlainText(starter.rstrip(".… ") + " ")
        self._box.setFocus()
