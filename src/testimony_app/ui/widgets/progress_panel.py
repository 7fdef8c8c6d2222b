"""How a testimony is going: how long it is beside its limits, whose words it holds, and how easily it is heard."""

from PySide6.QtWidgets import QWidget

from testimony_app.domain.draft import Delivery
from testimony_app.domain.speaking import MOST_WORDS_HEARD_ONCE
from testimony_app.services.writing import Timing
from testimony_app.ui.dates import clock
from testimony_app.ui.look import Look
from testimony_app.ui.tokens import LABEL, SMALL, SMALL_STRONG
from testimony_app.ui.widgets.card import rule
from testimony_app.ui.widgets.meter import Meter
from testimony_app.ui.widgets.picture import Icon
from testimony_app.ui.widgets.side_panel import PanelContent
from testimony_app.ui.widgets.stacks import Column, Row
from testimony_app.ui.widgets.text import Text


class ProgressPanel(PanelContent):
    """The limits of the chosen delivery, and two good things. What is not true is not said."""

    def __init__(self, look: Look) -> None:
        super().__init__(self.tr("How it’s going"), "gauge")
        self._time_title = Text(look, self.tr("Aloud"), LABEL, wraps=False)
        self._time = Text(look, "", SMALL_STRONG, wraps=False)
        self._meter = Meter(look)
        self._time_note = Text(look, "", SMALL, "ink2")
        self._aloud = QWidget()
        self._aloud.setLayout(
            Column(
                look, Row(look, self._time_title, None, self._time), self._meter, self._time_note, 2, rule(look), gap=6
            )
        )
        self._words = Text(look, "", SMALL_STRONG, wraps=False)
        self._words_note = Text(look, "", SMALL, "ink2")
        self._written = QWidget()
        words_title = Text(look, self.tr("In writing"), LABEL, wraps=False)
        self._written.setLayout(
            Column(look, Row(look, words_title, None, self._words), self._words_note, 2, rule(look), gap=6)
        )
        self._own = _praise(look, "pen-line", "voice", self.tr("Mostly your own words."))
        self._easy = _praise(look, "ear", "primary", self.tr("Easy to follow when heard once."))
        self.setLayout(Column(look, self._aloud, self._written, self._own, self._easy, gap=10, margins=(20, 16, 8, 20)))

    def show_timing(self, timing: Timing, note: str, body: str, *, mostly_own: bool, approximate: bool) -> None:
        """Show the meters that the delivery asks for."""
        is_aloud = timing.delivery is not Delivery.WRITTEN
        self._easy.setVisible(is_aloud and not approximate and 0 < timing.longest_sentence <= MOST_WORDS_HEARD_ONCE)
        self._aloud.setVisible(is_aloud)
        self._written.setVisible(timing.delivery is not Delivery.ALOUD)
        total, limit = timing.total_seconds, timing.limit_seconds
        shown = clock(total)
        if limit is not None:
            shown = self.tr("{time} of {limit}").replace("{time}", shown).replace("{limit}", clock(limit))
        if approximate:
            shown = self.tr("about {time}").replace("{time}", shown)
        self._time.say(shown)
        self._meter.show_time(timing.seconds, limit, shown)
        spare = self._spare(total, limit, approximate=approximate)
        self._time_note.say(" ".join(part for part in (spare, note) if part))
        count = self.tr("{count} words").replace("{count}", str(timing.words))
        self._words.say(count if timing.counts_words else self.tr("not counted"))
        if timing.limit_words is None:
            unknown = self.tr("We do not know a limit for {body}. Ask the clerk.")
            self._words_note.say(unknown.replace("{body}", body or self.tr("this council")))
        else:
            self._words_note.say(self.tr("{limit} words at most.").replace("{limit}", str(timing.limit_words)))
        self._own.setVisible(mostly_own)

    def _spare(self, total: float, limit: int | None, *, approximate: bool) -> str:
        if limit is None:
            return self.tr("We do not know how long you may speak here.")
        spare = limit - round(total)
        if spare < 0:
            words = self.tr("{count} seconds over at a calm pace.")
            if approximate:
                words = self.tr("About {count} seconds over at a calm pace.")
        else:
            words = self.tr("{count} seconds to spare at a calm pace.")
            if approximate:
                words = self.tr("About {count} seconds to spare at a calm pace.")
        return words.replace("{count}", str(abs(spare)))


def _praise(look: Look, icon: str, color: str, words: str) -> QWidget:
    praise = QWidget()
    row = Row(look, Icon(look, icon, color), gap=10)
    row.addWidget(Text(look, words, LABEL), 1)
    praise.setLayout(row)
    return praise
