"""A folder on this computer, on a share it has mounted, or on a stick."""

import stat
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from testimony_app.channels.shelf import ShelfError
from testimony_app.domain.errors import PersonError
from testimony_app.domain.submission import OutcomeKind
from testimony_app.files.atomic import file_error, try_writing, write_file

_MAY_PASS = {"file_failed", "file_differs_after_writing"}


class FolderShelf:
    """Writes beside the name, syncs, moves, reads back."""

    def __init__(self, url: str) -> None:
        self._folder = Path(url2pathname(urlsplit(url).path))
        self._place: tuple[int, int] | None = None

    def begin(self, deadline: float) -> None:
        """Begin an attempt: remember which folder it is. A disk has no clock, so the process alone ends what hangs."""
        del deadline
        self._place = self._demand_folder()

    def read(self, name: str) -> bytes | None:
        """Return a file, or None."""
        path = self._folder / name
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            content = None
        except (OSError, ValueError) as error:
            raise _refusal(file_error(error, path)) from error
        self._demand_same_folder()
        return content

    def lay(self, name: str, content: bytes, committing: Callable[[], None]) -> bool:
        """Lay a file down under a free name."""
        self._demand_same_folder()
        try:
            write_file(self._folder / name, content, replace=False, before_move=committing)
        except PersonError as error:
            if error.code == "file_exists":
                return False
            raise _refusal(error) from error
        return True

    def look(self) -> None:
        """See whether the folder is there and takes a file."""
        self._demand_folder()
        try:
            try_writing(self._folder)
        except PersonError as error:
            raise _refusal(error) from error

    def close(self) -> None:
        """Nothing is kept open."""

    def _demand_same_folder(self) -> None:
        """Refuse where another folder has taken the name: what lies beneath a stick is what is left when it is gone."""
        if self._demand_folder() != self._place:
            raise ShelfError(OutcomeKind.TEMPORARY, "collection_not_there")

    def _demand_folder(self) -> tuple[int, int]:
        """Return which folder it is: its device and number.

        Refuse where it is not there: a stick that is not plugged in must not become a new folder.
        """
        try:
            found = self._folder.stat()
        except (OSError, ValueError) as error:
            raise ShelfError(OutcomeKind.TEMPORARY, "collection_not_there") from error
        if not stat.S_ISDIR(found.st_mode):
            raise ShelfError(OutcomeKind.TEMPORARY, "collection_not_there")
        return found.st_dev, found.st_ino


def _refusal(error: PersonError) -> ShelfError:
    kind = OutcomeKind.TEMPORARY if error.code in _MAY_PASS else OutcomeKind.PERMANENT
    return ShelfError(kind, error.code)
