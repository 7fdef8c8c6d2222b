"""The bar at the bottom: back, whether it is saved, how long it takes to say, and on."""

from enum import Enum

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from testimony_app.ui.dates import clock
from testimony_app.ui.look import Look
from testimony_app.ui.tokens import SMALL
from testimony_app.ui.widgets.button import Button, ButtonKind
from testimony_app.ui.widgets.card import Plain
from testimony_app.ui.widgets.meter import Meter
from testimony_app.ui.widgets.picture import Icon
from testimony_app.ui.widgets.stacks import Column, Row
from testimony_app.ui.widgets.text import Text, with_strong


class SaveLook(Enum):
    """How the state of saving is shown: an icon and a color."""

    SAVED = ("circle-check", "good", "ink2")
    SAVING = ("refresh-cw", "ink2", "ink2")
    SLOW = ("triangle-alert", "warn", "warn")
    FAILED = ("octagon-alert", "bad", "bad")
    EMPTIED = ("eraser", "warn", "warn")
    NOT_KEPT = ("eye-off", "warn", "warn")


class BottomBar(Plain):
    """Shows where Back and Next lead, the state of saving and the speaking time. All it does is report wishes."""

    back_wanted = Signal()
    next_wanted = Signal()
    save_details_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "surface", Qt.Edge.TopEdge)
        self._look = look
        self.back = Button(look, "", icon_name="arrow-left", height=50)
        self.back.clicked.connect(self.back_wanted)
        self.next = Button(look, "", ButtonKind.PRIMARY, icon_name="arrow-right", icon_after=True, height=50)
        self.next.clicked.connect(self.next_wanted)
        self._save_icon = Icon(look, "circle-check", "good")
        self._save_icon.hide()
        self._saved = Text(look, "", SMALL, "ink2", wraps=False)
        self.why = Button(look, self.tr("See why"), ButtonKind.QUIET)
        self.why.clicked.connect(self.save_details_wanted)
        self.why.hide()
        self._time_icon = Icon(look, "timer", "ink2", 18)
        self._time = Text(look, "", SMALL, wraps=False)
        self._meter = Meter(look)
        self._is_compact = False
        look.changed.connect(self._on_look_changed)
        self._meter_box = QWidget()
        times = Row(look, self._time_icon, self._time, None, gap=6)
        self._meter_box.setLayout(Column(look, times, self._meter, gap=2))
        row = Row(
            look, self.back, self._save_icon, self._saved, self.why, None, self._meter_box, self.next,
            gap=10, margins=(20, 8, 20, 8),
        )  # fmt: skip
        row.insertSpacing(1, look.px(8))
        self._row = row
        self.setLayout(row)

    def show_ways(self, back: str, forward: str, *, is_main: bool = True) -> None:
        """Name where Back and Next lead; without a name the button is not there.

        Next is the main button of the screen unless the page asks something first.
        """
        self.next.set_kind(ButtonKind.PRIMARY if is_main else ButtonKind.SECONDARY)
        for button, words in ((self.back, back), (self.next, forward)):
            if words != button.text():
                button.setText(words)
                button.updateGeometry()
            button.setVisible(bool(words))

    def show_saved(self, words: str, state: SaveLook | None) -> None:
        """Show the state of saving, or with None nothing: there is nothing to save yet."""
        self._save_icon.setVisible(state is not None)
        self._saved.setVisible(state is not None)
        self.why.setVisible(state in {SaveLook.FAILED, SaveLook.EMPTIED})
        if state is not None:
            icon, icon_color, color = state.value
            self._save_icon.show_icon(icon, icon_color)
            self._saved.set_color(color)
            self._saved.say(words)

    def show_time(self, seconds: tuple[float, ...], limit: int | None, *, approximate: bool) -> None:
        """Show the speaking time of each section and the limit, in seconds."""
        total = sum(seconds)
        over = limit is not None and round(total) > limit
        color = "warn" if over else "ink"
        self._time_icon.show_icon("triangle-alert" if over else "timer", "warn" if over else "ink2")
        self._time.set_color(color)
        pattern = self._pattern(is_limited=limit is not None, is_over=over, approximate=approximate)
        values = {"time": clock(total), "limit": clock(limit or 0), "over": str(round(total) - (limit or 0))}
        self._time.say(*with_strong(pattern, **values))
        self._meter.show_time(seconds, limit, self._time.text())

    def _pattern(self, *, is_limited: bool, is_over: bool, approximate: bool) -> str:
        """Return what is said of the speaking time. Where it is a guess that is always said."""
        if is_over and approximate:
            return self.tr("about *{time}* of {limit}: *about {over} seconds over*")
        if is_over:
            return self.tr("*{time}* of {limit}: *{over} seconds over*")
        if self._is_compact and approximate:
            return self.tr("about *{time}* of {limit}") if is_limited else self.tr("about *{time}*")
        if self._is_compact:
            return self.tr("*{time}* of {limit}") if is_limited else self.tr("*{time}*")
        if approximate:
            about = self.tr("Speaking time about *{time}*")
            return self.tr("Speaking time about *{time}* of {limit}") if is_limited else about
        return self.tr("Speaking time *{time}* of {limit}") if is_limited else self.tr("Speaking time *{time}*")

    def show_compact(self, *, compact: bool) -> None:
        """Take the little room there is, or the whole."""
        self._is_compact = compact
        self._row.set_margins((10 if compact else 20, 8, 10 if compact else 20, 8))
        px = self._look.px
        self._meter.setMinimumWidth(px(100 if compact else 300))
        self._meter.setMaximumWidth(px(200 if compact else 300))
        self._meter_box.setContentsMargins(0, 0, 0 if compact else px(12), 0)
        for button, width in ((self.back, 130), (self.next, 150)):
            button.set_least_height(44 if compact else 50)
            button.setMinimumWidth(0 if compact else px(width))

    def show_meter(self, *, shown: bool) -> None:
        """Show the speaking time or not: there is none on Home."""
        self._meter_box.setVisible(shown)

    @Slot()
    def _on_look_changed(self) -> None:
        self.show_compact(compact=self._is_compact)
