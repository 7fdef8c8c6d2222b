"""The tables of a `.campaign` zip, read by a confined child."""

import json
from pathlib import Path

import msgspec

from testimony_app.domain.errors import OrganizerError
from testimony_app.files.archive import ArchiveLimits
from testimony_app.files.confined import Limits, run_confined
from testimony_app.files.problems import Problem
from testimony_app.files.tables import Table

_CHILD = "testimony_app.campaigns.campaign_archive"


class _Answer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the child said: the tables and what is wrong with them, or why there is nothing."""

    tables: dict[str, Table] = {}
    problems: tuple[Problem, ...] = ()
    code: str = ""
    parameters: dict[str, str | int] = {}


def zip_tables(path: Path) -> tuple[dict[str, Table], tuple[Problem, ...]]:
    """Read a zip in a confined child and look over again what it says.

    Raises OrganizerError: `campaign_unreadable`, `archive_too_large`, the codes of `read_archive`, `content_too_heavy`.
    """
    most = ArchiveLimits().packed_bytes
    try:
        with path.open("rb") as file:
            content = file.read(most + 1)
    except OSError as error:
        raise OrganizerError("campaign_unreadable", path=str(path)) from error
    if len(content) > most:
        raise OrganizerError("archive_too_large", most_megabytes=most // 1024 // 1024)
    try:
        answer = msgspec.convert(json.loads(run_confined(_CHILD, content, Limits())), _Answer)
    except (ValueError, msgspec.ValidationError) as error:
        raise OrganizerError("content_too_heavy") from error
    if answer.code:
        raise OrganizerError(answer.code, **answer.parameters)
    return answer.tables, answer.problems
