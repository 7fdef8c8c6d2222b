"""The JSON Schemas of all formats, by name."""

from typing import Any

import msgspec

from testimony_app.campaigns.schemas import SHAPES, schema
from testimony_app.channels.channel_format import ChannelsFile
from testimony_app.testimony_file.testimony_format import TestimonyFile

_ALL: dict[str, type[msgspec.Struct]] = {**SHAPES, "testimony": TestimonyFile, "channels": ChannelsFile}

SCHEMA_NAMES = tuple(_ALL)
"""The formats that have a schema."""


def schema_named(name: str) -> dict[str, Any]:
    """Return the JSON Schema of the format with this name, one of `SCHEMA_NAMES`."""
    return schema(_ALL[name], name)
