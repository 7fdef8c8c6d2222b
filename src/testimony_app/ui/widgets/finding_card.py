"""One finding of the checks, with what can be done about it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from testimony_app.domain.checks.finding import Finding, Severity
from testimony_app.ui.look import Look
from testimony_app.ui.tokens import H3, OVERLINE, SMALL
from testimony_app.ui.widgets.button import Button, ButtonKind
from testimony_app.ui.widgets.card import Card
from testimony_app.ui.widgets.flow import Flow
from testimony_app.ui.widgets.picture import Icon
from testimony_app.ui.widgets.stacks import Column, Row
from testimony_app.ui.widgets.text import Text
from testimony_app.ui.words import translate
from testimony_app.words.findings import finding_words, severity_word

FINDING_LOOKS = {
    Severity.MUST_FIX: ("octagon-alert", "bad", "badfill", "bad"),
    Severity.WORTH_A_LOOK: ("triangle-alert", "warn", "warnfill", "hair"),
}
"""Icon, color, fill and edge of a finding. The color and the icon never stand without the word."""


class FindingCard(Card):
    """One finding. Up and Down go to other findings, Enter to its place in the draft."""

    focused = Signal(object)
    see_wanted = Signal(object)
    keep_wanted = Signal(object)
    neighbor_wanted = Signal(int)

    def __init__(self, look: Look, finding: Finding, where: str) -> None:
        icon, color, fill, edge = FINDING_LOOKS[finding.severity]
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
