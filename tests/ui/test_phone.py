"""Taking a testimony along on a phone: the codes on the screen, by keyboard, read by a program that is not ours."""

import subprocess
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from testimony_app.ui.phone_dialog import PhoneDialog
from testimony_app.ui.widgets.text import Text
from tests.needed import programs


def dialog_of(driver):
    """Open the codes from their tile and return the dialog."""
    driver.tab_to("To my phone")
    driver.press(Qt.Key.Key_Space)
    driver.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), PhoneDialog), timeout=5000)
    return QApplication.activeModalWidget()


def scanned(dialog, folder):
    """Take a picture of the dialog and return the link that a reader finds in it."""
    (zbar,) = programs("zbarimg")
    QApplication.processEvents()
    path = folder / "screen.png"
    assert dialog.grab().save(str(path))
    words = [zbar, "-q", "--raw", "-Sdisable", "-Sqrcode.enable", str(path)]
    return subprocess.run(words, capture_output=True, check=True).stdout.decode().removesuffix("\n")


def test_the_codes_on_the_screen_hold_the_text_with_its_sources(share, program, tmp_path):
    dialog = dialog_of(share)
    links = [scanned(dialog, tmp_path)]
    while share.focus_name == "Next code":
        share.press(Qt.Key.Key_Space)
        links.append(scanned(dialog, tmp_path))
    assert share.focus_name == "Close"
    draft = share.window.navigator.writing.draft.id
    text = program.exporting.plain_text(draft, datetime.now(UTC))
    bodies = [parse_qs(urlsplit(link).query)["body"][0].replace("\r\n", "\n") for link in links]
    assert "".join(bodies) == text
    assert "T-" in text
    share.press(Qt.Key.Key_Space)
    QApplication.processEvents()
    assert QApplication.activeModalWidget() is None
    assert share.focus_name == "To my phone"


def test_it_can_be_made_bigger_and_escape_closes_it(share, tmp_path):
    dialog = dialog_of(share)
    before = dialog._picture.width()
    share.tab_to("Make it bigger")
    share.press(Qt.Key.Key_Space)
    share.qtbot.waitUntil(lambda: dialog._picture.width() > before, timeout=5000)
    assert scanned(dialog, tmp_path).startswith("mailto:?")
    assert share.focus_name == "Show the words again"
    share.press(Qt.Key.Key_Space)
    assert share.focus_name == "Make it bigger"
    share.press(Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert QApplication.activeModalWidget() is None
    assert share.focus_name == "To my phone"


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_fits_a_small_window(share, scale, tmp_path):
    share.window.resize(1024, 640)
    share.window._look.set_scale(scale)
    dialog = dialog_of(share)
    QApplication.processEvents()
    assert dialog.width() <= 1024
    assert dialog.height() <= 640
    assert scanned(dialog, tmp_path).startswith("mailto:?")
    (number,) = [each for each in dialog.findChildren(Text) if each.text().startswith("Code 1 of ")]
    assert number.visibleRegion().boundingRect() == number.rect()
    for name in ("Next code", "Make it bigger", "Close"):
        button = share.tab_to(name)
        QApplication.processEvents()
        assert dialog.rect().contains(button.mapTo(dialog, button.rect().bottomRight()))


def test_copy_takes_the_sources_along(share, program):
    share.tab_to("Copy")
    share.press(Qt.Key.Key_Space)
    draft = share.window.navigator.writing.draft.id
    assert QApplication.clipboard().text() == program.exporting.plain_text(draft, datetime.now(UTC))
    assert "[1]" in QApplication.clipboard().text()
