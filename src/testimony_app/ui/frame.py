"""The frame of the window: bar, rail, page, panel and bar, arranged by how much room there is for the text."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from testimony_app.ui.accessibility import reading_order
from testimony_app.ui.look import Look
from testimony_app.ui.page import Page
from testimony_app.ui.widgets import top_bar
from testimony_app.ui.widgets.card import Plain
from testimony_app.ui.widgets.focus_ring import FocusRing
from testimony_app.ui.widgets.rail import WIDTH as RAIL_WIDTH
from testimony_app.ui.widgets.side_panel import SidePanel
from testimony_app.ui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from testimony_app.ui.widgets.bottom_bar import BottomBar

THREE_COLUMNS = 1180
TWO_COLUMNS = 900
"""Effective widths (window width divided by the text size) from which panel and rail have room."""

PANEL_WIDTH = 312
_BOTTOM_HEIGHT, _LOW_BOTTOM_HEIGHT = 80, 62


class Frame(Plain):
    """Holds one page at a time, with its rail and panel.

    From 1180 of effective width there are three columns. Below, the panel opens over the page by a button in the
    heading; below 900 the rail gives way to a button in the top bar.
    """

    arranged = Signal()
    back_wanted = Signal()
    next_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "bg")
        self._look = look
        self.top = TopBar(look)
        self.panel = SidePanel(look)
        self.panel.hide_wanted.connect(self._on_hide_wanted)
        self._rails = QStackedWidget()
        self._rails.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._pages = QStackedWidget()
        self._page: Page | None = None
        self._bottom: BottomBar | None = None
        self._below_top: list[QWidget] = []
        self._above_bottom: list[QWidget] = []
        self._is_panel_shown = True
        self._is_put_away = False
        self._is_over = False
        self._is_alone = False
        self._middle = QHBoxLayout()
        self._middle.setSpacing(0)
        self._middle.addWidget(self._rails)
        self._middle.addWidget(self._pages, 1)
        self._middle.addWidget(self.panel)
        self._whole = whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.top)
        whole.addLayout(self._middle, 1)
        self._ring = FocusRing(look, self)
        look.changed.connect(self._arrange)
        self._arrange()

    @property
    def effective_width(self) -> float:
        """The width there is for text of the usual size."""
        return self.width() / self._look.scale

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        return self._page

    @property
    def has_rail(self) -> bool:
        """Whether there is room for the rail."""
        return self.effective_width >= TWO_COLUMNS

    @property
    def bottom(self) -> "BottomBar":
        """The bar at the bottom. It is made when it is first asked for, and hidden until it is shown."""
        if self._bottom is None:
            from testimony_app.ui.widgets.bottom_bar import BottomBar  # noqa: PLC0415  (Home has none)

            self._bottom = BottomBar(self._look)
            self._bottom.hide()
            self._bottom.back_wanted.connect(self.back_wanted)
            self._bottom.next_wanted.connect(self.next_wanted)
            self._arrange_bottom()
            self._whole.addWidget(self._bottom)
        return self._bottom

    def hide_bottom(self) -> None:
        """Show no bar at the bottom."""
        if self._bottom is not None:
            self._bottom.hide()

    def add_above_bottom(self, widget: QWidget) -> None:
        """Put something between the page and the bottom bar, where it cannot be overlooked."""
        self._whole.insertWidget(self._whole.indexOf(self.bottom), widget)
        self._above_bottom.append(widget)

    def add_below_top(self, widget: QWidget) -> None:
        """Put something under the top bar, on every page."""
        self._whole.insertWidget(self._whole.indexOf(self.top) + 1, widget)
        self._below_top.append(widget)

    def show_rail(self, rail: QWidget) -> None:
        """Show a rail."""
        if self._rails.indexOf(rail) < 0:
            self._rails.addWidget(rail)
        self._rails.setCurrentWidget(rail)

    def show_page(self, page: Page) -> None:
        """Show a page and its panel, and give it the focus."""
        if self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)
            page.heading.panel_wanted.connect(self._on_panel_wanted)
        self._page = page
        self._is_over = False
        self._pages.setCurrentWidget(page)
        if page.panel is not None:
            self.panel.show_content(page.panel)
        self._arrange()
        page.focus_first()

    def show_alone(self, page: Page) -> None:
        """Show a page without anything around it that leads elsewhere, until `show_around`."""
        self._is_alone = True
        self.top.hide()
        self.hide_bottom()
        for widget in self._above_bottom:
            widget.hide()
        self.show_page(page)

    def show_around(self) -> None:
        """Show what leads elsewhere again, with the next page."""
        self._is_alone = False
        self.top.show()
        self._arrange()

    def regions(self) -> list[QWidget]:
        """Return the parts of the frame that are shown, in reading order, as F6 goes through them."""
        parts = [self.top, *self._below_top, self._rails, self._pages, self.panel, *self._above_bottom]
        if self._bottom is not None:
            parts.append(self._bottom)
        return [part for part in parts if part.isVisible()]

    @Slot(int)
    def go_region(self, steps: int) -> None:
        """Give the focus to the next part, with 1, or the one before, with -1."""
        regions = self.regions()
        focus = QApplication.focusWidget()
        here = next((place for place, part in enumerate(regions) if focus and part.isAncestorOf(focus)), 0)
        for distance in range(1, len(regions) + 1):
            first = next(reading_order(regions[(here + steps * distance) % len(regions)]), None)
            if first is not None:
                first.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._is_over:
            self._on_hide_wanted()
            return
        super().keyPressEvent(event)

    @Slot()
    def _arrange(self) -> None:
        px = self._look.px
        has_rail = self.has_rail
        self.top.setFixedHeight(px(top_bar.HEIGHT if has_rail else 46))
        self.top.show_compact(compact=not has_rail)
        self._arrange_bottom()
        self._rails.setVisible(has_rail and not self._is_alone)
        self._rails.setFixedWidth(px(RAIL_WIDTH))
        self._arrange_panel()
        self.arranged.emit()

    @property
    def _bottom_height(self) -> int:
        return self._look.px(_BOTTOM_HEIGHT if self.has_rail else _LOW_BOTTOM_HEIGHT)

    def _arrange_bottom(self) -> None:
        if self._bottom is not None:
            self._bottom.setFixedHeight(self._bottom_height)
            self._bottom.show_compact(compact=not self.has_rail)

    def _arrange_panel(self) -> None:
        page = self._page
        content = page.panel if page is not None else None
        if page is None:
            return
        page.show_compact(compact=not self.has_rail)
        if content is None:
            self._show_panel(shown=False)
            return
        beside = self.effective_width >= THREE_COLUMNS and not self._is_put_away
        if beside:
            self._is_over = False
            if self._middle.indexOf(self.panel) < 0:
                self._middle.addWidget(self.panel)
            self.panel.setFixedWidth(self._look.px(PANEL_WIDTH))
        elif self._middle.indexOf(self.panel) >= 0:
            self._middle.removeWidget(self.panel)
        page.heading.offer_panel("" if beside else content.title, content.icon)
        page.heading.show_overline(shown=self.has_rail)
        self._show_panel(shown=beside or self._is_over)
        if self._is_over:
            self._place_over()

    def _show_panel(self, *, shown: bool) -> None:
        """Show or hide the panel. A widget that is shown before its window would be laid out twice."""
        if shown is not self._is_panel_shown:
            self._is_panel_shown = shown
            self.panel.setVisible(shown)

    def _place_over(self) -> None:
        width = min(self._look.px(PANEL_WIDTH + 60), self.width())
        top = self.top.height()
        left = 0 if self.isRightToLeft() else self.width() - width
        self.panel.setMinimumWidth(0)
        self.panel.setMaximumWidth(16_777_215)
        self.panel.setGeometry(left, top, width, self.height() - top - self._bottom_height)
        self.panel.raise_()
        self._ring.raise_()

    @Slot()
    def _on_panel_wanted(self) -> None:
        self._is_put_away = False
        if self.effective_width < THREE_COLUMNS:
            self._is_over = True
        self._arrange_panel()
        self.panel.take_focus()

    @Slot()
    def _on_hide_wanted(self) -> None:
        if self._is_over:
            self._is_over = False
        else:
            self._is_put_away = True
        self._arrange_panel()
        if self._page is not None:
            self._page.heading.focus_panel_button()
