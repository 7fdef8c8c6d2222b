"""Start Testimony: `testimony` and `python -m testimony_app`."""

import os
import sys
from typing import TextIO

_INTERRUPTED = 130
"""What a shell expects of a program that Ctrl-C has stopped."""


def run() -> None:
    """Run the program with the words of the command line and leave with its exit code.

    Whoever reads our output may stop reading (`testimony draft list | head`); that is no error of ours.
    """
    _open_closed_streams()
    code: str | int | None
    try:
        from testimony_app.main import main  # noqa: PLC0415  (Ctrl-C may come while the modules load)

        code = main(sys.argv[1:])
    except BrokenPipeError:
        code = 0
    except KeyboardInterrupt:
        code = _INTERRUPTED
    except SystemExit as leaving:  # after --help, --version and wrong use
        code = leaving.code
    is_written = [_is_written(stream) for stream in (sys.stdout, sys.stderr)]
    sys.exit(code if all(is_written) else code or 1)


def _open_closed_streams() -> None:
    """Let what nobody is to read or to say (`>&-`) go nowhere, and no other file take its number."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115  (stays open)


def _is_written(stream: TextIO) -> bool:
    """Send on what is still to be written; what cannot be goes nowhere, or Python would complain of it at its end."""
    try:
        stream.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        return isinstance(error, BrokenPipeError)
    return True


if __name__ == "__main__":
    run()
