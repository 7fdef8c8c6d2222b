"""What the window says of saving, on real disks that fill up, and what it offers then."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from testimony_app.main import program_in
from testimony_app.settings.folders import profile_in
from testimony_app.ui.personal import PersonalWindow
from tests.ui.conftest import Driver


@pytest.fixture
def on_small_disk(qtbot, look, answers, small_disk):
    """A window whose testimonies are on a disk of one megabyte."""
    with program_in(profile_in(small_disk / "profile")) as program:
        window = PersonalWindow(look, program, answers)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitExposed(window)
        yield Driver(window, qtbot)
        (small_disk / "filler").unlink(missing_ok=True)
        window.navigator.close()


def fill(disk):
    with (disk / "filler").open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            pass


def begin(driver):
    driver.tab_to("Start with a blank page")
    driver.press(Qt.Key.Key_Space)
    driver.tab_to("Your name. May become public")
    driver.type("Rosa")
    driver.wait_saved()


def fail(driver, disk):
    fill(disk)
    saver = driver.window.navigator.saver
    for letter in " Maple of Cedar-Riverside" * 40:
        driver.type(letter)
        if saver.state.value == "failed":
            break
    driver.qtbot.waitUntil(lambda: saver.state.value == "failed", timeout=5000)


def bottom_says(driver):
    return driver.window.frame.bottom._saved.text()


def trouble(driver):
    return driver.window._saving._trouble


def test_saved_is_said_with_the_time_of_the_acknowledgement(driver, program):
    begin(driver)
    assert bottom_says(driver).startswith("Saved on this computer, ")
    (row,) = program.drafting.page(9)
    assert program.drafting.open(row.id).draft.person.name == "Rosa"
    driver.type("!")
    assert bottom_says(driver) == "Saving"


def test_a_full_disk_turns_it_red_and_the_words_stay(on_small_disk, small_disk):
    driver = on_small_disk
    begin(driver)
    fail(driver, small_disk)
    assert bottom_says(driver) == "Not saved."
    assert trouble(driver).isVisible()
    assert "The disk is full" in trouble(driver)._why.text()
    assert "Your words are still on the screen." in trouble(driver)._why.text()
    assert driver.window.navigator.writing.draft.person.name.startswith("Rosa Maple")
    (small_disk / "filler").unlink()
    driver.window._saving._on_again_wanted()
    driver.wait_saved()
    assert not trouble(driver).isVisible()
    assert bottom_says(driver).startswith("Saved on this computer, ")


def test_the_text_can_be_copied_and_saved_elsewhere(on_small_disk, small_disk, answers, tmp_path):
    driver = on_small_disk
    begin(driver)
    fail(driver, small_disk)
    driver.tab_to("Copy text")
    driver.press(Qt.Key.Key_Space)
    assert "My name is Rosa Maple" in QApplication.clipboard().text()
    answers.name = "kept.testimony.json"
    driver.tab_to("Save elsewhere")
    driver.press(Qt.Key.Key_Space)
    kept = json.loads((tmp_path / "kept.testimony.json").read_bytes())
    assert kept["person"]["name"].startswith("Rosa Maple")
    assert str(tmp_path / "kept.testimony.json") in trouble(driver)._why.text()


def test_a_window_that_cannot_save_stays_until_the_person_lets_it_go(on_small_disk, small_disk):
    driver = on_small_disk
    begin(driver)
    fail(driver, small_disk)
    assert not driver.window.close()
    assert driver.window.isVisible()
    driver.window.show_home()
    assert driver.window.navigator.is_open
    driver.tab_to("Close without saving")
    driver.press(Qt.Key.Key_Space)
    assert not driver.window.isVisible()


def test_closing_saves_what_was_typed_last(driver, program):
    begin(driver)
    driver.type(" Maple")
    assert driver.window.close()
    (row,) = program.drafting.page(9)
    assert program.drafting.open(row.id).draft.person.name == "Rosa Maple"


@pytest.mark.parametrize(("content", "says"), [(b"", "it is empty"), (b"nonsense" * 100, "left it as it is")])
def test_a_database_that_cannot_be_opened_is_told_before_the_first_key(qtbot, look, answers, tmp_path, content, says):
    database = tmp_path / "profile" / "data" / "testimony.db"
    database.parent.mkdir(parents=True)
    database.write_bytes(content)
    with program_in(profile_in(tmp_path / "profile")) as program:
        window = PersonalWindow(look, program, answers)
        qtbot.addWidget(window)
        window.show()
        assert window.home.page._store_trouble.isVisible()
        assert says in window.home.page._store_trouble.words.text()
        assert not window.home.page._nothing.isVisible()
    assert database.read_bytes() == content
