"""About you: how the Council will hear it, and who is speaking."""

from dataclasses import replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from testimony_app.domain.draft import Delivery, NamedBody, Person
from testimony_app.ui.dates import short_date
from testimony_app.ui.look import Look
from testimony_app.ui.step_page import StepPage
from testimony_app.ui.tokens import H3, LABEL, SMALL
from testimony_app.ui.widgets.button import Button
from testimony_app.ui.widgets.card import Card, rule
from testimony_app.ui.widgets.chip import Chip
from testimony_app.ui.widgets.flow import Flow
from testimony_app.ui.widgets.heading import Heading, step_overline
from testimony_app.ui.widgets.inputs import ChoiceBox, LineBox, tie
from testimony_app.ui.widgets.matter_form import MatterForm
from testimony_app.ui.widgets.picture import Icon
from testimony_app.ui.widgets.segment import AnswerGroup, SegmentButton
from testimony_app.ui.widgets.side_panel import PanelContent
from testimony_app.ui.widgets.stacks import Column, Row
from testimony_app.ui.widgets.text import Text, with_strong
from testimony_app.ui.widgets.unfold_button import UnfoldButton, UnfoldWords
from testimony_app.ui.widgets.voices import VoiceText, voice_legend

_DELIVERIES = (Delivery.ALOUD, Delivery.WRITTEN, Delivery.BOTH, Delivery.UNSURE)


class AboutPanel(PanelContent):
    """Who will see this, how the opening will read, and a way to stay unnamed."""

    def __init__(self, look: Look) -> None:
        super().__init__(self.tr("Who will see this"), "eye")
        self.public = Text(look, "", SMALL, "ink2")
        self.opening = VoiceText(look)
        box = Card(look, "sunk", "")
        box.setLayout(Column(look, self.opening, margins=(14, 10, 14, 10)))
        self.name_out = Button(look, self.tr("Leave my name out"), icon_name="eye-off")
        self.setLayout(
            Column(
                look,
                self.public,
                rule(look),
                Text(look, self.tr("How your opening will read"), LABEL),
                box,
                voice_legend(look),
                rule(look),
                Text(look, self.tr("Worried about being named?"), LABEL),
                Text(
                    look,
                    self.tr("You can leave it out. Your job, neighborhood and years here can still point to you."),
                    SMALL,
                    "ink2",
                ),
                self.name_out,
                gap=10,
                margins=(20, 16, 8, 20),
            )
        )


