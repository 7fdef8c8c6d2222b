"""The bar at the top: whose program this is, which testimony is open, and what can be changed on every page."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from testimony_app.ui.look import Look
from testimony_app.ui.tokens import H2, SMALL_STRONG
from testimony_app.ui.widgets.button import Button, ButtonKind
from testimony_app.ui.widgets.card import Plain
from testimony_app.ui.widgets.stacks import Row
from testimony_app.ui.widgets.text import Text

HEIGHT = 64
_MARGINS, _COMPACT_MARGINS = (18, 6, 16, 6), (10, 6, 10, 6)


class Logo(QWidget):
    """The mark of the program: a speech bubble with lines of writing. It is decoration."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._on_look_changed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._look.px(34), self._look.px(34))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        unit = self._look.px(34) / 34
        painter.scale(unit, unit)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color("primary"))
        painter.drawRoundedRect(QRectF(1, 1, 32, 25), 7, 7)
        painter.drawPolygon((QPointF(8, 22), QPointF(8, 33), QPointF(18, 24)))
        for top, width, color in ((7, 20, "onprimary"), (12.5, 20, "onprimary"), (18, 10, "mark")):
            painter.setBrush(self._look.color(color))
            painter.drawRoundedRect(QRectF(7, top, width, 3), 1.5, 1.5)

    @Slot()
    def _on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()


class TopBar(Plain):
    """Shows the open testimony's title; its wishes are to change text and colors, the language, or to get help.

    Where there is no room (`compact`) the step button stands in the place of the name, and one menu for the rest.
    """

    looks_wanted = Signal()
    language_wanted = Signal()
    help_wanted = Signal()
    steps_wanted = Signal()
    menu_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "surface", Qt.Edge.BottomEdge)
        self._look = look
        self._logo = Logo(look)
        self._name = Text(look, self.tr("Testimony"), H2, wraps=False)
        self._title = Text(look, "", SMALL_STRONG, wraps=False)
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.steps = Button(look, "", icon_name="chevron-down", icon_after=True)
        self.steps.clicked.connect(self.steps_wanted)
        self.looks = Button(look, self.tr("Text and colors"), ButtonKind.BAR, icon_name="a-large-small")
        self.looks.clicked.connect(self.looks_wanted)
        self.language = Button(look, self.tr("English"), ButtonKind.BAR, icon_name="languages")
        self.language.setAccessibleName(self.tr("Language: English"))
        self.language.clicked.connect(self.language_wanted)
        self.help = Button(look, self.tr("Help"), ButtonKind.BAR, icon_name="circle-question-mark")
        self.help.clicked.connect(self.help_wanted)
        self.menu = Button(look, self.tr("Menu"), icon_name="menu")
        self.menu.clicked.connect(self.menu_wanted)
        self._line = Plain(look, "hair")
        row = Row(
            look, self._logo, self._name, self._line, self.steps, self._title, self.looks, self.language, self.help,
            self.menu, gap=8, margins=_MARGINS,
        )  # fmt: skip
        self._row = row
        row.insertStretch(row.indexOf(self._title))
        row.setStretch(row.indexOf(self._title), 1)
        self.setLayout(row)
        self._is_compact = False
        self._arrange()

    def show_title(self, title: str) -> None:
        """Show the title of the open testimony, or nothing."""
        self._title.say(title)
        self._arrange()

    def show_step(self, words: str) -> None:
        """Say on the step button which step is shown; without words there is no such button."""
        self.steps.setText(words)
        self.steps.updateGeometry()
        self._arrange()

    def show_compact(self, *, compact: bool) -> None:
        """Take the little room there is, or the whole."""
        self._is_compact = compact
        self._row.set_margins(_COMPACT_MARGINS if compact else _MARGINS)
        self._arrange()

    def _arrange(self) -> None:
        for widget in (self.looks, self.help):
            widget.setVisible(not self._is_compact)
        self.menu.setVisible(self._is_compact)
        has_steps = self._is_compact and bool(self.steps.text())
        self.steps.setVisible(has_steps)
        for part in (self._logo, self._name, self._title):
            part.setVisible(not has_steps)
        self._line.setFixedSize(1, self._look.px(28))
        self._line.setVisible(not has_steps and bool(self._title.text()))
