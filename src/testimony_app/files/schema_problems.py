"""What keeps a table from being a shape, in full. Loaded only when something is wrong: a sound file never needs it."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from itertools import islice
from typing import Any

import msgspec
from jsonschema import Draft202012Validator, validators

from testimony_app.files.problems import MOST_PROBLEMS, Problem, shown


def schema_problems(file: str, table: Mapping[str, Any], shape: type[msgspec.Struct]) -> tuple[Problem, ...]:
    """Return everything a JSON Schema check finds in a table, up to a thousand problems."""
    return tuple(islice(_problems(file, table, shape), MOST_PROBLEMS))


def _problems(file: str, table: Mapping[str, Any], shape: type[msgspec.Struct]) -> Iterator[Problem]:
    whole = Draft202012Validator.TYPE_CHECKER.redefine("integer", lambda _, value: type(value) is int)
    # To JSON Schema 1.0 is a whole number.
    strict = validators.extend(Draft202012Validator, type_checker=whole)  # type: ignore[no-untyped-call]
    errors = islice(strict(msgspec.json.schema(shape)).iter_errors(table), MOST_PROBLEMS)
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
            yield Problem(file, _join(key, name), "unknown_key", found=shown(name), expected=close[0] if close else "")
    else:
        yield Problem(file, key, "wrong_value", found=shown(error.instance), expected=_expected(validator, error))


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


def _join(key: str, name: str) -> str:
    return f"{key}.{shown(name)}" if key else shown(name)


def key_path(parts: Iterable[str | int]) -> str:
    """Return the path of a key as it is shown: `asks[1].text`, counted from 0."""
    path = ""
    for part in parts:
        path = f"{path}[{part}]" if isinstance(part, int) else _join(path, part)
    return path
