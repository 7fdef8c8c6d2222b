"""Earlier versions of a testimony: listed by time, compared with how it reads now, taken back in part or whole."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from testimony_app.domain.comparing import SectionChange
from testimony_app.services.history import Comparison
from testimony_app.store.history import Version
from testimony_app.ui.look import Look
from testimony_app.ui.page import Page
from testimony_app.ui.tokens import BODY, H2, LABEL, SMALL
from testimony_app.ui.version_words import answer_words, section_title, version_reason, version_time
from testimony_app.ui.widgets.button import Button, ButtonKind
from testimony_app.ui.widgets.card import Card
from testimony_app.ui.widgets.comparison import comparison_legend, comparison_text
from testimony_app.ui.widgets.flow import Flow
from testimony_app.ui.widgets.heading import Heading
from testimony_app.ui.widgets.note import Note
from testimony_app.ui.widgets.side_panel import PanelContent
from testimony_app.ui.widgets.stacks import Column, Row, empty
from testimony_app.ui.widgets.text import Text
from testimony_app.ui.widgets.version_list import VersionList

_LEAST_TITLE = 220


class _VersionsPanel(PanelContent):
    def __init__(self, look: Look) -> None:
        super().__init__(self.tr("All versions"), "history")
        self.list = VersionList(look, version_time, version_reason)
        self.setLayout(Column(look, self.list, gap=0, margins=(10, 10, 10, 16)))


class VersionsPage(Page):
    """Shows one earlier version beside how the testimony reads now.

    `version_wanted` asks for a version by its number, `section_wanted` and `all_wanted` for taking a section or the
    whole of it back, `undo_wanted` for undoing that.
    """

    version_wanted = Signal(int)
    section_wanted = Signal(str)
    all_wanted = Signal()
    undo_wanted = Signal()

    def __init__(self, look: Look) -> None:
        intro = self.tr("Taking one back makes a new version. Nothing that stands here now is lost.")
        heading = Heading(look, self.tr("Earlier versions"), "", intro)
        self._panel = _VersionsPanel(look)
        super().__init__(look, heading, self._panel)
        self._panel.list.chosen.connect(self.version_wanted)
        self._when = Text(look, "", H2)
        self._why = Text(look, "", SMALL, "ink2")
        self._older = Button(look, self.tr("Older"), icon_name="arrow-left")
        self._older.setAccessibleName(self.tr("Older version"))
        self._older.clicked.connect(lambda: self._panel.list.choose(1))
        self._newer = Button(look, self.tr("Newer"), icon_name="arrow-right", icon_after=True)
        self._newer.setAccessibleName(self.tr("Newer version"))
        self._newer.clicked.connect(lambda: self._panel.list.choose(-1))
        self._all = Button(look, self.tr("Take all of it back"), ButtonKind.PRIMARY, icon_name="history")
        self._all.clicked.connect(self.all_wanted)
        self._told = Note(look, "circle-check", "", color="good", fill="goodfill", edge="good")
        self._undo = Button(look, self.tr("Undo"), icon_name="undo-2")
        self._undo.clicked.connect(self.undo_wanted)
        self._done = QWidget()
        self._done.setLayout(Column(look, self._told, Row(look, self._undo, None), gap=8))
        self._done.hide()
        times = QWidget()
        times.setLayout(Column(look, self._when, self._why, gap=2))
        times.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        steps = QWidget()
        steps.setLayout(Row(look, self._older, self._newer, gap=8))
        self.add(self._done, Flow(look, times, steps, self._all, gap=10, least=_LEAST_TITLE))
        self._legend = comparison_legend(look)
        self._cards = Column(look, gap=10)
        self.add(self._legend)
        self.column.addLayout(self._cards)
        self.add(None)

    def show_versions(self, versions: Sequence[Version], rev: int) -> None:
        """Show the list of versions, with one of them chosen."""
        self._panel.list.show_versions(versions, rev)

    def show_comparison(self, version: Version, comparison: Comparison) -> None:
        """Show a version beside how the testimony reads now."""
        self._show_head(version, can_restore=not comparison.is_equal)
        changed = [section for section in comparison.sections if section.is_changed]
        self._legend.setVisible(bool(changed))
        for section in changed:
            self._cards.addWidget(self._card(section, can_restore=section.id in comparison.restorable))
        if comparison.answers:
            self._cards.addWidget(
                Note(self.look, "info", answer_words(comparison.answers), color="softink", fill="soft", role=BODY)
            )
        same = [section_title(section) for section in comparison.sections if not section.is_changed]
        if comparison.is_equal:
            self._cards.addWidget(Text(self.look, self.tr("Your testimony reads the same now."), BODY, "ink2"))
        elif same:
            words = self.tr("The same in both: {sections}.").replace("{sections}", ", ".join(same))
            self._cards.addWidget(Text(self.look, words, SMALL, "ink2"))

    def show_text_alone(self, version: Version, why: str, text: str) -> None:
        """Show a version that cannot be compared, as it read when it was saved, and why."""
        self._show_head(version, can_restore=False)
        self._legend.hide()
        self._cards.addWidget(
            Note(self.look, "triangle-alert", why, color="warn", fill="warnfill", edge="warn", role=SMALL)
        )
        if text:
            card = Card(self.look)
            card.setLayout(Column(self.look, Text(self.look, text, BODY), margins=(18, 12, 18, 14)))
            self._cards.addWidget(card)

    def show_nothing(self, why: str) -> None:
        """Say why there is no version to be shown."""
        self._when.say("")
        self._why.say(why)
        for each in (self._all, self._older, self._newer, self._legend):
            each.hide()
        empty(self._cards)

    def say_done(self, words: str, *, can_undo: bool) -> None:
        """Say what was done, or with an empty text nothing."""
        self._told.words.say(words)
        self._undo.setVisible(can_undo)
        self._done.setVisible(bool(words))
        if words:
            self.area.ensureVisible(0, 0)
            (self._undo if can_undo else self.heading.title).setFocus()

    def first_focus(self) -> QWidget:
        """Return the heading: a screen reader begins there."""
        return self.heading.title

    def _show_head(self, version: Version, *, can_restore: bool) -> None:
        self._when.say(version_time(version))
        self._why.say(version_reason(version))
        self._all.setVisible(can_restore)
        for button, steps in ((self._older, 1), (self._newer, -1)):
            button.show()
            button.setEnabled(self._panel.list.can_choose(steps))
        empty(self._cards)

    def _card(self, section: SectionChange, *, can_restore: bool) -> Card:
        card = Card(self.look)
        name = section_title(section)
        title = Text(self.look, name, LABEL)
        policy = title.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        title.setSizePolicy(policy)
        head = Flow(self.look, title, gap=10, least=_LEAST_TITLE)
        if can_restore:
            back = Button(self.look, self.tr("Take this back"), ButtonKind.QUIET, icon_name="history")
            back.setAccessibleName(self.tr("Take this back: {title}").replace("{title}", name))
            back.clicked.connect(lambda: self._on_back_clicked(section.id))
            head.addWidget(back)
        card.setLayout(
            Column(self.look, head, comparison_text(self.look, section.pieces), gap=6, margins=(18, 10, 14, 14))
        )
        return card

    @Slot(str)
    def _on_back_clicked(self, section_id: str) -> None:
        self.section_wanted.emit(section_id)
