import re
from pathlib import Path

import pytest

from testimony_app.domain.errors import PersonError
from testimony_app.files import mounts
from testimony_app.files.mounts import is_removable, mount_at, network_file_system
from testimony_app.store.database import open_database
from testimony_app.store.drafts import DraftStore

MOUNTS = r"""22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
41 22 0:45 / /home rw,relatime shared:2 - nfs4 server:/home rw,vers=4.2
42 41 8:2 / /home/rosa/disk rw - ext4 /dev/sdb1 rw
43 22 0:50 / /media/my\040share rw - cifs //box/share rw
44 22 0:51 / /media/over rw - ext4 /dev/sdc1 rw
45 44 0:52 / /media/over rw - fuse.sshfs me@host:/ rw
half a line
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/etc/x", "ext4"),
        ("/home", "nfs4"),
        ("/home/rosa/.local/share/testimony/testimony.db", "nfs4"),
        ("/home/rosa/disk/testimony.db", "ext4"),
        ("/homes/rosa", "ext4"),
        ("/media/my share/x", "cifs"),
        ("/media/over/x", "fuse.sshfs"),
    ],
)
def test_the_last_and_deepest_mount_counts(path, kind):
    assert mount_at(Path(path), MOUNTS).kind == kind


def test_this_computers_own_disk_is_none(tmp_path):
    assert network_file_system(tmp_path / "not there yet") == ""


def test_a_system_that_does_not_tell_is_no_reason_to_refuse(tmp_path, monkeypatch):
    monkeypatch.setattr(mounts, "_LINUX_MOUNTS", tmp_path / "nowhere")
    assert network_file_system(tmp_path) == ""


def test_a_profile_on_another_computer_is_refused_and_what_is_in_it_can_be_read(tmp_path, monkeypatch):
    database = tmp_path / "data" / "testimony.db"
    open_database(database).close()
    told = tmp_path / "mounts"
    told.write_text(f"{MOUNTS}46 22 0:53 / {tmp_path} rw - nfs4 server:/x rw\n")
    monkeypatch.setattr(mounts, "_LINUX_MOUNTS", told)
    with pytest.raises(PersonError) as error:
        open_database(database)
    assert (error.value.code, error.value.parameters["kind"]) == ("store_on_network", "nfs4")
    with pytest.raises(PersonError):
        open_database(tmp_path / "new" / "testimony.db")
    assert not (tmp_path / "new").exists()
    store = DraftStore(database, bytes.decode)
    assert store.page(9) == ()
    assert store.trouble().code == "store_on_network"
    store.close()


class Disks:
    """A made-up sysfs and what is mounted, as Linux lays them out."""

    def __init__(self, folder, monkeypatch):
        self.sys, self.mounts = folder / "sys", folder / "mountinfo"
        self.here = folder / "here"
        monkeypatch.setattr(mounts, "_SYSFS", self.sys)
        monkeypatch.setattr(mounts, "_LINUX_MOUNTS", self.mounts)

    def disk(self, place, name, number, *, removable="0", bus="", kind=""):
        """Make a disk, plugged into the place of a bus, or a partition of one; return its folder."""
        port = self.sys / "devices" / place
        whole = re.sub(r"(?<=^sd[a-z])\d+$", "", name)
        disk = port / "block" / whole
        folder = disk if name == whole else disk / name
        folder.mkdir(parents=True)
        (folder / "dev").write_text(f"{number}\n")
        (disk / "removable").write_text(f"{removable}\n")
        if kind:
            (disk / "device").mkdir(exist_ok=True)
            (port / "type").write_text(f"{kind}\n")
        if bus:
            (self.sys / "bus" / bus).mkdir(parents=True)
            (port / "subsystem").symlink_to(self.sys / "bus" / bus)
        for link in (self.sys / "dev" / "block" / number, self.sys / "class" / "block" / name):
            link.parent.mkdir(parents=True, exist_ok=True)
            link.symlink_to(folder)
        return folder

    def mount(self, number, source, kind="ext4"):
        self.mounts.write_text(
            f"22 1 8:1 / / rw - ext4 /dev/sda1 rw\n50 22 {number} / {self.here} rw - {kind} {source} rw\n"
        )


@pytest.fixture
def disks(tmp_path, monkeypatch):
    return Disks(tmp_path, monkeypatch)


def test_a_stick_says_that_it_can_be_pulled_out(disks):
    disks.disk("pci0/usb1/1-2", "sdb1", "8:17", removable="1")
    disks.mount("8:17", "/dev/sdb1", "vfat")
    assert is_removable(disks.here / "testimony.db")
    assert not is_removable(disks.here.parent / "elsewhere")


def test_a_usb_disk_can_be_pulled_out_though_it_does_not_say_so(disks):
    disks.disk("pci0/usb1/1-2", "sdb1", "8:17", bus="usb")
    disks.mount("8:17", "/dev/sdb1")
    assert is_removable(disks.here)


def test_a_disk_of_this_computer_cannot(disks):
    disks.disk("pci0/ata1", "sda1", "8:1", bus="scsi")
    disks.mount("8:1", "/dev/sda1")
    assert not is_removable(disks.here)


@pytest.mark.parametrize(("kind", "can"), [("SD", True), ("MMC", False)])
def test_a_memory_card_can_and_a_chip_on_the_board_cannot(disks, kind, can):
    disks.disk("mmc0/mmc0:0001", "mmcblk0", "179:0", bus="mmc", kind=kind)
    disks.mount("179:0", "/dev/mmcblk0")
    assert is_removable(disks.here) is can


def test_a_stick_is_found_beneath_its_encryption(disks):
    stick = disks.disk("pci0/usb1/1-2", "sdb", "8:16", bus="usb")
    sealed = disks.disk("virtual", "dm-0", "253:0")
    (sealed / "slaves").mkdir()
    (sealed / "slaves" / "sdb").symlink_to(stick)
    disks.mount("253:0", "/dev/mapper/stick")
    assert is_removable(disks.here)


def test_a_file_system_with_a_number_of_its_own_is_found_by_its_device(disks):
    disks.disk("pci0/usb1/1-2", "sdb1", "8:17", bus="usb")
    disks.mount("0:61", "/dev/sdb1", "btrfs")
    assert is_removable(disks.here)


@pytest.mark.parametrize("source", ["tmpfs", "/dev/sdz9", "none"])
def test_what_is_on_no_known_disk_is_not_told(disks, source):
    disks.mount("0:45", source, "tmpfs")
    assert not is_removable(disks.here)
    disks.mounts.unlink()
    assert not is_removable(disks.here)
