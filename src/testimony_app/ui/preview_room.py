"""Makes the pages of a preview off the window's thread and shows them."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from testimony_app.domain.errors import BugError, TestimonyError
from testimony_app.services.previewing import Preview
from testimony_app.services.program import Program
from testimony_app.ui.pages.share import SharePage
from testimony_app.ui.preview_dialog import PreviewDialog
from testimony_app.ui.tasks import Task
from testimony_app.ui.words import translate
from testimony_app.words.errors import sentence


def show_preview(
    page: SharePage, program: Program, draft_id: str, come_back_to: Callable[[QWidget | None], None]
) -> None:
    """Open the preview of a saved testimony at once; its pages follow. The focus comes back to where it was."""
    opener = QApplication.focusWidget()
    dialog = PreviewDialog(page.look, page.variant_name, page)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.finished.connect(lambda: come_back_to(opener))
    task = Task()
    task.setParent(dialog)
    task.done.connect(partial(_show, dialog))
    task.failed.connect(partial(_tell, dialog))
    variant, now = page.variant, datetime.now(UTC)
    task.start(lambda: _drawn(program.previewing.preview(draft_id, variant, now)))
    dialog.open()


def _drawn(preview: Preview) -> tuple[Preview, tuple[QImage, ...]]:
    return preview, tuple(QImage.fromData(page) for page in preview.pages)


def _show(dialog: PreviewDialog, found: tuple[Preview, tuple[QImage, ...]]) -> None:
    preview, pages = found
    dialog.show_preview(pages, preview.text, sentence(preview.trouble, translate) if preview.trouble else "")


def _tell(dialog: PreviewDialog, error: object) -> None:
    told = error if isinstance(error, TestimonyError) else BugError("unforeseen", detail=type(error).__name__)
    dialog.show_preview((), "", sentence(told, translate))
