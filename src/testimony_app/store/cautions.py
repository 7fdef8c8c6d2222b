"""What should be known of a database that is in use: it is no error, and nothing is held back for it."""

from pathlib import Path

from testimony_app.domain.errors import PersonError
from testimony_app.files.mounts import is_removable
from testimony_app.store import newest


def cautions(database: Path) -> tuple[PersonError, ...]:
    """Return what to tell of a database.

    `store_log_lost`: newer words were saved than it has. `store_on_removable`: its disk can be pulled out.
    """
    told = []
    if newest.has_lost(database):
        told.append(PersonError("store_log_lost", path=str(database)))
    if is_removable(database):
        told.append(PersonError("store_on_removable", path=str(database.parent)))
    return tuple(told)
