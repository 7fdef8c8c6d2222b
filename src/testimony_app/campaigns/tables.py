"""From TOML bytes to plain tables, and from plain tables to the shapes of our formats."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time
from difflib import get_close_matches
from itertools import islice
from typing import Any, TypeVar

import msgspec

from testimony_app.campaigns.problems import Problem
from testimony_app.domain.text import clean

Table = dict[str, Any]
Shape = TypeVar("Shape", bound=msgspec.Struct)

MOST_BYTES = 1024 * 1024
"""The largest single TOML file that is read."""

_INTEGER_END = 2**63
_MOST_SHOWN = 80
_MOST_PROBLEMS = 1000
"""How many problems of one file are listed. A hostile one of a megabyte has more than half a million."""


def parse_toml(file: str, content: bytes) -> tuple[Table, tuple[Problem, ...]]:
    """Return the tables of a TOML file and what is wrong with it. Unquoted dates become text, YYYY-MM-DD."""
    if len(content) > MOST_BYTES:
        return {}, (Problem(file, "", "file_too_large", expected=f"{MOST_BYTES // 1024} KB"),)
    try:
        table = _plain(tomllib.loads(content.decode("utf-8-sig")))
    except UnicodeDecodeError as error:
        return {}, (Problem(file, "", "not_utf8", found=str(error.start)),)
    except _UncleanKeyError as error:
        return {}, (Problem(file, "", "text_not_clean", found=_shown(error)),)
    except RecursionError:
        return {}, (Problem(file, "", "toml_syntax", found="nested too deeply"),)
    except ValueError as error:  # of tomllib, and of Python for a number with thousands of digits
        return {}, (Problem(file, "", "toml_syntax", found=_shown(error)),)
    return table, ()


def shaped(file: str, table: Table, shape: type[Shape]) -> tuple[Shape | None, tuple[Problem, ...]]:
    """Return a table as a shape, or None and every problem that keeps it from being one, up to a thousand."""
    try:
        return msgspec.convert(table, shape), ()
    except msgspec.ValidationError as error:
        problems = tuple(islice(_schema_problems(file, table, shape), _MOST_PROBLEMS))
        return None, problems or (Problem(file, "", "wrong_value", found=str(error)),)


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


def _schema_problems(file: str, table: Table, shape: type[Shape]) -> Iterator[Problem]:
    """Return everything a JSON Schema check finds. The library is loaded only when something is wrong."""
    from jsonschema import Draft202012Validator, validators  # noqa: PLC0415  (27 ms that a sound file never needs)

    whole = Draft202012Validator.TYPE_CHECKER.redefine("integer", lambda _, value: type(value) is int)
    # To JSON Schema 1.0 is a whole number.
    strict = validators.extend(Draft202012Validator, type_checker=whole)  # type: ignore[no-untyped-call]
    errors = islice(strict(msgspec.json.schema(shape)).iter_errors(table), _MOST_PROBLEMS)
    for error in sorted(errors, key=lambda each: [str(part) for part in each.absolute_path]):
        key = key_path(error.absolute_path)
        yield from _problems_of(file, key, str(error.validator), error)


def _problems_of(file: str, key: str, validator: str, error: Any) -> Iterator[Problem]:  # noqa: ANN401
    schema: Mapping[str, Any] = error.schema
    if validator == "required":
        for name in error.validator_value:
            if name not in error.instance and error.message.startswith(f"{name!r} "):
                yield Problem(file, _join(key, name), "missing_key")
    elif validator == "additionalProperties":
        known = sorted(schema.get("properties", {}))
        for name in sorted(set(error.instance) - set(known)):
            close = get_close_matches(name, known, 1)
            yield Problem(file, _join(key, name), "unknown_key", found=_shown(name), expected=close[0] if close else "")
    else:
        yield Problem(file, key, "wrong_value", found=_shown(error.instance), expected=_expected(validator, error))


def _expected(validator: str, error: Any) -> str:  # noqa: ANN401
    schema: Mapping[str, Any] = error.schema
    bounds = {
        "minLength": "at least {} character",
        "maxLength": "at most {} characters",
        "minItems": "at least {} entry" if error.validator_value == 1 else "at least {} entries",
        "maxItems": "at most {} entries",
        "minimum": "{} or more",
        "maximum": "{} or less",
        "enum": "one of {}",
    }
    if validator in bounds:
        value = error.validator_value
        shown = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
        return bounds[validator].format(shown)
    if validator == "anyOf":
        return " or ".join(dict.fromkeys(_kind_of(each) for each in error.validator_value))
    if validator == "type":
        return _kind(str(error.validator_value))
    return str(schema.get("description", error.validator_value))


def _kind_of(schema: Mapping[str, Any]) -> str:
    """Return what one of several allowed kinds is called, with its bound: "a whole number (1 or more)"."""
    kind = _kind(str(schema.get("type", schema.get("enum", ""))))
    return f"{kind} ({schema['minimum']} or more)" if "minimum" in schema else kind


def _kind(json_type: str) -> str:
    names = {
        "string": "text in quotes",
        "integer": "a whole number",
        "number": "a number",
        "boolean": "true or false",
        "array": "a list",
        "object": "a table",
        "['unknown']": '"unknown"',
    }
    return names.get(json_type, json_type)


def _shown(value: object) -> str:
    text = str(value).replace("\n", "\\n")
    return text if len(text) <= _MOST_SHOWN else text[:_MOST_SHOWN] + "…"


def _join(key: str, name: str) -> str:
    return f"{key}.{_shown(name)}" if key else _shown(name)


def key_path(parts: Iterable[str | int]) -> str:
    """Return the path of a key as it is shown: `asks[1].text`, counted from 0."""
    path = ""
    for part in parts:
        path = f"{path}[{part}]" if isinstance(part, int) else _join(path, part)
    return path
