"""What stands in the place of sending where nothing is kept."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from testimony_app.ui.dialogs import Dialogs
from testimony_app.ui.widgets.sending_card import CardEntry


class NoSending(QObject):
    """Offers no way to send: what is sent must be kept, so that it can be tried again and proved."""

    changed = Signal()
    told = Signal(str)

    def __init__(self, dialogs: Dialogs) -> None:
        super().__init__()
        self.dialogs = dialogs

    def ways(self, _draft_id: str, _campaign: str) -> tuple[CardEntry, ...]:
        """Return no way."""
        return ()

    def do(self, _widget: QWidget, _draft_id: str, _channel: str, _action: str) -> None:
        """Say why there is none."""
        self.told.emit(self.tr("To send it, keep it first."))

    def finish(self) -> bool:
        """Return True: nothing is being sent."""
        return True
