"""All services of one run, handed to the command line or the window."""

import os
from contextlib import suppress
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from testimony_app.settings.folders import ProfileFolders

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from testimony_app.channels.channel_reader import ConfiguredChannel
    from testimony_app.documents.formats import Format
    from testimony_app.documents.options import Paper
    from testimony_app.documents.pdf import PdfWriter
    from testimony_app.domain.errors import PersonError
    from testimony_app.services.backups import Backups
    from testimony_app.services.channels import Channels
    from testimony_app.services.diagnosing import Diagnosing
    from testimony_app.services.drafting import Drafting
    from testimony_app.services.erasing import Erasing
    from testimony_app.services.exporting import Exporting
    from testimony_app.services.history import History
    from testimony_app.services.importing import Importing
    from testimony_app.services.letterheads import Letterheads
    from testimony_app.services.library import Library
    from testimony_app.services.locking import Locking
    from testimony_app.services.packing import Packing
    from testimony_app.services.previewing import Previewing
    from testimony_app.services.printing import Printing
    from testimony_app.services.receipts import Receipts
    from testimony_app.services.reviewing import Reviewing
    from testimony_app.services.sending import Sending
    from testimony_app.services.submitting import Submitting
    from testimony_app.services.unfinished_ways import UnfinishedWays
    from testimony_app.services.upkeep import Upkeep
    from testimony_app.settings.secrets import Secrets
    from testimony_app.store.drafts import DraftStore


