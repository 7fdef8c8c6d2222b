"""Ways to send that somebody began to set up, or to change, and has not saved yet."""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from testimony_app.store import unfinished
from testimony_app.store.drafts import DraftStore

if TYPE_CHECKING:
    from concurrent.futures import Future


class UnfinishedWay(NamedTuple):
    """What stands in the form of a way: its kind, and what was typed by the keys of the boxes. It has no password."""

    kind: str
    typed: dict[str, object]


class UnfinishedWays:
    """Keeps what was typed until it is saved or put away. An empty name stands for a new way."""

    def __init__(self, store: DraftStore) -> None:
        self._store = store

    def all(self) -> dict[str, UnfinishedWay]:
        """Return what is kept, by the names of the ways. Raises the errors of the store."""
        ways = {}
        for name, form in self._store.read(unfinished.kept).items():
            plain = json.loads(form)
            ways[name] = UnfinishedWay(str(plain["kind"]), dict(plain["typed"]))
        return ways

    def keep_later(self, name: str, kind: str, typed: Mapping[str, object]) -> "Future[None]":
        """Queue what stands in a form. The future is the acknowledgement, or the error that undid it."""
        form = json.dumps({"kind": kind, "typed": dict(typed)})
        return self._store.write_later(lambda connection: unfinished.keep(connection, name, form))

    def drop_later(self, name: str) -> "Future[None]":
        """Queue that a form is to be kept no longer."""
        return self._store.write_later(lambda connection: unfinished.drop(connection, name))
