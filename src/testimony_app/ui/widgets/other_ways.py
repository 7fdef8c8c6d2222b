"""What is wanted less often on Home: a testimony from a file, a packet, writing without saving, what was deleted."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from testimony_app.ui.look import Look
from testimony_app.ui.widgets.button import Button, ButtonKind
from testimony_app.ui.widgets.flow import Flow


class OtherWays(QWidget):
    """Quiet buttons in a row. Each signal is what one asks for."""

    bring_in_wanted = Signal()
    packet_wanted = Signal()
    without_saving_wanted = Signal()
    deleted_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        bring_in = Button(look, self.tr("Bring in a testimony"), ButtonKind.QUIET, icon_name="folder-open")
        bring_in.clicked.connect(self.bring_in_wanted)
        self._packet = Button(look, self.tr("Make a packet for the record"), ButtonKind.QUIET, icon_name="files")
        self._packet.clicked.connect(self.packet_wanted)
        self._packet.hide()
        without = Button(look, self.tr("Write without saving"), ButtonKind.QUIET, icon_name="eye-off")
        without.clicked.connect(self.without_saving_wanted)
        self._deleted = Button(look, self.tr("Deleted testimonies"), ButtonKind.QUIET, icon_name="trash-2")
        self._deleted.clicked.connect(self.deleted_wanted)
        self._deleted.hide()
        self.setLayout(Flow(look, bring_in, self._packet, without, self._deleted, gap=8))

    def show_deleted(self, *, has_any: bool) -> None:
        """Offer the deleted testimonies where there are any."""
        self._deleted.setVisible(has_any)

    def show_packet(self, *, has_several: bool) -> None:
        """Offer a packet where there are testimonies to put into one."""
        self._packet.setVisible(has_several)
