"""Takes away what a file holds before the file itself goes.

A flash disk may keep old blocks all the same, and so may a backup that the system made. Nobody can promise otherwise.
"""

import os
import stat
from pathlib import Path

from testimony_app.files.atomic import file_error

_PIECE = bytes(1024 * 1024)


def overwrite(path: Path) -> None:
    """Overwrite a file with zeros, in place, and wait for the disk. Its length stays. Raises PersonError."""
    try:
        descriptor = os.open(path, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0))
        try:
            left = os.fstat(descriptor).st_size
            while left:
                left -= os.write(descriptor, _PIECE[:left] if left < len(_PIECE) else _PIECE)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except (OSError, ValueError) as error:
        raise file_error(error, path) from error


def wipe(path: Path) -> None:
    """Overwrite a file and delete it. One that is not there is fine. Raises PersonError.

    Of a link, and of a file that has another name too, this name alone goes: what it leads to is somebody's.
    """
    try:
        found = path.lstat()
        if stat.S_ISREG(found.st_mode) and found.st_nlink == 1:
            overwrite(path)
        path.unlink(missing_ok=True)
    except FileNotFoundError:
        return
    except (OSError, ValueError) as error:
        raise file_error(error, path) from error


def wipe_folder(folder: Path) -> None:
    """Wipe every file in a folder and delete the folder. One that is not there is fine. Raises PersonError."""
    try:
        if folder.is_symlink() or not folder.is_dir():
            wipe(folder)
            return
        for each in list(folder.iterdir()):
            wipe_folder(each)
        folder.rmdir()
    except FileNotFoundError:
        return
    except (OSError, ValueError) as error:
        raise file_error(error, folder) from error
