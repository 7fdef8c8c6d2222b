"""The card of one section of a testimony: what it is, how long it takes, whether it is said aloud, and its text."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from testimony_app.domain.campaign import Evidence
from testimony_app.domain.sources import UNKNOWN
from testimony_app.domain.testimony import Origin, Passage, Section, SectionKind
from testimony_app.domain.tokens import count_words
from testimony_app.domain.unspaced import is_mostly_unspaced
from testimony_app.services.writing import Length
from testimony_app.ui.dates import short_date
from testimony_app.ui.drop_down import show_under
from testimony_app.ui.look import Look
from testimony_app.ui.tokens import LABEL, OVERLINE, SMALL
from testimony_app.ui.widgets.button import Button, ButtonKind
from testimony_app.ui.widgets.card import Card
from testimony_app.ui.widgets.changed_answer import ChangedAnswer
from testimony_app.ui.widgets.flow import Flow
from testimony_app.ui.widgets.picture import Icon
from testimony_app.ui.widgets.section_editor import SectionEditor
from testimony_app.ui.widgets.stacks import Column, Row, discard
from testimony_app.ui.widgets.switch import Switch
from testimony_app.ui.widgets.text import Text

_LEAST_TITLE = 220
"""The width to which a title gives way to what stands beside it, in pixels at scale 1."""


class Offer(NamedTuple):
    """A new suggestion for an edited section: its passages, the one the edit began from, and the changed answers."""

    passages: tuple[Passage, ...]
    base: str
    answers: tuple[str, ...]


class SectionCard(Card):
    """One section, to be read and edited. `origin_wanted` asks for the step that its suggested words come from.

    `reading_wanted` gives a title and who wrote what, in words.
    """

    written = Signal(str, str)
    aloud_wanted = Signal(str, bool)
    keep_wanted = Signal(str)
    use_wanted = Signal(str)
    origin_wanted = Signal(str)
    reading_wanted = Signal(str, str)
    left = Signal()

    def __init__(self, look: Look, section_id: str, title: str, origin: str) -> None:
        super().__init__(look)
        self._look = look
        self.section_id = section_id
        self._origin = origin
        self._section: Section | None = None
        self._title = Text(look, title, LABEL)
        policy = self._title.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        self._title.setSizePolicy(policy)
        self._seconds = Text(look, "", SMALL, "ink2", wraps=False)
        self.aloud = Switch(look, self.tr("Say aloud"))
        self.aloud.setAccessibleName(self.tr("Say aloud: {title}").replace("{title}", title))
        self.aloud.toggled.connect(self._on_aloud_toggled)
        self.more = Button(look, "", ButtonKind.QUIET, icon_name="ellipsis-vertical")
        self.more.setAccessibleName(self.tr("More: {title}").replace("{title}", title))
        self.more.setToolTip(self.tr("More"))
        self.more.clicked.connect(self._on_more_clicked)
        self.editor = SectionEditor(look)
        self.editor.written.connect(self._on_written)
        self.editor.left.connect(self.left)
        self.changed = ChangedAnswer(look, title, self.editor)
        self.changed.keep_wanted.connect(lambda: self.keep_wanted.emit(self.section_id))
        self.changed.use_wanted.connect(lambda: self.use_wanted.emit(self.section_id))
        self._gap = Text(look, self.tr("Add your own words here."), SMALL, "ink2")
        self._print_only = Text(look, self.tr("In print only"), SMALL, "ink2")
        self._cited: tuple[Evidence, ...] = ()
        self._chips = QWidget()
        self._chip_row = Flow(look, gap=6)
        self._chips.setLayout(self._chip_row)
        self._chips.hide()
        controls = QWidget()
        controls.setLayout(Row(look, self._seconds, 6, self.aloud, self.more, gap=4))
        head = Flow(look, self._title, controls, gap=10, least=_LEAST_TITLE)
        self.setLayout(
            Column(look, head, self.changed, self._gap, self._print_only, self._chips, gap=6, margins=(18, 6, 14, 10))
        )

    def show_section(
        self, section: Section, length: Length, cited: Sequence[Evidence] = (), offer: Offer | None = None
    ) -> None:
        """Show a section as it is now, the facts it cites, and the new suggestion where there is one."""
        self._section = section
        self.editor.show_passages(section.passages)
        own = sum(count_words(each.text) for each in section.passages if each.origin is Origin.OWN)
        spoken = self.tr("{title}. {words} words, {own} yours.")
        if is_mostly_unspaced(section.text):
            spoken = "{title}"
        for key, value in (("{title}", self._title.text()), ("{words}", str(length.words)), ("{own}", str(own))):
            spoken = spoken.replace(key, value)
        if spoken != self.editor.accessibleName():
            self.editor.setAccessibleName(spoken)
        self.aloud.show_on(on=section.spoken)
        seconds = round(length.seconds)
        self._seconds.say(self.tr("{count} sec").replace("{count}", str(seconds)) if section.spoken else "")
        self._print_only.setVisible(not section.spoken)
        is_point = section.kind in {SectionKind.POINT, SectionKind.OWN_POINT}
        has_story = any(each.origin is Origin.OWN and each.text.strip() for each in section.passages)
        self._gap.setVisible(is_point and not has_story)
        self._show_cited(tuple(cited))
        if offer is None:
            self.changed.show_nothing()
        else:
            self.changed.show_suggestion(offer.passages, offer.base, offer.answers)

    def _show_cited(self, cited: tuple[Evidence, ...]) -> None:
        if cited == self._cited:
            return
        self._cited = cited
        while (item := self._chip_row.takeAt(0)) is not None:
            if chip := item.widget():
                discard(chip)
        for evidence in cited:
            source = evidence.source
            when = short_date(source.date) if source.date != UNKNOWN else ""
            words = ", ".join(part for part in (source.publisher, when) if part)
            self._chip_row.addWidget(_source_chip(self._look, words))
        self._chips.setVisible(bool(cited))

    @Slot(str)
    def _on_written(self, text: str) -> None:
        self.written.emit(self.section_id, text)

    @Slot()
    def _on_aloud_toggled(self) -> None:
        self.aloud_wanted.emit(self.section_id, self.aloud.isChecked())

    @Slot()
    def _on_more_clicked(self) -> None:
        menu = QMenu(self)
        menu.addAction(self.tr("Read who wrote what")).triggered.connect(self._on_reading_wanted)
        if self._origin:
            menu.addAction(self._origin).triggered.connect(lambda: self.origin_wanted.emit(self.section_id))
        if self._section is not None and self._section.is_edited:
            back = menu.addAction(self.tr("Go back to the suggested words"))
            back.triggered.connect(lambda: self.use_wanted.emit(self.section_id))
        show_under(self.more, menu)

    @Slot()
    def _on_reading_wanted(self) -> None:
        voices = {
            Origin.OWN: self.tr("Your words: {text}"),
            Origin.CAMPAIGN: self.tr("Suggested words: {text}"),
            Origin.EVIDENCE: self.tr("A fact you cite: {text}"),
        }
        passages = self._section.passages if self._section is not None else ()
        lines = [voices[each.origin].replace("{text}", each.text.strip()) for each in passages if each.text.strip()]
        said = "\n\n".join(lines) or self.tr("This part is empty.")
        self.reading_wanted.emit(self.tr("Who wrote what: {title}").replace("{title}", self._title.text()), said)


def _source_chip(look: Look, words: str) -> QWidget:
    chip = Card(look, "sunk", "hair", radius=14)
    chip.setLayout(
        Row(look, Icon(look, "link", "ink2", 16), Text(look, words, OVERLINE, "ink2"), gap=6, margins=(10, 3, 11, 4))
    )
    return chip
