"""Writing a person's file so that it is there whole or not at all."""

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from testimony_app.domain.errors import PersonError

_CODES = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EFBIG: "disk_full",
    errno.EACCES: "no_permission",
    errno.EPERM: "no_permission",
    errno.EROFS: "read_only",
    errno.ENOENT: "folder_missing",
    errno.ENOTDIR: "folder_missing",
    errno.EEXIST: "file_exists",
    errno.EISDIR: "is_a_folder",
    errno.ENAMETOOLONG: "name_too_long",
    errno.ELOOP: "folder_missing",
    errno.EINVAL: "name_impossible",
    errno.EILSEQ: "name_impossible",
    errno.EIO: "file_failed",
    errno.EBUSY: "file_in_use",
    errno.ETXTBSY: "file_in_use",
}
_USUAL_MODE = 0o666
_NO_HARD_LINKS = {errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK, errno.EACCES}


def file_error(error: OSError | ValueError, path: Path) -> PersonError:
    """Return what a failed file operation means to the person, naming the file.

    A ValueError is Python's word for a name that this system's file names cannot hold.
    """
    number = error.errno if isinstance(error, OSError) else errno.EILSEQ
    return PersonError(_CODES.get(number or 0, "file_failed"), path=str(path))


def write_file(
    path: Path,
    content: bytes,
    *,
    replace: bool,
    before_move: Callable[[], None] | None = None,
    mode: int = _USUAL_MODE,
) -> None:
    """Write `content` to `path`: a new file beside it, synced, then moved to its name, then read back.

    `mode` says who may read it, as far as the system's mask lets them.

    `before_move` is called when the new file is complete; what it raises is passed on, and nothing has changed then.
    Without `replace` an existing file is left as it is and PersonError `file_exists` is raised. Other failures raise
    PersonError too (`disk_full`, `no_permission`, `read_only`, `folder_missing`, `file_in_use`, ...); then nothing has
    changed at `path`.
    """
    temporary = path.with_name(f".testimony-{os.urandom(6).hex()}.part")
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        try:
            _write_synced(temporary, content, mode)
            if before_move is not None:
                before_move()
            try:
                _move(temporary, path, replace=replace)
            except PermissionError as error:  # the folder took a new file, so it is this one that stays as it is
                raise PersonError("file_in_use", path=str(path)) from error
        finally:
            with suppress(FileNotFoundError):
                temporary.unlink()
        sync_folder(path.parent)
        read_back = path.read_bytes()
    except (OSError, ValueError) as error:
        raise file_error(error, path) from error
    if read_back != content:
        raise PersonError("file_differs_after_writing", path=str(path))


def try_writing(folder: Path) -> None:
    """Make a file in a folder, or in the nearest one above it that exists, and remove it.

    Raises PersonError: `not_a_folder`, and the errors of `write_file`.
    """
    try:
        nearest = next(each for each in (folder, *folder.parents) if each.exists() or each.is_symlink())
        if not nearest.is_dir():
            raise PersonError("not_a_folder", path=str(nearest))
        temporary = nearest / f".testimony-{os.urandom(6).hex()}.part"
        try:
            _write_synced(temporary, b"testimony")
        finally:
            with suppress(FileNotFoundError):
                temporary.unlink()
    except (OSError, ValueError) as error:
        raise file_error(error, folder) from error


def _write_synced(path: Path, content: bytes, mode: int = _USUAL_MODE) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _move(temporary: Path, path: Path, *, replace: bool) -> None:
    if replace:
        temporary.replace(path)
        return
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno not in _NO_HARD_LINKS:
            raise
        _move_without_links(temporary, path)


def _move_without_links(temporary: Path, path: Path) -> None:
    """Move a file where there are no hard links (a USB stick): the name is taken first, so nothing is replaced."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
    try:
        temporary.replace(path)
    except OSError:
        path.unlink()
        raise


def sync_folder(folder: Path) -> None:
    """Make new names in a folder durable. Windows has no such call and needs none. Raises OSError."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
