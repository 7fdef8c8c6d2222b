"""How long a key takes until the window shows it, in Draft and in Your story with everything live, beside a bare box.

    xvfb-run -a .venv/bin/python -m tests.benchmarks.typing

The floor is a QPlainTextEdit with the same text in a window of the same size. The two take turns, key by key. After
each key the window's own work (whose words, time, rail, saving) is run to its end and timed too: the longest block.
"""

import gc
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from statistics import median, quantiles

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from testimony_app.domain.steps import StepId
from testimony_app.files.shipped import resource_folder
from testimony_app.main import program_in
from testimony_app.settings.folders import profile_in
from testimony_app.ui.application import dress
from testimony_app.ui.dialogs import Dialogs
from testimony_app.ui.look import Look, ThemeChoice
from testimony_app.ui.personal import PersonalWindow
from tests.benchmarks.report import Row, told

KEYS = 200
BLOCK_WORDS = 600
MOST_TIMES = 1.5
MOST_P95 = 8.0
MOST_BLOCK = 16.0
GOAL = "Typing"


def rows():
    application = QApplication([])
    application.setStyle("Fusion")
    look = Look(resource_folder(), ThemeChoice.LIGHT)
    dress(application, look)
    for words in (BLOCK_WORDS, 5000):
        with tempfile.TemporaryDirectory() as folder, program_in(profile_in(Path(folder))) as program:
            yield from measure(application, look, program, words, StepId.DRAFT)
        with tempfile.TemporaryDirectory() as folder, program_in(profile_in(Path(folder))) as program:
            yield from measure(application, look, program, words, StepId.STORY)


def measure(application, look, program, words, step):
    window = PersonalWindow(look, program, Dialogs())
    window.show()
    settle(application)
    gc.freeze()  # as a start does when the window has been painted
    opened = program.drafting.start("en", "minneapolis-facial-recognition")
    draft = opened.draft.choose_point("accuracy")
    sentence = "Last winter a store guard was sure I was a different woman, and it took an hour to prove.".split()  # noqa: SIM905
    story = " ".join((sentence * (words // len(sentence) + 1))[:words])
    draft = draft.change_point(replace(draft.points[0], story=story, evidence=("nist-false-matches",)))
    window._on_opened(replace(opened, draft=draft))
    window.navigator.go(step)
    page = window.navigator._pages[step]
    editor = page._cards["accuracy"].editor if step is StepId.DRAFT else page._box
    editor.setFocus()
    bare = QPlainTextEdit(editor.toPlainText())
    bare.setFont(editor.font())
    bare.resize(editor.size().boundedTo(window.size()))
    bare.show()
    for box in (editor, bare):
        box.moveCursor(box.textCursor().MoveOperation.End)
    settle(application)
    ours, floor, blocks = [], [], []
    for number in range(KEYS):
        letter = "abcdefgh "[number % 9]
        floor.append(key(application, bare, letter))
        ours.append(key(application, editor, letter))
        blocks.append(block(application, editor))
    times = median(one / other for one, other in zip(ours, floor, strict=True))
    p95 = quantiles(ours, n=20)[18] * 1000
    longest = max(blocks) * 1000
    window.navigator.saver.finish(5)
    window.navigator.close()
    window.close()
    bare.close()
    bare_box = f"bare text box {median(floor) * 1000:.2f} ms"
    where = f"{'Draft' if step is StepId.DRAFT else 'Your story'}, {words:,} words"
    yield Row(GOAL, f"key to frame, {where}, p50", median(ours) * 1000, "ms", bare_box, times, MOST_TIMES)
    yield Row(GOAL, f"key to frame, {where}, p95", p95, "ms", wanted=MOST_P95)
    most_block = MOST_BLOCK if words == BLOCK_WORDS else None
    yield Row(GOAL, f"longest work after a key, {where}", longest, "ms", wanted=most_block)


def settle(application):
    for _ in range(20):
        application.processEvents()


def key(application, box, letter):
    """Return the seconds from a key to the end of the painting that shows it."""
    start = time.perf_counter()
    QTest.keyClick(box, getattr(Qt.Key, f"Key_{letter.upper()}") if letter != " " else Qt.Key.Key_Space)
    application.processEvents()
    return time.perf_counter() - start


def block(application, editor):
    """Return the seconds of the work that waits for a short pause after the key, painting included."""
    start = time.perf_counter()
    editor.flush()
    application.processEvents()
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(told(rows()))
