"""Tries whether a window can be opened here and whether our typeface loads. `doctor` runs this as a process of its own.

    python -m testimony_app.ui.try_window FOLDER

Qt ends a process in which it finds no screen, and says why on its way out. What is found comes out as one line of JSON:
`platform`, `family`, and in `bad_fonts` the files of the typeface that are missing or hold another one.
"""

import json
import sys
from pathlib import Path

from PySide6.QtGui import QFontDatabase, QGuiApplication

from testimony_app.ui.look import FAMILY, font_files


def main(resources: Path) -> int:
    """Print what is found and return the exit code."""
    application = QGuiApplication(sys.argv[:1])
    found = {"platform": application.platformName(), "family": FAMILY, "bad_fonts": bad_fonts(resources)}
    sys.stdout.write(f"{json.dumps(found)}\n")
    return 0


def bad_fonts(resources: Path) -> list[str]:
    """Return the names of the typeface's files that do not load, or load under another name."""
    loaded = {path.name: QFontDatabase.addApplicationFont(str(path)) for path in font_files(resources)}
    return [name for name, number in loaded.items() if FAMILY not in QFontDatabase.applicationFontFamilies(number)]


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
