"""A person who writes without saving, in a process of its own, on this computer's folders of a made-up home.

    python -m tests.ui.unsaved_typist PROFILE kept|unsaved

Types the word of `tests.words_left` wherever it can stand, searches for it, looks at every step and at the pages, says
"typed", and then waits until it is killed, or until a line comes on standard input: then it closes its window and ends.
`kept` is the control: the same in the window that saves.
"""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSocketNotifier
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from testimony_app.documents.options import Variant
from testimony_app.domain.steps import StepId
from testimony_app.files.no_traces import leave_no_core
from testimony_app.files.shipped import resource_folder
from testimony_app.services.program import Program
from testimony_app.services.unsaved import UnsavedProgram
from testimony_app.settings.folders import profile_in
from testimony_app.ui.dialogs import Dialogs
from testimony_app.ui.look import Look, ThemeChoice
from testimony_app.ui.personal import PersonalWindow
from testimony_app.ui.unsaved_window import UnsavedWindow
from tests.words_left import WORD


class Agreeing(Dialogs):
    """Agrees to everything."""

    def choose(self, _parent, _title, _text, _choices, away=""):
        assert away
        return 0


def write(window, application):
    window.show()
    window.home.page.blank_wanted.emit()
    navigator = window.navigator
    navigator.go(StepId.POINTS)
    navigator._on_changed(navigator.writing.draft.add_own_point(f"My {WORD}"), "")
    navigator.go(StepId.STORY)
    QTest.keyClicks(window.focusWidget(), f"A {WORD} stood by the bridge. {WORD}. " * 20)
    for step in StepId:
        navigator.go(step)
        application.processEvents()
    assert navigator.saver.finish(10)
    for number in range(30):
        navigator.go(StepId.STORY)
        QTest.keyClicks(window.focusWidget(), f"{WORD} {number}. ")
        assert navigator.saver.finish(10)
    preview = window._program.previewing.preview(navigator.writing.draft.id, Variant.WRITTEN, datetime.now(UTC))
    assert preview.pages
    window.keeping.show_versions()
    window.show_home()
    window.home._on_search_wanted(WORD)
    assert window._program.drafting.find(WORD, 9)


def main(profile, how):
    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    look = Look(resource_folder(), ThemeChoice.LIGHT)
    folders = profile_in(Path(profile))
    if how == "unsaved":
        leave_no_core()
        program = UnsavedProgram(folders, resource_folder())
        window = UnsavedWindow(look, program, Agreeing())
    else:
        program = Program(folders, resource_folder())
        window = PersonalWindow(look, program, Agreeing())
    write(window, application)
    sys.stdout.write("typed\n")
    sys.stdout.flush()
    line = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    line.activated.connect(window.close)
    application.exec()
    program.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
