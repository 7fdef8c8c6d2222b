"""A person at the keyboard, in a process of its own: types numbered words into the real window until it is killed.

    python -m tests.ui.typist PROFILE [early]

Each acknowledged save prints how many words are on the disk; "red" is printed when the window says that it cannot save.
With `early` the window acknowledges before it commits:
the control that the kill test must catch.
"""

import os
import sys
from concurrent.futures import Future
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
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


def acknowledge_early(store, revision):
    """Say that a revision is saved, and never save it."""
    if revision.base_rev == 0:
        return honest(store, revision)
    done = Future()
    done.set_result(Saved(revision.draft_id, revision.base_rev, ""))
    return done


honest = DraftStore.save_later


def main(profile, *how):
    if "early" in how:
        DraftStore.save_later = acknowledge_early
    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    with program_in(profile_in(Path(profile))) as program:
        window = PersonalWindow(Look(resource_folder(), ThemeChoice.LIGHT), program, Dialogs())
        window.show()
        window.home.page.blank_wanted.emit()
        navigator = window.navigator
        navigator.go(StepId.POINTS)
        navigator._on_changed(navigator.writing.draft.add_own_point("Mine"), "")
        navigator.go(StepId.STORY)
        box = window.focusWidget()
        begun = navigator.saver._begin
        on_the_way = []

        def begin(reason):
            on_the_way.append(navigator.writing.draft.points[0].story.count(" "))
            begun(reason)

        def tell():
            if navigator.saver.state.value == "failed":
                sys.stdout.write("red\n")
                sys.stdout.flush()
                return
            if navigator.saver.state.value in {"saved", "waiting"} and navigator.saver._future is None and on_the_way:
                sys.stdout.write(f"{on_the_way[-1]}\n")
                sys.stdout.flush()

        navigator.saver._begin = begin
        navigator.saver.state_changed.connect(tell)
        number = 0

        def type_a_word():
            nonlocal number
            number += 1
            QTest.keyClicks(box, f"w{number} ")

        timer = QTimer()
        timer.timeout.connect(type_a_word)
        timer.start(15)
        application.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])
