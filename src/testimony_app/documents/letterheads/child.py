"""The confined child that scrubs a letterhead: bytes in, a scrubbed file or one error out, as JSON."""

import msgspec

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
        return msgspec.json.encode({"code": error.code, "parameters": error.parameters})
    return msgspec.json.encode({"content": found.content, "removed": found.removed, "unknown": found.unknown})
