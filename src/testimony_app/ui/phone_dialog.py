"""Taking a text along on a phone: codes to be scanned one after another. Nothing is uploaded."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget
from typing_extensions import override

from testimony_app.documents.phone_codes import PhoneCode
from testimony_app.ui.accessibility import announce
from testimony_app.ui.look import Look
from testimony_app.ui.tokens import BODY, H1, LABEL, SMALL
from testimony_app.ui.widgets.button import Button, ButtonKind
from testimony_app.ui.widgets.code_picture import CodePicture
from testimony_app.ui.widgets.flow import Flow
from testimony_app.ui.widgets.focus_ring import FocusRing
from testimony_app.ui.widgets.note import Note
from testimony_app.ui.widgets.number_disc import NumberDisc
from testimony_app.ui.widgets.scroll import Scroll
from testimony_app.ui.widgets.stacks import Column, Row
from testimony_app.ui.widgets.text import Text

_MARGIN = 28
"""Pixels around things, at every text size: the code needs the room."""


class PhoneDialog(QDialog):
    """Shows the codes of a text, over the window it belongs to."""

    def __init__(self, look: Look, codes: Sequence[PhoneCode], parent: QWidget) -> None:
        super().__init__(parent.window())
        self._over = parent.window()
        self._look = look
        self._codes = codes
        self._shown = 0
        self.setWindowTitle(self.tr("Take it on your phone"))
        self.setAccessibleName(self.windowTitle())
        self._picture = CodePicture()
        self._number = Text(look, "", LABEL, wraps=False)
        self._which = Text(look, "", BODY, "ink2")
        self._next = Button(look, self.tr("Next code"), ButtonKind.PRIMARY, icon_name="arrow-right", height=50)
        self._next.clicked.connect(lambda: self._show(self._shown + 1))
        self._before = Button(look, self.tr("Code before"), icon_name="arrow-left", height=50)
        self._before.clicked.connect(lambda: self._show(self._shown - 1))
        self._bigger = Button(look, "", icon_name="phone", height=50)
        self._bigger.clicked.connect(self._on_bigger)
        close = Button(look, self.tr("Close"), height=50)
        close.clicked.connect(self.accept)
        self._words = self._told(look)
        inside = QWidget()
        column = Column(look, self._words, gap=14, margins=(6, 0, 6, 6))
        column.setStretch(0, 1)
        column.addLayout(Flow(look, self._next, self._before, self._bigger, close, gap=10))
        inside.setLayout(column)
        row = QHBoxLayout(self)
        row.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        row.setSpacing(_MARGIN)
        left = Column(look, self._number, self._picture, gap=6)
        left.setStretch(1, 1)
        row.addLayout(left, 1)
        self._scroll = Scroll(look, inside)
        row.addWidget(self._scroll, 1)
        self.resize(self._over.size() * 0.9)
        self._ring = FocusRing(look, self)
        self._close = close
        self._say_size()
        self._show(0)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self._bring_focus_into_sight)

    @Slot()
    def _bring_focus_into_sight(self) -> None:
        focus = self.focusWidget()
        if focus is not None:
            self._scroll.ensureWidgetVisible(focus)

    def _told(self, look: Look) -> QWidget:
        inside = QWidget()
        column = Column(look, Text(look, self.tr("Take it on your phone"), H1), self._which, gap=12)
        for number, words in enumerate(
            (
                self.tr("Open your phone's camera."),
                self.tr("Point it at the square, about a hand away."),
                self.tr("Tap the link. It opens as an email draft. Nothing is sent by this."),
            ),
            1,
        ):
            disc = NumberDisc(look, number, filled=False)
            step = Row(look, disc, gap=12)
            step.addWidget(Text(look, words, BODY, "ink"), 1)
            step.setAlignment(disc, Qt.AlignmentFlag.AlignTop)
            column.addLayout(step)
        warning = self.tr(
            "Your phone's mail app may save the draft online. Anyone who can see this screen can scan it too."
        )
        column.addStretch(1)
        column.addWidget(Note(look, "eye", warning, color="warn", fill="warnfill", edge="warn", role=SMALL))
        inside.setLayout(column)
        return inside

    def _show(self, number: int) -> None:
        self._shown = number
        code = self._codes[number]
        number_words = self.tr("Code {number} of {count}").replace("{number}", str(code.number))
        self._number.say(number_words.replace("{count}", str(code.of)))
        self._number.setVisible(code.of > 1)
        self._which.say(
            self.tr("Your text is inside this square. We upload nothing.")
            if code.of == 1
            else self.tr("Your text is inside these squares. We upload nothing.")
        )
        name = self.tr("Code {number} of {count}, to be scanned with a phone")
        name = name.replace("{number}", str(code.number)).replace("{count}", str(code.of))
        self._picture.show_code(code, name)
        is_last = number == len(self._codes) - 1
        self._next.setVisible(not is_last)
        self._before.setVisible(number > 0)
        (self._close if is_last else self._next).setFocus()
        if self.isVisible():
            announce(self, name)
            QTimer.singleShot(0, self._bring_focus_into_sight)

    @Slot()
    def _on_bigger(self) -> None:
        """Give the code all the room, or give the words theirs back."""
        self._words.setVisible(self._words.isHidden())
        if self._words.isHidden():
            self.resize(self._over.size())
            self.move(self._over.mapToGlobal(self._over.rect().topLeft()))
        self._say_size()

    def _say_size(self) -> None:
        words = self.tr("Show the words again") if self._words.isHidden() else self.tr("Make it bigger")
        self._bigger.setText(words)
