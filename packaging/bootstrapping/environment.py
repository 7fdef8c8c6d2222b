"""The folder .venv: made from nothing, extended by need, and left alone when it is whole.

A stamp in it says what was installed from which files by which Python. It is taken away before anything is changed and
written when all is done, so an interrupted installation never looks complete.
"""

import hashlib
import json
import platform
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bootstrapping.failures import BootstrapError, DownloadError, explain
from bootstrapping.processes import Run, say
from bootstrapping.system_packages import QT_LIBRARIES, missing_qt_libraries, missing_venv_packages, provide

NEEDS = ("run", "test", "check")
"""What may be asked of .venv. Each holds everything of those before it."""

Stamp = dict[str, str]


@dataclass(frozen=True, slots=True)
class Checkout:
    """The places of one checkout that the bootstrap reads and writes."""

    root: Path

    @property
    def venv(self) -> Path:
        """The folder that holds the dependencies."""
        return self.root / ".venv"

    @property
    def stamp(self) -> Path:
        """The file that says what .venv holds."""
        return self.venv / "testimony-stamp.json"

    def lock(self, need: str) -> Path:
        """Tell where the packages for a need are named, with their hashes."""
        return self.root / "packaging" / "locks" / f"{need}.txt"

    def program(self, name: str) -> Path:
        """Tell where an installation puts a program into .venv."""
        if sys.platform == "win32":
            return self.venv / "Scripts" / f"{name}.exe"
        return self.venv / "bin" / name


def prepare(checkout: Checkout, need: str, run: Run) -> None:
    """Make .venv hold what a need asks for, and do nothing where it already does.

    Raises BootstrapError where that is not possible, and OSError where a file cannot be read or written.
    """
    wanted = wanted_stamp(checkout, need)
    present = read_stamp(checkout)
    whole = _is_whole(checkout) and all(present.get(key) == wanted[key] for key in ("place", "python"))
    if whole and wanted.items() <= present.items():
        return
    locks = ("build", need)
    libraries = missing_qt_libraries(locked_names(checkout, locks))
    provide([QT_LIBRARIES[library] for library in libraries], run)
    checkout.stamp.unlink(missing_ok=True)
    if not whole:
        _create(checkout, run)
    try:
        _install_locked(checkout, locks, run)
    except DownloadError:
        if whole:
            _write_stamp(checkout, present)
        raise
    _install_app(checkout, run)
    _write_stamp(checkout, wanted)


def wanted_stamp(checkout: Checkout, need: str) -> Stamp:
    """Say what a complete .venv for a need was made of: its place, its Python and the files it was made from."""
    stamp = {
        "place": str(checkout.venv),
        "python": f"{platform.python_version()} {sys.base_prefix}",
        "pyproject": _digest(checkout.root / "pyproject.toml"),
    }
    for name in ("build", *NEEDS[: NEEDS.index(need) + 1]):
        stamp[name] = _digest(checkout.lock(name))
    return stamp


def read_stamp(checkout: Checkout) -> Stamp:
    """Read what .venv says it holds. A missing or damaged stamp says nothing."""
    try:
        stamp = json.loads(checkout.stamp.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def locked_names(checkout: Checkout, locks: Sequence[str]) -> set[str]:
    """Name the packages that some locks hold."""
    text = "".join(checkout.lock(name).read_text(encoding="utf-8") for name in locks)
    return set(re.findall(r"^([a-z0-9-]+)==", text, re.MULTILINE))


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _write_stamp(checkout: Checkout, stamp: Stamp) -> None:
    unfinished = checkout.stamp.with_suffix(".new")
    unfinished.write_text(json.dumps(stamp, indent=1) + "\n", encoding="utf-8")
    unfinished.replace(checkout.stamp)


def _is_whole(checkout: Checkout) -> bool:
    parts = (checkout.venv / "pyvenv.cfg", checkout.program("python"), checkout.program("testimony"))
    return checkout.stamp.exists() and all(part.exists() for part in parts)


def _create(checkout: Checkout, run: Run) -> None:
    if Path(sys.prefix) == checkout.venv:
        raise BootstrapError(
            f"The folder {checkout.venv} must be made anew, and this is the Python inside it. "
            "Run this again with the Python it was made from."
        )
    provide(missing_venv_packages(), run)
    say(f"Making {checkout.venv}")
    _step(run, "Making .venv", [sys.executable, "-m", "venv", "--clear", "--without-pip", str(checkout.venv)])
    # As a step of its own, because venv hides what ensurepip says when it fails.
    python = str(checkout.program("python"))
    _step(run, "Putting pip into .venv", [python, "-Im", "ensurepip", "--upgrade", "--default-pip"])


def _install_locked(checkout: Checkout, locks: Sequence[str], run: Run) -> None:
    names = locked_names(checkout, locks)
    say(f"Installing {len(names)} locked packages. The first time this takes a minute or two.")
    options = [word for name in locks for word in ("--requirement", str(checkout.lock(name)))]
    # Only ready builds: building one would fetch its own tools, and those no lock names.
    _step(
        run,
        "Installing the locked packages with pip",
        [*_pip(checkout), "--require-hashes", "--only-binary", ":all:", *options],
    )


def _install_app(checkout: Checkout, run: Run) -> None:
    _step(
        run,
        "Installing the app itself with pip",
        [*_pip(checkout), "--no-deps", "--no-build-isolation", "--editable", str(checkout.root)],
    )


def _pip(checkout: Checkout) -> list[str]:
    return [str(checkout.program("python")), "-m", "pip", "install", "--quiet", "--no-input", "--no-user"]


def _step(run: Run, what: str, command: Sequence[str]) -> None:
    ended = run(command)
    if ended.code:
        raise explain(what, ended)
