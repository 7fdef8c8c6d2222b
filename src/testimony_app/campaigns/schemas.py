"""The JSON Schemas of our formats, made from the classes that read them."""

from typing import Any

import msgspec

from testimony_app.campaigns.body_format import BodyFile
from testimony_app.campaigns.campaign_format import CampaignFile, PointFile

SHAPES: dict[str, type[msgspec.Struct]] = {"campaign": CampaignFile, "point": PointFile, "body": BodyFile}
"""The formats of this room by name."""


def schema(shape: type[msgspec.Struct], name: str) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a format."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Testimony: {name}",
        **msgspec.json.schema(shape),
    }
