"""Opens another window of this program, as a process of its own."""

import sys

from PySide6.QtCore import QProcess

from testimony_app.settings.folders import ProfileFolders, option_for

WITHOUT_SAVING = "--without-saving"
"""The option of a window in which nothing is kept."""


def start_window(folders: ProfileFolders, *options: str) -> bool:
    """Start a window of a profile; whether that could be done. Where one is open already, that comes to the front."""
    words = ["-m", "testimony_app", *option_for(folders), *options]
    started = QProcess.startDetached(sys.executable, words)
    return bool(started[0] if isinstance(started, tuple) else started)
