"""Scrolling, so that what has the focus or has just been told is seen."""

from PySide6.QtCore import QPoint, QTimer, Slot
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from shiboken6 import isValid

_BESIDE, _ABOVE = 9, 17
"""Pixels around a widget that are seen with it: room for the focus ring."""

_LOOKS, _LOOK_MILLISECONDS = 8, 25
"""How often it is looked again where something stands: a fifth of a second in all."""


def areas_around(widget: QWidget) -> list[QScrollArea]:
    """Return the areas that scroll a widget, the inmost first."""
    areas: list[QScrollArea] = []
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            areas.append(parent)
        parent = parent.parentWidget()
    return areas


def bring_into_view(widget: QWidget) -> None:
    """Scroll as little as is needed for a widget to be seen."""
    for area in areas_around(widget):
        area.ensureWidgetVisible(widget, _BESIDE, _ABOVE)


def bring_news_into_view(news: QWidget) -> None:
    """Scroll to something that was told just now, and where there is room to what has the focus.

    A page takes several turns of the event loop to lay itself out, so it is looked at again while its place changes.
    What was told before is not looked after any longer.
    """
    area = next(iter(areas_around(news)), None)
    if area is None:
        return
    for before in area.findChildren(_Follower):
        before.end()
    _Follower(area, news).start()


class _Follower(QTimer):
    """Looks for a moment where something new stands, and scrolls whenever that is another place. Then it is gone."""

    def __init__(self, area: QScrollArea, news: QWidget) -> None:
        super().__init__(area, interval=_LOOK_MILLISECONDS)
        self._content = area.widget()
        self._news = news
        self._place: QPoint | None = None
        self._looks = 0
        self.timeout.connect(self._look)

    def end(self) -> None:
        """Look no more."""
        self.stop()
        self.deleteLater()

    @Slot()
    def _look(self) -> None:
        self._looks += 1
        if self._looks >= _LOOKS:
            self.end()
        content, news = self._content, self._news
        if content is None or not isValid(news) or not news.isVisible():
            return
        place = news.mapTo(content, QPoint(0, news.height()))
        if place != self._place:
            self._place = place
            focus = QApplication.focusWidget()
            if focus is not None and content.isAncestorOf(focus):
                bring_into_view(focus)
            bring_into_view(news)
