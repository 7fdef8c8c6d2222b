"""What became of the last things that somebody did on a page."""

from PySide6.QtWidgets import QWidget

from testimony_app.ui.accessibility import announce
from testimony_app.ui.look import Look
from testimony_app.ui.widgets.in_view import bring_news_into_view
from testimony_app.ui.widgets.stacks import Column, discard, empty

_MOST = 3
"""So many can be read at a glance."""


class ToldList(QWidget):
    """Things told one below the other, the newest first, where it is seen. Screen readers say it at once."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._column = Column(look, gap=6)
        self.setLayout(self._column)
        self.hide()

    @property
    def told(self) -> tuple[QWidget, ...]:
        """What is told now, the newest first."""
        items = (self._column.itemAt(place) for place in range(self._column.count()))
        return tuple(widget for item in items if item is not None and (widget := item.widget()) is not None)

    @property
    def leaving(self) -> QWidget | None:
        """What has to go when one more is told. It may be told again, as another thing."""
        told = self.told
        return told[-1] if len(told) >= _MOST else None

    def clear(self) -> None:
        """Tell nothing any more."""
        empty(self._column)
        self.hide()

    def tell(self, widget: QWidget, words: str) -> None:
        """Tell one more thing. `words` are what is said of it."""
        leaving = self.leaving
        if leaving is not None:
            self._column.removeWidget(leaving)
            if leaving is not widget:
                discard(leaving)
        self._column.insertWidget(0, widget)
        widget.lower()  # a screen reader finds it before the others
        self.show()
        announce(self, words)
        bring_news_into_view(widget)
