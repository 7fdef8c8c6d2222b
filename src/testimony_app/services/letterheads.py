"""The letterheads of a profile: taken in once, kept scrubbed, used for those who speak for an organization."""

import re
import unicodedata
from datetime import date
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

import msgspec

from testimony_app.documents.formats import Write
from testimony_app.domain.errors import PersonError
from testimony_app.domain.naming import is_device_name
from testimony_app.domain.text import clean, one_line
from testimony_app.files.archive import ArchiveLimits
from testimony_app.files.atomic import file_error, write_file
from testimony_app.files.wiping import wipe

_MOST_LETTERS = 60
_MOST_BYTES = ArchiveLimits().packed_bytes
_FACTS = ".json"
_FILE = ".docx"


class Letterhead(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A letterhead that was taken in.

    `removed` are codes of what was taken out of it, `unknown` marks in it that are no placeholders. `sha256` is that
    of the scrubbed file, empty where what we kept of it cannot be read.
    """

    id: str
    name: str
    removed: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    imported: str = ""
    sha256: str = ""


class Letterheads:
    """Keeps letterheads in a folder: of each the scrubbed file and what is known of it. Originals are never kept.

    `template` is the folder with the parts of our own Word files.
    """

    def __init__(self, folder: Path, template: Path) -> None:
        self._folder = folder
        self._template = template
        self._writer = lru_cache(maxsize=1)(self._make_writer)

    def all(self) -> tuple[Letterhead, ...]:
        """Return the letterheads by name; of one that is damaged only the id is known. Raises PersonError."""
        try:
            paths = sorted(self._folder.glob(f"*{_FACTS}")) if self._folder.is_dir() else []
        except OSError as error:
            raise file_error(error, self._folder) from error
        return tuple(sorted((self._read(path) for path in paths), key=lambda each: each.name.casefold()))

    def add(self, path: Path, name: str, today: date) -> Letterhead:
        """Take a Word file in; without a name it is called as its file is.

        Raises PersonError: `file_unreadable`, `letterhead_exists`, and those of `write_file`; OrganizerError: the
        codes of `take_in`.
        """
        from testimony_app.documents.letterheads.taking_in import take_in  # noqa: PLC0415  (few take one in)

        called = one_line(clean(name).text or clean(path.stem).text)[:_MOST_LETTERS].strip() or "Letterhead"
        known = self.all()
        if any(each.name.casefold() == called.casefold() for each in known):
            raise PersonError("letterhead_exists", name=called)
        try:
            with path.open("rb") as file:
                content = file.read(_MOST_BYTES + 1)
        except (OSError, ValueError) as error:
            raise PersonError("file_unreadable", path=str(path)) from error
        taken = take_in(content)
        letterhead = Letterhead(
            id=_free_id(called, {each.id for each in known}),
            name=called,
            removed=taken.removed,
            unknown=taken.unknown,
            imported=today.isoformat(),
            sha256=sha256(taken.content).hexdigest(),
        )
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise file_error(error, self._folder) from error
        write_file(self._path(letterhead.id, _FILE), taken.content, replace=True)
        write_file(self._path(letterhead.id, _FACTS), msgspec.json.encode(letterhead), replace=True)
        return letterhead

    def remove(self, name: str) -> Letterhead:
        """Remove a letterhead, by its id or its name. Raises PersonError `letterhead_not_found`."""
        found = self.find(name)
        wipe(self._path(found.id, _FACTS))
        wipe(self._path(found.id, _FILE))
        return found

    def find(self, name: str) -> Letterhead:
        """Return a letterhead by its id or its name. Raises PersonError `letterhead_not_found`."""
        wanted = name.strip().casefold()
        for each in self.all():
            if wanted in {each.id, each.name.casefold()}:
                return each
        raise PersonError("letterhead_not_found", name=name)

    def writer(self, name: str) -> Write:
        """Return what writes testimonies on a letterhead.

        Raises PersonError: `letterhead_not_found`, and `letterhead_damaged` where the file is not the one we made.
        """
        found = self.find(name)
        try:
            content = self._path(found.id, _FILE).read_bytes()
        except OSError as error:
            raise PersonError("letterhead_damaged", name=found.name) from error
        if sha256(content).hexdigest() != found.sha256:
            raise PersonError("letterhead_damaged", name=found.name)
        return self._writer(content)

    def _make_writer(self, content: bytes) -> Write:
        from testimony_app.documents.letterheads.writer import LetterheadWriter  # noqa: PLC0415  (as for Word)

        return LetterheadWriter(content, self._template).write

    def _read(self, path: Path) -> Letterhead:
        try:
            found = msgspec.json.decode(path.read_bytes(), type=Letterhead)
        except (OSError, msgspec.DecodeError):
            return Letterhead(path.stem, path.stem)
        return msgspec.structs.replace(found, id=path.stem)

    def _path(self, letterhead: str, ending: str) -> Path:
        return self._folder / f"{letterhead}{ending}"


def _free_id(name: str, taken: set[str]) -> str:
    """Return an id made of a name's plain letters that is not taken."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "letterhead"
    slug = f"letterhead-{slug}" if is_device_name(slug) else slug
    free = (slug if number == 1 else f"{slug}-{number}" for number in range(1, len(taken) + 2))
    return next(each for each in free if each not in taken)
