"""The focus ring: one overlay that follows the focus, for keyboard and mouse alike."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid
from typing_extensions import override

from testimony_app.ui.look import Look
from testimony_app.ui.widgets.in_view import areas_around, bring_into_view
from testimony_app.ui.widgets.text import Text

_RING, _GAP = 3, 2
_OUTSIDE = _RING + _GAP
_MOVES = frozenset((QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide, QEvent.Type.Show))


class FocusRing(QWidget):
    """A ring 3 pixels wide, 2 pixels away from the widget that has the focus, above everything in its window."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look = look
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self._clip = QRect()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._follow)
        look.changed.connect(self._later.start)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)
        self.hide()

    @override
    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self._later.start()
        return False

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self._clip)
        half = _RING / 2
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.setPen(QPen(self._look.color("surface"), _GAP + 1))
        inner = box.adjusted(half + 1, half + 1, -half - 1, -half - 1)
        painter.drawRoundedRect(inner, self._look.px(11), self._look.px(11))
        painter.setPen(QPen(self._look.color("focus"), _RING))
        painter.drawRoundedRect(box, self._look.px(13), self._look.px(13))

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        is_ours = now is not None and now.window() is self.window()
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._target = now if is_ours else None
        self._watched = _line_of(now) if is_ours and now is not None else []
        for widget in self._watched:
            widget.installEventFilter(self)
        if now is not None and is_ours:
            bring_into_view(now)
        self._later.start()

    @Slot()
    def _follow(self) -> None:
        target = self._target
        if target is None or not isValid(target) or not target.isVisible() or target.property("focusRing") == "its own":
            self.hide()
            return
        window = self.window()
        around = target.written_part() if isinstance(target, Text) else target.rect()
        corner = target.mapTo(window, around.topLeft())
        place = QRect(corner, around.size()).adjusted(-_OUTSIDE, -_OUTSIDE, _OUTSIDE, _OUTSIDE)
        seen = _seen_part(target, place, window)
        self._clip = seen.translated(-place.topLeft())
        self.setGeometry(place)
        self.raise_()
        self.setVisible(not seen.isEmpty())
        self.update()


def _line_of(widget: QWidget) -> list[QWidget]:
    """Return a widget and everything that holds it: what moves any of them moves the ring."""
    line = [widget]
    while (parent := line[-1].parentWidget()) is not None:
        line.append(parent)
    return line


def _seen_part(target: QWidget, place: QRect, window: QWidget) -> QRect:
    seen = place.intersected(window.rect())
    for area in areas_around(target):
        port = area.viewport()
        seen = seen.intersected(QRect(port.mapTo(window, QPoint(0, 0)), port.size()))
    return seen
