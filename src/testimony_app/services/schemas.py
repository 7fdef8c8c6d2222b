"""The JSON Schemas of all formats, by name."""

from typing import Any

from testimony_app.campaigns.schemas import SHAPES, schema
from testimony_app.testimony_file.testimony_format import TestimonyFile

SCHEMA_NAMES = (*SHAPES, "testimony")
"""The formats that have a schema."""


def schema_named(name: str) -> dict[str, Any]:
    """Return the JSON Schema of the format with this name, one of `SCHEMA_NAMES`."""
    return schema(TestimonyFile if name == "testimony" else SHAPES[name], name)
