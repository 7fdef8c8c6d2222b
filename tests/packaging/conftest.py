import shutil
import sys
from pathlib import Path

import pytest

from bootstrapping.environment import Checkout
from bootstrapping.processes import Ended

ROOT = Path(__file__).resolve().parents[2]


def write_lock(checkout, need, *pins):
    text = "".join(f"{pin} \\\n    --hash=sha256:{'0' * 64}\n" for pin in pins)
    checkout.lock(need).write_text(text, encoding="utf-8")


@pytest.fixture
def checkout(tmp_path):
    """A checkout with made-up locks and the real bootstrap."""
    return made_up_checkout(tmp_path / "checkout")


def made_up_checkout(root):
    ours = shutil.ignore_patterns("__pycache__", "locks")
    shutil.copytree(ROOT / "packaging", root / "packaging", ignore=ours)
    (root / "packaging" / "locks").mkdir()
    (root / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    made = Checkout(root)
    write_lock(made, "build", "made-up-builder==1.0")
    write_lock(made, "run", "made-up==1.0")
    write_lock(made, "test", "made-up==1.0", "made-up-tester==1.0")
    write_lock(made, "check", "made-up==1.0", "made-up-tester==1.0", "made-up-checker==1.0")
    return made


class Commands:
    """Stands in for the commands that would be run: notes them, and ends them as a test wants."""

    def __init__(self, checkout):
        self.checkout = checkout
        self.steps = []
        self.lines = []
        self.ends = {}

    def __call__(self, command):
        line = " ".join(command)
        step = self._step(line)
        self.steps.append(step)
        self.lines.append(line)
        end = self.ends.get(step, Ended(0, ""))
        if isinstance(end, BaseException):
            raise end
        if end.code == 0:
            self._leave_files(step)
        return end

    def _step(self, line):
        marks = {"-m venv": "venv", "ensurepip": "pip", "--require-hashes": "locks", "--editable": "app"}
        marks |= {"apt-get": "apt", "sudo -n true": "sudo"}
        return next(step for mark, step in marks.items() if mark in line)

    def _leave_files(self, step):
        if step == "venv":
            shutil.rmtree(self.checkout.venv, ignore_errors=True)
            self.checkout.program("python").parent.mkdir(parents=True)
            (self.checkout.venv / "pyvenv.cfg").touch()
            self.checkout.program("python").symlink_to(sys.executable)
        if step == "app":
            self.checkout.program("testimony").touch()


@pytest.fixture
def commands(checkout):
    return Commands(checkout)
