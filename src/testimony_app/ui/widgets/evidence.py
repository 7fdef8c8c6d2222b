"""A fact as it is shown everywhere: when it was so, the sentence, its caution directly under it, then its source."""

from PySide6.QtCore import QCoreApplication, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from testimony_app.domain.campaign import Evidence
from testimony_app.domain.sources import UNKNOWN, Era, era
from testimony_app.ui.dates import short_date
from testimony_app.ui.look import Look
from testimony_app.ui.tokens import BODY, OVERLINE, SMALL
from testimony_app.ui.widgets.button import Button, ButtonKind
from testimony_app.ui.widgets.card import Card
from testimony_app.ui.widgets.picture import Icon
from testimony_app.ui.widgets.stacks import Column, Row
from testimony_app.ui.widgets.text import Text
from testimony_app.ui.widgets.timeline import caution_row

ERA_ICONS = {Era.THEN: "history", Era.NOW: "calendar"}


class EvidenceCard(Card):
    """One fact with its caution and its source. An address opens in the browser, and only when pressed."""

    def __init__(self, look: Look, evidence: Evidence, turning_point: str) -> None:
        super().__init__(look)
        self._url = evidence.source.url
        column = Column(look, gap=6, margins=(14, 12, 14, 12))
        side = era(evidence.as_of, turning_point)
        if side is not None:
            column.addWidget(era_mark(look, {side}))
        column.addWidget(Text(look, evidence.sentence, BODY))
        if evidence.caution:
            column.addLayout(caution_row(look, evidence.caution))
        icon = Icon(look, "link", "ink2", 16)
        row = Row(look, icon, gap=8)
        row.setAlignment(icon, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Text(look, self._source_words(evidence), SMALL, "ink2"), 1)
        column.addLayout(row)
        if self._url:
            link = Button(look, self.tr("Open the source"), ButtonKind.QUIET, icon_name="external-link")
            link.setAccessibleName(self.tr("Open the source: {fact}").replace("{fact}", evidence.short))
            link.setToolTip(
                self.tr("{address} opens in your browser when you are online").replace("{address}", self._url)
            )
            link.clicked.connect(self._on_link_clicked)
            column.addLayout(Row(look, link, None))
        self.setLayout(column)

    def _source_words(self, evidence: Evidence) -> str:
        source = evidence.source
        when = short_date(source.date)
        if source.date == UNKNOWN:
            when = self.tr("no date given, read {date}").replace("{date}", short_date(source.read_on))
        return ", ".join(part for part in (source.publisher, source.title, when) if part)

    @Slot()
    def _on_link_clicked(self) -> None:
        QDesktopServices.openUrl(QUrl(self._url))


def era_words(eras: set[Era]) -> str:
    """Return Then, Now, or Then and now; nothing where no time is known."""
    translate = QCoreApplication.translate
    if eras == {Era.THEN, Era.NOW}:
        return translate("evidence", "Then and now")
    if Era.THEN in eras:
        return translate("evidence", "Then")
    return translate("evidence", "Now") if eras else ""


def era_icon(eras: set[Era]) -> str:
    """Return the icon of the eras of a point."""
    return "calendar-clock" if len(eras) > 1 else ERA_ICONS[next(iter(eras))]


def era_mark(look: Look, eras: set[Era]) -> QWidget:
    """Return the mark that says when something was so."""
    mark = QWidget()
    words = Text(look, era_words(eras), OVERLINE, "ink2", wraps=False)
    mark.setLayout(Row(look, Icon(look, era_icon(eras), "ink2", 16), words, None, gap=6))
    return mark