class AboutPage(StepPage):
    """The first step. Nothing here must be filled in."""

    def __init__(self, look: Look) -> None:
        heading = Heading(
            look, self.tr("About you"), step_overline(1, 6), self.tr("Leave any of these empty if you like.")
        )
        self._panel = AboutPanel(look)
        super().__init__(look, heading, self._panel)
        self._panel.name_out.clicked.connect(self._on_name_out_clicked)
        self._group = AnswerGroup(self)
        self._add_delivery()
        self._add_matter()
        self.add(rule(look))
        self._name = LineBox(look)
        self._name_help = self.tr(
            "Some councils need a full name. We do not know what this one asks for in writing. Ask the clerk."
        )
        self._name_row = self._field(self.tr("Your name"), self._name, self._name_help)
        self._ward = ChoiceBox(look)
        self._neighborhood = LineBox(look)
        pair = Flow(look, gap=18, equal=True)
        pair.addWidget(self._field(self.tr("Ward"), self._ward))
        pair.addWidget(self._field(self.tr("Neighborhood"), self._neighborhood))
        self._connection = LineBox(look)
        connection = self._field(
            self.tr("Your connection"), self._connection,
            self.tr("One whole sentence about what makes this yours: work, family, school, faith, years here."),
        )  # fmt: skip
        self._left_out = Text(
            look,
            self.tr("Your name is left out of the text, the file name, its properties and the subject line."),
            SMALL,
            "ink2",
        )
        self.add(self._name_row, self._left_out)
        self.column.addLayout(pair)
        self.add(connection)
        lock = Icon(look, "lock", "ink2")
        private = self.tr("Phone, email and address stay out of your testimony. We do not ask for them here.")
        private_row = Row(look, lock, Text(look, private, SMALL, "ink2"), gap=10)
        private_row.setStretch(1, 1)
        self.column.addLayout(private_row)
        self.add(None)
        for box in (self._name, self._neighborhood, self._connection):
            box.written.connect(self._on_written)
        self._ward.activated.connect(self._on_written)

    def first_focus(self) -> QWidget:
        """Return the chosen answer of the first question, or the first answer."""
        return self._group.checkedButton() or self._group.buttons()[0]

    def refresh(self) -> None:
        """Draw the answers as they are now."""
        draft = self.writing.draft
        if draft.delivery:
            self._group.show_answer(_DELIVERIES.index(draft.delivery))
        self._show_hearing()
        if self._matter is not None:
            self._matter.show_draft(draft, self.writing.material.body)
        self._name.show_text(draft.person.name)
        self._neighborhood.show_text(draft.person.neighborhood)
        self._connection.show_text(draft.person.connection)
        self._show_wards()
        self._name_row.setVisible(not draft.withhold_name)
        self._left_out.setVisible(draft.withhold_name)
        self._panel.name_out.setText(self.tr("Put it back") if draft.withhold_name else self.tr("Leave my name out"))
        self._panel.name_out.set_icon_name("eye" if draft.withhold_name else "eye-off")
        self._show_panel()

    def _add_matter(self) -> None:
        self._hearing = Text(self.look, "", SMALL, "ink2")
        calendar = Icon(self.look, "calendar", "ink2")
        self._change = UnfoldButton(
            self.look,
            UnfoldWords(
                self.tr("Change"), self.tr("Change who should hear it, the meeting and where you stand"),
                self.tr("Close"), self.tr("Close who should hear it, the meeting and where you stand"),
            ),
        )  # fmt: skip
        self._change.unfolded.connect(self._on_unfolded)
        row = Row(self.look, calendar, gap=10)
        row.addWidget(self._hearing, 1)
        row.addWidget(self._change)
        row.setAlignment(calendar, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)
        self._matter_place = Column(self.look)
        self.column.addLayout(self._matter_place)
        self._matter: MatterForm | None = None

    @Slot(bool)
    def _on_unfolded(self, is_open: bool) -> None:  # noqa: FBT001  (a signal's value)
        if self._matter is None:
            self._matter = MatterForm(self.look, self.writing.bodies())
            self._matter.changed.connect(self.changed)
            self._matter_place.addWidget(self._matter)
            self._matter.show_draft(self.writing.draft, self.writing.material.body)
        self._matter.setVisible(is_open)

    def _add_delivery(self) -> None:
        words = (self.tr("Aloud"), self.tr("In writing"), self.tr("Both"), self.tr("Not sure"))
        question = self.tr("How will the Council hear you?")
        row = Flow(self.look, equal=True)
        for number, word in enumerate(words):
            button = SegmentButton(self.look, word)
            button.setAccessibleName(f"{question} {word}")
            self._group.addButton(button, number)
            row.addWidget(button)
        self._group.chosen.connect(self._on_delivery_chosen)
        self.add(Text(self.look, question, H3))
        self.column.addLayout(row)

    def _field(self, name: str, box: QWidget, hint: str = "") -> QWidget:
        label = Text(self.look, name, LABEL, wraps=False)
        public = self.tr("May become public")
        tie(label, box, hint)
        box.setAccessibleName(self.tr("{name}. May become public").replace("{name}", name))
        head = Row(self.look, label, None, Chip(self.look, "landmark", public))
        column = Column(self.look, gap=4)
        column.addLayout(head)
        if hint:
            column.addWidget(Text(self.look, hint, SMALL, "ink2"))
        column.addWidget(box)
        field = QWidget()
        field.setLayout(column)
        return field

    def _show_hearing(self) -> None:
        material, draft = self.writing.material, self.writing.draft
        body = material.body.name if material.body else ""
        if draft.matter.meeting_date:
            when = self.tr("The meeting is on {date}.").replace("{date}", short_date(draft.matter.meeting_date))
        elif material.campaign and material.campaign.hearing and not isinstance(draft.body, NamedBody):
            when = material.campaign.hearing
        else:
            when = self.tr("We do not know of a hearing. You can still write to your council member.")
        self._hearing.say(*with_strong("*{body}.* {when}" if body else "{when}", body=body, when=when))

    def _show_wards(self) -> None:
        body = self.writing.material.body
        districts = body.districts.value if body and body.districts else None
        entries = [self.tr("I don’t know"), *(districts or ())]
        if [self._ward.itemText(place) for place in range(self._ward.count())] != entries:
            self._ward.clear()
            self._ward.addItems(entries)
            self._ward.setEditable(not districts)
        ward = self.writing.draft.person.ward
        place = self._ward.findText(ward) if ward else 0
        if place < 0:
            self._ward.addItem(ward)
            place = self._ward.count() - 1
        self._ward.setCurrentIndex(place)

    def _show_panel(self) -> None:
        body, draft = self.writing.material.body, self.writing.draft
        rules = []
        if body and body.speaking and draft.delivery is not Delivery.WRITTEN:
            rules.append(body.speaking.what_is_public.value or "")
        if body and body.writing and draft.delivery is not Delivery.ALOUD:
            rules.append(body.writing.what_is_public.value or "")
        unknown = self.tr("What you say or write may become public.")
        self._panel.public.say(" ".join(rule for rule in rules if rule) or unknown)
        opening = self.writing.testimony.section("opening")
        self._panel.opening.show_passages(opening.passages if opening else ())

    @Slot(int)
    def _on_delivery_chosen(self, number: int) -> None:
        self.changed.emit(replace(self.writing.draft, delivery=_DELIVERIES[number]), "")

    @Slot()
    def _on_written(self) -> None:
        draft = self.writing.draft
        ward = "" if self._ward.currentIndex() == 0 else self._ward.currentText()
        person = Person(self._name.text(), ward, self._neighborhood.text(), self._connection.text())
        focus = self.focusWidget()
        self.changed.emit(replace(draft, person=person), f"about {id(focus)}")

    @Slot()
    def _on_name_out_clicked(self) -> None:
        draft = self.writing.draft
        self.changed.emit(replace(draft, withhold_name=not draft.withhold_name), "")
