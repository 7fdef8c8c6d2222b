"""What is said about saving, and how it looks. Only what the disk has acknowledged is called saved."""

from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication

from testimony_app.services.autosaving import SaveState
from testimony_app.ui.dates import clock_time
from testimony_app.ui.widgets.bottom_bar import SaveLook

_LOOKS = {
    SaveState.SAVED: SaveLook.SAVED,
    SaveState.WAITING: SaveLook.SAVING,
    SaveState.SLOW: SaveLook.SLOW,
    SaveState.FAILED: SaveLook.FAILED,
    SaveState.EMPTIED: SaveLook.EMPTIED,
}


def saving_look(state: SaveState, *, is_short_of_room: bool = False) -> SaveLook | None:
    """Return how a state is shown, or None where nothing is."""
    if state is SaveState.SAVED and is_short_of_room:
        return SaveLook.SLOW
    return _LOOKS.get(state)


def not_kept_words(*, compact: bool) -> str:
    """Return what is said of words that are in memory alone."""
    translate = QCoreApplication.translate
    if compact:
        return translate("saving", "Not kept")
    return translate("saving", "Only in this window, not kept")


def saving_words(state: SaveState, saved_at: float, *, compact: bool, is_short_of_room: bool = False) -> str:
    """Return what is said about a state; `saved_at` is the last acknowledgement, in seconds since the epoch."""
    translate = QCoreApplication.translate
    if state is SaveState.SAVED:
        return _saved_words(saved_at, compact=compact, is_short_of_room=is_short_of_room)
    if state is SaveState.WAITING:
        return translate("saving", "Saving")
    if state is SaveState.SLOW:
        return translate("saving", "Still saving. Your words are on the screen.")
    if state is SaveState.EMPTIED:
        return translate("saving", "Empty now. The words from before are kept.")
    return translate("saving", "Not saved.")


def _saved_words(saved_at: float, *, compact: bool, is_short_of_room: bool) -> str:
    translate = QCoreApplication.translate
    if is_short_of_room:
        return translate("saving", "Saved, but the disk is almost full.")
    if compact:
        return translate("saving", "Saved")
    time = clock_time(datetime.fromtimestamp(saved_at, UTC))
    return translate("saving", "Saved on this computer, {time}").replace("{time}", time)
