"""How long the window takes from the start to the frame that shows the testimonies, beside a bare editor window.

    xvfb-run -a .venv/bin/python -m tests.benchmarks.window_start

The floor is a QMainWindow with a QPlainTextEdit. The two take turns; ratios are medians of the rounds'. Both run
compiled, as installed programs do: the first round, which does not count, may write what it compiles.

Where valgrind is installed it counts the instructions of one start each. They repeat within 0.1 %, whatever else the
machine does.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from testimony_app.files.shipped import resource_folder
from testimony_app.main import program_in
from testimony_app.settings.folders import profile_in
from tests.benchmarks.painted import STOP
from tests.benchmarks.report import Row, not_run, numbers, told

ROUNDS = 15
MOST_TIME = 1.25
MOST_MEMORY = 1.3
MOST_INSTRUCTIONS = 1.3
GOAL = "Start"


def rows():
    for count in numbers(100):
        with tempfile.TemporaryDirectory() as folder:
            fill(folder, count)
            yield from measure(folder, count)


def fill(profile, count):
    """Put testimonies into a profile."""
    with program_in(profile_in(Path(profile))) as program:
        (imported,) = program.importing.take_in([resource_folder() / "example.testimony.json"])
        opened = program.drafting.open(imported.draft_id)
        for number in range(count - 1):
            program.drafting.save(program.drafting.copy_of(opened, f"Testimony {number}"), "copy")


def measure(profile, count):
    commands = {"bare": ["bare"], "window": ["window", profile]}
    seconds = {name: [] for name in commands}
    memory = {name: [] for name in commands}
    for number in range(ROUNDS + 1):
        for name, words in commands.items():
            start = time.monotonic()
            painted, kilobytes = run([], words).stdout.split()
            if number:
                seconds[name].append(float(painted) - start)
                memory[name].append(int(kilobytes))
    for what, unit, values, scale, wanted in (
        ("time to the frame", "ms", seconds, 1000, MOST_TIME),
        ("memory at the frame", "MB", memory, 1 / 1024, MOST_MEMORY),
    ):
        bare, ours = (median(values[name]) * scale for name in commands)
        beside = f"bare window {bare:.0f} {unit}"
        yield Row(GOAL, f"{what}, {count:,} testimonies", ours, unit, beside, times_the_floor(values), wanted)
    what = f"instructions to the frame, {count:,} testimonies"
    bare, ours = (counted(words) for words in commands.values())
    if bare is None or ours is None:
        yield not_run(GOAL, what, "valgrind is missing")
    else:
        beside = f"bare window {bare / 1e6:.0f} million"
        yield Row(GOAL, what, ours / 1e6, "million", beside, ours / bare, MOST_INSTRUCTIONS)


def times_the_floor(values):
    return median(ours / floor for ours, floor in zip(values["window"], values["bare"], strict=True))


def counted(words):
    """Return how many instructions a start takes up to its frame, or None where there is no valgrind."""
    valgrind = shutil.which("valgrind")
    if valgrind is None:
        return None
    tool = [valgrind, "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]
    done = run([*tool, "--child-silent-after-fork=yes"], [*words, STOP])
    return int(re.search(r"I\s+refs:\s+([\d,]+)", done.stderr)[1].replace(",", ""))


def run(tool, words):
    """Run one start. Names are hashed alike in each: their order in sets and dicts is part of the work."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return subprocess.run(
        [*tool, sys.executable, "-m", "tests.benchmarks.painted", *words],
        env=environment | {"PYTHONHASHSEED": "0"},
        capture_output=True,
        text=True,
        check=True,
    )


if __name__ == "__main__":
    sys.exit(told(rows()))
