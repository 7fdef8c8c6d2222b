"""Check: what is worth another look before the testimony is shared."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from testimony_app.domain.checks.finding import Finding, Fix, Severity, apply_fix
from testimony_app.domain.editing import rewrite_section
from testimony_app.domain.testimony import Section, SectionKind
from testimony_app.services.writing import Writing
from testimony_app.store.place import Place
from testimony_app.ui.accessibility import announce
from testimony_app.ui.look import Look
from testimony_app.ui.step_page import StepPage
from testimony_app.ui.tokens import BODY, H3, LABEL, OVERLINE, SMALL, SMALL_STRONG
from testimony_app.ui.widgets.button import Button, ButtonKind
from testimony_app.ui.widgets.card import Card
from testimony_app.ui.widgets.flow import Flow
from testimony_app.ui.widgets.heading import Heading, step_overline
from testimony_app.ui.widgets.note import Note
from testimony_app.ui.widgets.picture import Icon
from testimony_app.ui.widgets.side_panel import PanelContent
from testimony_app.ui.widgets.stacks import Column, Row, empty
from testimony_app.ui.widgets.text import Part, Text
from testimony_app.ui.words import translate
from testimony_app.words.findings import finding_words, severity_word

_AROUND = 90
_BOLD = 700
_LOOKS = {
    Severity.MUST_FIX: ("octagon-alert", "bad", "badfill", "bad"),
    Severity.WORTH_A_LOOK: ("triangle-alert", "warn", "warnfill", "hair"),
}
_FIX_ICONS = {Fix.DELETE: "eraser", Fix.MASK: "eye-off", Fix.ASK: "pen-line"}


class FindingPanel(PanelContent):
    """Where the finding with the focus is, and what can be done about it."""

    fix_wanted = Signal(object, object)
    place_wanted = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(self.tr("Where it is"), "search")
        self._look = look
        self._column = Column(look, gap=10, margins=(20, 16, 8, 20))
        self.setLayout(self._column)

    def show_finding(self, finding: Finding | None, section: Section | None, section_name: str) -> None:
        """Show a finding, or that there is none."""
        empty(self._column)
        look = self._look
        if finding is None:
            self._column.addWidget(Text(look, self.tr("Nothing to see here."), BODY, "ink2"))
        elif section is None:
            self._column.addWidget(Text(look, self.tr("This is about the testimony as a whole."), BODY, "ink2"))
        else:
            self._column.addWidget(Text(look, section_name, LABEL))
            if section.text.strip():
                self._column.addWidget(self._passage(finding, section))
        if finding is not None:
            self._add_ways(finding, section)
        always = self.tr("You can save a copy at any time, whatever is found here.")
        note = Row(look, Icon(look, "info", "ink2", 18), gap=8)
        note.addWidget(Text(look, always, SMALL, "ink2"), 1)
        self._column.addLayout(note)

    def _passage(self, finding: Finding, section: Section) -> QWidget:
        text = section.text
        start = max(0, text.rfind(" ", 0, max(0, finding.start - _AROUND)) + 1)
        end = len(text) if finding.end + _AROUND >= len(text) else text.find(" ", finding.end + _AROUND)
        end = len(text) if end < 0 else end
        color = _LOOKS[finding.severity][1]
        words = Text(self._look, "", BODY)
        words.say(
            ("… " if start else "") + text[start : finding.start],
            Part(text[finding.start : finding.end], _BOLD, color, underline=color),
            text[finding.end : end] + (" …" if end < len(text) else ""),
        )
        box = Card(self._look, "sunk", "")
        box.setLayout(Column(self._look, words, margins=(14, 12, 14, 12)))
        return box

    def _add_ways(self, finding: Finding, section: Section | None) -> None:
        self._column.addWidget(Text(self._look, self.tr("What you can do"), LABEL))
        helps = {
            Fix.DELETE: (self.tr("Delete it"), self.tr("Takes out these words, nothing else.")),
            Fix.MASK: (self.tr("Cover it"), self.tr("Shows an X for each letter and digit.")),
        }
        for fix in finding.fixes:
            if fix in helps and section is not None:
                words, help_text = helps[fix]
                button = Button(self._look, words, icon_name=_FIX_ICONS[fix])
                button.clicked.connect(lambda _=False, fix=fix: self.fix_wanted.emit(finding, fix))
                self._column.addWidget(button)
                self._column.addWidget(Text(self._look, help_text, SMALL, "ink2"))
        change = Button(self._look, self.tr("Change it myself"), icon_name="pen-line")
        change.clicked.connect(lambda: self.place_wanted.emit(finding))
        self._column.addWidget(change)


class FindingCard(Card):
    """One finding. Up and Down go to other findings, Enter to its place in the draft."""

    focused = Signal(object)
    see_wanted = Signal(object)
    keep_wanted = Signal(object)
    neighbor_wanted = Signal(int)

    def __init__(self, look: Look, finding: Finding, where: str) -> None:
        icon, color, fill, edge = _LOOKS[finding.severity]
        super().__init__(look, "surface", edge, edge_width=2 if finding.severity is Severity.MUST_FIX else 1)
        self.finding = finding
        words = finding_words(finding, translate)
        severity = severity_word(finding.severity, translate)
        about = self.tr("{where}. {detail}").replace("{where}", where).replace("{detail}", words.detail)
        texts = Column(
            look,
            Text(look, severity, OVERLINE, color),
            Text(look, words.title, H3),
            Text(look, about if where else words.detail, SMALL, "ink2"),
            gap=1,
        )
        self.keep = Button(look, self.tr("Keep it as it is"), ButtonKind.QUIET)
        named = f"{words.title}, {where}" if where else words.title
        self.keep.setAccessibleName(self.tr("Keep it as it is: {title}").replace("{title}", named))
        self.keep.clicked.connect(self._on_keep_clicked)
        self.see = Button(look, self.tr("See it"), icon_name="arrow-right", icon_after=True)
        see = self.tr("{severity}: {title}. See it")
        self.see.setAccessibleName(see.replace("{severity}", severity).replace("{title}", named))
        self.see.setAccessibleDescription(about)
        self.see.clicked.connect(self._on_see_clicked)
        tile = Icon(look, icon, color, 24, fill)
        row = Row(look, tile, gap=14, margins=(15, 10, 14, 10))
        row.setAlignment(tile, Qt.AlignmentFlag.AlignTop)
        words_box = QWidget()
        words_box.setLayout(texts)
        words_box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        buttons = QWidget()
        buttons.setLayout(Flow(look, self.keep, self.see, gap=6))
        row.addLayout(Flow(look, words_box, buttons, gap=6, least=260), 1)
        self.setLayout(row)
        for button in (self.keep, self.see):
            button.installEventFilter(self)

    @override
    def eventFilter(self, _watched: object, event: object) -> bool:
        if isinstance(event, QFocusEvent) and event.gotFocus():
            self.focused.emit(self.finding)
        elif isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if step:
                self.neighbor_wanted.emit(step)
                return True
        return False

    @Slot()
    def _on_see_clicked(self) -> None:
        self.see_wanted.emit(self.finding)

    @Slot()
    def _on_keep_clicked(self) -> None:
        self.keep_wanted.emit(self.finding)


class CheckPage(StepPage):
    """The fifth step. It asks and offers, and never holds back a file."""

    def __init__(self, look: Look) -> None:
        heading = Heading(look, self.tr("Check"), step_overline(5, 6))
        self._panel = FindingPanel(look)
        super().__init__(look, heading, self._panel)
        self._panel.fix_wanted.connect(self._on_fix_wanted)
        self._panel.place_wanted.connect(self._on_see_wanted)
        undo = Button(look, self.tr("Undo"), icon_name="undo-2")
        undo.clicked.connect(self.undo_wanted)
        heading.add_actions((undo,))
        self._list = Column(look, gap=8)
        self._kept = Column(look, gap=6)
        self._clear = Note(
            look, "circle-check", self.tr("Nothing to fix. Read it aloud once before you share."),
            color="good", fill="goodfill",
        )  # fmt: skip
        self._cards: list[FindingCard] = []
        self._findings: tuple[Finding, ...] = ()
        self._chosen = 0
        self.add(self._clear)
        self.column.addLayout(self._list)
        self.column.addLayout(self._kept)
        self.add(None)

    def first_focus(self) -> QWidget:
        """Return the finding that was looked at last, or the heading."""
        return self._cards[self._chosen].see if self._cards else self.heading.title

    def refresh(self) -> None:
        """Check the testimony as it is now and show what was found."""
        writing = self.writing
        self._findings = writing.findings()
        self._chosen = max(0, min(self._chosen, len(self._findings) - 1))
        must = sum(each.severity is Severity.MUST_FIX for each in self._findings)
        self.heading.set_title(self._title(must, len(self._findings) - must))
        empty(self._list)
        self._cards = []
        for finding in self._findings:
            card = FindingCard(self.look, finding, self._section_name(writing, finding.section))
            card.focused.connect(self._on_focused)
            card.see_wanted.connect(self._on_see_wanted)
            card.keep_wanted.connect(self._on_keep_wanted)
            card.neighbor_wanted.connect(self._on_neighbor_wanted)
            self._list.addWidget(card)
            self._cards.append(card)
        self._clear.setVisible(not self._findings)
        self._show_kept()
        self._show_in_panel(self._findings[self._chosen] if self._findings else None)

    def place(self) -> Place:
        """Return which finding is looked at."""
        return Place(cursor=self._chosen)

    def _title(self, must: int, worth: int) -> str:
        if not must and not worth:
            return self.tr("Nothing to fix")
        if not must:
            return self.tr("{worth} worth a look").replace("{worth}", str(worth))
        if not worth:
            return self.tr("{must} must fix").replace("{must}", str(must))
        both = self.tr("{must} must fix, {worth} worth a look")
        return both.replace("{must}", str(must)).replace("{worth}", str(worth))

    def _section_name(self, writing: Writing, section_id: str) -> str:
        section = writing.testimony.section(section_id)
        if section is None:
            return ""
        names = {
            SectionKind.OPENING: self.tr("Opening"),
            SectionKind.ASK: self.tr("What you want the Council to do"),
            SectionKind.THANKS: self.tr("Thanks"),
        }
        if section.kind in names:
            return names[section.kind]
        ids = [point.id for point in writing.draft.active_points]
        return self.tr("Point {number}").replace("{number}", str(ids.index(section_id) + 1))

    def _show_kept(self) -> None:
        empty(self._kept)
        kept = self.writing.kept_findings()
        if not kept:
            return
        self._kept.addWidget(Text(self.look, self.tr("Kept as it is"), SMALL_STRONG, "ink2"))
        for finding in kept:
            title = finding_words(finding, translate).title
            again = Button(self.look, self.tr("Ask me again"), ButtonKind.QUIET)
            again.setAccessibleName(self.tr("Ask me again: {title}").replace("{title}", title))
            again.clicked.connect(lambda _=False, finding=finding: self._on_again(finding))
            row = Row(self.look, Icon(self.look, "check", "ink2", 18), gap=8)
            row.addWidget(Text(self.look, title, SMALL, "ink2"), 1)
            row.addWidget(again)
            self._kept.addLayout(row)

    def _show_in_panel(self, finding: Finding | None) -> None:
        writing = self.writing
        section = writing.testimony.section(finding.section) if finding else None
        name = self._section_name(writing, finding.section) if finding else ""
        self._panel.show_finding(finding, section, name)

    @Slot(object)
    def _on_focused(self, finding: object) -> None:
        if isinstance(finding, Finding) and finding in self._findings:
            number = self._findings.index(finding)
            if number != self._chosen:
                self._chosen = number
                self._show_in_panel(finding)

    @Slot(int)
    def _on_neighbor_wanted(self, step: int) -> None:
        number = self._chosen + step
        if 0 <= number < len(self._cards):
            self._cards[number].see.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(object)
    def _on_see_wanted(self, finding: object) -> None:
        if isinstance(finding, Finding):
            self._chosen = self._findings.index(finding) if finding in self._findings else 0
            step = "draft" if finding.section else "about"
            if finding.code in {"no_request", "request_already_answered"}:
                step = "points"
            self.place_wanted.emit(Place(step, finding.section, finding.start))

    @Slot(object)
    def _on_keep_wanted(self, finding: object) -> None:
        if isinstance(finding, Finding):
            self.writing.keep_as_it_is(finding, kept=True)
            self.refresh()
            self.focus_first()

    def _on_again(self, finding: Finding) -> None:
        self.writing.keep_as_it_is(finding, kept=False)
        self.refresh()
        self.focus_first()

    @Slot(object, object)
    def _on_fix_wanted(self, finding: object, fix: object) -> None:
        if not (isinstance(finding, Finding) and isinstance(fix, Fix)):
            return
        section = self.writing.testimony.section(finding.section)
        if section is None:
            return
        text = apply_fix(section.text, finding, fix)
        self.changed.emit(rewrite_section(self.writing.material, self.writing.draft, section.id, text), "")
        announce(self, self.tr("Done. Undo takes it back."))
        self.focus_first()
