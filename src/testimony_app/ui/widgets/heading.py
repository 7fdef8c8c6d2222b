"""The head of a page: which step it is, its title, and what can be done with the whole of it."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from testimony_app.ui.look import Look
from testimony_app.ui.tokens import BODY, H1, OVERLINE
from testimony_app.ui.widgets.button import Button
from testimony_app.ui.widgets.flow import Flow
from testimony_app.ui.widgets.stacks import Column
from testimony_app.ui.widgets.text import Part, Text


class Heading(QWidget):
    """A title that can take the focus, so that a screen reader begins with it.

    `panel_wanted` says that the person pressed the button that stands for the side panel where there is no room for it.
    """

    panel_wanted = Signal()

    def __init__(self, look: Look, title: str, overline: str = "", intro: str = "") -> None:
        super().__init__()
        self._look = look
        self._overline = Text(look, overline, OVERLINE, "primary", wraps=False)
        if not overline:
            self._overline.hide()
        self.title = Text(look, title, H1)
        self.title.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._intro = Text(look, intro, BODY, "ink2")
        if not intro:
            self._intro.hide()
        self._panel_button = Button(look, "", icon_name="panel-right-open")
        self._panel_button.clicked.connect(self.panel_wanted)
        self._panel_button.hide()
        titles = QWidget()
        titles.setLayout(Column(look, self._overline, self.title, gap=7))
        titles.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._row = Flow(look, titles, gap=8)
        self._row.addWidget(self._panel_button)
        self.setLayout(Column(look, self._row, self._intro, gap=6))

    def set_title(self, title: str) -> None:
        """Show another title."""
        self.title.say(title)

    def set_intro(self, intro: str) -> None:
        """Show another line under the title, or none."""
        self._intro.say(intro)
        self._intro.setVisible(bool(intro))

    def set_intro_parts(self, parts: Sequence[str | Part]) -> None:
        """Show a line under the title that has stronger parts."""
        self._intro.say(*parts)
        self._intro.show()

    def add_actions(self, buttons: Sequence[Button]) -> None:
        """Put buttons beside the title."""
        self._row.removeWidget(self._panel_button)
        for button in (*buttons, self._panel_button):
            self._row.addWidget(button)

    def offer_panel(self, title: str, icon: str) -> None:
        """Show the button that opens the side panel, or with an empty title hide it."""
        self._panel_button.setText(title)
        self._panel_button.set_icon_name(icon)
        self._panel_button.updateGeometry()
        self._panel_button.setVisible(bool(title))

    def focus_panel_button(self) -> None:
        """Give the focus to the button that opens the panel."""
        self._panel_button.setFocus()

    def show_overline(self, *, shown: bool) -> None:
        """Show or hide the line above the title: where the top bar names the step it would say it twice."""
        self._overline.setVisible(shown and bool(self._overline.text()))


def step_overline(number: int, of: int) -> str:
    """Return "Step 4 of 6"."""
    pattern = QCoreApplication.translate("Heading", "Step {number} of {of}")
    return pattern.replace("{number}", str(number)).replace("{of}", str(of))
