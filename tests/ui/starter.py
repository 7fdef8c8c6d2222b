"""Somebody who starts the window, in a process of its own that shows none.

    python -m tests.ui.starter FOLDER

Says "ours" where it has the profile's window, and then "front" whenever another start asks for it, until it is killed;
"called" where another has it, which it has asked to come to the front.
"""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from testimony_app.ui.one_window import OneWindow


def say(word):
    os.write(1, f"{word}\n".encode())


def main(folder):
    application = QCoreApplication(sys.argv[:1])
    one = OneWindow(Path(folder))
    one.called.connect(lambda: say("front"))
    if one.take():
        say("ours")
        application.exec()
    else:
        say("called")


if __name__ == "__main__":
    main(*sys.argv[1:])
