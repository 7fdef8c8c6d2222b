"""A lock that one process holds at a time."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from testimony_app.domain.errors import TestimonyError
from testimony_app.files.atomic import file_error

if sys.platform != "win32":
    import fcntl

if TYPE_CHECKING:
    from filelock import BaseFileLock


@contextmanager
def held(path: Path, refusal: TestimonyError) -> Iterator[None]:
    """Hold a lock meanwhile. Raises `refusal` where another process holds it, PersonError where there can be none."""
    lock = ProcessLock(path)
    try:
        is_ours = lock.take()
    except OSError as error:
        raise file_error(error, path) from error
    if not is_ours:
        raise refusal
    try:
        yield
    finally:
        lock.let_go()


class ProcessLock:
    """Locks a file. The system lets go of it with the process, however that ends, so a crash leaves none behind."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None
        self._other: BaseFileLock | None = None

    def take(self) -> bool:
        """Take the lock; False where another process holds it. Raises OSError where the file cannot be made."""
        if sys.platform == "win32":
            return self._take_otherwise()
        self._descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self._close()
            return False
        except OSError:  # a file system that knows no such locks
            self._close()
            return self._take_otherwise()
        return True

    def let_go(self) -> None:
        """Give the lock back. The file stays, since another process may be about to lock it."""
        self._close()
        if self._other is not None:
            self._other.release()
            self._other = None

    def _take_otherwise(self) -> bool:
        from filelock import FileLock, Timeout  # noqa: PLC0415  (an eighth of all that a start needs, where flock will do)

        lock = FileLock(self._path, timeout=0)
        try:
            lock.acquire()
        except Timeout:
            return False
        self._other = lock
        return True

    def _close(self) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None
