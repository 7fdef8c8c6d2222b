"""The form of a way to send: what kind it is, and what that kind needs."""

import re
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from testimony_app.channels.channel_reader import ConfiguredChannel
from testimony_app.channels.kinds import KINDS
from testimony_app.services.unfinished_ways import UnfinishedWay
from testimony_app.ui.accessibility import announce
from testimony_app.ui.look import Look
from testimony_app.ui.page import READING_WIDTH, Page
from testimony_app.ui.tokens import BODY, H2, SMALL
from testimony_app.ui.way_fields import KINDS_TO_SET_UP, SECRET, Box, Field, fields_of
from testimony_app.ui.way_words import about_kind, kind_words
from testimony_app.ui.widgets.button import Button, ButtonKind
from testimony_app.ui.widgets.flow import Flow
from testimony_app.ui.widgets.form_field import (
    ChoiceField,
    FormField,
    LineField,
    LinesField,
    NumberField,
    NumbersField,
    SecretField,
)
from testimony_app.ui.widgets.heading import Heading
from testimony_app.ui.widgets.note import Note
from testimony_app.ui.widgets.rows_field import RowsField
from testimony_app.ui.widgets.stacks import Column, empty
from testimony_app.ui.widgets.text import Text

_SIMPLE = {
    Box.LINE: LineField,
    Box.LINES: LinesField,
    Box.NUMBER: NumberField,
    Box.NUMBERS: NumbersField,
    Box.HIDDEN: SecretField,
}


