import os
import subprocess

import pytest

from testimony_app.settings import folders


@pytest.fixture(autouse=True)
def site(tmp_path_factory, monkeypatch):
    """The folder of whoever runs the computer: an empty one, whatever this computer has."""
    folder = tmp_path_factory.mktemp("site")
    monkeypatch.setattr(folders, "_LINUX_SITE", folder)
    return folder


@pytest.fixture
def small_disk(tmp_path):
    """A file system of its own with 1 MiB of room. Only root may mount one."""
    if os.name != "posix" or os.geteuid() != 0:
        if os.environ.get("CI"):
            pytest.fail("mounting a small disk needs root")
        pytest.skip("mounting a small disk needs root")
    folder = tmp_path / "disk"
    folder.mkdir()
    subprocess.run(["/bin/mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)], check=True)
    yield folder
    subprocess.run(["/bin/umount", str(folder)], check=True)
