"""What Home says of how testimonies are kept, where that is no error: each once, until it changes."""

from PySide6.QtCore import QObject

from testimony_app.domain.errors import TestimonyError
from testimony_app.services.program import Program
from testimony_app.ui.accessibility import announce
from testimony_app.ui.pages.home import HomePage
from testimony_app.ui.store_offers import StoreOffer, store_offers
from testimony_app.ui.words import translate
from testimony_app.words.errors import sentence


class HomeCautions(QObject):
    """Shows on Home what should be known. `backup_error` says why today's backup could not be made, if it was tried."""

    def __init__(self, page: HomePage, program: Program) -> None:
        super().__init__(page)
        self._page = page
        self._program = program
        self._shown: list[tuple[str, tuple[StoreOffer, ...]]] = []

    def show(self, backup_error: TestimonyError | None) -> None:
        """Show what is so now."""
        cautions = [(sentence(each, translate), store_offers(each)) for each in self._program.cautions()]
        if backup_error is not None:
            words = self.tr("We could not make the backup of today. {why}")
            cautions.append((words.replace("{why}", sentence(backup_error, translate)), ()))
        if cautions != self._shown:
            self._shown = cautions
            self._page.show_cautions(cautions)
            announce(self._page, " ".join(words for words, _ in cautions))
