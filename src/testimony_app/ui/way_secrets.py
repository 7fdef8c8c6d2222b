"""Keeps the passwords of ways to send in the computer's keyring, which may take its time or not be there."""

from collections import deque
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal, Slot

from testimony_app.channels.channel_format import KEYRING
from testimony_app.channels.kinds import KINDS
from testimony_app.domain.errors import TestimonyError
from testimony_app.settings.secrets import Secrets
from testimony_app.ui.tasks import Task


class WaySecrets(QObject):
    """Asks the keyring one thing after the other, away from the window's thread.

    `told` gives the name of a way, a sentence about its password, and whether it is a good one.
    """

    told = Signal(str, str, bool)

    def __init__(self, secrets: Secrets) -> None:
        super().__init__()
        self._secrets = secrets
        self._held: dict[str, str] = {}
        self._waiting: deque[Callable[[], tuple[str, str, bool]]] = deque()
        self._task = Task()
        self._task.done.connect(self._on_done)
        self._task.failed.connect(self._on_failed)

    def keep(self, name: str, secret: str) -> None:
        """Use a password from now on, and keep it in the keyring where there is one."""
        self._secrets.type_in(name, secret)
        self._later(lambda: self._put(name, secret))

    def take_out(self, name: str, settings: Mapping[str, object]) -> None:
        """Take the password of a way out of the keyring. It is held in memory, so that it can be brought back."""
        if KINDS[str(settings["kind"])].has_secret:
            place = str(settings.get("secret", KEYRING))
            self._later(lambda: self._take(name, place))

    def bring_back(self, name: str) -> None:
        """Keep the password again that was taken out last."""
        self._later(lambda: self._put_back(name))

    def _put(self, name: str, secret: str) -> tuple[str, str, bool]:
        try:
            self._secrets.put(name, secret)
        except TestimonyError:
            words = self.tr(
                "The keyring of this computer did not take the password. We keep it until you close this window."
            )
            return name, words, False
        return name, self.tr("The password is in the keyring of this computer, and nowhere else."), True

    def _take(self, name: str, place: str) -> tuple[str, str, bool]:
        if place == KEYRING:
            try:
                self._held[name] = self._secrets.find(place, name)
            except TestimonyError:
                self._held.pop(name, None)
        try:
            self._secrets.remove(name)
        except TestimonyError:
            return name, self.tr("Its password may still be in the keyring of this computer."), False
        return name, "", True

    def _put_back(self, name: str) -> tuple[str, str, bool]:
        secret = self._held.pop(name, "")
        if not secret:
            return name, "", True
        self._secrets.type_in(name, secret)
        return self._put(name, secret)

    def _later(self, work: Callable[[], tuple[str, str, bool]]) -> None:
        self._waiting.append(work)
        self._go_on()

    def _go_on(self) -> None:
        if self._waiting and not self._task.is_running:
            self._task.start(self._waiting.popleft())

    @Slot(object)
    def _on_done(self, told: tuple[str, str, bool]) -> None:
        self.told.emit(*told)
        self._go_on()

    @Slot(object)
    def _on_failed(self, _error: object) -> None:
        self._go_on()
