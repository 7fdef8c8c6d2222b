"""How long the window takes from the start to the frame that shows the testimonies, beside a bare editor window.

    xvfb-run -a .venv/bin/python -m tests.benchmarks.window_start

The floor is a QMainWindow with a QPlainTextEdit. The two take turns; ratios are medians of the rounds'. Both run
compiled, as installed programs do: the first round, which does not count, may write what it compiles.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from testimony_app.files.shipped import resource_folder
from testimony_app.main import program_in
from testimony_app.settings.folders import profile_in

ROUNDS = 15
MOST_TIME = 1.25
MOST_MEMORY = 1.3


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
    compiled = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for number in range(ROUNDS + 1):
        for name, words in commands.items():
            start = time.monotonic()
            done = subprocess.run(
                [sys.executable, "-m", "tests.benchmarks.painted", *words],
                env=compiled,
                capture_output=True,
                text=True,
                check=True,
            )
            painted, kilobytes = done.stdout.split()
            if number:
                seconds[name].append(float(painted) - start)
                memory[name].append(int(kilobytes))
    times = median(ours / floor for ours, floor in zip(seconds["window"], seconds["bare"], strict=True))
    size = median(ours / floor for ours, floor in zip(memory["window"], memory["bare"], strict=True))
    print(f"{count} testimonies, {ROUNDS} rounds")
    print(f"{'':34}{'ms':>8}{'MB':>8}")
    for name in commands:
        print(f"{name:34}{median(seconds[name]) * 1000:8.0f}{median(memory[name]) / 1024:8.0f}")
    print(f"{'times the floor':34}{times:8.2f}{size:8.2f}")
    print(f"{'allowed':34}{MOST_TIME:8.2f}{MOST_MEMORY:8.2f}")
    return int(times > MOST_TIME or size > MOST_MEMORY)


if __name__ == "__main__":
    sys.exit(main())