class WayFormPage(Page):
    """A form for a new way to send, or for one that is there; then its kind stays as it is.

    `save_wanted` says that it should be kept, `put_off` that nothing of it should be. What is not asked for here stays
    as it stands in the file. `changed` says that something was typed. `begun` is what somebody typed before and did not
    save.
    """

    save_wanted = Signal()
    put_off = Signal()
    changed = Signal()

    def __init__(
        self, look: Look, channel: ConfiguredChannel | None = None, begun: UnfinishedWay | None = None
    ) -> None:
        title = self.tr("Add a way to send")
        if channel is not None:
            title = self.tr("Change “{way}”").replace("{way}", channel.title)
        intro = self.tr("It is kept in your settings on this computer. Keeping it sends nothing.")
        super().__init__(look, Heading(look, title, "", intro), measure=READING_WIDTH)
        self.channel = channel
        self.is_changed = begun is not None
        self._begun = dict(begun.typed) if begun is not None else {}
        self._kind = channel.kind if channel is not None else KINDS_TO_SET_UP[0]
        if channel is None and begun is not None and begun.kind in KINDS_TO_SET_UP:
            self._kind = begun.kind
        self._typed: dict[str, object] = {}
        self._fields: dict[str, FormField] = {}
        self._unset: dict[str, object] = {}
        self._trouble = Note(look, "octagon-alert", "", color="bad", fill="badfill", edge="bad")
        self._trouble.hide()
        self._about = Text(look, "", SMALL, "ink2")
        self._column = Column(look, gap=14)
        fields = QWidget()
        fields.setLayout(self._column)
        self.add(self._trouble)
        if begun is not None:
            self.add(Note(look, "history", self._about_begun(), color="softink", fill="soft"))
        if channel is None:
            choices = [(kind, kind_words(kind)) for kind in KINDS_TO_SET_UP]
            self._kinds = ChoiceField(look, self.tr("How should it go?"), choices)
            self._kinds.show_value(self._kind)
            self._kinds.changed.connect(self._on_kind_chosen)
            self.add(self._kinds)
        else:
            self.add(Text(look, kind_words(self._kind), BODY))
        self.add(self._about, 4, fields, 6)
        save = Button(look, self.tr("Save this way to send"), ButtonKind.PRIMARY, icon_name="save", height=50)
        save.clicked.connect(self.save_wanted)
        away = Button(look, self.tr("Do not save"), height=50)
        away.clicked.connect(self.put_off)
        self.column.addLayout(Flow(look, save, away, gap=10))
        self.add(None)
        self._show_fields()

    def _about_begun(self) -> str:
        back = self.tr("You have not saved this yet. It is as you left it.")
        if not KINDS[self._kind].has_secret:
            return back
        return self.tr("{back} Only a password is not here: we never keep one in a file.").replace("{back}", back)

    @property
    def kind(self) -> str:
        """What kind of way it is."""
        return self._kind

    def typed(self) -> dict[str, object]:
        """Return all that was typed, for other kinds too, and no password."""
        now = {key: field.typed() for key, field in self._fields.items()}
        return {key: value for key, value in {**self._begun, **self._typed, **now}.items() if key != SECRET}

    @property
    def title(self) -> str:
        """What it is called, as typed."""
        return str(self._fields["title"].value() or "")

    @property
    def secret(self) -> str:
        """The password that was typed, or nothing."""
        field = self._fields.get(SECRET)
        return str(field.value() or "") if field is not None else ""

    def settings(self) -> dict[str, object]:
        """Return the settings as they stand in the form, with those of the file that it does not ask for."""
        asked = {key.partition(".")[0] for key in self._fields}
        kept = self.channel.plain if self.channel is not None else {"kind": self._kind}
        settings: dict[str, object] = {key: value for key, value in kept.items() if key not in asked}
        if self.secret:
            settings.pop("secret", None)  # a password that is typed goes to where passwords usually are
        for key, field in self._fields.items():
            value = field.value()
            if key == SECRET or value is None or (key in self._unset and value == self._unset[key]):
                continue
            outer, parted, inner = key.partition(".")
            if parted:
                table = settings.setdefault(outer, {})
                if isinstance(table, dict):
                    table[inner] = value
            else:
                settings[key] = _address(value) if self._kind == "collection" and key == "url" else value
        return settings

    def show_problems(self, problems: Sequence[tuple[str, str]]) -> None:
        """Say beside each box what is wrong with it. `problems` has keys of the file, each with a sentence."""
        self._clear_problems()
        said: dict[FormField, list[str]] = {}
        others = []
        for key, words in problems:
            field = self._field_of(key)
            if field is None:
                others.append(words)
            else:
                said.setdefault(field, []).append(words)
        for field, sentences in said.items():
            field.show_problem(" ".join(dict.fromkeys(sentences)))
        count = str(len(said))
        told = self.tr("Not saved yet. Boxes that need a change: {count}. What you typed is still here.")
        self.show_trouble(" ".join([told.replace("{count}", count), *others]))
        first = next((field for field in self._fields.values() if field in said), None)
        if first is not None:
            first.focus_box()

    def show_trouble(self, words: str) -> None:
        """Say why it could not be saved."""
        self._trouble.words.say(words)
        self._trouble.show()
        announce(self, words)

    def focus_first(self) -> None:
        """Give the focus to the heading, so that a screen reader says what this page is."""
        self.heading.title.setFocus()

    def _field_of(self, key: str) -> FormField | None:
        """Return the box that a key of the file, such as `to[1]` or `receipt.status[0]`, is asked in."""
        found = [each for each in self._fields if re.match(rf"{re.escape(each)}(?=$|[.\[])", key)]
        if not found and key == "receipt":
            found = ["receipt.status"]
        return self._fields[max(found, key=len)] if found else None

    def _clear_problems(self) -> None:
        self._trouble.hide()
        for field in self._fields.values():
            field.show_problem("")

    def _show_fields(self) -> None:
        """Show the questions of the kind, with what was typed before wherever another kind asks for the same."""
        for key, field in self._fields.items():
            self._typed[key] = field.typed()
        self._about.say(about_kind(self._kind))
        empty(self._column)
        self._fields = {}
        asked = fields_of(self._kind)
        for place, spec in enumerate(asked):
            if spec.is_rare and not asked[place - 1].is_rare:
                rare = self.tr("Only if somebody told you what to write")
                self._column.addWidget(Text(self.look, rare, H2))
            field = self._field(spec)
            field.show_value(self._value_of(spec))
            field.changed.connect(self._on_changed)
            self._fields[spec.key] = field
            self._column.addWidget(field)

    def _field(self, spec: Field) -> FormField:
        label = spec.label
        if spec.is_needed:
            label = self.tr("{question} (needed)").replace("{question}", spec.label)
        if spec.box in {Box.PIECES, Box.TABLE}:
            return RowsField(self.look, label, spec.hint, spec.rows, as_table=spec.box is Box.TABLE)
        if spec.box is Box.CHOICE:
            return ChoiceField(self.look, label, spec.choices, spec.hint)
        hint = spec.hint
        if spec.box is Box.HIDDEN:
            hint = self.tr(
                "We keep it in the keyring of this computer, and never in a file. "
                "Without a keyring we keep it until you close this window."
            )
            if self.channel is not None:
                kept = self.tr("Leave it empty to keep the one we have.")
                hint = f"{kept} {hint}"
        return _SIMPLE[spec.box](self.look, label, hint)

    def _value_of(self, spec: Field) -> object:
        """Return what stands in a box at first: what was typed, what the file says, or what is most often right.

        What the file does not say and nobody changes stays unsaid: a way that is said otherwise counts as another one.
        """
        if self._typed.get(spec.key) is not None:
            return self._typed[spec.key]
        value = spec.start
        if self.channel is not None:
            value = self._set_in_file(spec)
            if value is None:
                self._unset[spec.key] = value = spec.start
        return self._begun.pop(spec.key, value)

    def _set_in_file(self, spec: Field) -> object:
        value: object = self.channel.plain if self.channel is not None else {}
        for part in spec.key.split("."):
            value = value.get(part) if isinstance(value, dict) else None
        return value

    @Slot()
    def _on_kind_chosen(self) -> None:
        kind = str(self._kinds.value())
        if kind != self._kind:
            self._kind = kind
            self._trouble.hide()
            self._show_fields()
            self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        self.is_changed = True
        self.changed.emit()


def _address(value: object) -> object:
    """Return the address of a folder that was given by its path."""
    path = Path(str(value)).expanduser()
    return path.as_uri() if path.is_absolute() else value
