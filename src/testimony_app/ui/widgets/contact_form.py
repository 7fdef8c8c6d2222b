"""How the council can reach the person, where it asks for that: for a cover note, never for the testimony."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from testimony_app.domain.contact import ContactKind, asked_kinds
from testimony_app.services.writing import Writing
from testimony_app.ui.look import Look
from testimony_app.ui.tokens import SMALL
from testimony_app.ui.widgets.form_field import LineField
from testimony_app.ui.widgets.stacks import Column
from testimony_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from testimony_app.domain.draft import Draft


class ContactForm(QWidget):
    """Asks only what the council asks for. `changed` gives a draft and what it joins."""

    changed = Signal(object, str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._draft: Draft | None = None
        about = self.tr(
            "This council asks how to reach you. What you write here goes on a page of its own, and above an email "
            "that you send from here. It is never in your testimony, a packet, the plain text or a code. We cannot "
            "promise that the council keeps it to itself. Ask the clerk."
        )
        self._fields = {
            ContactKind.ADDRESS: LineField(
                look, self.tr("Your address"), self.tr("In Safe at Home? Use the address on your card.")
            ),
            ContactKind.EMAIL: LineField(look, self.tr("Your email")),
            ContactKind.PHONE: LineField(look, self.tr("Your phone")),
        }
        for field in self._fields.values():
            field.changed.connect(self._on_changed)
        self.setLayout(Column(look, Text(look, about, SMALL, "ink2"), *self._fields.values(), gap=10))

    def show_writing(self, writing: Writing) -> None:
        """Show what was written, for what the council of this testimony asks."""
        self._draft = writing.draft
        asked = asked_kinds(writing.material.body)
        for kind, field in self._fields.items():
            field.setVisible(kind in asked)
            field.show_value(getattr(writing.draft.contact, kind.value))

    @Slot()
    def _on_changed(self) -> None:
        if self._draft is not None:
            lines = {kind.value: str(field.value() or "") for kind, field in self._fields.items()}
            contact = replace(self._draft.contact, **lines)
            self.changed.emit(replace(self._draft, contact=contact), f"contact {id(self.focusWidget())}")
