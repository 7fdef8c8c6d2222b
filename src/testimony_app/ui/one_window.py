"""One window for each profile: a second start brings the first window to the front."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from testimony_app.domain.errors import PersonError
from testimony_app.files.lock import ProcessLock
from testimony_app.store.database import make_private_folder

_CALL = b"!"


def bring_to_the_front(window: QWidget) -> None:
    """Show a window above others: somebody started the program a second time."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


class OneWindow(QObject):
    """Holds a profile's window. `called` says that somebody started the program a second time."""

    called = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._bell = folder / "window.call"
        self._lock = ProcessLock(folder / "window.lock")
        self._watcher: QFileSystemWatcher | None = None

    def take(self) -> bool:
        """Take the profile's window. False where another process has it, which is then called to the front.

        Where nothing can be written there is no lock, and nothing that two windows could spoil: the window opens and
        says so.
        """
        try:
            make_private_folder(self._folder)
            is_ours = self._lock.take()
        except (PersonError, OSError):
            return True
        if not is_ours:
            with suppress(OSError), self._bell.open("ab") as bell:
                bell.write(_CALL)
            return False
        self.listen()
        return True

    def listen(self) -> None:
        """Listen for a second start, also again after the files of the profile were erased."""
        with suppress(OSError):
            self._bell.write_bytes(b"")
            self._watcher = QFileSystemWatcher([str(self._bell)])
            self._watcher.fileChanged.connect(self._on_bell)

    def let_go(self) -> None:
        """Give the window back."""
        self._watcher = None
        self._lock.let_go()
        with suppress(OSError):
            self._bell.unlink(missing_ok=True)

    @Slot(str)
    def _on_bell(self, _path: str) -> None:
        self.called.emit()
