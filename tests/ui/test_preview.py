"""The pages before anybody else has them: true pictures, page by page, and the same words beside them."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from testimony_app.documents.pdf import PdfWriter
from testimony_app.domain.errors import BugError, PersonError
from testimony_app.services.exporting import ExportRequest
from testimony_app.store.drafts import DraftStore
from testimony_app.ui.pages.share import SharePage
from testimony_app.ui.preview_dialog import PreviewDialog
from testimony_app.ui.tasks import Task
from testimony_app.ui.widgets.note import Note
from testimony_app.ui.widgets.page_view import PageView
from testimony_app.ui.widgets.reading_box import ReadingBox
from testimony_app.words.errors import sentence
from testimony_app.words.references import no_reference_sentence
from testimony_app.words.translate import english


def dialog_of(driver):
    """Open the preview from its button and return the dialog and its view, when the pages are there."""
    driver.tab_to("See the page")
    driver.press(Qt.Key.Key_Space)
    driver.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), PreviewDialog), timeout=5000)
    dialog = QApplication.activeModalWidget()
    (text,) = dialog.findChildren(ReadingBox)
    driver.qtbot.waitUntil(lambda: bool(text.toPlainText()), timeout=10_000)
    return dialog, dialog.findChildren(PageView)[0], text.toPlainText()


def no_room(*_):
    raise PersonError("disk_full", path="testimony.db")


def is_ink(color):
    return color.lightness() < 100


def test_the_page_and_the_same_words_beside_it(share):
    _, view, text = dialog_of(share)
    assert view.count == 1
    assert view.accessibleName() == "Page 1 of 1, a picture"
    page = view._pages[0]
    assert (page.width(), page.height()) == (935, 1210)
    assert any(is_ink(page.pixelColor(x, y)) for x in range(120, 460) for y in range(100, 230, 2))
    assert "Subject: The ban on face recognition" in text
    assert "Thank you for your time." in text


def test_a_card_has_several_pages_that_are_turned_by_keys_and_buttons(share):
    share.tab_to("What the pages are for: Written statement")
    share.press(Qt.Key.Key_Right)
    share.press(Qt.Key.Key_Right)
    _, view, text = dialog_of(share)
    assert view.count > 1
    assert "doi.org" not in text
    assert "\u00a0//" not in text
    share.tab_to("Next page")
    share.press(Qt.Key.Key_Space)
    assert view.accessibleName().startswith(f"Page 2 of {view.count}")
    share.qtbot.waitUntil(lambda: not any(page.isNull() for page in view._pages), timeout=10_000)
    share.tab_to(view.accessibleName())
    share.press(Qt.Key.Key_PageUp)
    assert view.accessibleName().startswith("Page 1 of")
    share.press(Qt.Key.Key_PageUp)
    assert view.number == 0


def test_a_page_is_made_larger_and_moved_and_never_leaves_its_edges(share):
    _, view, _ = dialog_of(share)
    share.tab_to("Larger")
    for zoom in (1.5, 2.0, 3.0):
        share.press(Qt.Key.Key_Space)
        assert view.zoom == zoom
    view.setFocus()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Up):
        share.press(key)
    assert (view._corner.x(), view._corner.y()) == (0, 0)
    for _ in range(100):
        share.press(Qt.Key.Key_Down)
    sheet = view._sheet()
    assert sheet.bottom() == pytest.approx(view.height() - 6, abs=1)
    view.zoom_by(-3)
    assert view.zoom == 1
    assert view.rect().contains(view._sheet().toRect())


@pytest.mark.parametrize(
    ("story", "named"), [("We waited. 👍", "“👍”"), ("We waited. \u202e\u12a5→\u0302", "COMBINING CIRCUMFLEX ACCENT")]
)
def test_where_no_pdf_can_be_made_it_says_what_the_export_says_and_the_words_stand(
    share, program, tmp_path, story, named
):
    navigator = share.window.navigator
    first = navigator.writing.draft.points[0]
    navigator._on_changed(navigator.writing.draft.change_point(replace(first, story=story)), "")
    dialog, view, text = dialog_of(share)
    assert view.count == 0
    assert story in text
    shown = [note.words.text() for note in dialog.findChildren(Note) if note.isVisibleTo(dialog)]
    request = ExportRequest("pdf", tmp_path)
    with pytest.raises(PersonError) as refused:
        program.exporting.export(navigator.writing.draft.id, request, into_folder=True, now=datetime.now(UTC))
    assert named in sentence(refused.value, english)
    assert shown == [sentence(refused.value, english)]


def test_where_the_codes_do_not_fit_it_says_so_and_the_words_stand(share):
    navigator = share.window.navigator
    first = navigator.writing.draft.points[0]
    story = " ".join(f"We waited {number} minutes." for number in range(2000))
    navigator._on_changed(navigator.writing.draft.change_point(replace(first, story=story)), "")
    share.tab_to("Codes for a phone")
    share.press(Qt.Key.Key_Space)
    dialog, view, text = dialog_of(share)
    assert view.count == 0
    assert "We waited 1999 minutes." in text
    shown = [note.words.text() for note in dialog.findChildren(Note) if note.isVisibleTo(dialog)]
    assert shown == [sentence(PersonError("codes_do_not_fit"), english)]


def test_a_page_without_a_reference_is_told(share, monkeypatch):
    monkeypatch.setattr(DraftStore, "write", no_room)
    navigator = share.window.navigator
    monkeypatch.setattr(navigator.saver, "finish", lambda _seconds: True)
    dialog, view, _ = dialog_of(share)
    assert view.count == 1
    shown = [note.words.text() for note in dialog.findChildren(Note) if note.isVisibleTo(dialog)]
    assert shown == [no_reference_sentence(PersonError("disk_full"), english)]


def test_where_pages_cannot_be_made_for_a_fault_of_ours_it_says_so_and_the_words_stand(share, monkeypatch):
    def fail(*_):
        raise BugError("pdf_failed")

    monkeypatch.setattr(PdfWriter, "pictures", fail)
    dialog, view, text = dialog_of(share)
    assert view.count == 0
    assert "Thank you for your time." in text
    shown = [note.words.text() for note in dialog.findChildren(Note) if note.isVisibleTo(dialog)]
    assert shown == [sentence(BugError("pdf_failed"), english)]


def test_the_focus_comes_back_to_the_button(share):
    dialog, _, _ = dialog_of(share)
    share.press(Qt.Key.Key_Escape)
    share.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None, timeout=5000)
    assert share.focus_name == "See the page"
    assert dialog is not None


def test_a_preview_that_is_closed_before_its_pages_are_made_leaves_nothing_behind(share):
    share.tab_to("See the page")
    for _ in range(3):
        share.press(Qt.Key.Key_Space)
        share.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), PreviewDialog), timeout=5000)
        share.press(Qt.Key.Key_Escape)
        share.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None, timeout=5000)
    page = share.window.findChildren(SharePage)[0]
    share.qtbot.waitUntil(lambda: not any(isinstance(each, Task) for each in page.children()), timeout=10_000)
    assert share.focus_name == "See the page"
