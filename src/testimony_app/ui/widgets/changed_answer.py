"""A section that was edited, and whose suggestion has changed since: the kept text and the new one side by side."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from testimony_app.domain.originality import new_words
from testimony_app.domain.testimony import Passage
from testimony_app.ui.look import Look
from testimony_app.ui.tokens import LABEL, SMALL, SMALL_STRONG
from testimony_app.ui.widgets.button import Button, ButtonKind
from testimony_app.ui.widgets.card import Card
from testimony_app.ui.widgets.flow import Flow
from testimony_app.ui.widgets.picture import Icon
from testimony_app.ui.widgets.stacks import Column, Margins, Row
from testimony_app.ui.widgets.text import Text, with_strong
from testimony_app.ui.widgets.voices import VoiceText

_NARROWEST = 286
_INSIDE: Margins = (14, 12, 14, 14)
_NONE: Margins = (0, 0, 0, 0)


class _Kept(Card):
    """Holds the text that stands in the testimony. It has an edge only while there is another beside it."""

    def __init__(self, look: Look, editor: QWidget, keep: Button) -> None:
        super().__init__(look, "surface", "border", edge_width=2)
        self._title = _title(look, "pen-line", "voice", self.tr("Your text, kept"))
        self._now = Text(look, self.tr("In your testimony now."), SMALL, "ink2")
        self._keep = keep
        self._column = Column(look, self._title, editor, gap=6)
        self._column.addStretch(1)
        self._column.addWidget(self._now)
        self._column.addWidget(keep)
        self.setLayout(self._column)
        self._is_beside = True
        self.show_beside(beside=False)

    def show_beside(self, *, beside: bool) -> None:
        """Show that there is another text beside this one, or nothing but the text."""
        if beside is self._is_beside:
            return
        self._is_beside = beside
        self._column.set_margins(_INSIDE if beside else _NONE)
        for each in (self._title, self._now, self._keep):
            each.setVisible(beside)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._is_beside:
            super().paintEvent(event)


class ChangedAnswer(QWidget):
    """Holds a section's editor, and offers a new suggestion beside it.

    Nothing is taken over unless the person says so.
    """

    keep_wanted = Signal()
    use_wanted = Signal()

    def __init__(self, look: Look, name: str, editor: QWidget) -> None:
        super().__init__()
        self._why = Text(look, "", SMALL, "softink")
        info = Icon(look, "info", "softink", 22)
        row = Row(look, info, gap=10)
        row.addWidget(self._why, 1)
        row.setAlignment(info, Qt.AlignmentFlag.AlignTop)
        self._note = QWidget()
        self._note.setLayout(row)
        self.keep = Button(look, self.tr("Keep mine"), ButtonKind.PRIMARY, icon_name="check")
        self.keep.setAccessibleName(self.tr("Keep mine: {name}").replace("{name}", name))
        self.keep.clicked.connect(self.keep_wanted)
        use = Button(look, self.tr("Use the new one"), icon_name="refresh-cw")
        use.setAccessibleName(self.tr("Use the new one: {name}").replace("{name}", name))
        use.clicked.connect(self.use_wanted)
        for button in (self.keep, use):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._mine = _Kept(look, editor, self.keep)
        self._text = VoiceText(look)
        self._named = Text(look, "", SMALL_STRONG)
        self._new = Card(look, "surface", "sugg", edge_width=2, dashed=True)
        column = Column(
            look,
            _title(look, "file-text", "sugg", self.tr("New suggestion")),
            self._text,
            self._named,
            None,
            Text(look, self.tr("Not in your testimony. Undo brings yours back."), SMALL, "ink2"),
            use,
            gap=6,
            margins=_INSIDE,
        )
        self._new.setLayout(column)
        self._note.hide()
        self._new.hide()
        self._look = look
        look.changed.connect(self._on_look_changed)
        self.setLayout(Column(look, self._note, Flow(look, self._mine, self._new, gap=12, equal=True), gap=10))

    @property
    def is_offered(self) -> bool:
        """Whether a new suggestion is offered."""
        return not self._new.isHidden()

    def show_suggestion(self, new: Sequence[Passage], base: str, answers: Sequence[str]) -> None:
        """Show a new suggestion; words that were not in `base` are bold and named. `answers` are what was changed."""
        text = "".join(passage.text for passage in new)
        changed = new_words(base, text)
        self._text.show_passages(new, changed)
        words = ", ".join(text[start:end] for start, end in changed)
        self._named.say(self.tr("Changed: {words}").replace("{words}", words))
        self._named.setVisible(bool(words))
        if answers:
            pattern = self.tr(
                "You changed *{answers}*. You had edited this section, so we left your text as it is. "
                "Here is the new suggestion beside it."
            )
        else:
            pattern = self.tr(
                "An answer has changed. You had edited this section, so we left your text as it is. "
                "Here is the new suggestion beside it."
            )
        self._why.say(*with_strong(pattern, answers=", ".join(answers)))
        self.keep.setAccessibleDescription(self._why.text())
        self._show(offered=True)

    def show_nothing(self) -> None:
        """Offer nothing: show the editor alone."""
        self._show(offered=False)

    def _show(self, *, offered: bool) -> None:
        self._note.setVisible(offered)
        self._mine.show_beside(beside=offered)
        self._new.setVisible(offered)
        self._on_look_changed()

    @Slot()
    def _on_look_changed(self) -> None:
        """Let the two stand side by side only where each is wide enough to be read."""
        width = self._look.px(_NARROWEST) if self.is_offered else 0
        self._mine.setMinimumWidth(width)
        self._new.setMinimumWidth(width)


def _title(look: Look, icon: str, color: str, words: str) -> QWidget:
    title = QWidget()
    row = Row(look, Icon(look, icon, color, 20), gap=8)
    row.addWidget(Text(look, words, LABEL), 1)
    title.setLayout(row)
    return title
