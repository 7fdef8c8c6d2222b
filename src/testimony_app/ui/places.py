"""The pages that belong to no testimony: help, a campaign's letter, settings. Each is made when it is first opened."""

import platform
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6 import __version__ as qt_version

from testimony_app import __version__
from testimony_app.services.program import Program
from testimony_app.ui.dialogs import Dialogs
from testimony_app.ui.letterheads_room import LetterheadsRoom
from testimony_app.ui.look import Look
from testimony_app.ui.pages.help import HelpPage
from testimony_app.ui.pages.letter import LetterPage
from testimony_app.ui.pages.settings import ProgramFacts, SettingsPage
from testimony_app.ui.ways_room import WaysRoom

if TYPE_CHECKING:
    from testimony_app.ui.keeping_room import KeepingRoom


class Places:
    """Makes the pages and keeps them. `ways` shows and changes the ways to send."""

    def __init__(self, look: Look, program: Program, dialogs: Dialogs) -> None:
        self._look = look
        self._program = program
        self.ways = WaysRoom(look, program, dialogs)
        self._dialogs = dialogs
        self._help: HelpPage | None = None
        self._settings: SettingsPage | None = None
        self._letters: dict[str, LetterPage] = {}

    def help(self) -> HelpPage:
        """Return the help."""
        if self._help is None:
            self._help = HelpPage(self._look)
        return self._help

    def letter(self, campaign: str) -> LetterPage:
        """Return the letter of a campaign."""
        if campaign not in self._letters:
            self._letters[campaign] = LetterPage(self._look, self._program.library.campaign(campaign))
        return self._letters[campaign]

    def settings(self, use_shortcuts: Callable[[bool], None], keeping: "KeepingRoom") -> SettingsPage:
        """Return the settings, with the ways to send as they are now."""
        if self._settings is None:
            database = self._program.diagnosing.database
            versions = f"Testimony {__version__}, Qt {qt_version}, Python {platform.python_version()}"
            facts = ProgramFacts(versions, str(database), str(database.parent))
            self._letterheads = LetterheadsRoom(self._look, self._program, self._dialogs)
            self._settings = SettingsPage(
                self._look, facts, self.ways.section, self._letterheads.section, keeping.lock.section
            )
            self._settings.shortcuts_wanted.connect(use_shortcuts)
            self._settings.backups_wanted.connect(keeping.show_backups)
            self._settings.erase_wanted.connect(keeping.show_everything)
        self.ways.arrive()
        self._letterheads.arrive()
        keeping.lock.arrive()
        return self._settings
