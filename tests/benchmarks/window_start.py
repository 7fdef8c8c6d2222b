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

ROUNDS = 15
MOST_TIME = 1.25
MOST_MEMORY = 1.3
MOST_INSTRUCTIONS = 1.3


def main():
    counts = [int(each) for each in sys.argv[1:]] or [100]
    code = 0
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            fill(folder, count)
            code = max(code, measure(folder, count))
    return code


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
    ratios = [times_the_floor(seconds), times_the_floor(memory)]
    instructions = {name: counted(words) for name, words in commands.items()}
    if all(instructions.values()):
        ratios.append(instructions["window"] / instructions["bare"])
    print(f"{count} testimonies, {ROUNDS} rounds")
    print(f"{'':34}{'ms':>8}{'MB':>8}{'million instructions':>24}")
    for name in commands:
        millions = f"{instructions[name] / 1e6:.0f}" if instructions[name] else "not counted"
        print(f"{name:34}{median(seconds[name]) * 1000:8.0f}{median(memory[name]) / 1024:8.0f}{millions:>24}")
    allowed = [MOST_TIME, MOST_MEMORY, MOST_INSTRUCTIONS]
    for name, values in (("times the floor", ratios), ("allowed", allowed)):
        print(f"{name:34}" + "".join(f"{value:{width}.2f}" for value, width in zip(values, (8, 8, 24), strict=False)))
    if len(ratios) < len(allowed):
        print("No instructions were counted: valgrind is missing.")
    return int(any(ratio > most for ratio, most in zip(ratios, allowed, strict=False)))


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
    sys.exit(main())
