"""Check: what is worth another look before the testimony is shared."""

from collections.abc import Callable
from functools import partial

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
from testimony_app.ui.tokens import BODY, H3, LABEL, OVERLINE, SMALL
from testimony_app.ui.widgets.button import Button, ButtonKind
from testimony_app.ui.widgets.card import Card
from testimony_app.ui.widgets.flow import Flow
from testimony_app.ui.widgets.fold import Fold, FoldLook
from testimony_app.ui.widgets.heading import Heading, step_overline
from testimony_app.ui.widgets.note import Note
from testimony_app.ui.widgets.picture import Icon
from testimony_app.ui.widgets.side_panel import PanelContent
from testimony_app.ui.widgets.stacks import Column, Row, empty
from testimony_app.ui.widgets.text import Part, Text
from testimony_app.ui.words import translate
from testimony_app.words.findings import finding_words, findings_in_short, quiet_words, severity_word

_AROUND = 90
_BOLD = 700
_LOOKS = {
    Severity.MUST_FIX: ("octagon-alert", "bad", "badfill", "bad"),
    Severity.WORTH_A_LOOK: ("triangle-alert", "warn", "warnfill", "hair"),
}
_NUMBERS = {"government_id", "bank_number", "phone_number"}
_GOOD = FoldLook("circle-check", "good", "goodfill")
_KEPT = FoldLook("hand", "ink2", "sunk")
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

    def show_finding(self, finding: Finding | None, section: Section | None, name: str, title: str) -> None:
        """Show a finding, or that there is none. `name` and `title` are what its section is called, short and long."""
        empty(self._column)
        look = self._look
        if finding is None:
            self._column.addWidget(Text(look, self.tr("Nothing to see here."), BODY, "ink2"))
        elif section is None:
            self._column.addWidget(Text(look, self.tr("This is about the testimony as a whole."), BODY, "ink2"))
        else:
            self._column.addWidget(Text(look, title, LABEL))
            if section.text.strip():
                self._column.addWidget(self._passage(finding, section))
        if finding is not None:
            self._add_ways(finding, section, name)
        always = self.tr("You can save a copy at any time, whatever is found here.")
        mark = Icon(look, "info", "ink2", 18)
        note = Row(look, mark, gap=8)
        note.addWidget(Text(look, always, SMALL, "ink2"), 1)
        note.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
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

    def _add_ways(self, finding: Finding, section: Section | None, section_name: str) -> None:
        self._column.addWidget(Text(self._look, self.tr("What you can do"), LABEL))
        for fix in finding.fixes:
            if section is not None and fix is not Fix.ASK:
                words, help_text = self._fix_words(finding, fix, section)
                self._add_way(words, help_text, _FIX_ICONS[fix], partial(self.fix_wanted.emit, finding, fix))
        opens = self.tr("Opens {place} at this place.").replace("{place}", section_name)
        change = self.tr("Change it myself")
        self._add_way(change, opens if section else "", _FIX_ICONS[Fix.ASK], partial(self.place_wanted.emit, finding))

    def _add_way(self, words: str, help_text: str, icon: str, act: Callable[[], None]) -> None:
        button = Button(self._look, words, icon_name=icon)
        button.setAccessibleDescription(help_text)
        button.clicked.connect(lambda _=False: act())
        way = Column(self._look, button, gap=3)
        if help_text:
            way.addWidget(Text(self._look, help_text, SMALL, "ink2"))
        self._column.addLayout(way)

    def _fix_words(self, finding: Finding, fix: Fix, section: Section) -> tuple[str, str]:
        """Return what a fix is called, and what it will do to these very words."""
        is_number = finding.code in _NUMBERS
        if fix is Fix.DELETE:
            words = self.tr("Delete the number") if is_number else self.tr("Delete it")
            digits = self.tr("Takes out these digits, nothing else.")
            return words, digits if is_number else self.tr("Takes out these words, nothing else.")
        covered = apply_fix(section.text, finding, Fix.MASK)[finding.start : finding.end]
        words = self.tr("Cover the number") if is_number else self.tr("Cover it")
        return words, self.tr("Shows it as “{covered}”.").replace("{covered}", covered)


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
        self._kept = Fold(look, _KEPT)
        self._quiet = Fold(look, _GOOD, self.tr("Good"))
        self._clear = Note(
            look, "circle-check", self.tr("Nothing to fix. Read it aloud once before you share."),
            color="good", fill="goodfill",
        )  # fmt: skip
        self._cards: list[FindingCard] = []
        self._findings: tuple[Finding, ...] = ()
        self._chosen = 0
        findings = QWidget()
        findings.setLayout(self._list)
        self._findings_box = findings
        self.add(self._clear, findings, self._kept, self._quiet, None)

    def first_focus(self) -> QWidget:
        """Return the finding that was looked at last, or the heading."""
        return self._cards[self._chosen].see if self._cards else self.heading.title

    def refresh(self) -> None:
        """Check the testimony as it is now and show what was found."""
        writing = self.writing
        before = self._findings[self._chosen] if self._findings else None
        self._findings = writing.findings()
        self._chosen = self._place_of(before)
        must = sum(each.severity is Severity.MUST_FIX for each in self._findings)
        self.heading.set_title(findings_in_short(must, len(self._findings) - must, translate))
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
        self._findings_box.setVisible(bool(self._findings))
        self._show_kept()
        self._show_quiet()
        self._show_in_panel(self._findings[self._chosen] if self._findings else None)

    def place(self) -> Place:
        """Return which finding is looked at."""
        return Place(cursor=self._chosen)

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

    def _place_of(self, before: Finding | None) -> int:
        """Return which finding stands where one did: the same, else one of its kind and place, else the next."""
        for is_it in (
            lambda each: each == before,
            lambda each: before is not None and (each.code, each.section) == (before.code, before.section),
        ):
            for number, finding in enumerate(self._findings):
                if is_it(finding):
                    return number
        return max(0, min(self._chosen, len(self._findings) - 1))

    def _show_kept(self) -> None:
        kept = self.writing.kept_findings()
        self._kept.setVisible(bool(kept))
        title = self.tr("Kept as it is: {count}").replace("{count}", str(len(kept)))
        self._kept.show_content(title, [self._kept_row(finding) for finding in kept])

    def _kept_row(self, finding: Finding) -> Row:
        title = finding_words(finding, translate).title
        again = Button(self.look, self.tr("Ask me again"), ButtonKind.QUIET)
        where = self._section_name(self.writing, finding.section)
        named = f"{title}, {where}" if where else title
        again.setAccessibleName(self.tr("Ask me again: {title}").replace("{title}", named))
        again.clicked.connect(lambda _=False, finding=finding: self._on_again(finding))
        words = Text(self.look, title, SMALL, "ink2")
        row = Row(self.look, gap=8)
        row.addWidget(words, 1)
        row.setAlignment(words, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(again)
        return row

    def _show_quiet(self) -> None:
        words = quiet_words(translate)
        quiet = self.writing.quiet_checks()
        self._quiet.setVisible(bool(quiet))
        title = self.tr("{count} checks found nothing").replace("{count}", str(len(quiet)))
        if len(quiet) == 1:
            title = self.tr("One check found nothing")
        rows = []
        for name in quiet:
            row = Row(self.look, Icon(self.look, "check", "good", 18), gap=8)
            row.addWidget(Text(self.look, words[name], SMALL, "ink2"), 1)
            rows.append(row)
        self._quiet.show_content(title, rows)

    def _show_in_panel(self, finding: Finding | None) -> None:
        writing = self.writing
        section = writing.testimony.section(finding.section) if finding else None
        name = self._section_name(writing, finding.section) if finding else ""
        if section is not None and section.kind in {SectionKind.POINT, SectionKind.OWN_POINT}:
            titled = self.tr("{point}: {title}").replace("{point}", name)
            title = titled.replace("{title}", section.heading or self.tr("Your own point"))
        else:
            title = name
        self._panel.show_finding(finding, section, name, title)

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
            self.noted.emit()

    def _on_again(self, finding: Finding) -> None:
        self.writing.keep_as_it_is(finding, kept=False)
        self.refresh()
        self._chosen = self._place_of(finding)
        self._show_in_panel(finding)
        self.focus_first()
        self.noted.emit()

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
