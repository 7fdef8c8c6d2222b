"""The facts that can go with a story, each with a switch."""

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtGui import QResizeEvent
from typing_extensions import override

from testimony_app.domain.campaign import Evidence
from testimony_app.ui.look import Look
from testimony_app.ui.tokens import BODY, LABEL, SMALL, SMALL_STRONG
from testimony_app.ui.widgets.card import Card
from testimony_app.ui.widgets.flow import Flow
from testimony_app.ui.widgets.stacks import Column, empty
from testimony_app.ui.widgets.switch import Switch
from testimony_app.ui.widgets.text import Part, Text

_BOLD = 700
_NARROW = 620
"""The width of the switches, in pixels at scale 1, below which their names have no room side by side."""


class FactSwitches(Card):
    """The facts that can go with a story, each with a switch. `changed` gives the ids that are switched on.

    A switch bears the name of its fact, and under the switches stands the fact itself of the one that is looked at,
    with its caution. Where they have no room side by side, each bears its fact.
    """

    changed = Signal(tuple)

    def __init__(self, look: Look) -> None:
        super().__init__(look, "sunk", "")
        self._look = look
        self._title = Text(look, self.tr("Evidence to go with it"), SMALL_STRONG, wraps=False)
        self._named = Flow(look, gap=8)
        self._rows = Column(look, gap=2)
        self._fact = Text(look, "", SMALL)
        self._fact.hide()
        self.setLayout(Column(look, self._title, self._named, self._rows, self._fact, gap=4, margins=(18, 12, 18, 10)))
        self._switches: dict[str, Switch] = {}
        self._facts: dict[Switch, Evidence] = {}
        self._is_narrow = False
        look.changed.connect(self._arrange)

    def show_facts(self, facts: tuple[Evidence, ...], cited: tuple[str, ...]) -> None:
        """Show what can be cited and what is."""
        self.setVisible(bool(facts))
        if tuple(self._switches) != tuple(fact.id for fact in facts):
            self._make_switches(facts)
        for fact_id, switch in self._switches.items():
            switch.show_on(on=fact_id in cited)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.Enter} and watched in self._facts:
            fact = self._facts[watched]
            self._fact.say(f"{fact.sentence} ", Part(fact.caution, _BOLD, "warn"))
            self._fact.show()
        return False

    @Slot()
    def _arrange(self) -> None:
        is_narrow = self.width() / self._look.scale < _NARROW
        if is_narrow is not self._is_narrow:
            self._is_narrow = is_narrow
            cited = tuple(fact for fact, switch in self._switches.items() if switch.isChecked())
            facts = tuple(self._facts.values())
            self._make_switches(facts)
            self.show_facts(facts, cited)

    def _make_switches(self, facts: tuple[Evidence, ...]) -> None:
        empty(self._named)
        empty(self._rows)
        self._fact.hide()
        self._switches = {fact.id: self._switch(fact) for fact in facts}
        self._facts = {self._switches[fact.id]: fact for fact in facts}

    def _switch(self, fact: Evidence) -> Switch:
        is_named = bool(fact.name) and not self._is_narrow
        words = fact.name if is_named else fact.sentence
        switch = Switch(self._look, words, LABEL if is_named else BODY, wraps=not is_named)
        switch.setAccessibleName(self.tr("Cite: {fact}").replace("{fact}", words))
        about = [fact.sentence if is_named else "", fact.caution]
        switch.setAccessibleDescription(" ".join(part for part in about if part))
        switch.toggled.connect(self._on_toggled)
        if is_named:
            switch.installEventFilter(self)
            self._named.addWidget(switch)
        else:
            self._rows.addWidget(switch)
        return switch

    @Slot()
    def _on_toggled(self) -> None:
        self.changed.emit(tuple(fact for fact, switch in self._switches.items() if switch.isChecked()))
