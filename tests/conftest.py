import faulthandler
import os
import subprocess

import pytest

from testimony_app.settings import folders
from tests.needed import cannot, programs
from tests.services.print_service import PrintService
from tests.services.print_service import missing as missing_print_service


@pytest.fixture(autouse=True)
def site(tmp_path_factory, monkeypatch):
    """The folder of whoever runs the computer: an empty one, whatever this computer has."""
    folder = tmp_path_factory.mktemp("site")
    monkeypatch.setattr(folders, "_LINUX_SITE", folder)
    return folder


@pytest.fixture(autouse=True)
def no_watch_over_long_tests(request):
    """A minute is little for a test that is marked long, and a dump of its running thread can end the process."""
    if request.node.get_closest_marker("long"):
        faulthandler.cancel_dump_traceback_later()


@pytest.fixture
def may_mount():
    """Only root may mount a disk."""
    if os.name != "posix" or os.geteuid() != 0:
        cannot("mounting a disk needs root")


@pytest.fixture
def raw_disk(tmp_path, may_mount):
    """A disk of its own, and what takes it off and returns its raw image, to be looked at."""
    del may_mount
    image, folder = tmp_path / "disk.img", tmp_path / "disk"
    image.write_bytes(b"")
    os.truncate(image, 96 * 1024 * 1024)
    subprocess.run(["/sbin/mkfs.ext4", "-q", "-F", str(image)], check=True)
    folder.mkdir()
    subprocess.run(["/bin/mount", "-o", "loop", str(image), str(folder)], check=True)

    def end():
        subprocess.run(["/bin/umount", str(folder)], check=True)
        return image

    yield folder, end
    if os.path.ismount(folder):
        end()


@pytest.fixture
def small_disk(tmp_path, may_mount):
    """A file system of its own with 1 MiB of room."""
    del may_mount
    folder = tmp_path / "disk"
    folder.mkdir()
    subprocess.run(["/bin/mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)], check=True)
    yield folder
    subprocess.run(["/bin/umount", str(folder)], check=True)


@pytest.fixture(scope="session")
def strace():
    """The program that lets system calls fail, where it may trace."""
    (found,) = programs("strace")
    if subprocess.run([found, "-qq", "true"], check=False, capture_output=True).returncode:
        cannot("strace may not trace here")
    return found


@pytest.fixture
def print_service(tmp_path, monkeypatch):
    """A print service of the test's own. Only root may start one."""
    if lacks := missing_print_service():
        cannot(f"missing: {lacks}")
    if os.geteuid() != 0:
        cannot("a print service of its own needs root")
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o755)  # the service's own user looks into them
    service = PrintService(tmp_path / "cups")
    monkeypatch.setenv("CUPS_SERVER", service.environment["CUPS_SERVER"])
    yield service
    service.close()
