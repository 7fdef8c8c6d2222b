"""The words the command line understands."""

import argparse

from testimony_app import __version__


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of `testimony`."""
    parser = argparse.ArgumentParser(prog="testimony", description="Write testimony to your city council.")
    parser.add_argument("--version", action="version", version=f"testimony {__version__}")
    return parser
