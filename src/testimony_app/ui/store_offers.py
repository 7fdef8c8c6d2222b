"""What a person can do where the store of their testimonies refuses."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from testimony_app.domain.errors import TestimonyError

RESCUE, WHOLE_VERSION = "rescue", "whole version"
"""Acts: look at what can be brought back; let the newest version that is whole take the place of a damaged one."""

_LOST = frozenset({"store_damaged", "store_empty", "store_missing"})


class StoreOffer(NamedTuple):
    """An act, and what stands on its button."""

    act: str
    words: str
    icon: str


def store_offers(error: TestimonyError) -> tuple[StoreOffer, ...]:
    """Return what can be done about an error of the store, perhaps nothing."""
    translate = QCoreApplication.translate
    if error.code in _LOST:
        return (StoreOffer(RESCUE, translate("store_offers", "See what can be brought back"), "history"),)
    if error.code == "draft_damaged":
        return (StoreOffer(WHOLE_VERSION, translate("store_offers", "Use the newest whole version"), "history"),)
    return ()
