"""What a start of the window loads: nothing that Home does not show, and no source. Loading is most of its time."""

import os
import subprocess
import sys

LATER = (
    "docx", "lxml", "jsonschema", "phonenumbers", "rapidfuzz", "filelock", "hashlib", "concurrent.futures", "difflib",
    "subprocess", "testimony_app.domain.draft", "testimony_app.domain.compose", "testimony_app.domain.checks",
    "testimony_app.services.revising", "testimony_app.services.writing", "testimony_app.store.changes",
    "testimony_app.ui.navigator", "testimony_app.ui.saving_view", "testimony_app.ui.places",
    "testimony_app.ui.widgets.bottom_bar", "testimony_app.ui.menus", "testimony_app.ui.sending_cards",
    "testimony_app.words.submissions", "testimony_app.domain.submission", "testimony_app.store.search",
    "testimony_app.cli.draft_commands", "sqlcipher3", "pyrage", "testimony_app.services.locking",
    "testimony_app.ui.unlock_window", "testimony_app.ui.lock_room", "testimony_app.store.converting",
)  # fmt: skip

START = """
import gc, linecache, sys
from testimony_app import main

load_window = main.load_window

def watched():
    run_window = load_window()
    from PySide6.QtCore import QTimer
    application = sys.modules["testimony_app.ui.application"]

    class Window(application.PersonalWindow):
        def show(self):
            super().show()
            QTimer.singleShot(2 * application._SETTLED, self.say_and_close)

        def say_and_close(self):
            print(gc.isenabled(), gc.get_freeze_count() > 0, self.home.page._nothing.isVisible())
            print(sys.getswitchinterval() < 0.0001)
            print([name for name in sys.argv[2:] if name in sys.modules])
            print([name for name in linecache.cache if "testimony_app" in name])
            self.close()

    application.PersonalWindow = Window
    return run_window

main.load_window = watched
sys.exit(main.main(["--profile", sys.argv[1]]))
"""


def test_a_start_loads_only_what_home_shows_and_minds_garbage_and_threads_afterwards(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", START, str(tmp_path / "profile"), *LATER],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines() == ["True True True", "True", "[]", "[]"]
