"""A place that holds one file for each testimony: a folder, a WebDAV share, or an object store."""

from collections.abc import Callable
from typing import Protocol

from testimony_app.domain.submission import OutcomeKind


class ShelfError(Exception):
    """A place that refuses. `kind` says what it proves as long as nothing was given its final name.

    `says_no`: the place itself refused the act that gives the name, so `kind` is a proof even then.
    """

    def __init__(self, kind: OutcomeKind, code: str, answer: str = "", *, says_no: bool = False) -> None:
        super().__init__(code, answer)
        self.says_no = says_no
        self.kind = kind
        self.code = code
        self.answer = answer


class Shelf(Protocol):
    """Reads and lays down files by their names. Every method raises ShelfError."""

    def begin(self, deadline: float) -> None:
        """Begin an attempt, with no step that lasts longer than `deadline`, a `time.monotonic()`."""

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
