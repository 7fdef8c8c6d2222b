"""A packet for the record: which testimonies go into it, and how it is set."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from testimony_app.documents.options import Variant
from testimony_app.ui.accessibility import announce
from testimony_app.ui.look import Look
from testimony_app.ui.page import READING_WIDTH, Page
from testimony_app.ui.tokens import BODY, H3, LABEL, SMALL
from testimony_app.ui.widgets.button import Button, ButtonKind
from testimony_app.ui.widgets.flow import Flow
from testimony_app.ui.widgets.heading import Heading
from testimony_app.ui.widgets.note import Note
from testimony_app.ui.widgets.saved_note import SavedNote
from testimony_app.ui.widgets.segment import AnswerGroup, SegmentButton
from testimony_app.ui.widgets.stacks import Row
from testimony_app.ui.widgets.switch import Switch
from testimony_app.ui.widgets.text import Text
from testimony_app.ui.widgets.tick_list import TickList
from testimony_app.ui.widgets.tick_row import TickEntry
from testimony_app.ui.widgets.told_list import ToldList
from testimony_app.ui.widgets.working_note import WorkingNote


class PacketPage(Page):
    """`pack_wanted` asks for the packet, `more_wanted` for more rows of the list.

    `working` tells of a packet that takes long.
    """

    pack_wanted = Signal()
    more_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, Heading(look, self.tr("A packet for the record")), measure=READING_WIDTH)
        about = self.tr(
            "All testimonies you choose go into one PDF with contents and an index, and each into a file of its own. "
            "A packet may be published, so it holds no contact, and no name that is left out."
        )
        order = self.tr(
            "They stand in the order in which they were begun or brought in on this computer, the first one on top. "
            "The packet has the same order. Up and Down go through the list, the space bar chooses."
        )
        self._list = TickList(look)
        self._list.changed.connect(self._show_count)
        self._count = Text(look, "", LABEL)
        every = Button(look, self.tr("Choose all"), icon_name="check")
        every.clicked.connect(lambda: self._tick_all(ticked=True))
        none = Button(look, self.tr("Choose none"), icon_name="x")
        none.clicked.connect(lambda: self._tick_all(ticked=False))
        self._more = Button(look, self.tr("Show more"))
        self._more.clicked.connect(self._on_more_clicked)
        self.add(Text(look, about, BODY), 4, Text(look, self.tr("Testimonies"), H3), Text(look, order, SMALL, "ink2"))
        self.add(Flow(look, every, none, gap=10), self._list, Row(look, self._more, None), self._count)
        self._variants = (
            (Variant.WRITTEN, self.tr("Written statement")),
            (Variant.LARGE_PRINT, self.tr("Large print")),
        )
        self.add(4, Text(look, self.tr("How the pages look"), H3), self._choices())
        self._word = Switch(look, self.tr("Save each testimony as a Word file too"), wraps=True)
        make = Button(look, self.tr("Make the packet"), ButtonKind.PRIMARY, icon_name="files")
        make.clicked.connect(self._on_make_clicked)
        self._told = ToldList(look)
        working = self.tr("We are still making the packet. Many testimonies take longer.")
        self.working = WorkingNote(look, working, self.tr("We stop as soon as the step that goes on is done."))
        folder = self.tr("We ask for a folder. An empty one is best, since many files come into it.")
        self.add(self._word, 4, Text(look, folder, SMALL, "ink2"), Row(look, make, None), self.working, self._told)
        self.add(None)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of the testimonies that go into it, in the order of the list."""
        return self._list.chosen

    @property
    def variant(self) -> Variant:
        """How the pages are set."""
        return self._variants[self._group.checkedId()][0]

    @property
    def with_word(self) -> bool:
        """Whether each testimony is wanted as a Word file too."""
        return self._word.isChecked()

    def begin(self, ids: Sequence[str]) -> None:
        """Ask anew, with nothing chosen. The rows come by `add_rows`."""
        self._list.begin(ids)
        self._group.show_answer(0)
        self._word.show_on(on=False)
        self._told.clear()
        self.working.end()

    def add_rows(self, entries: Sequence[TickEntry]) -> None:
        """Show the next testimonies of the list."""
        self._list.add_rows(entries)
        self._more.setVisible(self._list.left > 0)

    def show_saved(self, path: str, count: int) -> None:
        """Say where the packet is, and how many testimonies it holds."""
        pattern = self.tr("The packet is saved as *{path}*. Testimonies in it: {count}. Their own files are beside it.")
        note = SavedNote(self.look)
        note.show_path(path, pattern.replace("{count}", str(count)))
        self._told.tell(note, note.words)

    def show_told(self, words: str) -> None:
        """Say something of what was done."""
        self._told.tell(Note(self.look, "info", words, color="softink", fill="soft", role=BODY), words)

    def show_caution(self, words: str) -> None:
        """Say what should be known of the packet."""
        self._told.tell(
            Note(self.look, "triangle-alert", words, color="warn", fill="warnfill", edge="warn", role=BODY), words
        )

    def show_trouble(self, words: str) -> None:
        """Say why there is no packet."""
        self._told.tell(
            Note(self.look, "octagon-alert", words, color="bad", fill="badfill", edge="bad", role=BODY), words
        )

    def _choices(self) -> QWidget:
        box, flow = QWidget(), Flow(self.look, gap=10, equal=True)
        question = self.tr("How the pages look")
        self._group = AnswerGroup(self)
        for number, (_, title) in enumerate(self._variants):
            button = SegmentButton(self.look, title)
            button.setAccessibleName(f"{question}: {title}")
            self._group.addButton(button, number)
            flow.addWidget(button)
        self._group.show_answer(0)
        box.setLayout(flow)
        return box

    def _tick_all(self, *, ticked: bool) -> None:
        self._list.tick_all(ticked=ticked)
        announce(self, self._count.text())

    @Slot()
    def _show_count(self) -> None:
        words = self.tr("Chosen: {count} of {all}.").replace("{count}", str(len(self._list.chosen)))
        self._count.say(words.replace("{all}", str(len(self._list.ids))))

    @Slot()
    def _on_more_clicked(self) -> None:
        shown = len(self._list.ids) - self._list.left
        self.more_wanted.emit()
        self._list.focus_row(shown)

    @Slot()
    def _on_make_clicked(self) -> None:
        if self._list.chosen:
            self.pack_wanted.emit()
        else:
            self.show_told(self.tr("Choose the testimonies first. Nothing was written."))
            self._list.focus_row(0)
