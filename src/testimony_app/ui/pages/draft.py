"""Draft: the testimony as a whole, every section open to be rewritten, with whose words it holds."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSizePolicy, QWidget

from testimony_app.domain.draft import Delivery
from testimony_app.domain.editing import keep_my_text, rewrite_section
from testimony_app.domain.originality import own_share
from testimony_app.domain.speaking import is_pace_known
from testimony_app.domain.testimony import Origin, Section, SectionKind
from testimony_app.domain.tokens import count_words
from testimony_app.services.writing import Length, Timing
from testimony_app.store.place import Place
from testimony_app.ui.accessibility import announce
from testimony_app.ui.dates import clock
from testimony_app.ui.look import Look
from testimony_app.ui.pages.about import rule
from testimony_app.ui.step_page import StepPage
from testimony_app.ui.tokens import LABEL, SMALL, SMALL_STRONG
from testimony_app.ui.widgets.button import Button
from testimony_app.ui.widgets.card import Card
from testimony_app.ui.widgets.changed_answer import ChangedAnswer
from testimony_app.ui.widgets.flow import Flow
from testimony_app.ui.widgets.heading import Heading, step_overline
from testimony_app.ui.widgets.meter import Meter
from testimony_app.ui.widgets.picture import Icon
from testimony_app.ui.widgets.section_editor import SectionEditor
from testimony_app.ui.widgets.side_panel import PanelContent
from testimony_app.ui.widgets.stacks import Column, Row, discard
from testimony_app.ui.widgets.switch import Switch
from testimony_app.ui.widgets.text import Text
from testimony_app.ui.widgets.voices import voice_legend

_HALF = 0.5


class DraftPanel(PanelContent):
    """How it is going: the limits of the chosen delivery, and whose words it holds. What is not true is not said."""

    def __init__(self, look: Look) -> None:
        super().__init__(self.tr("How it’s going"), "gauge")
        self._time_title = Text(look, self.tr("Aloud"), LABEL, wraps=False)
        self._time = Text(look, "", SMALL_STRONG, wraps=False)
        self._meter = Meter(look)
        self._time_note = Text(look, "", SMALL, "ink2")
        self._aloud = QWidget()
        self._aloud.setLayout(
            Column(
                look, Row(look, self._time_title, None, self._time), self._meter, self._time_note, 2, rule(look), gap=6
            )
        )
        self._words = Text(look, "", SMALL_STRONG, wraps=False)
        self._words_note = Text(look, "", SMALL, "ink2")
        self._written = QWidget()
        words_title = Text(look, self.tr("In writing"), LABEL, wraps=False)
        self._written.setLayout(
            Column(look, Row(look, words_title, None, self._words), self._words_note, 2, rule(look), gap=6)
        )
        self._own = QWidget()
        own_row = Row(look, Icon(look, "pen-line", "voice"), gap=10)
        own_row.addWidget(Text(look, self.tr("Mostly your own words."), LABEL), 1)
        self._own.setLayout(own_row)
        self.setLayout(Column(look, self._aloud, self._written, self._own, gap=10, margins=(20, 16, 8, 20)))

    def show_timing(self, timing: Timing, note: str, body: str, *, mostly_own: bool, approximate: bool) -> None:
        """Show the meters that the delivery asks for."""
        self._aloud.setVisible(timing.delivery is not Delivery.WRITTEN)
        self._written.setVisible(timing.delivery is not Delivery.ALOUD)
        total, limit = timing.total_seconds, timing.limit_seconds
        shown = clock(total)
        if limit is not None:
            shown = self.tr("{time} of {limit}").replace("{time}", shown).replace("{limit}", clock(limit))
        if approximate:
            shown = self.tr("about {time}").replace("{time}", shown)
        self._time.say(shown)
        self._meter.show_time(timing.seconds, limit, shown)
        self._time_note.say(" ".join(part for part in (self._spare(total, limit), note) if part))
        self._words.say(self.tr("{count} words").replace("{count}", str(timing.words)))
        if timing.limit_words is None:
            unknown = self.tr("We do not know a limit for {body}. Ask the clerk.")
            self._words_note.say(unknown.replace("{body}", body or self.tr("this council")))
        else:
            self._words_note.say(self.tr("{limit} words at most.").replace("{limit}", str(timing.limit_words)))
        self._own.setVisible(mostly_own)

    def _spare(self, total: float, limit: int | None) -> str:
        if limit is None:
            return self.tr("We do not know how long you may speak here.")
        spare = limit - round(total)
        if spare < 0:
            return self.tr("{count} seconds over at a calm pace.").replace("{count}", str(-spare))
        return self.tr("{count} seconds to spare at a calm pace.").replace("{count}", str(spare))


class SectionCard(Card):
    """One section: what it is, how long it takes, whether it is said aloud, and its text to be edited."""

    written = Signal(str, str)
    aloud_wanted = Signal(str, bool)
    keep_wanted = Signal(str)
    use_wanted = Signal(str)
    left = Signal()

    def __init__(self, look: Look, section_id: str, title: str) -> None:
        super().__init__(look)
        self._look = look
        self.section_id = section_id
        self._title = Text(look, title, LABEL)
        self._seconds = Text(look, "", SMALL, "ink2", wraps=False)
        self.aloud = Switch(look, self.tr("Say aloud"))
        self.aloud.toggled.connect(self._on_aloud_toggled)
        self._title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        head = Flow(look, self._title, self._seconds, self.aloud, gap=10)
        self.editor = SectionEditor(look)
        self.editor.written.connect(self._on_written)
        self.editor.left.connect(self.left)
        self._gap = Text(look, self.tr("Add your own words here."), SMALL, "ink2")
        self._print_only = Text(look, self.tr("In print only"), SMALL, "ink2")
        self._changed = ChangedAnswer(look, title)
        self._changed.keep_wanted.connect(lambda: self.keep_wanted.emit(self.section_id))
        self._changed.use_wanted.connect(lambda: self.use_wanted.emit(self.section_id))
        self.setLayout(
            Column(look, head, self.editor, self._gap, self._print_only, self._changed, gap=6, margins=(18, 6, 14, 8))
        )

    def show_section(self, section: Section, base: str, length: Length) -> None:
        """Show a section as it is now; `base` is the suggestion its edit started from."""
        self.editor.show_passages(section.passages)
        words = length.words
        own = sum(count_words(each.text) for each in section.passages if each.origin is Origin.OWN)
        spoken = self.tr("{title}. {words} words, {own} yours.")
        for key, value in (("{title}", self._title.text()), ("{words}", str(words)), ("{own}", str(own))):
            spoken = spoken.replace(key, value)
        if spoken != self.editor.accessibleName():
            self.editor.setAccessibleName(spoken)
        self.aloud.show_on(on=section.spoken)
        self.aloud.setAccessibleName(self.tr("Say aloud: {title}").replace("{title}", self._title.text()))
        seconds = round(length.seconds)
        self._seconds.say(self.tr("{count} sec").replace("{count}", str(seconds)) if section.spoken else "")
        self._print_only.setVisible(not section.spoken)
        is_point = section.kind in {SectionKind.POINT, SectionKind.OWN_POINT}
        has_story = any(each.origin is Origin.OWN and each.text.strip() for each in section.passages)
        self._gap.setVisible(is_point and not has_story)
        self._changed.setVisible(section.offers_suggestion)
        if section.offers_suggestion:
            self._changed.show_suggestion(section.suggestion, base)

    @Slot(str)
    def _on_written(self, text: str) -> None:
        self.written.emit(self.section_id, text)

    @Slot()
    def _on_aloud_toggled(self) -> None:
        self.aloud_wanted.emit(self.section_id, self.aloud.isChecked())


class DraftPage(StepPage):
    """The fourth step. Suggested words become the person's own where they change them."""

    def __init__(self, look: Look) -> None:
        heading = Heading(look, self.tr("Your draft"), step_overline(4, 6))
        self._panel = DraftPanel(look)
        super().__init__(look, heading, self._panel)
        undo = Button(look, self.tr("Undo"), icon_name="undo-2")
        undo.clicked.connect(self.undo_wanted)
        heading.add_actions((undo,))
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
            edit = writing.draft.edit_of(section.id)
            self._cards[section.id].show_section(section, edit.base if edit else "", writing.length_of(section.text))
        body = writing.material.body
        note = body.speaking.time_limit_seconds.note if body and body.speaking else ""
        self._panel.show_timing(
            writing.timing(),
            note,
            body.name if body else "",
            mostly_own=own_share(testimony.sections) > _HALF,
            approximate=not is_pace_known(testimony.language),
        )

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
        card = SectionCard(self.look, section_id, title)
        card.setAccessibleName(title)
        card.written.connect(self._on_written)
        card.aloud_wanted.connect(self._on_aloud_wanted)
        card.keep_wanted.connect(self._on_keep_wanted)
        card.use_wanted.connect(self._on_use_wanted)
        card.left.connect(self._on_left)
        return card

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
