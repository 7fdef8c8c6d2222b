"""Whom the testimony is for and about what: the body, the meeting, the item, where the person stands."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QWidget

from testimony_app.domain.body import PublicBody
from testimony_app.domain.draft import Draft, Matter, NamedBody, Position
from testimony_app.ui.look import Look
from testimony_app.ui.tokens import LABEL, SMALL
from testimony_app.ui.widgets.flow import Flow
from testimony_app.ui.widgets.inputs import ChoiceBox, LineBox, tie
from testimony_app.ui.widgets.segment import AnswerGroup, SegmentButton
from testimony_app.ui.widgets.stacks import Column
from testimony_app.ui.widgets.text import Text

_POSITIONS = (Position.FOR, Position.AGAINST, Position.NEUTRAL, Position.UNSTATED)


class MatterForm(QWidget):
    """Everything about the matter. Nothing in it must be filled in. `changed` gives a draft and what it joins."""

    changed = Signal(object, str)

    def __init__(self, look: Look, bodies: Sequence[PublicBody]) -> None:
        super().__init__()
        self._look = look
        self._bodies = tuple(bodies)
        self._draft: Draft | None = None
        self._body = ChoiceBox(look)
        self._body.addItems([body.name for body in self._bodies])
        self._body.addItem(self.tr("My council is not listed"))
        self._body.activated.connect(self._on_body_chosen)
        self._other = LineBox(look)
        self._other_field = self._field(self.tr("What is your council called?"), self._other)
        self._title = LineBox(look)
        self._date = LineBox(look)
        self._item = LineBox(look)
        self._file = LineBox(look)
        self._behalf = LineBox(look)
        for box in (self._other, self._title, self._date, self._item, self._file, self._behalf):
            box.written.connect(self._on_written)
        self._group = AnswerGroup(self)
        day = self._field(self.tr("Day of the meeting"), self._date, self.tr("Such as 2026-12-08"))
        item = self._field(self.tr("Agenda item"), self._item, self.tr("Its number on the agenda"))
        file = self._field(self.tr("File number"), self._file, self.tr("Such as 2020-00681"))
        self.setLayout(
            Column(
                look,
                self._field(self.tr("Who should hear it?"), self._body),
                self._other_field,
                self._field(self.tr("What is it about?"), self._title, self.tr("It stands on the subject line.")),
                Flow(look, day, item, file, gap=14, equal=True),
                Text(look, self.tr("Where do you stand on it?"), LABEL),
                self._positions(),
                self._field(
                    self.tr("Do you speak for a group?"),
                    self._behalf,
                    self.tr("Leave it empty if you speak for yourself."),
                ),
                gap=10,
                margins=(0, 6, 0, 6),
            )
        )

    def show_draft(self, draft: Draft, body: PublicBody | None) -> None:
        """Show the answers as they are now; `body` is the one that will hear it, chosen or the campaign's own."""
        self._draft = draft
        listed = [each.id for each in self._bodies]
        not_listed = isinstance(draft.body, NamedBody) or body is None or body.id not in listed
        place = len(listed) if not_listed or body is None else listed.index(body.id)
        with QSignalBlocker(self._body):
            self._body.setCurrentIndex(place)
        self._other_field.setVisible(not_listed)
        self._other.show_text(draft.body.name if isinstance(draft.body, NamedBody) else "")
        self._title.show_text(draft.matter.title)
        self._date.show_text(draft.matter.meeting_date)
        self._item.show_text(draft.matter.agenda_item)
        self._file.show_text(draft.matter.file_number)
        self._behalf.show_text(draft.on_behalf_of)
        self._group.show_answer(_POSITIONS.index(draft.position or Position.UNSTATED))

    def _field(self, name: str, box: QWidget, hint: str = "") -> QWidget:
        label = Text(self._look, name, LABEL)
        tie(label, box, hint)
        box.setAccessibleName(name)
        column = Column(self._look, label, gap=3)
        if hint:
            column.addWidget(Text(self._look, hint, SMALL, "ink2"))
        column.addWidget(box)
        field = QWidget()
        field.setLayout(column)
        return field

    def _positions(self) -> Flow:
        words = (self.tr("For it"), self.tr("Against it"), self.tr("Neither"), self.tr("I leave it open"))
        row = Flow(self._look, equal=True)
        for number, word in enumerate(words):
            button = SegmentButton(self._look, word)
            button.setAccessibleName(self.tr("Where do you stand on it? {word}").replace("{word}", word))
            self._group.addButton(button, number)
            row.addWidget(button)
        self._group.chosen.connect(self._on_position_chosen)
        return row

    @Slot(int)
    def _on_body_chosen(self, place: int) -> None:
        if self._draft is None:
            return
        body = self._bodies[place].id if place < len(self._bodies) else NamedBody(self._other.text())
        self.changed.emit(replace(self._draft, body=body), "")
        if place >= len(self._bodies):
            self._other.setFocus()

    @Slot()
    def _on_written(self) -> None:
        if self._draft is None:
            return
        matter = Matter(self._title.text(), self._file.text(), self._item.text(), self._date.text())
        draft = replace(self._draft, matter=matter, on_behalf_of=self._behalf.text())
        if self._body.currentIndex() == len(self._bodies) and (self._other.text() or draft.body):
            draft = replace(draft, body=NamedBody(self._other.text()))
        self.changed.emit(draft, f"matter {id(self.focusWidget())}")

    @Slot(int)
    def _on_position_chosen(self, number: int) -> None:
        if self._draft is not None:
            self.changed.emit(replace(self._draft, position=_POSITIONS[number]), "")
