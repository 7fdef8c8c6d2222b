"""What has happened, one event after the other, each with its date and a dot."""

from PySide6.QtCore import QPointF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from testimony_app.ui.look import Look
from testimony_app.ui.tokens import CAUTION, SMALL, SMALL_STRONG
from testimony_app.ui.widgets.picture import Icon
from testimony_app.ui.widgets.stacks import Column, Row
from testimony_app.ui.widgets.text import Text


class _Dot(QWidget):
    def __init__(self, look: Look, *, filled: bool) -> None:
        super().__init__()
        self._look = look
        self._filled = filled
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._on_look_changed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._look.px(15), self._look.px(20))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.color("primary"), self._look.px(3)))
        painter.setBrush(self._look.color("primary" if self._filled else "surface"))
        painter.drawEllipse(QPointF(self.width() / 2, self.height() / 2), self._look.px(5), self._look.px(5))

    @Slot()
    def _on_look_changed(self) -> None:
        self.updateGeometry()


class TimelineEntry(QWidget):
    """One event: its date in bold, what happened, and a caution where there is one."""

    def __init__(self, look: Look, when: str, what: str, caution: str = "", *, is_last: bool = False) -> None:
        super().__init__()
        dot = _Dot(look, filled=is_last)
        words = Column(look, Text(look, when, SMALL_STRONG), Text(look, what, SMALL, "ink2"), gap=1)
        if caution:
            words.addLayout(caution_row(look, caution))
        row = Row(look, dot, gap=10)
        row.addLayout(words, 1)
        row.setAlignment(dot, Qt.AlignmentFlag.AlignTop)
        self.setLayout(row)


def caution_row(look: Look, caution: str) -> Row:
    """Return a caution as it stands under its fact: an icon and bold words in the color of a warning."""
    icon = Icon(look, "info", "warn", 18)
    row = Row(look, icon, gap=6)
    row.addWidget(Text(look, caution, CAUTION, "warn"), 1)
    row.setAlignment(icon, Qt.AlignmentFlag.AlignTop)
    return row
