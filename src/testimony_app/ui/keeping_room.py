"""Earlier versions, backups, moving, packets, erasing and the lock: which page is shown, and when."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from testimony_app.services.program import Program
from testimony_app.ui.dialogs import Dialogs
from testimony_app.ui.look import Look
from testimony_app.ui.upkeep_runner import UpkeepRunner

if TYPE_CHECKING:
    from testimony_app.ui.backups_room import BackupsRoom
    from testimony_app.ui.erasing_room import ErasingRoom
    from testimony_app.ui.leaving_room import LeavingRoom
    from testimony_app.ui.lock_room import LockRoom
    from testimony_app.ui.moving_room import MovingRoom
    from testimony_app.ui.navigator import Navigator
    from testimony_app.ui.packet_room import PacketRoom
    from testimony_app.ui.versions_room import VersionsRoom


class KeepingRoom(QObject):
    """Gives its pages to be shown by `home_page_shown` and `settings_page_shown`.

    `home_wanted` asks for the list of testimonies. `make_way` leaves the open
    testimony, saved, and lets nothing of the profile be in use; False where that cannot be. `upkeep` works beside the
    window, and is held while something is erased. The other signals are those of its rooms.
    """

    home_page_shown = Signal(object)
    settings_page_shown = Signal(object)
    restoring_begun = Signal(object)
    restoring_ended = Signal(object)
    home_wanted = Signal()
    erasing_begun = Signal(object)
    erasing_ended = Signal(object)
    everything_begun = Signal(object)
    everything_refused = Signal(object)
    fresh_wanted = Signal()
    close_wanted = Signal()
    brought_in = Signal(str)
    refused = Signal(str)

    def __init__(
        self,
        look: Look,
        program: Program,
        dialogs: Dialogs,
        navigator: "Callable[[], Navigator]",
        make_way: Callable[[], bool],
        upkeep: UpkeepRunner,
    ) -> None:
        super().__init__()
        self._look = look
        self._program = program
        self._dialogs = dialogs
        self._navigator = navigator
        self._make_way = make_way
        self._upkeep = upkeep

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
        room.begun.connect(self.restoring_begun)
        room.ended.connect(self.restoring_ended)
        return room

    @cached_property
    def erasing(self) -> "ErasingRoom":
        """Deleted testimonies, and erasing one for good."""
        from testimony_app.ui.erasing_room import ErasingRoom  # noqa: PLC0415  (when first asked for)

        room = ErasingRoom(self._look, self._program, self._upkeep.finish, self._upkeep.go_on)
        room.page_wanted.connect(self.home_page_shown)
        room.home_wanted.connect(self.home_wanted)
        room.begun.connect(self.erasing_begun)
        room.ended.connect(self.erasing_ended)
        return room

    @cached_property
    def leaving(self) -> "LeavingRoom":
        """Erasing everything."""
        from testimony_app.ui.leaving_room import LeavingRoom  # noqa: PLC0415  (when first asked for)

        room = LeavingRoom(self._look, self._program, self._make_way)
        room.begun.connect(self.everything_begun)
        room.refused.connect(lambda: self.everything_refused.emit(room.page))
        room.fresh_wanted.connect(self.fresh_wanted)
        room.close_wanted.connect(self.close_wanted)
        return room

    @cached_property
    def lock(self) -> "LockRoom":
        """The lock of the profile."""
        from testimony_app.ui.lock_room import LockRoom  # noqa: PLC0415  (when first asked for)

        room = LockRoom(self._look, self._program, self._dialogs, self._make_way)
        room.page_wanted.connect(self.settings_page_shown)
        room.begun.connect(self.everything_begun)
        room.refused.connect(self.everything_refused)
        room.fresh_wanted.connect(self.fresh_wanted)
        return room

    @cached_property
    def moving(self) -> "MovingRoom":
        """Moving a testimony to another computer."""
        from testimony_app.ui.moving_room import MovingRoom  # noqa: PLC0415  (when first asked for)

        room = MovingRoom(self._look, self._program, self._dialogs)
        room.page_wanted.connect(self.home_page_shown)
        room.brought_in.connect(self.brought_in)
        room.refused.connect(self.refused)
        return room

    @cached_property
    def packet(self) -> "PacketRoom":
        """A packet for the record."""
        from testimony_app.ui.packet_room import PacketRoom  # noqa: PLC0415  (when first asked for)

        room = PacketRoom(self._look, self._program, self._dialogs)
        room.page_wanted.connect(self.home_page_shown)
        return room

    @property
    def is_working(self) -> bool:
        """Whether something is being erased or brought back, or the lock is being turned, just now."""
        rooms = (self.__dict__.get(name) for name in ("erasing", "leaving", "backups", "lock"))
        return any(room is not None and room.is_working for room in rooms)

    @Slot()
    def show_everything(self) -> None:
        """Show what erasing everything would take away."""
        self.leaving.page.arrive()
        self.settings_page_shown.emit(self.leaving.page)

    @Slot()
    def show_backups(self) -> None:
        """Show the backups as they are now."""
        self.backups.arrive()
        self.settings_page_shown.emit(self.backups.page)

    @Slot()
    def show_versions(self) -> None:
        """Show the versions of the open testimony, with what was typed in the last moment in them."""
        navigator = self._navigator()
        navigator.keep_place()
        if navigator.saver is not None:
            navigator.saver.save_now("nav")
        self.versions.arrive()
        self.home_page_shown.emit(self.versions.page)
