"""Settings: text and colors, keys, ways to send, where testimonies are kept, and what this program is."""

from dataclasses import dataclass

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from testimony_app.ui.look import Look, ThemeChoice
from testimony_app.ui.page import Page
from testimony_app.ui.tokens import BODY, H2, SCALES, SMALL
from testimony_app.ui.widgets.button import Button
from testimony_app.ui.widgets.flow import Flow
from testimony_app.ui.widgets.heading import Heading
from testimony_app.ui.widgets.segment import AnswerGroup, SegmentButton
from testimony_app.ui.widgets.switch import Switch
from testimony_app.ui.widgets.text import Text

_THEMES = (ThemeChoice.SYSTEM, ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.HIGH_CONTRAST)


@dataclass(frozen=True, slots=True)
class ProgramFacts:
    """What the program says of itself: its version, those it stands on, and where things are kept."""

    versions: str
    database: str
    folder: str


class SettingsPage(Page):
    """Choices take effect at once. `shortcuts_wanted` says whether keys should work as shortcuts.

    `ways` is the part that lists the ways to send, `letterheads` that of letterheads, `lock` that of the lock.
    `backups_wanted` asks for the
    page of backups, `erase_wanted` for erasing everything.
    """

    shortcuts_wanted = Signal(bool)
    backups_wanted = Signal()
    erase_wanted = Signal()

    def __init__(self, look: Look, facts: ProgramFacts, ways: QWidget, letterheads: QWidget, lock: QWidget) -> None:
        super().__init__(look, Heading(look, self.tr("Settings")))
        self._facts = facts
        self._themes = AnswerGroup(self)
        self._sizes = AnswerGroup(self)
        self.add(Text(look, self.tr("Colors"), H2))
        theme_words = (self.tr("Follow this computer"), self.tr("Light"), self.tr("Dark"), self.tr("High contrast"))
        self.column.addLayout(self._choices(self._themes, theme_words, self.tr("Colors")))
        self.add(4, Text(look, self.tr("Text size"), H2))
        percent = self.tr("{percent}%")
        size_words = tuple(percent.replace("{percent}", str(round(scale * 100))) for scale in SCALES)
        self.column.addLayout(self._choices(self._sizes, size_words, self.tr("Text size")))
        self._themes.chosen.connect(self._on_theme_chosen)
        self._sizes.chosen.connect(self._on_size_chosen)
        self.add(4, Text(look, self.tr("Keys"), H2))
        self.shortcuts = Switch(look, self.tr("Use shortcuts such as Alt+Right and Ctrl+1"))
        self.shortcuts.setChecked(True)
        self.shortcuts.toggled.connect(self.shortcuts_wanted)
        self.add(self.shortcuts, 4, ways, 4, letterheads, 4, lock)
        self.add(4, Text(look, self.tr("Where my testimonies are kept"), H2))
        self.add(Text(look, facts.database, BODY))
        show = Button(look, self.tr("Show the folder"), icon_name="folder-open")
        show.clicked.connect(self._on_show_clicked)
        backups = Button(look, self.tr("Backups"), icon_name="history")
        backups.clicked.connect(self.backups_wanted)
        places = QWidget()
        erase = Button(look, self.tr("Erase everything"), icon_name="trash-2")
        erase.clicked.connect(self.erase_wanted)
        places.setLayout(Flow(look, show, backups, erase, gap=8))
        self.add(places)
        self.add(4, Text(look, self.tr("About this program"), H2))
        self.add(Text(look, facts.versions, BODY))
        promise = self.tr("Nothing is sent unless you say so. You need no account, and nothing is counted.")
        self.add(Text(look, promise, BODY))
        licences = self.tr(
            "Testimony is free software under the Apache License 2.0. The typeface is Atkinson Hyperlegible Next "
            "under the SIL Open Font License 1.1. The icons are from Lucide under the ISC License. "
            "The window is made with Qt for Python under the LGPL."
        )
        self.add(Text(look, licences, SMALL, "ink2"), None)
        look.changed.connect(self._show_choices)
        self._show_choices()

    def _choices(self, group: AnswerGroup, words: tuple[str, ...], question: str) -> Flow:
        row = Flow(self.look, equal=True)
        for number, word in enumerate(words):
            button = SegmentButton(self.look, word)
            button.setAccessibleName(f"{question}: {word}")
            group.addButton(button, number)
            row.addWidget(button)
        return row

    @Slot()
    def _show_choices(self) -> None:
        self._themes.show_answer(_THEMES.index(self.look.choice))
        if self.look.scale in SCALES:
            self._sizes.show_answer(SCALES.index(self.look.scale))

    @Slot(int)
    def _on_theme_chosen(self, number: int) -> None:
        self.look.choose(_THEMES[number])

    @Slot(int)
    def _on_size_chosen(self, number: int) -> None:
        self.look.set_scale(SCALES[number])

    @Slot()
    def _on_show_clicked(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._facts.folder))
