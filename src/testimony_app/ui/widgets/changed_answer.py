"""A section that was edited, and whose suggestion has changed since: the kept text and the new one side by side."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from testimony_app.domain.tokens import TokenKind, tokenize
from testimony_app.ui.look import Look
from testimony_app.ui.tokens import BODY, SMALL, SMALL_STRONG
from testimony_app.ui.widgets.button import Button
from testimony_app.ui.widgets.card import Card
from testimony_app.ui.widgets.note import Note
from testimony_app.ui.widgets.stacks import Column, Row
from testimony_app.ui.widgets.text import Part, Text

_BOLD = 700


class ChangedAnswer(QWidget):
    """Offers the new suggestion beside the kept text. Nothing is taken over unless the person says so."""

    keep_wanted = Signal()
    use_wanted = Signal()

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        why = self.tr("An answer has changed. You had edited this section, so we left your text as it is.")
        self._note = Note(look, "info", why, color="softink", fill="soft", role=SMALL)
        self._new = Text(look, "", BODY)
        keep = Button(look, self.tr("Keep mine"))
        keep.setAccessibleName(self.tr("Keep mine: {name}").replace("{name}", name))
        keep.clicked.connect(self.keep_wanted)
        use = Button(look, self.tr("Use the new one"))
        use.setAccessibleName(self.tr("Use the new one: {name}").replace("{name}", name))
        use.clicked.connect(self.use_wanted)
        self._named = Text(look, "", SMALL_STRONG)
        box = Card(look, "surface", "sugg", edge_width=2, dashed=True)
        box.setLayout(
            Column(
                look,
                Text(look, self.tr("New suggestion"), SMALL_STRONG),
                self._new,
                self._named,
                Text(look, self.tr("Not in your testimony. Undo brings yours back."), SMALL, "ink2"),
                Row(look, keep, use, None),
                gap=6,
                margins=(14, 12, 14, 12),
            )
        )
        self.setLayout(Column(look, self._note, box, gap=8))

    def show_suggestion(self, new: str, base: str) -> None:
        """Show the new suggestion; words that were not in the one before are bold and named."""
        old = {token.text for token in tokenize(base) if token.kind is TokenKind.WORD}
        parts = [
            Part(token.text)
            if token.text in old or token.kind is not TokenKind.WORD
            else Part(token.text, _BOLD, underline="voice")
            for token in tokenize(new)
        ]
        self._new.say(*parts)
        changed = [part.text for part in parts if part.weight]
        self._named.say(self.tr("Changed: {words}").replace("{words}", ", ".join(changed)))
        self._named.setVisible(bool(changed))
