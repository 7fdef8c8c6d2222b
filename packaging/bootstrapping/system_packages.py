"""What the system itself must have: the venv module's parts, and Qt's libraries once the app has a window."""

import ctypes
import os
import platform
import shutil
import sys
from collections.abc import Iterable, Sequence
from importlib.util import find_spec

from bootstrapping.failures import BootstrapError, explain
from bootstrapping.processes import Ended, Run, say

# The library that Qt loads, and the Debian package that has it (tried on a bare Debian 12).
QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libbrotlidec.so.1": "libbrotli1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libcups.so.2": "libcups2",
}

DEBIAN_PYTHON = "/usr"


def missing_venv_packages() -> list[str]:
    """Name the Debian package that completes this Python's venv module, or nothing where it is complete.

    Raises BootstrapError where the parts are missing and no system package could bring them.
    """
    if find_spec("venv") and find_spec("ensurepip"):
        return []
    if sys.base_prefix != DEBIAN_PYTHON:
        raise BootstrapError(
            f"The Python at {sys.base_prefix} came without its venv and ensurepip modules. "
            "Install Python 3.11, 3.12 or 3.13 anew, with these modules, and use it here."
        )
    return [f"python3.{sys.version_info.minor}-venv"]


def missing_qt_libraries(locked: Iterable[str]) -> list[str]:
    """Name Qt's libraries that this Linux lacks, or nothing where no Qt is among the locked packages."""
    if sys.platform != "linux" or not any(name.startswith("pyside6") for name in locked):
        return []
    return [library for library in QT_LIBRARIES if not _loads(library)]


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def provide(packages: Sequence[str], run: Run) -> None:
    """Install Debian packages where that is allowed without a question.

    Raises BootstrapError with the one command to give where it is not, or where the installation fails.
    """
    if not packages:
        return
    names = " ".join(packages)
    if not _is_debian():
        raise BootstrapError(
            f"This system lacks what Debian and Ubuntu call {names}. "
            "Install the same with your system's package manager and run this again."
        )
    if not _may_install(run):
        raise BootstrapError(
            f"This system lacks {names}. Give this command and run this again:\n"
            f"    sudo sh -c 'apt-get update && apt-get install -y --no-remove {names}'"
        )
    say(f"Installing {names} with apt-get.")
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    apt = [*sudo, "env", "DEBIAN_FRONTEND=noninteractive", "LC_ALL=C", "apt-get", "-o", "DPkg::Lock::Timeout=120"]
    updated = run([*apt, "update"])
    installed = run([*apt, "install", "-y", "--no-remove", "--no-install-recommends", *packages])
    if installed.code:
        # An update without a network ends well; only the package that it then does not know tells of it.
        unknown = "Unable to locate package" in installed.output
        output = updated.output + installed.output if unknown else installed.output
        raise explain(f"Installing {names} with apt-get", Ended(installed.code, output))


def _is_debian() -> bool:
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return False
    family = [release.get("ID", ""), *release.get("ID_LIKE", "").split()]
    return bool({"debian", "ubuntu"}.intersection(family)) and shutil.which("apt-get") is not None


def _may_install(run: Run) -> bool:
    if os.geteuid() == 0:
        return True
    return shutil.which("sudo") is not None and run(["sudo", "-n", "true"]).code == 0
