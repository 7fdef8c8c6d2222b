"""On what kind of file system a place is, as far as the system says."""

import re
import sys
from pathlib import Path

NETWORK = frozenset(
    {
        "nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ceph", "coda", "davfs", "glusterfs", "lustre", "ncpfs",
        "fuse.sshfs", "fuse.glusterfs", "fuse.davfs2", "fuse.rclone", "fuse.s3fs", "fuse.ceph", "fuse.gvfsd-fuse",
    }
)  # fmt: skip
"""File systems, by the names Linux has for them, whose disk is in another computer."""

_LINUX_MOUNTS = Path("/proc/self/mountinfo")
_OCTAL = re.compile(r"\\([0-7]{3})")
_DRIVE_REMOTE = 4
"""What Windows answers of a drive that is another computer's folder."""


def network_file_system(path: Path) -> str:
    """Return the kind of the network file system a place is on; empty where it is on none, or nobody can tell.

    Linux and Windows are asked; elsewhere the answer is empty. The place need not exist yet.
    """
    if sys.platform == "win32":
        return _windows_kind(path)
    return _linux_kind(path)


def _linux_kind(path: Path) -> str:
    try:
        mounts = _LINUX_MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
        kind = kind_at(path.resolve(), mounts)
    except (OSError, ValueError, RuntimeError):
        return ""
    return kind if kind in NETWORK else ""


def kind_at(path: Path, mounts: str) -> str:
    """Return the kind of file system at an absolute path, by the lines of Linux's mountinfo; the last one counts."""
    found, depth = "", -1
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        fields = before.split(" ")
        if len(fields) < 5 or not after:  # noqa: PLR2004  (the fifth is where it is mounted)
            continue
        at = Path(_OCTAL.sub(lambda code: chr(int(code[1], 8)), fields[4]))
        if len(at.parts) >= depth and path.is_relative_to(at):
            found, depth = after.split(" ", 1)[0], len(at.parts)
    return found


if sys.platform == "win32":
    import ctypes

    def _windows_kind(path: Path) -> str:
        drive = path.absolute().drive
        is_remote = drive.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == _DRIVE_REMOTE
        return "smb" if is_remote else ""
