"""What `bootstrap.py run` adds to a start when everything is there.

    .venv/bin/python -m tests.benchmarks.start_again

The floor is the program itself. The two take turns; the figures are medians of wall time.
"""

import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from tests.benchmarks.report import Row, told

ROOT = Path(__file__).parent.parent.parent
ROUNDS = 15
MOST_SECONDS = 0.5
GOAL = "Start"


def rows():
    program = [str(Path(sys.executable).with_name("testimony")), "--version"]
    bootstrap = [sys.executable, str(ROOT / "packaging" / "bootstrap.py"), "run", "--", "--version"]
    seconds(bootstrap)
    alone, through = [], []
    for _ in range(ROUNDS):
        alone.append(seconds(program))
        through.append(seconds(bootstrap))
    added = median(many - one for many, one in zip(through, alone, strict=True))
    beside = f"testimony --version {median(alone):.3f} s, with it {median(through):.3f} s"
    yield Row(GOAL, "what bootstrap.py run adds", added, "s", beside, wanted=MOST_SECONDS)


def seconds(command):
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(told(rows()))
