"""Having a profile to oneself, so that its files can be replaced or erased."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from testimony_app.domain.errors import PersonError
from testimony_app.files.lock import held

OUTBOX_LOCK, WINDOW_LOCK = "outbox.lock", "window.lock"


@contextmanager
def alone(data: Path, *, from_window: bool) -> Iterator[None]:
    """Keep other processes from sending meanwhile, and from opening a window unless this one is it.

    Raises PersonError `store_sending` and `store_in_use` where one does so already.
    """
    with held(data / OUTBOX_LOCK, PersonError("store_sending")):
        if from_window:
            yield
            return
        with held(data / WINDOW_LOCK, PersonError("store_in_use")):
            yield
