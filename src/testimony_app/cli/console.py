"""What a command prints, for people or as JSON."""

from collections.abc import Iterable
from contextlib import suppress
from typing import NamedTuple, TextIO

from testimony_app.domain.errors import PersonError, TestimonyError
from testimony_app.words.errors import sentence
from testimony_app.words.translate import english

DONE, REFUSED, WRONG_USE, MUST_FIX = 0, 1, 2, 3
"""Exit codes."""


class Console(NamedTuple):
    """The two streams of a command. With `as_json` the output is one JSON value."""

    out: TextIO
    err: TextIO
    as_json: bool

    def line(self, text: str) -> None:
        """Print one line of the answer."""
        _write(self.out, f"{text}\n")

    def lines(self, texts: Iterable[str]) -> None:
        """Print several lines of the answer."""
        for text in texts:
            self.line(text)

    def json(self, value: object) -> None:
        """Print a value as JSON."""
        _write(self.out, _as_json(value, indent=2) + "\n")

    def note(self, text: str) -> None:
        """Print one line beside the answer."""
        _write(self.err, f"{text}\n")

    def flush(self) -> None:
        """Send on what was printed, so that it is not lost if the program is stopped."""
        _write(self.out, "", at_once=True)

    def error(self, error: TestimonyError, hint: str = "") -> None:
        """Print an error: a sentence and a hint after it, or with JSON an object with its code, on both streams."""
        if self.as_json:
            shown = _as_json(error_object(error))
            streams = [self.out, self.err]
        else:
            shown = f"{sentence(error, english)} {hint}".rstrip()
            streams = [self.err]
        for stream in streams:
            with suppress(OSError):  # where even this cannot be written, only the exit code can tell
                stream.write(f"{shown}\n")


def _write(stream: TextIO, text: str, *, at_once: bool = False) -> None:
    try:
        stream.write(text)
        if at_once:
            stream.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise PersonError("answer_not_written") from error


def _as_json(value: object, indent: int | None = None) -> str:
    import json  # noqa: PLC0415  (a window prints none)

    return json.dumps(value, ensure_ascii=False, indent=indent)


def error_object(error: TestimonyError) -> dict[str, object]:
    """Return an error as JSON: its code, what it names, and the sentence for people."""
    return {"code": error.code, "parameters": error.parameters, "message": sentence(error, english)}
