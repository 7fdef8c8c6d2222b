"""A place that holds one file for each testimony: a folder, a WebDAV share, or an object store."""

from collections.abc import Callable
from typing import Protocol

from testimony_app.domain.submission import OutcomeKind


class ShelfError(Exception):
    """A place that refuses. `kind` says what it proves as long as nothing was given its final name."""

    def __init__(self, kind: OutcomeKind, code: str, answer: str = "") -> None:
        super().__init__(code, answer)
        self.kind = kind
        self.code = code
        self.answer = answer


class Shelf(Protocol):
    """Reads and lays down files by their names. Every method raises ShelfError."""

    def read(self, name: str) -> bytes | None:
        """Return a file, or None where there is none of that name."""

    def lay(self, name: str, content: bytes, committing: Callable[[], None]) -> bool:
        """Lay a file down under a name that is free, whole or not at all; False where the name is taken.

        `committing` is called before the act that gives it its name.
        """

    def look(self) -> None:
        """See whether the place is there, and lay nothing down."""

    def close(self) -> None:
        """Let go of the place."""
