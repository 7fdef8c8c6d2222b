"""A row of answers of which one is chosen: radio buttons, painted as boxes."""

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QRadioButton, QSizePolicy
from typing_extensions import override

from testimony_app.ui.look import Look
from testimony_app.ui.tokens import LABEL
from testimony_app.ui.widgets.rounded import fill_rounded

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class AnswerGroup(QButtonGroup):
    """Answers of which one is chosen. Tab goes to the chosen one, the arrow keys to the others.

    `chosen` gives the number of the answer that the person chose. Assistive technology chooses without a click, so
    that no click is asked for.
    """

    chosen = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._shows = False
        self.buttonToggled.connect(self._on_toggled)

    def show_answer(self, number: int) -> None:
        """Show which answer stands. That is no choice of the person's."""
        button = self.button(number)
        if button is not None:
            self._shows = True
            button.setChecked(True)
            self._shows = False

    @Slot(QAbstractButton, bool)
    def _on_toggled(self, answer: QAbstractButton, checked: bool) -> None:  # noqa: FBT001  (a signal's value)
        if not checked:
            return
        for button in self.buttons():
            focus = Qt.FocusPolicy.StrongFocus if button is answer else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(focus)
        if not self._shows:
            self.chosen.emit(self.id(answer))


class SegmentButton(QRadioButton):
    """One answer. Arrow keys go round the answers of its group in their order, wherever they stand; Tab leaves it."""

    def __init__(self, look: Look, text: str) -> None:
        super().__init__(text)
        self._look = look
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._on_look_changed)

    @override
    def sizeHint(self) -> QSize:
        width = QFontMetrics(self._look.font(LABEL)).horizontalAdvance(self.text())
        return QSize(width + self._look.px(58), self._look.px(48))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def hitButton(self, pos: object) -> bool:
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        group = self.group()
        if step is None or group is None:
            super().keyPressEvent(event)
            return
        if self.isRightToLeft() and event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            step = -step
        answers = [each for each in group.buttons() if not each.isHidden()]
        other = answers[(answers.index(self) + step) % len(answers)]
        other.setFocus(Qt.FocusReason.TabFocusReason)
        other.click()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        px = self._look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        fill, edge = (
            self._look.color("soft" if chosen else "surface"),
            self._look.color("primary" if chosen else "border"),
        )
        fill_rounded(painter, QRectF(self.rect()), px(10), fill, edge, px(2))
        painter.setPen(QPen(edge, px(2)))
        middle = QPointF(self.width() - px(23) if self.isRightToLeft() else px(23), self.height() / 2)
        painter.setBrush(self._look.color("surface"))
        painter.drawEllipse(middle, px(10), px(10))
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.color("primary"))
            painter.drawEllipse(middle, px(5), px(5))
        painter.setPen(self._look.color("softink" if chosen and self._look.tokens.outlined else "ink"))
        painter.setFont(self._look.font(LABEL))
        words = self.rect().adjusted(px(8), 0, -px(42), 0)
        side = Qt.AlignmentFlag.AlignRight
        if not self.isRightToLeft():
            words, side = self.rect().adjusted(px(42), 0, -px(8), 0), Qt.AlignmentFlag.AlignLeft
        painter.drawText(words, int(side | Qt.AlignmentFlag.AlignVCenter), self.text())

    @Slot()
    def _on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()
