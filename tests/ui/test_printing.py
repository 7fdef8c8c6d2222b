"""Print, from the tile on Share to the paper, through a real print service and by keyboard alone."""

import subprocess
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from testimony_app.documents.options import Variant
from testimony_app.domain.errors import PersonError
from testimony_app.services.printing import Printer
from testimony_app.ui.print_dialog import PrintDialog
from testimony_app.ui.qt_printers import _place_on, print_on
from testimony_app.ui.widgets.note import Note
from testimony_app.ui.widgets.text import Text
from tests.needed import programs


def dialog_of(driver):
    driver.tab_to("Print")
    driver.press(Qt.Key.Key_Space)
    driver.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), PrintDialog), timeout=5000)
    return QApplication.activeModalWidget()


def press_print(driver):
    driver.tab_to("Copies")
    driver.press(Qt.Key.Key_Tab)
    assert driver.focus_name == "Print"
    driver.press(Qt.Key.Key_Space)


def run(name, *words):
    (program,) = programs(name)
    return subprocess.run([program, *map(str, words)], capture_output=True, text=True, check=True).stdout


def told(driver, words):
    driver.qtbot.waitUntil(
        lambda: any(words in each.words.text() for each in driver.window.findChildren(Note)), timeout=15_000
    )


def test_the_page_comes_out_as_a_tagged_pdf(share, print_service, tmp_path):
    share.tab_to("Codes for a phone at the foot of a PDF or a print")
    share.press(Qt.Key.Key_Space)
    dialog = dialog_of(share)
    share.qtbot.waitUntil(lambda: share.focus_name == "Print", timeout=15_000)
    assert dialog.printer == "Reading_Room"
    share.tab_to("Copies")
    share.press(Qt.Key.Key_Down)
    press_print(share)
    told(share, "The printer Reading_Room has taken it.")
    assert QApplication.activeModalWidget() is None
    assert share.focus_name == "Print"
    content, title, copies = print_service.page()
    assert (title, copies) == ("Document", 2)
    (tmp_path / "page.pdf").write_bytes(content)
    assert "Tagged:          yes" in run("pdfinfo", tmp_path / "page.pdf")
    said = run("pdftotext", tmp_path / "page.pdf", "-")
    assert "Rosa Maple" in said
    assert "These squares hold this testimony for a phone." in said


def test_a_printer_that_refuses_is_told_and_another_can_be_taken(share, print_service):
    dialog = dialog_of(share)
    share.qtbot.waitUntil(lambda: share.focus_name == "Print", timeout=15_000)
    share.tab_to("Printer")
    share.press(Qt.Key.Key_Down)
    assert dialog.printer == "Locked_Room"
    press_print(share)
    share.qtbot.waitUntil(lambda: "Nothing was printed" in words_of(dialog), timeout=15_000)
    assert "not accepting" in words_of(dialog)
    share.tab_to("Printer")
    share.press(Qt.Key.Key_Up)
    press_print(share)
    told(share, "The printer Reading_Room has taken it.")
    assert print_service.page()[0].startswith(b"%PDF")


@pytest.mark.usefixtures("print_service")
def test_a_printer_that_is_gone_is_offered_no_longer(share, program, monkeypatch):
    dialog = dialog_of(share)
    share.qtbot.waitUntil(lambda: share.focus_name == "Print", timeout=15_000)
    share.tab_to("Printer")
    share.press(Qt.Key.Key_Down)
    assert dialog.printer == "Locked_Room"
    monkeypatch.setattr(program.printing, "printers", lambda: (Printer("Reading_Room", is_default=True),))
    press_print(share)
    share.qtbot.waitUntil(lambda: "This printer is not here any more." in words_of(dialog), timeout=15_000)
    share.qtbot.waitUntil(lambda: dialog.printer == "Reading_Room", timeout=15_000)
    assert share.focus_name == "Printer"
    assert "This printer is not here any more." in words_of(dialog)
    press_print(share)
    told(share, "The printer Reading_Room has taken it.")


def test_without_any_printer_it_says_what_to_do(share, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    dialog = dialog_of(share)
    share.qtbot.waitUntil(lambda: "Nothing was printed" in words_of(dialog), timeout=15_000)
    assert share.focus_name == "Close"
    share.press(Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert QApplication.activeModalWidget() is None


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_fits_a_small_window(share, print_service, scale):
    assert print_service
    share.window.resize(1024, 640)
    share.window._look.set_scale(scale)
    dialog = dialog_of(share)
    share.qtbot.waitUntil(lambda: share.focus_name == "Print", timeout=15_000)
    QApplication.processEvents()
    assert dialog.width() <= 1024
    assert dialog.height() <= 640


def test_where_there_is_no_service_the_pages_are_printed_as_pictures(program, example, tmp_path):
    (imported,) = program.importing.take_in([example])
    pages = program.previewing.print_pictures(imported.draft_id, Variant.WRITTEN, datetime.now(UTC))
    device = QPrinter(QPrinter.PrinterMode.HighResolution)
    device.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    device.setOutputFileName(str(tmp_path / "page.pdf"))
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))  # what a printer may have, where the page is a Letter
    print_on(device, pages)
    about = run("pdfinfo", tmp_path / "page.pdf")
    assert f"Pages:           {len(pages)}" in about
    assert "612 x 792 pts (letter)" in about


@pytest.mark.parametrize(
    ("paper", "place"), [((2100, 2970), (0, 126, 2100, 2718)), ((2550, 3000), (116, 0, 2318, 3000))]
)
def test_on_other_paper_a_page_keeps_its_shape(paper, place):
    letter = QImage(2550, 3300, QImage.Format.Format_Grayscale8)
    assert _place_on(QSize(*paper), letter).getRect() == pytest.approx(place, abs=1)


def test_no_page_is_no_print(tmp_path):
    device = QPrinter(QPrinter.PrinterMode.HighResolution)
    device.setOutputFileName(str(tmp_path / "page.pdf"))
    with pytest.raises(PersonError):
        print_on(device, ())


def words_of(dialog):
    return " ".join(each.text() for each in dialog.findChildren(Text) if not each.isHidden())
