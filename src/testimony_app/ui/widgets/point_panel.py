"""The panel beside the points: what is known about the one that has the focus."""

from PySide6.QtCore import Qt

from testimony_app.domain.campaign import Campaign, Point
from testimony_app.ui.look import Look
from testimony_app.ui.tokens import BODY, H3, SMALL, SMALL_STRONG
from testimony_app.ui.widgets.evidence import EvidenceCard
from testimony_app.ui.widgets.number_disc import NumberDisc
from testimony_app.ui.widgets.side_panel import PanelContent
from testimony_app.ui.widgets.stacks import Column, Row, empty
from testimony_app.ui.widgets.text import Text
from testimony_app.ui.widgets.timeline import caution_row


class PointPanel(PanelContent):
    """What is known about the point that has the focus."""

    def __init__(self, look: Look) -> None:
        super().__init__(self.tr("About this point"), "book-open")
        self._look = look
        self._column = Column(look, gap=10, margins=(20, 16, 8, 20))
        self.setLayout(self._column)
        self._shown = ("", 0)

    def show_point(self, point: Point, turning_point: str, number: int) -> None:
        """Show a point of the letter with its evidence, cautions, and what others have said.

        `number` is its place in the testimony from 1, 0 for one that is not chosen.
        """
        if (point.id, number) == self._shown:
            return
        self._shown = (point.id, number)
        empty(self._column)
        look = self._look
        title = Text(look, point.title, H3)
        head = Row(look, gap=10)
        if number:
            disc = NumberDisc(look, number, filled=True)
            head.addWidget(disc)
            head.setAlignment(disc, Qt.AlignmentFlag.AlignTop)
        head.addWidget(title, 1)
        self._column.addLayout(head)
        self._column.addWidget(Text(look, self.tr("The letter says"), SMALL_STRONG))
        self._column.addWidget(Text(look, point.summary, BODY))
        if point.caution:
            self._column.addLayout(caution_row(look, point.caution))
        self._column.addWidget(Text(look, self.tr("Evidence you can cite"), SMALL_STRONG))
        for evidence in point.evidence:
            self._column.addWidget(EvidenceCard(look, evidence, turning_point))
        if not point.evidence:
            none = self.tr("The letter gives no source for this. You can still say it as your view.")
            self._column.addWidget(Text(look, none, SMALL, "ink2"))
        if point.others_said:
            self._column.addWidget(Text(look, self.tr("What others have said"), SMALL_STRONG))
        for evidence in point.others_said:
            self._column.addWidget(EvidenceCard(look, evidence, turning_point))

    def show_all_said(self, campaign: Campaign) -> None:
        """Show what others have said on every point, for somebody who sees it differently."""
        if self._shown == ("*", 0):
            return
        self._shown = ("*", 0)
        empty(self._column)
        self._column.addWidget(Text(self._look, self.tr("What others have said"), H3))
        for point in campaign.points:
            for evidence in point.others_said:
                self._column.addWidget(EvidenceCard(self._look, evidence, campaign.turning_point))
        self._column.addWidget(Text(self._look, self.tr("Other facts you can cite"), H3))
        for point in campaign.points:
            for evidence in point.evidence:
                self._column.addWidget(EvidenceCard(self._look, evidence, campaign.turning_point))

    def show_nothing(self) -> None:
        """Say what an own point is."""
        self._shown = ("", 0)
        empty(self._column)
        words = self.tr(
            "A point is one thing you want the Council to know. Give it a few words; your story comes next."
        )
        self._column.addWidget(Text(self._look, words, BODY, "ink2"))
