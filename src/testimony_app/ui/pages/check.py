"""Check: what is worth another look before the testimony is shared."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from testimony_app.domain.checks.finding import Finding, Fix, Severity, apply_fix
from testimony_app.domain.editing import rewrite_section
from testimony_app.domain.testimony import SectionKind
from testimony_app.services.writing import Writing
from testimony_app.store.place import Place
from testimony_app.ui.accessibility import announce
from testimony_app.ui.look import Look
from testimony_app.ui.step_page import StepPage
from testimony_app.ui.tokens import SMALL
from testimony_app.ui.widgets.button import Button, ButtonKind
from testimony_app.ui.widgets.finding_card import FindingCard
from testimony_app.ui.widgets.finding_panel import FindingPanel
from testimony_app.ui.widgets.fold import Fold, FoldLook
from testimony_app.ui.widgets.heading import Heading, step_overline
from testimony_app.ui.widgets.note import Note
from testimony_app.ui.widgets.picture import Icon
from testimony_app.ui.widgets.stacks import Column, Row, empty
from testimony_app.ui.widgets.text import Text
from testimony_app.ui.words import translate
from testimony_app.words.findings import finding_words, findings_in_short, quiet_words

_GOOD = FoldLook("circle-check", "good", "goodfill")
_KEPT = FoldLook("hand", "ink2", "sunk")


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
        """Return which finding is looked at: its section, and its number in the list."""
        section = self._findings[self._chosen].section if self._findings else ""
        return Place(section=section, cursor=self._chosen)

    def go_to(self, place: Place) -> None:
        """Look at the finding that was looked at, or where that is gone at the next one of its section."""
        numbers = [number for number, each in enumerate(self._findings) if each.section == place.section]
        if numbers:
            later = [number for number in numbers if number >= place.cursor]
            self._chosen = later[0] if later else numbers[-1]
        else:
            self._chosen = max(0, min(place.cursor, len(self._findings) - 1))
        self._show_in_panel(self._findings[self._chosen] if self._findings else None)
        self.focus_first()

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
                self.moved.emit()

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
