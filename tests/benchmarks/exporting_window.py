"""How long the window stands still while it exports: a thousand mixed exports by its own path, beside an idle window.

    xvfb-run -a .venv/bin/python -m tests.benchmarks.exporting_window [EXPORTS]

A timer of one millisecond beats in the window's thread; the longest time between two beats is the longest that a key
or a painting would have waited. The floor is the same window while a thread of no Python works as long: what a busy
machine and Qt take by themselves. Word, PDF and text in each variant, PDFs with codes, and letterheads take turns.
Memory is that of the process after all, beside that after the first hundred.
"""

import gc
import sys
import tempfile
import time
from datetime import date
from hashlib import sha256
from pathlib import Path
from statistics import median, quantiles

from PySide6.QtCore import QEventLoop, Qt, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication

from testimony_app.domain.steps import StepId
from testimony_app.files.shipped import resource_folder
from testimony_app.main import program_in
from testimony_app.settings.folders import profile_in
from testimony_app.ui.application import dress
from testimony_app.ui.dialogs import Dialogs
from testimony_app.ui.look import Look, ThemeChoice
from testimony_app.ui.personal import PersonalWindow
from testimony_app.ui.turns import let_the_window_go_first
from tests.benchmarks.report import Row, numbers, told
from tests.benchmarks.word_export import resident_bytes
from tests.documents.letterhead_files import sound

EXPORTS = 1000
WARM_UP = 100
ROUNDS = 5
MOST_BLOCK = 16.0
MOST_GROWTH = 1.1
GOAL = "Exporting"


class Folder(Dialogs):
    """Answers where to save with one file a format, and that the person speaks for the organization."""

    def __init__(self, folder):
        self._folder = folder

    def save_path(self, _parent, _title, suggested, _ending, _kind):
        return self._folder / suggested.name

    def folder_path(self, _parent, _title, _folder):
        return self._folder

    def choose(self, _parent, _title, _text, _choices, away=""):  # noqa: ARG002  (what stands on the way back)
        return 0


class Heart:
    """Beats each millisecond and keeps what passed between two beats, in milliseconds: by the clock, and of work.

    Work is what the window's own thread did; the rest it waited: for Python's lock, or for a processor that was busy.
    """

    def __init__(self):
        self.gaps = []
        self._last = self._work = 0.0
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._beat)

    def _beat(self):
        now, work = time.perf_counter(), time.thread_time()
        self.gaps.append(((now - self._last) * 1000, (work - self._work) * 1000))
        self._last, self._work = now, work

    def start(self):
        self.gaps = []
        self._last, self._work = time.perf_counter(), time.thread_time()
        self._timer.start()

    def stop(self):
        self._timer.stop()
        return self.gaps


def rows():
    (count,) = numbers(EXPORTS)
    let_the_window_go_first()
    application = QApplication([])
    application.setStyle("Fusion")
    look = Look(resource_folder(), ThemeChoice.LIGHT)
    dress(application, look)
    with tempfile.TemporaryDirectory() as place, program_in(profile_in(Path(place, "profile"))) as program:
        folder = Path(place)
        (folder / "head.docx").write_bytes(sound("{{date}}", "{{testimony}}", "{{name}}"))
        program.letterheads.add(folder / "head.docx", "Maple", date(2026, 11, 24))
        (imported,) = program.importing.take_in([resource_folder() / "example.testimony.json"])
        window = PersonalWindow(look, program, Folder(folder))
        window.show()
        window._on_opened(program.drafting.open(imported.draft_id))
        window.navigator.go(StepId.SHARE)
        page, room = window.navigator._pages[StepId.SHARE], window.navigator._share
        exports = Exports(page, room)
        gc.freeze()  # as a start does when the window has been painted
        exports.run(WARM_UP)
        memory = resident_bytes()
        ours, floors, each = [], [], []
        for _ in range(ROUNDS):
            start = time.perf_counter()
            ours.append(beating(lambda: exports.run(count // ROUNDS)))
            seconds = time.perf_counter() - start
            each.append(seconds / (count // ROUNDS) * 1000)
            floors.append(beating(lambda seconds=seconds: idle(seconds)))
        growth = resident_bytes() / memory
        window.navigator.saver.finish(5)
        window.navigator.close()
        window.close()
    yield from found(count, ours, floors, median(each), growth)


def found(count, ours, floors, each, growth):
    """Yield the rows. A key waits as long as the longest of a round; what is met is the median of the rounds'."""
    yield Row(GOAL, f"one of {count:,} mixed exports from the window", each, "ms")
    for what, kind, wanted in (
        ("longest stand of the window while it exports", 0, MOST_BLOCK),
        ("  of that, the window's own work", 1, None),
    ):
        idle_ms, ours_ms = (median(max(beat[kind] for beat in beats) for beats in rounds) for rounds in (floors, ours))
        yield Row(GOAL, what, ours_ms, "ms", f"idle window {idle_ms:.1f} ms", wanted=wanted)
    idle, busy = ([beat[0] for beats in rounds for beat in beats] for rounds in (floors, ours))
    idle_late, late = (sum(beat > MOST_BLOCK for beat in beats) for beats in (idle, busy))
    yield Row(GOAL, "stands longer than 16 ms, of all rounds", late, f"of {len(busy):,}", f"idle window {idle_late}")
    idle_p99, ours_p99 = (quantiles(beats, n=100)[98] for beats in (idle, busy))
    yield Row(GOAL, "stand of the window while it exports, p99", ours_p99, "ms", f"idle window {idle_p99:.1f} ms")
    yield Row(GOAL, "memory after all", growth, "", f"after {WARM_UP}", growth, MOST_GROWTH)


class Exports:
    """Presses the tiles of Share one after another; the next one when the last is told as saved and that is painted."""

    def __init__(self, page, room):
        self._page = page
        self._room = room
        self._buttons = page._pages._group.buttons()
        self._number = 0
        self.failed = []
        room._task.failed.connect(self.failed.append)

    def run(self, count):
        loop = QEventLoop()
        left = count
        painted = QTimer(singleShot=True, interval=0)  # due after all painting that is asked for

        def go_on():
            nonlocal left
            if left == 0:
                loop.quit()
                return
            left -= 1
            self._press()

        painted.timeout.connect(go_on)
        self._room._task.done.connect(painted.start)
        go_on()
        loop.exec()
        self._room._task.done.disconnect(painted.start)
        if self.failed:
            raise self.failed[0]

    def _press(self):
        turn = self._number
        self._number += 1
        self._buttons[turn // 4 % 3].click()
        self._page._pages._codes.setChecked(turn % 24 == 1)
        if turn % 4 == 3 and turn // 4 % 3 < 2:
            self._page.letterhead_wanted.emit()
        else:
            self._page.save_wanted.emit(("docx", "pdf", "txt", "pdf")[turn % 4])


def beating(work):
    heart = Heart()
    heart.start()
    work()
    return heart.stop()


def idle(seconds):
    """Let the window alone while a thread works that needs no Python."""
    loop = QEventLoop()
    content = bytes(64 * 1024 * 1024)
    end = time.perf_counter() + seconds

    def burn():
        while time.perf_counter() < end:
            sha256(content)

    QThreadPool.globalInstance().start(burn)
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()
    QThreadPool.globalInstance().waitForDone()


if __name__ == "__main__":
    sys.exit(told(rows()))
