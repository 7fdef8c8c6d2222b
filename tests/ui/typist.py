"""A person at the keyboard, in a process of its own: types numbered words into the real window until it is killed.

    python -m tests.ui.typist PROFILE [early]

It goes on in the middle of the newest testimony's story, or begins one. Each line says what happened, and when by the
clock that all processes of a computer share:

    opened TIME NUMBER DISTANCE    the story is on the screen up to this number, the cursor so many letters from it
    typed TIME NUMBER              a word with this number was typed
    saved TIME NUMBER              the window has acknowledged everything up to this number
    red TIME                       the window says that it cannot save
    asked                          it asked something

With `early` the window acknowledges before it commits: the control that the kill test must catch.
"""

import os
import re
import sys
import time
from concurrent.futures import Future
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from testimony_app.domain.steps import StepId
from testimony_app.files.shipped import resource_folder
from testimony_app.main import program_in
from testimony_app.settings.folders import profile_in
from testimony_app.store.changes import Saved
from testimony_app.store.drafts import DraftStore
from testimony_app.ui.dialogs import Dialogs
from testimony_app.ui.look import Look, ThemeChoice
from testimony_app.ui.personal import PersonalWindow
from testimony_app.ui.widgets.story_box import StoryBox
from tests.ui.story_words import WORDS

EVERY_MILLISECONDS = 15
_NUMBERED = re.compile(r"[^\W\d]+(\d+) ")


class NothingToAsk(Dialogs):
    """Says that it was asked, whatever it was."""

    def __getattribute__(self, name):
        if not name.startswith("_"):
            say("asked")
        return super().__getattribute__(name)


def say(*words):
    try:
        os.write(1, f"{' '.join(map(str, words))}\n".encode())
    except BrokenPipeError:  # nobody listens any more
        os._exit(1)


def acknowledge_early(store, revision):
    """Say that a revision is saved, and never save it."""
    if revision.base_rev == 0:
        return honest(store, revision)
    done = Future()
    done.set_result(Saved(revision.draft_id, revision.base_rev, ""))
    return done


honest = DraftStore.save_later


def press(box, letter):
    """Press a key and let it go; a key's number is that of its capital letter in Latin-1."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(box, QKeyEvent(kind, ord(letter.upper()), Qt.KeyboardModifier.NoModifier, letter))


def last_number(text):
    """Return the number of the last numbered word, 0 where there is none."""
    found = _NUMBERED.findall(text)
    return int(found[-1]) if found else 0


def sit_down(window, program):
    """Open the story of the newest testimony, or of a new one, and return its box."""
    rows = program.drafting.page(1)
    navigator = window.navigator
    if rows:
        window.home.page.open_wanted.emit(rows[0].id)
    else:
        window.home.page.blank_wanted.emit()
        navigator.go(StepId.POINTS)
        navigator._on_changed(navigator.writing.draft.add_own_point("Mine"), "")
        navigator.go(StepId.STORY)
    box = window.focusWidget()
    if not isinstance(box, StoryBox):
        raise TypeError(box)
    return box


def go_to_the_numbers(box, story):
    """Put the cursor behind the last numbered word, or in the middle of a story that has none.

    Returns how many letters away from that word it was; 0 where there is none.
    """
    numbered = list(_NUMBERED.finditer(story))
    cursor = box.textCursor()
    distance = abs(cursor.position() - numbered[-1].end()) if numbered else 0
    cursor.setPosition(numbered[-1].end() if numbered else len(story) // 2)
    if story and not numbered:
        cursor.movePosition(QTextCursor.MoveOperation.NextWord)
    box.setTextCursor(cursor)
    return distance


def tell_of_saving(navigator):
    """Say what the window says of saving, and up to which number a save was that it has acknowledged."""
    saver = navigator.saver
    begun = saver._begin
    on_the_way = []
    said = []

    def begin(reason):
        on_the_way.append(last_number(navigator.writing.draft.points[0].story))
        begun(reason)

    def tell():
        if saver.state.value == "failed":
            now = ("red", time.monotonic())
        elif saver.state.value in {"saved", "waiting"} and saver._future is None and on_the_way:
            now = ("saved", time.monotonic(), on_the_way[-1])
        else:
            return
        if said[-1:] != [(now[0], now[2:])]:
            said.append((now[0], now[2:]))
            say(*now)

    saver._begin = begin
    saver.state_changed.connect(tell)


def main(profile, *how):
    if "early" in how:
        DraftStore.save_later = acknowledge_early
    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    with program_in(profile_in(Path(profile))) as program:
        window = PersonalWindow(Look(resource_folder(), ThemeChoice.LIGHT), program, NothingToAsk())
        window.show()
        box = sit_down(window, program)
        application.processEvents()
        draft = window.navigator.writing.draft
        story, words = draft.points[0].story, WORDS.get(draft.language, WORDS["en"])
        number = last_number(story)
        say("opened", time.monotonic(), number, go_to_the_numbers(box, story))
        tell_of_saving(window.navigator)

        def type_a_word():
            nonlocal number
            number += 1
            for letter in f"{words[number % len(words)]}{number} ":
                press(box, letter)
            say("typed", time.monotonic(), number)

        timer = QTimer()
        timer.timeout.connect(type_a_word)
        timer.start(EVERY_MILLISECONDS)
        application.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])
