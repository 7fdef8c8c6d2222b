"""Backups: what there is, what is in it, and bringing it back, also after the database was lost."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from testimony_app.services.backups import BackupContent, Kept, Rescue
from testimony_app.store import backup_files
from testimony_app.ui.dates import moment
from testimony_app.ui.look import Look
from testimony_app.ui.page import Page
from testimony_app.ui.tokens import BODY, H2, LABEL, SMALL
from testimony_app.ui.widgets.button import Button, ButtonKind
from testimony_app.ui.widgets.card import Card
from testimony_app.ui.widgets.flow import Flow
from testimony_app.ui.widgets.heading import Heading
from testimony_app.ui.widgets.in_view import bring_news_into_view
from testimony_app.ui.widgets.note import Note
from testimony_app.ui.widgets.stacks import Column, Row, empty
from testimony_app.ui.widgets.text import Text

_TITLES = 5
"""So many testimonies of a backup are named."""

_LEAST_WORDS = 260
_MEASURE = 820
"""As wide as two cards side by side need it, in pixels at scale 1."""


class BackupsPage(Page):
    """`restore_wanted` asks for a backup by its file name, `rescue_wanted` for all that is left after a loss.

    `empty_wanted` asks for a new start where nothing is left, `home_wanted` for the list of testimonies.
    """

    make_wanted = Signal()
    restore_wanted = Signal(str)
    rescue_wanted = Signal()
    empty_wanted = Signal()
    home_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, Heading(look, self.tr("Backups")), measure=_MEASURE)
        self._done = Column(look, gap=8)
        self._content = Column(look, gap=10)
        self._list = QWidget()
        self._list.setLayout(self._content)
        self.column.addLayout(self._done)
        self.column.addWidget(self._list)
        self._progress: Text | None = None
        self.add(None)

    def show_backups(self, rescue: Rescue, why: str, folder: Path, aside: Sequence[Path]) -> None:
        """Show the backups; after a loss `why`, and what can be brought back, come first."""
        empty(self._content)
        if rescue.error is not None:
            self._show_loss(rescue, why)
        else:
            words = self.tr(
                "Testimony makes a backup by itself on each day that you write. "
                "The newest seven stay on this computer, beside your testimonies."
            )
            self._add(Text(self.look, words, BODY))
            make = Button(self.look, self.tr("Make a backup now"), icon_name="save")
            make.clicked.connect(self.make_wanted)
            self._content.addLayout(Row(self.look, make, None))
        self._show_list(rescue)
        where = self.tr("They are kept in {folder}.").replace("{folder}", str(folder))
        self._add(Text(self.look, where, SMALL, "ink2"))
        for path in aside:
            kept = self.tr("Set aside and kept: {path}").replace("{path}", str(path))
            self._add(Text(self.look, kept, SMALL, "ink2"))

    def say_done(self, words: str, *, leads_home: bool = False) -> None:
        """Say what was done, or with an empty text nothing."""
        empty(self._done)
        if words:
            self._tell(Note(self.look, "circle-check", words, color="good", fill="goodfill", edge="good", role=BODY))
        if leads_home:
            home = Button(self.look, self.tr("Show my testimonies"), ButtonKind.PRIMARY, icon_name="house")
            home.clicked.connect(self.home_wanted)
            self._done.addLayout(Row(self.look, home, None))
            home.setFocus()

    def show_working(self, words: str) -> None:
        """Say what goes on, and take no wishes until `end_working`."""
        empty(self._done)
        self._done.addWidget(Note(self.look, "hourglass", words, color="softink", fill="soft", role=BODY))
        self._progress = Text(self.look, "", BODY, "ink2")
        self._done.addWidget(self._progress)
        self._list.hide()
        self.heading.title.setFocus()

    def show_progress(self, words: str) -> None:
        """Say how far it has come."""
        if self._progress is not None:
            self._progress.say(words)

    def end_working(self) -> None:
        """Take wishes again."""
        self._progress = None
        empty(self._done)
        self._list.show()

    def say_trouble(self, why: str) -> None:
        """Say why something could not be done."""
        empty(self._done)
        self._tell(Note(self.look, "octagon-alert", why, color="bad", fill="badfill", edge="bad", role=BODY))

    def _tell(self, note: Note) -> None:
        self._done.addWidget(note)
        bring_news_into_view(note)

    def _show_loss(self, rescue: Rescue, why: str) -> None:
        self._add(Note(self.look, "octagon-alert", why, color="bad", fill="badfill", edge="bad", role=BODY))
        self._add(Text(self.look, self.tr("What can be brought back"), H2))
        best = rescue.best
        both = Flow(self.look, gap=10, equal=True)
        if best is not None:
            title = self.tr("The newest backup, {when}").replace("{when}", _when(best))
            both.addWidget(self._kept_card(title, best.count, best.kept))
        read = self.tr("What can still be read of the damaged file")
        both.addWidget(self._kept_card(read, len(rescue.salvaged), rescue.salvaged))
        self._content.addLayout(both)
        if best is None and not rescue.salvaged:
            words = self.tr(
                "Nothing was found. You can start with an empty list. The damaged file is kept beside it, "
                "and somebody who knows disks may still help."
            )
            self._add(Text(self.look, words, BODY))
            start = Button(self.look, self.tr("Start with an empty list"), icon_name="file-text")
            start.clicked.connect(self.empty_wanted)
            self._content.addLayout(Row(self.look, start, None))
            return
        words = self.tr(
            "Where both have a testimony you get the newer words, and the other ones as an earlier version. "
            "The damaged file is kept too."
        )
        if best is not None and rescue.salvaged:
            self._add(Text(self.look, words, BODY))
        back = Button(self.look, self.tr("Bring my testimonies back"), ButtonKind.PRIMARY, icon_name="history")
        back.clicked.connect(self.rescue_wanted)
        self._content.addLayout(Row(self.look, back, None))

    def _show_list(self, rescue: Rescue) -> None:
        if rescue.error is not None and rescue.backups:
            self._add(Text(self.look, self.tr("All backups"), H2))
        for content in rescue.backups:
            self._add(self._row(content))
        if not rescue.backups and rescue.error is None:
            self._add(Text(self.look, self.tr("There is no backup yet."), BODY, "ink2"))

    def _row(self, content: BackupContent) -> Card:
        card = Card(self.look)
        when = _when(content)
        words = QWidget()
        words.setLayout(
            Column(
                self.look,
                Text(self.look, when[:1].upper() + when[1:], LABEL),
                Text(self.look, self._about(content), SMALL, "ink2" if content.is_sound else "bad"),
                gap=2,
            )
        )
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row = Flow(self.look, words, gap=10, least=_LEAST_WORDS)
        if content.is_sound:
            back = Button(self.look, self.tr("Bring this one back"))
            back.setAccessibleName(self.tr("Bring this one back: {when}").replace("{when}", when))
            back.clicked.connect(lambda: self.restore_wanted.emit(content.backup.path.name))
            row.addWidget(back)
        card.setLayout(Column(self.look, row, margins=(18, 10, 14, 10)))
        return card

    def _about(self, content: BackupContent) -> str:
        if content.is_shut:
            return self.tr("This backup is locked, and what opens it is not here.")
        if not content.is_sound:
            return self.tr("This backup is damaged and cannot be used.")
        reasons = {
            backup_files.DAILY: self.tr("Made by itself. Testimonies in it: {count}"),
            backup_files.BY_HAND: self.tr("Made by you. Testimonies in it: {count}"),
            backup_files.MIGRATION: self.tr("Made before Testimony was updated. Testimonies in it: {count}"),
            backup_files.RESTORE: self.tr("Made before a backup was brought back. Testimonies in it: {count}"),
        }
        return reasons[content.backup.reason].replace("{count}", str(content.count))

    def _kept_card(self, title: str, count: int, kept: Sequence[Kept]) -> Card:
        card = Card(self.look)
        column = Column(self.look, Text(self.look, title, LABEL), gap=6, margins=(18, 12, 16, 14))
        found = self.tr("Testimonies: {count}").replace("{count}", str(count))
        column.addWidget(Text(self.look, found, SMALL, "ink2"))
        for each in kept[:_TITLES]:
            line = self.tr("{title}, {when}").replace("{title}", each.title or self.tr("Untitled testimony"))
            column.addWidget(Text(self.look, line.replace("{when}", _moment(each.saved_utc)), BODY))
        if count > _TITLES:
            more = self.tr("And {count} more").replace("{count}", str(count - _TITLES))
            column.addWidget(Text(self.look, more, SMALL, "ink2"))
        column.addStretch(1)
        card.setLayout(column)
        return card

    def _add(self, widget: QWidget) -> None:
        self._content.addWidget(widget)


def _when(content: BackupContent) -> str:
    return moment(content.backup.made_utc.isoformat(), datetime.now(UTC))


def _moment(saved_utc: str) -> str:
    try:
        return moment(saved_utc, datetime.now(UTC))
    except ValueError:
        return saved_utc
