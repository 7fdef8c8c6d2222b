"""One file for each testimony in a place that many share: read back before it counts, and never over another file."""

import time
from collections.abc import Mapping

import msgspec

from testimony_app.channels.attempts import Passing, attempt, checked
from testimony_app.channels.channel_format import CollectionTable
from testimony_app.channels.shelf import Shelf, ShelfError
from testimony_app.channels.shelf_folder import FolderShelf
from testimony_app.channels.shelf_store import StoreShelf
from testimony_app.channels.shelf_webdav import WebDavShelf
from testimony_app.domain.errors import OrganizerError
from testimony_app.domain.submission import (
    Channel,
    Gate,
    Letter,
    Outcome,
    OutcomeKind,
    Password,
    Payload,
    Phase,
    SubmissionIds,
)

ASK_SECONDS = 60.0
"""Seconds a place may take to say whether a file is there."""


class CollectionChannel:
    """Lays the document down under a name that holds its reference."""

    def __init__(self, settings: CollectionTable, shelf: Shelf) -> None:
        self._settings = settings
        self._shelf = shelf

    def prepare(self, letter: Letter, ids: SubmissionIds) -> Payload:
        """Return the document. Raises OrganizerError `channel_needs_one_file`."""
        if len(letter.attachments) != 1:
            raise OrganizerError("channel_needs_one_file")
        (document,) = letter.attachments
        is_named = bool(ids.reference) and not self._settings.seal_to  # a sealed file is named by its bytes alone
        name = f"{ids.reference}_{document.name}" if is_named else document.name
        return Payload(document.content, document.content_type, ids.submission, file_name=name)

    def send(self, payload: Payload, gate: Gate, deadline: float) -> Outcome:
        """Lay it down once. An earlier try that went through is found by its bytes."""
        return attempt(lambda passing: self._attempt(payload, passing, deadline), gate, deadline)

    def ask(self, payload: Payload) -> Outcome | None:
        """Look whether it is there. What is not there was not laid down, and may be tried again."""
        try:
            self._shelf.begin(time.monotonic() + ASK_SECONDS)
            there = self._shelf.read(payload.file_name)
        except ShelfError:
            return None
        finally:
            self._shelf.close()
        if there is None:
            return Outcome(OutcomeKind.TEMPORARY, "file_not_there")
        return _found(there, payload)

    def check(self) -> Outcome:
        """See whether the place is there and lets us in."""
        return checked(self._look)

    def _look(self) -> Outcome:
        try:
            self._shelf.begin(time.monotonic() + ASK_SECONDS)
            self._shelf.look()
        except ShelfError as error:
            return Outcome(error.kind, error.code, error.answer)
        finally:
            self._shelf.close()
        return Outcome(OutcomeKind.ACCEPTED, "collection_there")

    def _attempt(self, payload: Payload, passing: Passing, deadline: float) -> Outcome:
        passing.reach(Phase.CONNECT)
        try:
            self._shelf.begin(deadline)
            there = self._shelf.read(payload.file_name)
            if there is not None:
                return _found(there, payload)
            passing.reach(Phase.BODY)
            is_laid = self._shelf.lay(payload.file_name, payload.content, passing.committing)
        except ShelfError as error:
            is_open = passing.phase is Phase.COMMITTING and not error.says_no
            return Outcome(OutcomeKind.UNKNOWN if is_open else error.kind, error.code, error.answer)
        else:
            return self._laid(payload, is_laid=is_laid)
        finally:
            self._shelf.close()

    def _laid(self, payload: Payload, *, is_laid: bool) -> Outcome:
        """Return what reading back proves after the act that gives the name."""
        try:
            there = self._shelf.read(payload.file_name)
        except ShelfError as error:
            return Outcome(OutcomeKind.UNKNOWN, error.code, error.answer)
        if is_laid and there != payload.content:
            return Outcome(OutcomeKind.UNKNOWN, "file_not_read_back")
        return _found(there, payload)


def _found(there: bytes | None, payload: Payload) -> Outcome:
    """Return what a file proves that was read back."""
    if there == payload.content:
        return Outcome(OutcomeKind.ACCEPTED, "file_in_collection", receipt=payload.file_name)
    return Outcome(OutcomeKind.PERMANENT, "file_name_taken")


def make(settings: Mapping[str, object], password: Password) -> Channel:
    """Return the channel to a folder, a share or a store, by its address."""
    table = msgspec.convert(settings, CollectionTable)
    scheme = table.url.partition(":")[0]
    if scheme == "file":
        return CollectionChannel(table, FolderShelf(table.url))
    if scheme == "s3":
        shelf = StoreShelf(table.url, table.endpoint, table.region, table.username, password)
        return CollectionChannel(table, shelf)
    return CollectionChannel(table, WebDavShelf(table.url, table.username, password, table.ca_file))
