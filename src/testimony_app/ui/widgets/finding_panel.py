"""The panel beside the findings: where one is, and what can be done about it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from testimony_app.domain.checks.finding import Finding, Fix, apply_fix
from testimony_app.domain.testimony import Section
from testimony_app.ui.look import Look
from testimony_app.ui.tokens import BODY, LABEL, SMALL
from testimony_app.ui.widgets.button import Button
from testimony_app.ui.widgets.card import Card
from testimony_app.ui.widgets.finding_card import FINDING_LOOKS
from testimony_app.ui.widgets.picture import Icon
from testimony_app.ui.widgets.side_panel import PanelContent
from testimony_app.ui.widgets.stacks import Column, Row, empty
from testimony_app.ui.widgets.text import Part, Text

_AROUND = 90
_BOLD = 700
_NUMBERS = {"government_id", "bank_number", "phone_number"}
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
        color = FINDING_LOOKS[finding.severity][1]
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
