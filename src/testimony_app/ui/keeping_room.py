"""Earlier versions of the open testimony, and the backups of all: which page is shown, and when."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from testimony_app.services.program import Program
from testimony_app.ui.dialogs import Dialogs
from testimony_app.ui.look import Look

if TYPE_CHECKING:
    from testimony_app.ui.backups_room import BackupsRoom
    from testimony_app.ui.navigator import Navigator
    from testimony_app.ui.versions_room import VersionsRoom


class KeepingRoom(QObject):
    """Gives its pages to be shown by `versions_shown` and `backups_shown`.

    `brought_back` says that other testimonies are there now, `home_wanted` asks for them. `make_way` leaves the open
    testimony, saved, and lets nothing of the profile be in use; False where that cannot be.
    """

    versions_shown = Signal(object)
    backups_shown = Signal(object)
    brought_back = Signal()
    home_wanted = Signal()

    def __init__(
        self,
        look: Look,
        program: Program,
        dialogs: Dialogs,
        navigator: "Callable[[], Navigator]",
        make_way: Callable[[], bool],
    ) -> None:
        super().__init__()
        self._look = look
        self._program = program
        self._dialogs = dialogs
        self._navigator = navigator
        self._make_way = make_way

    @cached_property
    def versions(self) -> "VersionsRoom":
        """The earlier versions of the open testimony."""
        from testimony_app.ui.versions_room import VersionsRoom  # noqa: PLC0415  (when first asked for)

        return VersionsRoom(self._look, self._program, self._navigator())

    @cached_property
    def backups(self) -> "BackupsRoom":
        """The backups."""
        from testimony_app.ui.backups_room import BackupsRoom  # noqa: PLC0415  (when first asked for)

        room = BackupsRoom(self._look, self._program, self._dialogs, self._make_way)
        room.home_wanted.connect(self.home_wanted)
        room.brought_back.connect(self._on_brought_back)
        return room

    @Slot()
    def show_backups(self) -> None:
        """Show the backups as they are now."""
        self.backups.arrive()
        self.backups_shown.emit(self.backups.page)

    @Slot()
    def show_versions(self) -> None:
        """Show the versions of the open testimony, with what was typed in the last moment in them."""
        navigator = self._navigator()
        navigator.keep_place()
        if navigator.saver is not None:
            navigator.saver.save_now("nav")
        self.versions.arrive()
        self.versions_shown.emit(self.versions.page)

    @Slot()
    def _on_brought_back(self) -> None:
        self.brought_back.emit()
        self.backups_shown.emit(self.backups.page)
