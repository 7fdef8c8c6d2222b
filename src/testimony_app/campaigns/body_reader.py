"""A body's file made into a `PublicBody`."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from testimony_app.campaigns.body_format import BodyFile
from testimony_app.domain.body import PublicBody
from testimony_app.domain.errors import OrganizerError
from testimony_app.domain.fields import fields_of
from testimony_app.domain.sources import UNKNOWN
from testimony_app.files.problems import ContentProblemsError, Problem
from testimony_app.files.tables import Table, parse_toml, read_content, shaped

_NAME_FIELDS = ("file_number", "meeting_date", "name", "agenda_item", "matter")


def read_body(path: Path) -> PublicBody:
    """Return the public body in a TOML file.

    Raises ContentProblemsError with every problem found, and OrganizerError `body_not_found`, `file_unreadable`.
    """
    content = read_content(path)
    if content is None:
        raise OrganizerError("body_not_found", path=str(path))
    table, problems = parse_toml(path.name, content)
    body, wrong = (None, ()) if problems else shaped(path.name, table, BodyFile)
    problems += wrong
    problems += tuple(_broken_rules(path, body, table))
    if body is None or problems:
        raise ContentProblemsError(path.stem, problems)
    plain = _resolved(table, table["sources"])
    for key in ("format", "sources"):
        del plain[key]
    return msgspec.convert(plain, PublicBody)


def _broken_rules(path: Path, body: BodyFile | None, table: Table) -> Iterator[Problem]:
    """Yield every rule a body breaks; of one without its shape, those about its facts and their sources."""
    if body and body.id != path.stem:
        yield Problem(path.name, "id", "id_differs_from_name", found=body.id, expected=path.stem)
    has_sources = isinstance(table.get("sources"), dict)
    for key, fact in _facts(table, "") if has_sources else ():
        source = fact.get("source", "")
        if isinstance(source, str) and source and source not in table["sources"]:
            expected = ", ".join(table["sources"])
            yield Problem(path.name, f"{key}.source", "unknown_reference", found=source, expected=expected)
        if not source and fact["value"] != UNKNOWN:
            yield Problem(path.name, f"{key}.source", "missing_key")
    if body:
        yield from _unknown_fields(path, body)


def _unknown_fields(path: Path, body: BodyFile) -> Iterator[Problem]:
    for key, pattern in (
        ("file_name", body.file_name),
        *(("mail_subject", part) for part in body.mail_subject),
    ):
        for field in fields_of(pattern):
            if field not in _NAME_FIELDS:
                expected = ", ".join(_NAME_FIELDS)
                yield Problem(path.name, key, "unknown_reference", found=field, expected=expected)


def _facts(value: Any, key: str) -> Iterator[tuple[str, Table]]:  # noqa: ANN401  (any TOML value)
    """Yield every looked-up value with its key path."""
    if isinstance(value, dict):
        if "value" in value:
            yield key, value
        for name, each in value.items():
            yield from _facts(each, f"{key}.{name}" if key else name)
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from _facts(each, f"{key}[{number}]")


def _resolved(value: Any, sources: Table) -> Any:  # noqa: ANN401  (any TOML value)
    """Return the table with each fact's source put in the place of its name, and "unknown" as None."""
    if isinstance(value, list):
        return [_resolved(each, sources) for each in value]
    if not isinstance(value, dict):
        return value
    if "value" not in value:
        return {key: _resolved(each, sources) for key, each in value.items()}
    fact = dict(value)
    fact["source"] = sources[fact["source"]] if fact.get("source") else None
    fact["value"] = None if fact["value"] == UNKNOWN else fact["value"]
    return fact
