"""Secrets in a real keyring on a bus of its own, in the environment, typed in, and where there is no safe place."""

import json
import os
import shutil
import subprocess
import sys
import time

import pytest

from testimony_app.domain.errors import PersonError
from testimony_app.settings import secrets
from testimony_app.settings.secret_worker import SERVICE, _real_keyring
from testimony_app.settings.secrets import Secrets

NEEDED = ("gnome-keyring-daemon", "dbus-run-session")
UNLOCKED = 'printf secret | gnome-keyring-daemon --unlock --components=secrets >/dev/null; exec "$@"'
LOCKED = 'gnome-keyring-daemon --start --components=secrets >/dev/null; exec "$@"'
WORK = """
import json, sys
from testimony_app.domain.errors import PersonError
from testimony_app.settings.secrets import Secrets

secrets = Secrets(seconds=float(sys.argv[1]))
said = []
for step in ("put", "find", "remove", "find"):
    try:
        if step == "put":
            secrets.put("clerk", "p\\u00e4ss \\u2603 word")
        elif step == "find":
            said.append(secrets.find("keyring", "clerk"))
        else:
            secrets.remove("clerk")
    except PersonError as error:
        said.append(error.code)
print(json.dumps(said))
"""


@pytest.fixture
def on_a_bus(tmp_path):
    """Run the work with a keyring daemon of its own, in an empty home."""
    missing = [name for name in NEEDED if not shutil.which(name)]
    if missing:
        reason = f"not installed: {', '.join(missing)}"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    for name in ("home", "run"):
        (tmp_path / name).mkdir(mode=0o700)

    def run(daemon, seconds):
        command = ["dbus-run-session", "--", "bash", "-c", daemon, "work", sys.executable, "-c", WORK, str(seconds)]
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(tmp_path / "home"),
            "XDG_RUNTIME_DIR": str(tmp_path / "run"),
        }
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=50, check=True)
        return json.loads(done.stdout)

    return run


def test_a_secret_is_kept_found_and_removed(on_a_bus):
    assert on_a_bus(UNLOCKED, 10) == ["päss ☃ word", "secret_missing"]


def test_a_locked_keyring_holds_nothing_up(on_a_bus):
    start = time.monotonic()
    said = on_a_bus(LOCKED, 2)
    assert set(said) <= {"secret_locked", "secret_keyring_failed", "secret_no_keyring"}
    assert len(said) >= 3
    assert time.monotonic() - start < 30


def test_without_a_bus_there_is_no_safe_place(monkeypatch):
    for name in ("DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    for work in (lambda: Secrets().find("keyring", "clerk"), lambda: Secrets().put("clerk", "x")):
        with pytest.raises(PersonError) as error:
            work()
        assert error.value.code in {"secret_no_keyring", "secret_keyring_failed"}


def test_a_secret_of_the_environment(monkeypatch):
    monkeypatch.setenv("CLERK_PASSWORD", "from outside")
    assert Secrets().find("env:CLERK_PASSWORD", "clerk") == "from outside"
    monkeypatch.setenv("CLERK_PASSWORD", "")
    with pytest.raises(PersonError, match="secret_missing"):
        Secrets().find("env:CLERK_PASSWORD", "clerk")


def test_one_that_was_typed_in_is_used_and_kept_nowhere():
    kept = Secrets()
    kept.type_in("clerk", "typed")
    assert kept.find("keyring", "clerk") == "typed"
    assert kept.find("env:NOT_THERE", "clerk") == "typed"


def test_a_keyring_that_hangs_is_left(monkeypatch, tmp_path):
    hanging = tmp_path / "hanging.py"
    hanging.write_text("import sys\nsys.stdin.read()\nimport threading\nthreading.Event().wait()\n", encoding="utf-8")
    monkeypatch.setattr(secrets, "_START", f"exec(open({str(hanging)!r}).read())")
    start = time.monotonic()
    with pytest.raises(PersonError, match="secret_locked"):
        Secrets(seconds=0.5).find("keyring", "clerk")
    assert time.monotonic() - start < 5


def test_a_keyring_that_breaks_is_told(monkeypatch):
    monkeypatch.setattr(secrets, "_START", "raise SystemExit(3)")
    with pytest.raises(PersonError, match="secret_keyring_failed"):
        Secrets().find("keyring", "clerk")


def test_a_plain_file_is_no_keyring(monkeypatch):
    from keyring.backends.null import Keyring  # noqa: PLC0415

    monkeypatch.setattr("testimony_app.settings.secret_worker.get_all_keyring", lambda: [Keyring()])
    assert _real_keyring() is None
    assert SERVICE == "testimony"
