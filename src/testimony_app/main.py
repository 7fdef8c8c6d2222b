"""The composition root: options and folders in, services together, then the command line."""

from collections.abc import Sequence

from testimony_app.cli.parser import make_parser


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    parser = make_parser()
    parser.parse_args(arguments)
    parser.print_help()
    return 0
