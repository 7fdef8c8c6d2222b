"""Run every benchmark, each in a process of its own, and print one table of what they found.

    .venv/bin/python -m tests.benchmarks
    .venv/bin/python -m tests.benchmarks --only typing --only keeping

It takes some minutes, and nothing else should run meanwhile. Those of the window are run under Xvfb where there is no
display. The exit code is 0 where all that is wanted is met.
"""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.benchmarks.report import ROWS, not_run, read, table

ROOT = Path(__file__).parent.parent.parent

BENCHMARKS = {
    "window_start": True,
    "typing": True,
    "history": True,
    "exporting_window": True,
    "keeping": False,
    "word_export": False,
    "pdf_export": False,
    "outbox_list": False,
    "smtp_send": False,
    "outbox_smtp": False,
    "start_again": False,
}
"""The benchmarks in their order, and whether one shows a window."""


def main(arguments, environment):
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description="Run the benchmarks.")
    parser.add_argument("--only", action="append", choices=tuple(BENCHMARKS), metavar="NAME", help="run this one")
    chosen = parser.parse_args(arguments).only or tuple(BENCHMARKS)
    found = []
    for name in chosen:
        print(f"{name} ...", file=sys.stderr)
        found += run(name, environment)
    print(table(found))
    return int(not all(row.is_met for row in found))


def run(name, environment):
    """Return the rows of one benchmark, run in a process of its own."""
    words = command(name, environment)
    if words is None:
        return [not_run(name, "all of it", "no display, and no xvfb-run")]
    done = subprocess.run(words, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=False)
    try:
        return read(done.stdout)
    except ValueError:
        return [not_run(name, "all of it", f"it ended with code {done.returncode}")]


def command(name, environment):
    """Return the command that runs one, or None where it needs a display and there can be none."""
    words = [sys.executable, "-m", f"tests.benchmarks.{name}", ROWS]
    if not BENCHMARKS[name] or any(environment.get(each) for each in ("DISPLAY", "WAYLAND_DISPLAY")):
        return words
    xvfb = shutil.which("xvfb-run", path=environment.get("PATH"))
    return [xvfb, "-a", *words] if xvfb else None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], dict(os.environ)))
