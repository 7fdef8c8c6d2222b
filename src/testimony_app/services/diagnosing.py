"""Does this installation work? The questions `doctor` asks."""

import os
import platform
import sqlite3
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from testimony_app import __version__
from testimony_app.domain.errors import PersonError, TestimonyError
from testimony_app.files.atomic import try_writing
from testimony_app.services.library import Library, Unreadable
from testimony_app.store.cautions import cautions
from testimony_app.store.health import database_health


class Verdict(Enum):
    """How a question was answered."""

    PASS = "pass"  # noqa: S105  (a verdict, not a password)
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One answer. `code` names the sentence, `parameters` what it holds; `error` is what went wrong, if anything."""

    subject: str
    verdict: Verdict
    code: str
    parameters: dict[str, str | int] = field(default_factory=dict)
    error: TestimonyError | None = None


class Diagnosing:
    """Asks whether the pieces of one profile and installation are in order.

    `ask_window` asks about what the window needs; without it nobody asks.
    """

    def __init__(
        self,
        database: Path,
        library: Library,
        ask_window: "Callable[[], Iterator[Diagnosis]] | None" = None,
        key: Callable[[], bytes | None] = lambda: None,
    ) -> None:
        self.database = database
        self._library = library
        self._ask_window = ask_window
        self._key = key

    def diagnose(self) -> Iterator[Diagnosis]:
        """Yield an answer to each question. Nothing stays changed, and no question can stop the others."""
        yield _answered("versions", _versions)
        yield _answered("database", lambda: _database_state(self.database, self._key))
        yield from _cautions(self.database)
        yield _contents("campaigns", lambda: list(self._library.campaigns()))
        yield _contents("bodies", lambda: list(self._library.bodies()))
        yield _answered("languages", lambda: _languages(self._library))
        yield _answered("saving", lambda: _saving(self.database))
        if self._ask_window is not None:
            yield from self._ask_window()


def _versions() -> Diagnosis:
    return Diagnosis(
        "versions",
        Verdict.PASS,
        "versions",
        {
            "program": __version__,
            "python": platform.python_version(),
            "sqlite": sqlite3.sqlite_version,
            "system": f"{platform.system()} {platform.release()}",
            "executable": sys.executable,
        },
    )


def _answered(subject: str, ask: Callable[[], Diagnosis]) -> Diagnosis:
    try:
        return ask()
    except TestimonyError as error:
        return Diagnosis(subject, Verdict.FAIL, error.code, error.parameters, error)
    except Exception as error:  # noqa: BLE001  (no question may stop the others)
        return Diagnosis(subject, Verdict.FAIL, "question_failed", {"subject": subject, "detail": type(error).__name__})


def _database_state(path: Path, key: Callable[[], bytes | None]) -> Diagnosis:
    try:
        health = database_health(path, key())
    except PersonError as error:
        if error.code != "lock_passphrase_missing":
            raise
        return Diagnosis("database", Verdict.WARN, "database_locked", {"path": str(path)})
    if health is None:
        return Diagnosis("database", Verdict.PASS, "database_not_made", {"path": str(path)})
    parameters: dict[str, str | int] = {"path": str(path), "drafts": health.drafts, "schema": health.schema}
    if health.open_to_others:
        return Diagnosis("database", Verdict.WARN, "database_open_to_others", parameters)
    return Diagnosis("database", Verdict.PASS, "database_sound", parameters)


def _cautions(database: Path) -> Iterator[Diagnosis]:
    """Yield what should be known of how testimonies are kept, after the database was looked at."""
    for caution in cautions(database):
        yield Diagnosis("keeping", Verdict.WARN, caution.code, caution.parameters, caution)


def _saving(database: Path) -> Diagnosis:
    """Whether a new testimony could be saved: only trying tells."""
    parameters: dict[str, str | int] = {"path": str(database.parent)}
    try:
        try_writing(database.parent)
    except PersonError as error:
        return Diagnosis("saving", Verdict.FAIL, "saving_impossible", parameters, error)
    if database.exists() and not os.access(database, os.W_OK):
        refused = PersonError("store_read_only", path=str(database))
        return Diagnosis("saving", Verdict.FAIL, "saving_impossible", parameters, refused)
    return Diagnosis("saving", Verdict.PASS, "saving_works", parameters)


def _contents(subject: str, read: Callable[[], Sequence[object]]) -> Diagnosis:
    def ask() -> Diagnosis:
        found = read()
        bad = [each for each in found if isinstance(each, Unreadable)]
        parameters: dict[str, str | int] = {"count": len(found) - len(bad)}
        if bad:
            parameters["unreadable"] = ", ".join(each.id for each in bad)
            return Diagnosis(subject, Verdict.WARN, f"{subject}_unreadable", parameters, bad[0].error)
        if not found:
            return Diagnosis(subject, Verdict.FAIL, f"{subject}_missing", parameters)
        return Diagnosis(subject, Verdict.PASS, f"{subject}_sound", parameters)

    return _answered(subject, ask)


def _languages(library: Library) -> Diagnosis:
    return Diagnosis("languages", Verdict.PASS, "languages_sound", {"name": library.language("en").name})
