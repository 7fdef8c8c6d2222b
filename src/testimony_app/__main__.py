"""Start Testimony: `testimony` and `python -m testimony_app`."""

import sys

from testimony_app.main import main


def run() -> None:
    """Run the program with the words of the command line and leave with its exit code."""
    sys.exit(main(sys.argv[1:]))


if __name__ == "__main__":
    run()
