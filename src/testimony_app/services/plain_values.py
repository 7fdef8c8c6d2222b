"""Domain values as plain JSON values, with the keys of their files."""

from typing import Any

import msgspec


def plain(value: object) -> Any:  # noqa: ANN401  (a JSON value)
    """Return structs, dataclasses, tuples and enums as dictionaries, lists and texts."""
    return msgspec.to_builtins(value)
