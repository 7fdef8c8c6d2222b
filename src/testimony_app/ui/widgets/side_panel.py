"""The panel at the side of a page: a title, and under it what helps right now."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from testimony_app.ui.look import Look
from testimony_app.ui.tokens import H3
from testimony_app.ui.widgets.button import Button, ButtonKind
from testimony_app.ui.widgets.card import Plain
from testimony_app.ui.widgets.picture import Icon
from testimony_app.ui.widgets.scroll import Scroll
from testimony_app.ui.widgets.stacks import Row
from testimony_app.ui.widgets.text import Text


class PanelContent(QWidget):
    """What a page shows in the panel. `title` and `icon` also name the button that opens it where it is hidden."""

    def __init__(self, title: str, icon: str) -> None:
        super().__init__()
        self.title = title
        self.icon = icon


class SidePanel(Plain):
    """Holds one content at a time. `hide_wanted` says that the person put it away."""

    hide_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "surface", Qt.Edge.LeftEdge)
        self._icon = Icon(look, "info", "ink2")
        self._title = Text(look, "", H3)
        self._hide = hide = Button(look, "", ButtonKind.BAR, icon_name="panel-right-close")
        hide.setAccessibleName(self.tr("Hide this panel"))
        hide.setToolTip(self.tr("Hide this panel"))
        hide.clicked.connect(self.hide_wanted)
        head = Plain(look, "surface", Qt.Edge.BottomEdge)
        row = Row(look, self._icon, self._title, None, hide, gap=8, margins=(20, 8, 12, 8))
        row.setAlignment(self._title, Qt.AlignmentFlag.AlignVCenter)
        head.setLayout(row)
        self._holder = QWidget()
        self._inside = QVBoxLayout(self._holder)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._scroll = Scroll(look, self._holder)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(2, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(head)
        whole.addWidget(self._scroll, 1)

    def take_focus(self) -> None:
        """Give the focus to the panel's first control."""
        self._hide.setFocus()

    def show_content(self, content: PanelContent) -> None:
        """Show a content; the one before is kept by its page."""
        while (item := self._inside.takeAt(0)) is not None:
            if before := item.widget():
                before.hide()
        self._icon.show_icon(content.icon, "ink2")
        self._title.say(content.title)
        is_new = content.parentWidget() is None
        self._inside.addWidget(content)
        if not is_new:
            content.show()
        self._inside.addStretch(1)
        self._scroll.verticalScrollBar().setValue(0)
