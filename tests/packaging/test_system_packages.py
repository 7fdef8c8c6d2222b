import pytest

from bootstrapping import system_packages
from bootstrapping.environment import prepare
from bootstrapping.failures import BootstrapError, DownloadError
from bootstrapping.processes import Ended
from bootstrapping.system_packages import QT_LIBRARIES, missing_qt_libraries, missing_venv_packages, provide
from tests.packaging.conftest import write_lock


@pytest.fixture
def debian(monkeypatch):
    """A Debian on which the bootstrap runs as root."""
    monkeypatch.setattr(system_packages.platform, "freedesktop_os_release", lambda: {"ID": "debian"})
    monkeypatch.setattr(system_packages.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(system_packages.os, "geteuid", lambda: 0, raising=False)
    monkeypatch.setattr(system_packages.sys, "platform", "linux")
    return monkeypatch


@pytest.fixture
def no_qt_libraries(monkeypatch):
    def refuse(library):
        raise OSError(library)

    monkeypatch.setattr(system_packages.ctypes, "CDLL", refuse)


def without_ensurepip(monkeypatch, prefix):
    monkeypatch.setattr(system_packages, "find_spec", lambda name: None if name == "ensurepip" else object())
    monkeypatch.setattr(system_packages.sys, "base_prefix", prefix)


def test_a_complete_python_needs_nothing():
    assert missing_venv_packages() == []


def test_a_debian_python_without_venv_names_its_package(monkeypatch):
    without_ensurepip(monkeypatch, "/usr")
    monkeypatch.setattr(system_packages.sys, "version_info", type("Version", (), {"minor": 12}))
    assert missing_venv_packages() == ["python3.12-venv"]


def test_another_python_without_venv_is_told_apart(monkeypatch):
    without_ensurepip(monkeypatch, "/opt/python")
    with pytest.raises(BootstrapError, match=r"/opt/python came without its venv and ensurepip"):
        missing_venv_packages()


def test_the_venv_package_is_installed_before_anything_is_made(checkout, commands, debian):
    without_ensurepip(debian, "/usr")
    prepare(checkout, "run", commands)
    assert commands.steps == ["apt", "apt", "venv", "pip", "locks", "app"]


@pytest.mark.usefixtures("no_qt_libraries", "debian")
def test_qt_libraries_are_left_alone_while_no_qt_is_locked(checkout, commands):
    prepare(checkout, "run", commands)
    assert "apt" not in commands.steps


@pytest.mark.usefixtures("no_qt_libraries", "debian")
def test_qt_libraries_are_installed_once_qt_is_locked(checkout, commands):
    write_lock(checkout, "run", "made-up==1.0", "pyside6-essentials==6.11.3 ; python_version < '4'")
    prepare(checkout, "run", commands)
    assert commands.steps == ["apt", "apt", "venv", "pip", "locks", "app"]
    assert commands.lines[1].split()[-len(QT_LIBRARIES) :] == list(QT_LIBRARIES.values())


def test_a_library_that_loads_is_not_missing(debian):
    debian.setattr(system_packages.ctypes, "CDLL", lambda library: library)
    assert missing_qt_libraries(["pyside6-essentials"]) == []


@pytest.mark.usefixtures("no_qt_libraries")
def test_only_linux_is_asked_for_libraries(debian):
    debian.setattr(system_packages.sys, "platform", "darwin")
    assert missing_qt_libraries(["pyside6-essentials"]) == []


@pytest.mark.usefixtures("debian")
def test_packages_are_removed_never_and_asked_about_never(commands):
    provide(["libgl1"], commands)
    update, install = commands.lines
    assert update.endswith(" update")
    assert "DEBIAN_FRONTEND=noninteractive" in install
    assert install.endswith(" install -y --no-remove --no-install-recommends libgl1")


def test_sudo_is_used_where_it_asks_nothing(commands, debian):
    debian.setattr(system_packages.os, "geteuid", lambda: 1000, raising=False)
    provide(["libgl1"], commands)
    assert commands.steps == ["sudo", "apt", "apt"]
    assert all(line.startswith("sudo -n ") for line in commands.lines)


def test_without_the_right_to_install_the_one_command_is_told(commands, debian):
    debian.setattr(system_packages.os, "geteuid", lambda: 1000, raising=False)
    commands.ends["sudo"] = Ended(1, "sudo: a password is required")
    with pytest.raises(BootstrapError) as caught:
        provide(["python3.11-venv", "libgl1"], commands)
    command = "sudo sh -c 'apt-get update && apt-get install -y --no-remove python3.11-venv libgl1'"
    assert command in str(caught.value)
    assert commands.steps == ["sudo"]


def test_a_debian_without_sudo_is_told_the_same(commands, debian):
    debian.setattr(system_packages.os, "geteuid", lambda: 1000, raising=False)
    debian.setattr(system_packages.shutil, "which", lambda name: None if name == "sudo" else name)
    with pytest.raises(BootstrapError, match="apt-get install"):
        provide(["libgl1"], commands)
    assert commands.steps == []


@pytest.mark.parametrize("release", [{"ID": "linuxmint", "ID_LIKE": "ubuntu debian"}, {"ID": "ubuntu"}])
def test_relatives_of_debian_are_recognized(commands, debian, release):
    debian.setattr(system_packages.platform, "freedesktop_os_release", lambda: release)
    provide(["libgl1"], commands)
    assert commands.steps == ["apt", "apt"]


def test_other_systems_hear_what_is_missing(commands, debian):
    debian.setattr(system_packages.platform, "freedesktop_os_release", lambda: {"ID": "fedora"})
    with pytest.raises(BootstrapError, match="what Debian and Ubuntu call libgl1"):
        provide(["libgl1"], commands)
    assert commands.steps == []


@pytest.mark.usefixtures("debian")
@pytest.mark.parametrize(
    ("install", "kind", "sentence"),
    [
        ("E: Unable to locate package libgl1", DownloadError, "network did not answer"),
        ("E: You have held broken packages.", BootstrapError, "held broken packages"),
    ],
)
def test_apt_that_fails_is_explained(install, kind, sentence):
    ends = {"update": Ended(0, "W: Temporary failure resolving"), "install": Ended(100, install)}
    with pytest.raises(kind, match=sentence):
        provide(["libgl1"], lambda command: ends["install" if "install" in command else "update"])
