"""What the pages of a Word file, a PDF or a print are for, and what that asks for."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from testimony_app.documents.options import Variant
from testimony_app.domain.contact import asked_kinds
from testimony_app.services.exporting import WITH_CODES
from testimony_app.services.writing import Writing
from testimony_app.ui.look import Look
from testimony_app.ui.tokens import SMALL
from testimony_app.ui.widgets.contact_form import ContactForm
from testimony_app.ui.widgets.flow import Flow
from testimony_app.ui.widgets.segment import AnswerGroup, SegmentButton
from testimony_app.ui.widgets.stacks import Column
from testimony_app.ui.widgets.switch import Switch
from testimony_app.ui.widgets.text import Text


class PagesChoice(QWidget):
    """Asks what the pages are for. A cover note is offered where the council asks how to reach people.

    `changed` gives a draft and what it joins.
    """

    changed = Signal(object, str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._variants = (
            (Variant.WRITTEN, self.tr("Written statement")),
            (Variant.LARGE_PRINT, self.tr("Large print")),
            (Variant.SPEAKING_CARD, self.tr("Card to speak from")),
            (Variant.COVER_NOTE, self.tr("Cover note")),
        )
        question = self.tr("What the pages are for")
        self._group = AnswerGroup(self)
        self._group.chosen.connect(self._show_what_it_asks)
        flow = Flow(look, gap=10, equal=True)
        for number, (_, title) in enumerate(self._variants):
            button = SegmentButton(look, title)
            button.setAccessibleName(f"{question}: {title}")
            self._group.addButton(button, number)
            flow.addWidget(button)
        self._group.show_answer(0)
        self._codes = Switch(look, self.tr("Codes for a phone at the foot of a PDF or a print"), wraps=True)
        about = self.tr(
            "A phone's camera reads the text from the paper, up to six codes. Anyone who has the paper can scan it."
        )
        self._codes.setAccessibleDescription(about)
        self._codes_box = QWidget()  # shown as one: each thing that is shown lays the page out
        self._codes_box.setLayout(Column(look, self._codes, Text(look, about, SMALL, "ink2"), gap=10))
        self._contact = ContactForm(look)
        self._contact.changed.connect(self.changed)
        column = Column(look, gap=10)
        column.addLayout(flow)
        for each in (self._codes_box, self._contact):
            column.addWidget(each)
        self.setLayout(column)
        self._show_what_it_asks()

    @property
    def variant(self) -> Variant:
        """What the pages are for."""
        return self._variants[self._group.checkedId()][0]

    @property
    def name(self) -> str:
        """What that is called."""
        return self._variants[self._group.checkedId()][1]

    @property
    def with_codes(self) -> bool:
        """Whether the text stands at the foot of a page as codes, where the pages are such that it can."""
        return self._codes.isChecked() and self.variant in WITH_CODES

    def show_writing(self, writing: Writing) -> None:
        """Offer what there is for a testimony."""
        self._contact.show_writing(writing)
        has_cover = bool(asked_kinds(writing.material.body))
        self._group.buttons()[-1].setVisible(has_cover)
        if self.variant is Variant.COVER_NOTE and not has_cover:
            self._group.show_answer(0)
        self._show_what_it_asks()

    @Slot()
    def _show_what_it_asks(self) -> None:
        self._contact.setVisible(self.variant is Variant.COVER_NOTE)
        self._codes_box.setVisible(self.variant in WITH_CODES)
