"""What the window says of saving, on real disks that fill up, and what it offers then."""

import json
import subprocess
from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from testimony_app.main import program_in
from testimony_app.settings.folders import profile_in
from testimony_app.store.ballast import keep_ballast
from testimony_app.store.database import connect
from testimony_app.ui.one_window import OneWindow
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


def test_a_busy_disk_turns_it_amber_after_three_seconds(driver, program):
    begin(driver)
    with closing(connect(program.folders.database)) as other:
        other.execute("BEGIN IMMEDIATE")
        driver.type(" Maple")
        driver.qtbot.waitUntil(lambda: bottom_says(driver).startswith("Still saving."), timeout=4500)
        assert driver.window.frame.bottom._saved._color == "warn"
        other.execute("ROLLBACK")
    driver.wait_saved()
    assert bottom_says(driver).startswith("Saved on this computer, ")


def empty_the_name(driver):
    driver.tab_to("Your name. May become public")
    driver.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    driver.press(Qt.Key.Key_Delete)
    saver = driver.window.navigator.saver
    driver.qtbot.waitUntil(lambda: saver.state.value == "emptied", timeout=5000)


@pytest.fixture
def emptied(driver):
    """A window in which somebody has taken out all of a longer text."""
    begin(driver)
    driver.type(" Maple of Cedar-Riverside")
    driver.wait_saved()
    empty_the_name(driver)
    return driver


def name_on_disk(driver, program):
    return program.drafting.open(driver.window.navigator.writing.draft.id).draft.person.name


def test_a_long_text_stays_on_the_disk_until_somebody_says_that_it_may_go(emptied, program):
    assert bottom_says(emptied) == "Empty now. The words from before are kept."
    assert name_on_disk(emptied, program) == "Rosa Maple of Cedar-Riverside"
    emptied.tab_to("See why")
    emptied.press(Qt.Key.Key_Space)
    emptied.tab_to("Save it empty")
    emptied.press(Qt.Key.Key_Space)
    emptied.wait_saved()
    assert name_on_disk(emptied, program) == ""
    assert not emptied.window._saving._emptied.isVisible()


def test_the_words_come_back_by_one_press(emptied, program):
    emptied.tab_to("See why")
    emptied.press(Qt.Key.Key_Space)
    emptied.tab_to("Bring my words back")
    emptied.press(Qt.Key.Key_Space)
    emptied.wait_saved()
    assert emptied.window.navigator.writing.draft.person.name == "Rosa Maple of Cedar-Riverside"
    assert name_on_disk(emptied, program) == "Rosa Maple of Cedar-Riverside"


def test_who_writes_on_is_asked_nothing(emptied, program):
    emptied.tab_to("Your name. May become public")
    emptied.type("Rosa")
    emptied.wait_saved()
    assert name_on_disk(emptied, program) == "Rosa"


def test_closing_an_emptied_testimony_keeps_the_words_from_before(emptied, program):
    draft_id = emptied.window.navigator.writing.draft.id
    assert not emptied.window.close()
    emptied.tab_to("Close and keep the words from before")
    emptied.press(Qt.Key.Key_Space)
    assert not emptied.window.isVisible()
    assert program.drafting.open(draft_id).draft.person.name == "Rosa Maple of Cedar-Riverside"


def test_the_room_for_the_last_words_is_used_and_said(on_small_disk, small_disk):
    subprocess.run(["/bin/mount", "-o", "remount,size=8m", str(small_disk)], check=True)
    driver = on_small_disk
    begin(driver)
    assert keep_ballast(small_disk / "profile" / "data")
    fill(small_disk)
    saver = driver.window.navigator.saver
    for letter in " Maple of Cedar-Riverside" * 40:
        driver.type(letter)
        if driver.window._program.is_short_of_room:
            break
    driver.qtbot.waitUntil(lambda: driver.window._program.is_short_of_room, timeout=10_000)
    driver.wait_saved()
    assert saver.state.value == "saved"
    assert bottom_says(driver) == "Saved, but the disk is almost full."


def test_a_disk_that_may_only_be_read_is_told_before_the_first_key(qtbot, look, answers, small_disk):
    with program_in(profile_in(small_disk / "profile")) as program:
        program.drafting.save(program.drafting.start("en"), "typing")
    subprocess.run(["/bin/mount", "-o", "remount,ro", str(small_disk)], check=True)
    with program_in(profile_in(small_disk / "profile")) as program:
        window = PersonalWindow(look, program, answers)
        qtbot.addWidget(window)
        window.show()
        trouble = window.home.page._store_trouble
        assert trouble.isVisible()
        assert "cannot be written to" in trouble.words.text()
        assert len(window.home._rows) == 1
        qtbot.waitUntil(lambda: not window.home._is_counting and not window.home._uncounted)
        one = OneWindow(program.folders.data)
        assert one.take()
    subprocess.run(["/bin/mount", "-o", "remount,rw", str(small_disk)], check=True)


def test_a_newer_database_can_be_read_and_is_told(qtbot, look, answers, tmp_path):
    with program_in(profile_in(tmp_path / "profile")) as program:
        draft_id = program.drafting.save(program.drafting.start("en"), "typing").draft.id
    with closing(connect(program.folders.database)) as newer:
        newer.execute("PRAGMA user_version = 9999")
    with program_in(profile_in(tmp_path / "profile")) as program:
        window = PersonalWindow(look, program, answers)
        qtbot.addWidget(window)
        window.show()
        assert "A newer version of Testimony" in window.home.page._store_trouble.words.text()
        assert [row.id for row in window.home._rows] == [draft_id]


def test_a_new_profile_where_nothing_can_be_made_opens_a_window_that_says_so(qtbot, look, answers, small_disk):
    subprocess.run(["/bin/mount", "-o", "remount,ro", str(small_disk)], check=True)
    with program_in(profile_in(small_disk / "profile")) as program:
        assert OneWindow(program.folders.data).take()
        window = PersonalWindow(look, program, answers)
        qtbot.addWidget(window)
        window.show()
        trouble = window.home.page._store_trouble
        assert trouble.isVisible()
        assert "cannot be written to" in trouble.words.text()
        window.home.page.blank_wanted.emit()
        driver = Driver(window, qtbot)
        driver.tab_to("Your name. May become public")
        driver.type("Rosa")
        driver.qtbot.waitUntil(lambda: window.navigator.saver.state.value == "failed", timeout=5000)
        assert window.navigator.writing.draft.person.name == "Rosa"
        window.navigator.close()
    subprocess.run(["/bin/mount", "-o", "remount,rw", str(small_disk)], check=True)
