"""Makes the pages of a preview off the window's thread and shows them."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from testimony_app.services.previewing import Preview
from testimony_app.services.program import Program
from testimony_app.ui.pages.share import SharePage
from testimony_app.ui.preview_dialog import PreviewDialog
from testimony_app.ui.tasks import Task
from testimony_app.ui.words import told, translate
from testimony_app.words.errors import sentence
from testimony_app.words.references import no_reference_sentence


def show_preview(
    page: SharePage, program: Program, draft_id: str, come_back_to: Callable[[QWidget | None], None]
) -> None:
    """Open the preview of a saved testimony at once; its pages follow. The focus comes back to where it was."""
    opener = QApplication.focusWidget()
    dialog = PreviewDialog(page.look, page.variant_name, page)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.finished.connect(lambda: come_back_to(opener))
    draw = partial(program.previewing.preview, draft_id, page.variant, datetime.now(UTC), codes=page.with_codes)
    _start(page, dialog, partial(_show, page), lambda: _drawn(draw()))
    dialog.open()


def _start(
    page: QWidget, dialog: PreviewDialog, show: Callable[[PreviewDialog, Any], None], work: Callable[[], object]
) -> None:
    """Do some work in a thread and show what comes of it, unless the dialog was closed by then."""
    task = Task()
    task.setParent(page)
    task.done.connect(lambda found: show(dialog, found) if isValid(dialog) else None)
    task.failed.connect(lambda error: _tell(dialog, error) if isValid(dialog) else None)
    for ended in (task.done, task.failed):
        ended.connect(task.deleteLater)
    task.start(work)


def _drawn(preview: Preview) -> tuple[Preview, tuple[QImage, ...]]:
    """Return a preview with its first page unpacked. That takes as long for a page as to draw it."""
    first, *others = preview.pages or (b"",)
    return preview, (QImage.fromData(first), *(QImage() for _ in others))[: len(preview.pages)]


def _show(page: QWidget, dialog: PreviewDialog, found: tuple[Preview, tuple[QImage, ...]]) -> None:
    preview, pages = found
    troubles = [sentence(preview.trouble, translate)] if preview.trouble else []
    if preview.no_reference is not None:
        troubles.append(no_reference_sentence(preview.no_reference, translate))
    dialog.show_preview(pages, preview.text, " ".join(troubles))
    if len(pages) > 1:
        work = partial(_unpacked, pages[0], preview.pages[1:])
        _start(page, dialog, PreviewDialog.fill_pages, work)


def _unpacked(first: QImage, others: tuple[bytes, ...]) -> tuple[QImage, ...]:
    return (first, *(QImage.fromData(each) for each in others))


def _tell(dialog: PreviewDialog, error: object) -> None:
    dialog.show_preview((), "", told(error))
