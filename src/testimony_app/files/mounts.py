"""On what kind of file system and disk a place is, as far as the system says."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

NETWORK = frozenset(
    {
        "nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ceph", "coda", "davfs", "glusterfs", "lustre", "ncpfs",
        "fuse.sshfs", "fuse.glusterfs", "fuse.davfs2", "fuse.rclone", "fuse.s3fs", "fuse.ceph", "fuse.gvfsd-fuse",
    }
)  # fmt: skip
"""File systems, by the names Linux has for them, whose disk is in another computer."""

_LINUX_MOUNTS = Path("/proc/self/mountinfo")
_SYSFS = Path("/sys")
_OCTAL = re.compile(r"\\([0-7]{3})")
_PLUGGED_IN = frozenset({"usb", "firewire", "pcmcia"})
"""Ways of Linux to reach a disk that is plugged in from outside, as lsblk's column HOTPLUG has them."""

_DRIVE_REMOVABLE, _DRIVE_REMOTE = 2, 4
"""What Windows answers of a drive that can be taken out, and of one that is another computer's folder."""


class Mount(NamedTuple):
    """A file system where it is mounted: its kind, the numbers of its device ("8:1"), and where it is from."""

    kind: str
    device: str
    source: str


def network_file_system(path: Path) -> str:
    """Return the kind of the network file system a place is on; empty where it is on none, or nobody can tell.

    Linux and Windows are asked; elsewhere the answer is empty. The place need not exist yet.
    """
    if sys.platform == "win32":
        return "smb" if _windows_drive(path) == _DRIVE_REMOTE else ""
    mount = _linux_mount(path)
    return mount.kind if mount is not None and mount.kind in NETWORK else ""


def is_removable(path: Path) -> bool:
    """Whether a place is on a disk that can be pulled out, such as a stick; False where nobody can tell.

    Linux and Windows are asked; elsewhere the answer is False. The place need not exist yet.
    """
    if sys.platform == "win32":
        return _windows_drive(path) == _DRIVE_REMOVABLE
    mount = _linux_mount(path)
    try:
        return mount is not None and any(map(_can_be_pulled_out, _disks_of(mount)))
    except (OSError, ValueError, RuntimeError):
        return False


def mount_at(path: Path, mounts: str) -> Mount | None:
    """Return what is mounted at an absolute path, by the lines of Linux's mountinfo; the last one counts."""
    found, depth = None, -1
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        fields, kinds = before.split(" "), after.split(" ")
        if len(fields) < 5 or len(kinds) < 2:  # noqa: PLR2004  (the fifth is where it is mounted, then what from where)
            continue
        at = Path(_unescaped(fields[4]))
        if len(at.parts) >= depth and path.is_relative_to(at):
            found, depth = Mount(kinds[0], fields[2], _unescaped(kinds[1])), len(at.parts)
    return found


def _linux_mount(path: Path) -> Mount | None:
    try:
        mounts = _LINUX_MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
        return mount_at(path.resolve(), mounts)
    except (OSError, ValueError, RuntimeError):
        return None


def _unescaped(field: str) -> str:
    return _OCTAL.sub(lambda code: chr(int(code[1], 8)), field)


def _disks_of(mount: Mount) -> Iterator[Path]:
    """Yield the folders of sysfs of the disks a file system is on, through encryption and the like.

    A file system that has a number of its own, as btrfs has, is looked for by its device's name.
    """
    named = _SYSFS / "dev" / "block" / mount.device
    waiting = [named if named.exists() else _SYSFS / "class" / "block" / Path(mount.source).name]
    while waiting:
        disk = waiting.pop().resolve()
        beneath = list((disk / "slaves").iterdir()) if (disk / "slaves").is_dir() else []
        if beneath:
            waiting += beneath
        elif (disk / "dev").exists():
            yield disk


def _can_be_pulled_out(disk: Path) -> bool:
    """Whether a disk, or the disk of a partition, says so itself, is a memory card, or is plugged in from outside."""
    for place in (disk, *disk.parents):
        if place == _SYSFS.resolve():
            break
        if _read(place / "removable") == "1" or _read(place / "type") == "SD":
            return True
        if (place / "subsystem").exists() and (place / "subsystem").resolve().name in _PLUGGED_IN:
            return True
    return False


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii").strip() if path.is_file() else ""
    except (OSError, ValueError):
        return ""


if sys.platform == "win32":
    import ctypes

    def _windows_drive(path: Path) -> int:
        drive = path.absolute().drive
        if drive.startswith("\\\\"):
            return _DRIVE_REMOTE
        return int(ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\"))
