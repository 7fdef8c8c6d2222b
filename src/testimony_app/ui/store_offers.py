"""What a person can do where the store of their testimonies refuses."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from testimony_app.domain.errors import TestimonyError
from testimony_app.store.read_only import CANNOT_WRITE

RESCUE, WHOLE_VERSION, WITHOUT_SAVING, KNOWN = "rescue", "whole version", "without saving", "known"
"""Acts: look at what can be brought back; let the newest version that is whole take the place of a damaged one; write
in a window in which nothing is kept; say no more of a loss."""

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
    if error.code == "store_log_lost":
        return (
            StoreOffer(RESCUE, translate("store_offers", "See your backups"), "history"),
            StoreOffer(KNOWN, translate("store_offers", "I have read this"), "check"),
        )
    if error.code in CANNOT_WRITE:
        return (StoreOffer(WITHOUT_SAVING, translate("store_offers", "Write without saving for now"), "eye-off"),)
    return ()
