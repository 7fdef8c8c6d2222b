"""What a command prints, for people or as JSON."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TextIO

from testimony_app.domain.errors import TestimonyError
from testimony_app.words.errors import sentence
from testimony_app.words.translate import english

DONE, REFUSED, WRONG_USE, MUST_FIX = 0, 1, 2, 3
"""Exit codes."""


@dataclass(frozen=True, slots=True)
class Console:
    """The two streams of a command. With `as_json` the output is one JSON value."""

    out: TextIO
    err: TextIO
    as_json: bool

    def line(self, text: str) -> None:
        """Print one line of the answer."""
        self.out.write(f"{text}\n")

    def lines(self, texts: Iterable[str]) -> None:
        """Print several lines of the answer."""
        for text in texts:
            self.line(text)

    def json(self, value: object) -> None:
        """Print a value as JSON."""
        self.out.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")

    def note(self, text: str) -> None:
        """Print one line beside the answer."""
        self.err.write(f"{text}\n")

    def error(self, error: TestimonyError) -> None:
        """Print an error: a sentence, or with JSON an object with its code, on both streams."""
        if self.as_json:
            shown = json.dumps(error_object(error), ensure_ascii=False)
            self.out.write(f"{shown}\n")
            self.err.write(f"{shown}\n")
        else:
            self.note(sentence(error, english))


def error_object(error: TestimonyError) -> dict[str, object]:
    """Return an error as JSON: its code, what it names, and the sentence for people."""
    return {"code": error.code, "parameters": error.parameters, "message": sentence(error, english)}
