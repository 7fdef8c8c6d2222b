"""A web page of the council's that the person fills in: each piece of text, ready to be copied there."""

from collections.abc import Mapping

import msgspec

from testimony_app.channels.channel_format import Known, PortalTable
from testimony_app.channels.persons_turn import PersonsTurn
from testimony_app.channels.templates import fill
from testimony_app.domain.submission import Channel, Letter, Password, Payload, SubmissionIds

CONTENT_TYPE = "application/vnd.testimony.portal+json"


class Piece(msgspec.Struct, frozen=True):
    """One thing the page asks for, and our text for it."""

    title: str
    text: str


class PortalSheet(msgspec.Struct, frozen=True):
    """What a person needs beside the page. `most_characters` is 0 where no limit of the page is known.

    `takes_files` and `needs_account` are "yes", "no" or "unknown"; `closes` is the last moment for comments, or empty.
    """

    url: str
    pieces: tuple[Piece, ...]
    most_characters: int = 0
    note: str = ""
    takes_files: Known = "unknown"
    needs_account: Known = "unknown"
    closes: str = ""

    @property
    def too_long(self) -> tuple[str, ...]:
        """The titles of the pieces that are longer than the page takes."""
        most = self.most_characters
        return tuple(piece.title for piece in self.pieces if most and len(piece.text) > most)


def portal_sheet(payload: Payload) -> PortalSheet:
    """Return the sheet of a payload."""
    return msgspec.json.decode(payload.content, type=PortalSheet)


class PortalChannel(PersonsTurn):
    """Prepares the pieces. A web page is never proof: only the person can say that they pressed its button."""

    handed_over = "page_opened"
    checked = "page_to_be_looked_at"

    def __init__(self, settings: PortalTable) -> None:
        self._settings = settings

    def prepare(self, letter: Letter, ids: SubmissionIds) -> Payload:
        """Return the sheet. Raises OrganizerError `channel_field_unknown`."""
        settings = self._settings
        pieces = tuple(Piece(piece.title, fill(piece.value, letter, ids)) for piece in settings.pieces)
        sheet = PortalSheet(
            settings.url,
            tuple(piece for piece in pieces if piece.text),
            settings.most_characters,
            settings.note,
            settings.takes_files,
            settings.needs_account,
            settings.closes,
        )
        return Payload(msgspec.json.encode(sheet), CONTENT_TYPE, ids.submission)


def make(settings: Mapping[str, object], password: Password) -> Channel:
    """Return the channel. It needs no secret."""
    del password
    return PortalChannel(msgspec.convert(settings, PortalTable))
