"""The confined child that scrubs a letterhead: bytes in, a scrubbed file or one error out, as JSON."""

import base64
import json

from testimony_app.documents.letterheads.limits import LIMITS
from testimony_app.documents.letterheads.scrubbing import scrubbed
from testimony_app.domain.errors import TestimonyError
from testimony_app.files.confined import serve_confined


def main() -> None:
    """Serve one letterhead from standard input to standard output."""
    serve_confined(LIMITS, _answer)


def _answer(content: bytes) -> bytes:
    try:
        found = scrubbed(content)
    except TestimonyError as error:
        return json.dumps({"code": error.code, "parameters": error.parameters}).encode()
    packed = base64.b64encode(found.content).decode()
    return json.dumps({"content": packed, "removed": found.removed, "unknown": found.unknown}).encode()
