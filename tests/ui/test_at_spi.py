"""One journey through AT-SPI: by role and name, as screen readers, switches and voice control use the window."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from testimony_app.main import program_in
from testimony_app.settings.folders import profile_in
from tests.needed import cannot

SYSTEM_PYTHON = "/usr/bin/python3"
LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
WALK = Path(__file__).with_name("at_spi_walk.py")
SECONDS = 90


def missing():
    """Name what this system lacks, as Debian calls it."""
    packages = []
    if not shutil.which("Xvfb"):
        packages.append("xvfb")
    if not (shutil.which("dbus-daemon") and shutil.which("dbus-send")):
        packages.append("dbus")
    if not Path(LAUNCHER).exists():
        packages.append("at-spi2-core")
    has_pyatspi = [SYSTEM_PYTHON, "-c", "import pyatspi"]
    if not Path(SYSTEM_PYTHON).exists() or subprocess.run(has_pyatspi, capture_output=True, check=False).returncode:
        packages.append("python3-pyatspi")
    return packages


@contextmanager
def running(*command, env, **how):
    """Run a program with a process group of its own until the end, then end it by its number."""
    process = subprocess.Popen(command, env=env, start_new_session=True, **how)
    try:
        yield process
    finally:
        for sign in (signal.SIGTERM, signal.SIGKILL):
            try:
                os.killpg(process.pid, sign)
                process.wait(SECONDS)
            except (ProcessLookupError, subprocess.TimeoutExpired):
                continue


def has_owner(name, env):
    question = ("dbus-send", "--session", "--print-reply=literal", "--dest=org.freedesktop.DBus", "/")
    asked = (*question, "org.freedesktop.DBus.NameHasOwner", f"string:{name}")
    return "true" in subprocess.run(asked, env=env, capture_output=True, text=True, check=True).stdout


@pytest.fixture
def desktop():
    """A screen, a session bus and an accessibility bus of our own; yields the environment for who lives there."""
    if sys.platform != "linux":
        pytest.skip("AT-SPI is for Linux")
    if lacking := missing():
        cannot(f"{' and '.join(lacking)} not installed")
    with ExitStack() as stack:
        # A socket lies in here, and the path of a socket has to be short.
        home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="at-spi-")))
        (home / "run").mkdir(mode=0o700)
        env = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "HOME": str(home), "XDG_RUNTIME_DIR": str(home / "run")}
        told, tell = os.pipe()
        screen = ("Xvfb", "-noreset", "-displayfd", str(tell), "-screen", "0", "1280x800x24", "-nolisten", "tcp")
        stack.enter_context(running(*screen, env=env, pass_fds=[tell], stderr=subprocess.DEVNULL))
        os.close(tell)
        with os.fdopen(told, encoding="ascii") as numbers:
            env["DISPLAY"] = f":{int(numbers.readline())}"
        bus = ("dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address")
        quiet = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL, "text": True}
        address = stack.enter_context(running(*bus, env=env, **quiet)).stdout
        env["DBUS_SESSION_BUS_ADDRESS"] = stack.enter_context(address).readline().strip()
        accessibility = running(LAUNCHER, "--launch-immediately", env=env, stderr=subprocess.DEVNULL)
        stack.enter_context(accessibility)
        deadline = time.monotonic() + SECONDS
        while not has_owner("org.a11y.Bus", env):
            assert time.monotonic() < deadline, "the accessibility bus did not start"
        yield env


def test_a_blank_page_becomes_a_draft_through_assistive_technology_alone(desktop, tmp_path):
    profile = tmp_path / "profile"
    seen = desktop | {"QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
    window = (sys.executable, "-m", "testimony_app", "--profile", str(profile))
    walk = [SYSTEM_PYTHON, str(WALK)]
    words = tmp_path / "words of the window"
    with words.open("w") as told, running(*window, env=seen, stderr=told) as process:
        how = {"capture_output": True, "text": True, "timeout": 8 * SECONDS}
        walked = subprocess.run(walk, env=desktop, check=False, **how)
        end = process.poll()
    assert walked.returncode == 0, f"{walked.stderr}The window ended with {end}, and said: {words.read_text()}"
    read = json.loads(walked.stdout)
    assert read["meters"] == ["Aloud"]
    assert read["sections"] == [
        ["Opening. 6 words, 2 yours.", "Hello. My name is Rosa Maple."],
        ["Point 1: A bench at my bus stop. 6 words, 6 yours.", "I wait there with my mother."],
        ["What you want the Council to do. 5 words, 5 yours.", "Please put the bench back."],
        ["Thanks. 4 words, 1 yours.", "Thank you for listening."],
    ]
    with program_in(profile_in(profile)) as program:
        (row,) = program.drafting.page(9)
        draft = program.drafting.open(row.id).draft
        assert program.drafting.stored_text(row.id) == "\n\n".join(text for _, text in read["sections"])
    assert (draft.delivery.value, draft.silent) == ("aloud", ("thanks",))
