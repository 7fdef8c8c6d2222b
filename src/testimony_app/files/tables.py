"""From TOML bytes to plain tables, and from plain tables to the shapes of our formats."""

import tomllib
from codecs import BOM_UTF8
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from testimony_app.domain.errors import OrganizerError
from testimony_app.domain.text import clean
from testimony_app.files.deep_keys import has_deep_key
from testimony_app.files.problems import Problem, shown

Table = dict[str, Any]
Shape = TypeVar("Shape", bound=msgspec.Struct)

MOST_BYTES = 1024 * 1024
"""The largest single TOML file that is read."""

_INTEGER_END = 2**63


def read_content(path: Path) -> bytes | None:
    """Return a file up to just beyond the largest that is read, or None where there is none.

    Raises OrganizerError `file_unreadable`.
    """
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise OrganizerError("file_unreadable", path=str(path)) from error


def parse_toml(file: str, content: bytes) -> tuple[Table, tuple[Problem, ...]]:
    """Return the tables of a TOML file and what is wrong with it. Unquoted dates become text, YYYY-MM-DD."""
    if len(content) > MOST_BYTES:
        return {}, (Problem(file, "", "file_too_large", expected=f"{MOST_BYTES // 1024} KB"),)
    try:
        text = content.removeprefix(BOM_UTF8).decode()
        if has_deep_key(text):
            raise RecursionError  # noqa: TRY301  (tomllib would come to it, much later)
        table = _plain(tomllib.loads(text))
    except UnicodeDecodeError as error:
        return {}, (Problem(file, "", "not_utf8", found=str(error.start)),)
    except _UncleanKeyError as error:
        return {}, (Problem(file, "", "text_not_clean", found=shown(error)),)
    except RecursionError:
        return {}, (Problem(file, "", "toml_syntax", found="nested too deeply"),)
    except ValueError as error:  # of tomllib, and of Python for a number with thousands of digits
        return {}, (Problem(file, "", "toml_syntax", found=shown(error)),)
    return table, ()


def shaped(file: str, table: Table, shape: type[Shape]) -> tuple[Shape | None, tuple[Problem, ...]]:
    """Return a table as a shape, or None and every problem that keeps it from being one, up to a thousand."""
    try:
        return msgspec.convert(table, shape), ()
    except msgspec.ValidationError as error:
        from testimony_app.files.schema_problems import schema_problems  # noqa: PLC0415  (a sound file has none)

        return None, schema_problems(file, table, shape) or (Problem(file, "", "wrong_value", found=str(error)),)


class _UncleanKeyError(ValueError):
    """A key with control characters or line breaks, written out so that it can be shown."""


def _plain(value: Any) -> Any:  # noqa: ANN401  (TOML values are of any kind)
    """Return a TOML value with dates as ISO text and every text cleaned of control characters."""
    if isinstance(value, dict):
        for key in value:
            if clean(key).text != key or "\n" in key:
                raise _UncleanKeyError(ascii(key))
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, int) and abs(value) >= _INTEGER_END:
        raise ValueError("a whole number of more than 64 bits")
    return clean(value)[0] if isinstance(value, str) else value
