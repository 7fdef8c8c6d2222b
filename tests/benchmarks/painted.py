"""One start, for `window_start`: show a window, say when it was painted and how much memory it holds, and leave.

python -m tests.benchmarks.painted bare
python -m tests.benchmarks.painted window PROFILE

With `--stop` at the end it stops dead at the frame, so that whoever counts instructions counts none of the leaving.
"""

import os
import sys
import time
from pathlib import Path

STOP = "--stop"


def resident_kilobytes():
    lines = Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


def say_and_leave():
    if sys.argv[-1] == STOP:
        os._exit(0)
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415  (what is loaded when is what is timed)

    sys.stdout.write(f"{time.monotonic()} {resident_kilobytes()}\n")
    sys.stdout.flush()
    QApplication.exit(0)


def watch(widget):
    """Leave after a widget's first paint has reached the screen."""
    from PySide6.QtCore import QEvent, QObject, QTimer  # noqa: PLC0415
    from typing_extensions import override  # noqa: PLC0415

    class Watch(QObject):
        @override
        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Paint:
                watched.removeEventFilter(self)
                QTimer.singleShot(0, say_and_leave)
            return False

    eye = Watch(widget)
    widget.installEventFilter(eye)


def bare():
    from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit  # noqa: PLC0415

    application = QApplication([])
    window = QMainWindow()
    editor = QPlainTextEdit()
    window.setCentralWidget(editor)
    window.resize(1280, 800)
    watch(editor.viewport())
    window.show()
    application.exec()


def ours(profile):
    from testimony_app import main  # noqa: PLC0415

    load_window = main.load_window

    def load_watched_window():
        run_window = load_window()
        application = sys.modules["testimony_app.ui.application"]

        class Watched(application.PersonalWindow):
            def show(self):
                watch(self.home.page._list.viewport())
                super().show()

        application.PersonalWindow = Watched
        return run_window

    main.load_window = load_watched_window
    main.main(["--profile", profile])


if __name__ == "__main__":
    bare() if sys.argv[1] == "bare" else ours(sys.argv[2])
