"""Start Testimony: `testimony` and `python -m testimony_app`."""

import os
import sys

from testimony_app.main import main


def run() -> None:
    """Run the program with the words of the command line and leave with its exit code.

    Whoever reads our output may stop reading (`testimony draft list | head`); that is no error of ours.
    """
    try:
        code = main(sys.argv[1:])
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    sys.exit(code)


if __name__ == "__main__":
    run()
