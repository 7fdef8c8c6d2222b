"""A folder on this computer, on a share it has mounted, or on a stick."""

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

    def read(self, name: str) -> bytes | None:
        """Return a file, or None."""
        path = self._folder / name
        try:
            return path.read_bytes()
        except FileNotFoundError:
            self._demand_folder()
            return None
        except (OSError, ValueError) as error:
            raise _refusal(file_error(error, path)) from error

    def lay(self, name: str, content: bytes, committing: Callable[[], None]) -> bool:
        """Lay a file down under a free name."""
        self._demand_folder()
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

    def _demand_folder(self) -> None:
        """Refuse where the folder is not there: a stick that is not plugged in must not become a new folder."""
        if not self._folder.is_dir():
            raise ShelfError(OutcomeKind.TEMPORARY, "collection_not_there")


def _refusal(error: PersonError) -> ShelfError:
    kind = OutcomeKind.TEMPORARY if error.code in _MAY_PASS else OutcomeKind.PERMANENT
    return ShelfError(kind, error.code)