class Program:
    """The use cases, sharing one profile. Each is loaded and made when it is first asked for: no run needs them all.

    `keeps` says whether what is written is saved. `ask_passphrase` asks for that of a locked profile; without an answer
    it stays closed.
    """

    keeps = True

    def __init__(self, folders: ProfileFolders, resources: Path) -> None:
        self.ask_passphrase: Callable[[], str] = lambda: ""
        self.folders = folders
        self._resources = resources

    def another(self) -> "Program":
        """Return the same use cases of the same profile with connections of their own, for another thread."""
        other = Program(self.folders, self._resources)
        other.__dict__["secrets"] = self.secrets
        if "locking" in self.__dict__:
            other.__dict__["locking"] = self.locking
        return other

    def anew(self) -> "Program":
        """Return the same use cases of the same profile that know nothing of what was before, but what opens it."""
        other = Program(self.folders, self._resources)
        if self.has_lock and "locking" in self.__dict__:
            other.__dict__["locking"] = self.locking
        return other

    @property
    def has_lock(self) -> bool:
        """Whether there is a file by which a locked profile is opened. Only then is anything of a lock loaded."""
        with suppress(OSError):  # what nobody may look at is told when the drafts are opened
            return any(path.exists() for path in self.folders.locks)
        return False

    def has_unsent(self) -> bool:
        """Whether something is queued, waiting, or was being sent when the program stopped."""
        from testimony_app.store.outbox import has_moving  # noqa: PLC0415  (see library)

        return self._store.read(has_moving)

    def cannot_save(self) -> "PersonError | None":
        """Return why nothing could be saved now, or None where it seems that it can."""
        return self._store.trouble()

    def cautions(self) -> "tuple[PersonError, ...]":
        """Return what should be known of where and how testimonies are kept; nothing is held back for it."""
        from testimony_app.store.cautions import cautions  # noqa: PLC0415  (see library)

        told = cautions(self.folders.database)
        return (*told, *self.locking.cautions()) if self.has_lock else told

    def forget_loss(self) -> None:
        """Say no more that newer words are lost: the person knows."""
        from testimony_app.store.newest import forget_loss  # noqa: PLC0415  (see library)

        forget_loss(self.folders.database)

    @property
    def is_short_of_room(self) -> bool:
        """Whether the disk is full but for the room that was kept for the last words."""
        return self._store.used_last_room

    def back_up_what_was_written(self) -> None:
        """Make the backup of the day, where this run has written and there is none. Raises what keeps it from that."""
        if "_store" in self.__dict__ and self._store.was_written:
            self.backups.make_if_due()

    def let_go(self) -> None:
        """Finish what is being saved and hold no file open, so that files can be replaced by others."""
        if "_store" in self.__dict__:
            self._store.let_go()

    def close(self) -> None:
        """Leave the database in order. What was never asked for has nothing to close."""
        if "_store" in self.__dict__:
            self._store.close()

    @cached_property
    def library(self) -> "Library":
        """The campaigns, bodies and languages that are installed."""
        from testimony_app.services.library import Library  # noqa: PLC0415  (when first asked for, as all here)

        return Library(self._resources, self.folders.campaigns, self.folders.bodies)

    @cached_property
    def drafting(self) -> "Drafting":
        """The drafts of the profile."""
        from testimony_app.services.drafting import Drafting  # noqa: PLC0415  (see library)

        return Drafting(self._store, self.library)

    @cached_property
    def history(self) -> "History":
        """The earlier versions of the drafts."""
        from testimony_app.services.history import History  # noqa: PLC0415  (see library)

        return History(self._store, self.drafting)

    @cached_property
    def backups(self) -> "Backups":
        """The backups, and what to do when the database is lost."""
        from testimony_app.services.backups import Backups  # noqa: PLC0415  (see library)

        return Backups(self._store, self.folders.database, searchable, self._key)

    @cached_property
    def upkeep(self) -> "Upkeep":
        """What is done for the drafts while nobody waits for it."""
        from testimony_app.services.upkeep import Upkeep  # noqa: PLC0415  (see library)

        return Upkeep(self._store, self.backups, self.folders.data, searchable)

    @cached_property
    def erasing(self) -> "Erasing":
        """Erasing for good."""
        from testimony_app.services.erasing import Erasing  # noqa: PLC0415  (see library)

        channels, secrets = (lambda: self.channels), (lambda: self.secrets)
        return Erasing(self._store, self.folders, channels, secrets, self._key, self._forget_key)

    @cached_property
    def locking(self) -> "Locking":
        """The lock of the profile."""
        from testimony_app.services.locking import Locking  # noqa: PLC0415  (see library)

        return Locking(self.folders, lambda: self.secrets, self.ask_passphrase)

    @cached_property
    def importing(self) -> "Importing":
        """Files taken in."""
        from testimony_app.services.importing import Importing  # noqa: PLC0415  (see library)

        return Importing(self.drafting, self.library)

    @cached_property
    def exporting(self) -> "Exporting":
        """Files written."""
        from testimony_app.services.exporting import Exporting  # noqa: PLC0415  (see library)

        return Exporting(self.drafting, self._store, self._formats, self._paper, self.letterheads.writer)

    @cached_property
    def letterheads(self) -> "Letterheads":
        """The letterheads of organizations."""
        from testimony_app.services.letterheads import Letterheads  # noqa: PLC0415  (see library)

        return Letterheads(self.folders.letterheads, self._resources / "templates" / "word")

    @cached_property
    def printing(self) -> "Printing":
        """The printers of this computer."""
        from testimony_app.services.printing import Printing  # noqa: PLC0415  (see library)

        return Printing()

    @cached_property
    def previewing(self) -> "Previewing":
        """Pages before anybody else has them."""
        from testimony_app.services.previewing import Previewing  # noqa: PLC0415  (see library)

        return Previewing(self.drafting, self.exporting, self._formats)

    @cached_property
    def packing(self) -> "Packing":
        """Packets for the record."""
        from testimony_app.services.packing import Packing  # noqa: PLC0415  (see library)

        return Packing(self.drafting, self.exporting, self.library, self._pdf_writer, self._paper)

    @cached_property
    def receipts(self) -> "Receipts":
        """Receipts on paper."""
        from testimony_app.services.receipts import Receipts  # noqa: PLC0415  (see library)

        return Receipts(self.library, self._pdf_writer, self._paper)

    @cached_property
    def reviewing(self) -> "Reviewing":
        """The checks."""
        from testimony_app.services.reviewing import Reviewing  # noqa: PLC0415  (see library)

        return Reviewing(self.drafting, self.library)

    @cached_property
    def diagnosing(self) -> "Diagnosing":
        """The questions of `doctor`."""
        from testimony_app.services.diagnosing import Diagnosing  # noqa: PLC0415  (see library)
        from testimony_app.services.diagnosing_window import diagnose_window  # noqa: PLC0415  (see library)

        return Diagnosing(self.folders.database, self.library, partial(diagnose_window, self._resources), self._key)

    @cached_property
    def channels(self) -> "Channels":
        """The ways a testimony can take from here."""
        from testimony_app.services.channels import Channels  # noqa: PLC0415  (see library)

        return Channels(self.folders.config, self.folders.site)

    def campaign_ways(self, campaign: str) -> "tuple[ConfiguredChannel, ...]":
        """Return the ways to send that an installed campaign brings along and nobody has taken over yet.

        Raises ContentProblemsError, and OrganizerError `file_unreadable`.
        """
        from testimony_app.services.campaign_ways import ways_of  # noqa: PLC0415  (see library)

        taken = {channel.name for channel in self.channels.all()}
        folder = self.library.campaign_folder(campaign)
        ways = ways_of(folder, None if folder is not None else self.library.zipped_ways(campaign))
        return tuple(way for way in ways if way.name not in taken)

    @cached_property
    def unfinished_ways(self) -> "UnfinishedWays":
        """The ways to send that somebody has begun to set up."""
        from testimony_app.services.unfinished_ways import UnfinishedWays  # noqa: PLC0415  (see library)

        return UnfinishedWays(self._store)

    @cached_property
    def secrets(self) -> "Secrets":
        """The secrets of channels."""
        from testimony_app.settings.secrets import Secrets  # noqa: PLC0415  (see library)

        return Secrets()

    @cached_property
    def submitting(self) -> "Submitting":
        """What is prepared and agreed to."""
        from testimony_app.services.submitting import Submitting  # noqa: PLC0415  (see library)

        return Submitting(self.drafting, self._store, self.channels, self._formats, paper=self._paper)

    @cached_property
    def sending(self) -> "Sending":
        """What is sent and waiting."""
        from testimony_app.services.sending import Sending  # noqa: PLC0415  (see library)

        return Sending(self._store, self.folders.ledger, self.channels, self.secrets, self._key)

    @cached_property
    def _formats(self) -> "Mapping[str, Format]":
        from testimony_app.documents.formats import document_formats  # noqa: PLC0415  (see library)

        return document_formats(self._resources)

    def _pdf_writer(self) -> "PdfWriter":
        from testimony_app.documents.pdf import PdfWriter  # noqa: PLC0415  (the compiler and the fonts)

        return PdfWriter(self._resources / "templates" / "pdf", self._resources / "fonts")

    @cached_property
    def _paper(self) -> "Paper":
        from testimony_app.documents.options import Paper  # noqa: PLC0415  (see library)
        from testimony_app.settings.region import region, uses_letter  # noqa: PLC0415  (see library)

        return Paper.LETTER if uses_letter(region(os.environ)) else Paper.A4

    @cached_property
    def _store(self) -> "DraftStore":
        from testimony_app.store.drafts import DraftStore  # noqa: PLC0415  (see library)

        return DraftStore(self.folders.database, searchable, self._key)

    def _forget_key(self) -> None:
        """Take the key of a lock out of the keyring. Raises PersonError."""
        self.locking.forget()

    def _key(self) -> bytes | None:
        """Return the key of a locked profile, None where nothing is locked. Raises PersonError."""
        return self.locking.key() if "locking" in self.__dict__ or self.has_lock else None


def searchable(answers_json: bytes) -> str:
    """Return what the person wrote in a saved version."""
    from testimony_app.services.revising import searchable_text  # noqa: PLC0415  (only a search needs it)

    return searchable_text(answers_json)
