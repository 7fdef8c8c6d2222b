"""Draft: the testimony as a whole, every section open to be rewritten, with whose words it holds."""

from dataclasses import replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from testimony_app.domain.compose import suggestion_of
from testimony_app.domain.editing import changed_answers, keep_my_text, rewrite_section
from testimony_app.domain.originality import own_share
from testimony_app.domain.section_ids import OPENING, THANKS
from testimony_app.domain.speaking import is_pace_known
from testimony_app.domain.steps import StepId
from testimony_app.domain.testimony import Origin, Section, SectionKind
from testimony_app.domain.tokens import count_words
from testimony_app.store.place import Place
from testimony_app.ui.accessibility import announce
from testimony_app.ui.look import Look
from testimony_app.ui.step_page import StepPage
from testimony_app.ui.tokens import SMALL
from testimony_app.ui.widgets.button import Button
from testimony_app.ui.widgets.heading import Heading, step_overline
from testimony_app.ui.widgets.progress_panel import ProgressPanel
from testimony_app.ui.widgets.section_card import Offer, SectionCard
from testimony_app.ui.widgets.stacks import Column, Row, discard
from testimony_app.ui.widgets.text import Text
from testimony_app.ui.widgets.voices import voice_legend

_HALF = 0.5


class DraftPage(StepPage):
    """The fourth step. Suggested words become the person's own where they change them."""

    def __init__(self, look: Look) -> None:
        heading = Heading(look, self.tr("Your draft"), step_overline(4, 6))
        self._panel = ProgressPanel(look)
        super().__init__(look, heading, self._panel)
        undo = Button(look, self.tr("Undo"), icon_name="undo-2")
        undo.clicked.connect(self.undo_wanted)
        self._versions = Button(look, self.tr("Earlier versions"), icon_name="history")
        self._versions.setAccessibleName(self.tr("Earlier versions"))
        self._versions.clicked.connect(self.versions_wanted)
        heading.add_actions((self._versions, undo))
        legend = Row(look, voice_legend(look), gap=8)
        legend.addWidget(Text(look, self.tr("Edit them and they become yours."), SMALL, "ink2"), 1)
        self.fixed.addLayout(legend)
        self._cards: dict[str, SectionCard] = {}
        self._titles: tuple[tuple[str, str], ...] = ()
        self._sections = Column(look, gap=10)
        self.column.addLayout(self._sections)
        self.add(None)
        shortcut = QShortcut(QKeySequence("Alt+S"), self)
        shortcut.activated.connect(self._on_next_suggested)

    def refresh(self) -> None:
        """Draw the sections as they are now."""
        writing = self.writing
        testimony = writing.testimony
        titles = tuple((section.id, self._title_of(section)) for section in testimony.sections)
        if titles != self._titles:
            self._make_cards(titles)
        for section in testimony.sections:
            ids = {passage.evidence for passage in section.passages}
            cited = [each for each in testimony.citations if each.id in ids]
            length = writing.length_of(section.text)
            self._cards[section.id].show_section(section, length, cited, self._offer_for(section))
        body = writing.material.body
        note = body.speaking.time_limit_seconds.note if body and body.speaking else ""
        self._panel.show_timing(
            writing.timing(),
            note,
            body.name if body else "",
            mostly_own=own_share(testimony.sections) > _HALF,
            approximate=not is_pace_known(testimony.language),
        )

    @override
    def show_compact(self, *, compact: bool) -> None:
        super().show_compact(compact=compact)
        words = self.tr("Versions") if compact else self.tr("Earlier versions")
        if words != self._versions.text():
            self._versions.setText(words)
            self._versions.updateGeometry()

    @property
    @override
    def asks_something(self) -> bool:
        return any(section.offers_suggestion for section in self.writing.testimony.sections)

    @override
    def first_focus(self) -> QWidget:
        offering = (card.changed.keep for card in self._cards.values() if card.changed.is_offered)
        return next(offering, self.heading.title)

    def place(self) -> Place:
        """Return which section has the cursor, and where in it."""
        for section_id, card in self._cards.items():
            if card.editor.hasFocus():
                return Place(section=section_id, cursor=card.editor.textCursor().position())
        return Place()

    def go_to(self, place: Place) -> None:
        """Put the cursor into a section."""
        card = self._cards.get(place.section)
        if card is None:
            self.focus_first()
            return
        card.editor.set_cursor(place.cursor)
        card.editor.setFocus()

    def flush(self) -> None:
        """Take over what was typed in the last moment."""
        for card in self._cards.values():
            card.editor.flush()

    def _make_cards(self, titles: tuple[tuple[str, str], ...]) -> None:
        self._titles = titles
        kept = {key: card for key, card in self._cards.items() if (key, card.accessibleName()) in titles}
        for key, card in self._cards.items():
            if key not in kept:
                self._sections.removeWidget(card)
                discard(card)
        self._cards = {}
        for section_id, title in titles:
            card = kept.get(section_id) or self._new_card(section_id, title)
            self._sections.addWidget(card)
            self._cards[section_id] = card

    def _new_card(self, section_id: str, title: str) -> SectionCard:
        card = SectionCard(self.look, section_id, title, self._way_to_origin(section_id))
        card.setAccessibleName(title)
        card.written.connect(self._on_written)
        card.aloud_wanted.connect(self._on_aloud_wanted)
        card.keep_wanted.connect(self._on_keep_wanted)
        card.use_wanted.connect(self._on_use_wanted)
        card.left.connect(self._on_left)
        card.origin_wanted.connect(self._on_origin_wanted)
        card.reading_wanted.connect(self.reading_wanted)
        return card

    def _offer_for(self, section: Section) -> Offer | None:
        """Return the new suggestion for an edited section, or None where there is none to be offered."""
        writing = self.writing
        edit = writing.draft.edit_of(section.id)
        if edit is None or not section.offers_suggestion:
            return None
        fields = changed_answers(writing.material, writing.draft, section.id)
        names = dict.fromkeys(self._answer_name(field) for field in fields)
        passages = suggestion_of(writing.material, writing.draft, section.id)
        return Offer(passages, edit.base, tuple(names))

    def _answer_name(self, field: str) -> str:
        """Return what an answer is called where it is asked for."""
        return {
            "name": self.tr("Your name"),
            "ward": self.tr("Ward"),
            "neighborhood": self.tr("Neighborhood"),
            "connection": self.tr("Your connection"),
            "on_behalf_of": self.tr("On behalf of"),
            "audience": self.tr("Your council"),
            "ask": self.tr("What you want the Council to do"),
            "ask_opening": self.tr("What you want the Council to do"),
            "evidence": self.tr("The facts you cite"),
            "story": self.tr("Your story"),
        }.get(field, self.tr("The meeting"))

    def _way_to_origin(self, section_id: str) -> str:
        """Return what leads to where the words of a section come from; nothing where no step has them."""
        if section_id == OPENING:
            return self.tr("Go to About you")
        if section_id == THANKS:
            return ""
        return self.tr("Go to its story") if self.writing.draft.point(section_id) else self.tr("Go to Points")

    @Slot(str)
    def _on_origin_wanted(self, section_id: str) -> None:
        if section_id == OPENING:
            self.place_wanted.emit(Place(StepId.ABOUT.value))
        elif self.writing.draft.point(section_id):
            self.place_wanted.emit(Place(StepId.STORY.value, section_id))
        else:
            self.place_wanted.emit(Place(StepId.POINTS.value))

    def _title_of(self, section: Section) -> str:
        if section.kind is SectionKind.OPENING:
            return self.tr("Opening")
        if section.kind is SectionKind.ASK:
            return self.tr("What you want the Council to do")
        if section.kind is SectionKind.THANKS:
            return self.tr("Thanks")
        ids = [point.id for point in self.writing.draft.active_points]
        title = section.heading or self.tr("Your own point")
        numbered = self.tr("Point {number}: {title}")
        return numbered.replace("{number}", str(ids.index(section.id) + 1)).replace("{title}", title)

    @Slot(str, str)
    def _on_written(self, section_id: str, text: str) -> None:
        writing = self.writing
        rewritten = rewrite_section(writing.material, writing.draft, section_id, text)
        self.changed.emit(rewritten, f"section {section_id}")

    @Slot(str, bool)
    def _on_aloud_wanted(self, section_id: str, aloud: bool) -> None:  # noqa: FBT001  (a signal's value)
        draft = self.writing.draft
        silent = [each for each in draft.silent if each != section_id]
        self.changed.emit(replace(draft, silent=tuple(silent if aloud else [*silent, section_id])), "")

    @Slot(str)
    def _on_keep_wanted(self, section_id: str) -> None:
        self.changed.emit(keep_my_text(self.writing.material, self.writing.draft, section_id), "")

    @Slot(str)
    def _on_use_wanted(self, section_id: str) -> None:
        self.changed.emit(self.writing.draft.without_edit(section_id), "")

    @Slot()
    def _on_left(self) -> None:
        if self._writing is not None:
            self._writing.end_step()

    @Slot()
    def _on_next_suggested(self) -> None:
        """Select the next suggested passage after the cursor, and say how long it is."""
        here = next((number for number, card in enumerate(self._cards.values()) if card.editor.hasFocus()), 0)
        sections = list(self.writing.testimony.sections)
        cursor = list(self._cards.values())[here].editor.textCursor().selectionEnd()
        for distance in range(len(sections) + 1):
            section = sections[(here + distance) % len(sections)]
            start = 0
            for passage in section.passages:
                end = start + len(passage.text)
                is_later = distance > 0 or start >= cursor
                if passage.origin is not Origin.OWN and passage.text.strip() and is_later:
                    editor = self._cards[section.id].editor
                    editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
                    editor.select(start, end)
                    said = self.tr("Suggested, {count} words").replace("{count}", str(count_words(passage.text)))
                    announce(editor, said)
                    return
                start = end
