"""Write the JSON Schemas in resources/schemas anew from the classes that read the formats.

.venv/bin/python packaging/make_schemas.py
"""

import json
from pathlib import Path

from testimony_app.services.schemas import SCHEMA_NAMES, schema_named

SCHEMAS = Path(__file__).resolve().parent.parent / "resources" / "schemas"


def main() -> None:
    """Write every schema."""
    SCHEMAS.mkdir(exist_ok=True)
    for name in SCHEMA_NAMES:
        text = json.dumps(schema_named(name), ensure_ascii=False, indent=2)
        (SCHEMAS / f"{name}.schema.json").write_text(f"{text}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
