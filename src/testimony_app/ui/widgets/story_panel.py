"""The panel beside a story: what is good to include, and the facts that are cited."""

from testimony_app.domain.campaign import Evidence
from testimony_app.ui.look import Look
from testimony_app.ui.tokens import H3, SMALL
from testimony_app.ui.widgets.evidence import EvidenceCard
from testimony_app.ui.widgets.picture import Icon
from testimony_app.ui.widgets.side_panel import PanelContent
from testimony_app.ui.widgets.stacks import Column, Row, empty
from testimony_app.ui.widgets.text import Text


class StoryPanel(PanelContent):
    """What is good to include, and the facts that are cited."""

    def __init__(self, look: Look) -> None:
        super().__init__(self.tr("While you write"), "pen-line")
        self._look = look
        self._facts = Column(look, gap=10)
        column = Column(look, Text(look, self.tr("Good to include"), H3), gap=10, margins=(20, 16, 8, 20))
        for icon, words in (
            ("map-pin", self.tr("Where it happened, roughly. No street address.")),
            ("user", self.tr("Who it happened to. Ask before you name anyone else.")),
            ("clock", self.tr("What it cost: an hour, a shift, a night’s sleep.")),
        ):
            row = Row(look, Icon(look, icon, "primary"), gap=10)
            row.addWidget(Text(look, words, SMALL), 1)
            column.addLayout(row)
        self._title = Text(look, self.tr("The evidence you cite"), H3)
        self._after = Text(look, self.tr("It stands before your story in the draft."), SMALL, "ink2")
        column.addWidget(self._title)
        column.addLayout(self._facts)
        column.addWidget(self._after)
        self.setLayout(column)
        self._shown: tuple[str, ...] | None = None

    def show_facts(self, facts: tuple[Evidence, ...], turning_point: str) -> None:
        """Show the facts that are cited."""
        ids = tuple(fact.id for fact in facts)
        if ids == self._shown:
            return
        self._shown = ids
        empty(self._facts)
        for fact in facts:
            self._facts.addWidget(EvidenceCard(self._look, fact, turning_point))
        self._title.setVisible(bool(facts))
        self._after.setVisible(bool(facts))
