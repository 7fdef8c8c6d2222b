"""What has happened since the letter of a campaign, for the side panel of Home."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPaintEvent
from typing_extensions import override

from testimony_app.domain.campaign import Campaign, Event
from testimony_app.ui.dates import short_date
from testimony_app.ui.look import Look
from testimony_app.ui.tokens import SMALL, TINY
from testimony_app.ui.widgets.button import Button, ButtonKind
from testimony_app.ui.widgets.card import Card
from testimony_app.ui.widgets.picture import Icon
from testimony_app.ui.widgets.side_panel import PanelContent
from testimony_app.ui.widgets.stacks import Column, Row
from testimony_app.ui.widgets.text import Text
from testimony_app.ui.widgets.timeline import TimelineEntry

_EVENTS_AT_FIRST = 6
"""More than the panel of a new window has room for."""


class SincePanel(PanelContent):
    """What has happened since the letter of a campaign."""

    sources_wanted = Signal(str)

    def __init__(self, look: Look, campaign: Campaign) -> None:
        super().__init__(self.tr("Since the letter"), "history")
        self._look = look
        self._campaign = campaign
        self._column = Column(look, gap=12, margins=(20, 16, 8, 20))
        self._column.addWidget(Text(look, campaign.letter.about_date, SMALL, "ink2"))
        self._add_events(campaign.since[:_EVENTS_AT_FIRST])
        self.setLayout(self._column)
        self._is_whole = len(campaign.since) <= _EVENTS_AT_FIRST
        if self._is_whole:
            self._add_end()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_whole:
            self._is_whole = True
            QTimer.singleShot(0, self._add_rest)

    @Slot()
    def _add_rest(self) -> None:
        """Add what is farther down than the panel shows at first: the window need not wait for it."""
        self._add_events(self._campaign.since[_EVENTS_AT_FIRST:])
        self._add_end()

    def _add_events(self, events: Sequence[Event]) -> None:
        for event in events:
            when = short_date(event.date) if event.date != "unknown" else self.tr("Since then")
            is_last = event is self._campaign.since[-1]
            self._column.addWidget(TimelineEntry(self._look, when, event.text, event.caution, is_last=is_last))

    def _add_end(self) -> None:
        look, column = self._look, self._column
        note = Card(look, "soft", "")
        icon = Icon(look, "info", "softink")
        ours = Text(look, self.tr("The newer requests are ours, not the letter’s."), SMALL, "softink")
        row = Row(look, icon, ours, gap=10, margins=(12, 12, 12, 12))
        row.setStretch(1, 1)
        row.setAlignment(icon, Qt.AlignmentFlag.AlignTop)
        note.setLayout(row)
        column.addWidget(note)
        checked = self.tr("Last checked {date}").replace("{date}", short_date(self._campaign.last_checked))
        column.addWidget(Text(look, checked, TINY, "ink2"))
        sources = Button(look, self.tr("See the sources"), ButtonKind.QUIET, icon_name="link")
        sources.clicked.connect(self._on_sources_clicked)
        column.addLayout(Row(look, sources, None))

    @Slot()
    def _on_sources_clicked(self) -> None:
        self.sources_wanted.emit(self._campaign.id)
