"""Somebody who opens the window and looks, in a process of its own: what is said before the first key?

    python -m tests.ui.onlooker PROFILE

Prints as JSON what stands at the top of Home, what is offered there, and the testimonies it lists.
"""

import json
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from testimony_app.files.shipped import resource_folder
from testimony_app.main import program_in
from testimony_app.settings.folders import profile_in
from testimony_app.ui.dialogs import Dialogs
from testimony_app.ui.look import Look, ThemeChoice
from testimony_app.ui.personal import PersonalWindow
from testimony_app.ui.widgets.button import Button


def main(profile):
    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    with program_in(profile_in(Path(profile))) as program:
        window = PersonalWindow(Look(resource_folder(), ThemeChoice.LIGHT), program, Dialogs())
        window.show()
        application.processEvents()
        trouble = window.home.page._store_trouble
        offers = [each.text() for each in trouble.findChildren(Button) if each.isVisible()]
        found = {
            "says": trouble.words.text() if trouble.isVisible() else "",
            "offers": offers,
            "testimonies": len(window.home._rows),
        }
        sys.stdout.write(json.dumps(found))
        window.navigator.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
