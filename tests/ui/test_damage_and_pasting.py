"""What the window does with a testimony that is damaged, and with signs that are no text."""

import sqlite3
from contextlib import closing

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from testimony_app.settings.folders import profile_in


def test_a_damaged_testimony_is_told_and_the_others_open(driver, program, example, tmp_path):
    program.importing.take_in([example])
    other = program.drafting.save(program.drafting.start("en"), "typing").draft.id
    with closing(sqlite3.connect(profile_in(tmp_path / "profile").database)) as database, database:
        database.execute("UPDATE revision SET answers_json = x'7b' WHERE draft_id <> ?", (other,))
    driver.window.show_home()
    driver.tab_to("My testimonies")
    driver.press(Qt.Key.Key_Down)
    driver.press(Qt.Key.Key_Return)
    trouble = driver.window.home.page._store_trouble
    assert trouble.isVisible()
    assert "no longer as it was saved" in trouble.words.text()
    driver.tab_to("My testimonies")
    driver.press(Qt.Key.Key_Up)
    driver.press(Qt.Key.Key_Return)
    assert driver.window.navigator.writing.draft.id == other


def test_signs_that_are_no_text_stay_out_when_they_are_pasted(driver):
    driver.tab_to("Start with a blank page")
    driver.press(Qt.Key.Key_Space)
    driver.tab_to("Your name. May become public")
    QApplication.clipboard().setText("Rosa\x7f\x85 Maple\ufffe")
    driver.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert driver.window.navigator.writing.draft.person.name == driver.focus.text()
    assert driver.focus.text().startswith("Rosa")
    assert not set("\x7f\x85\ufffe") & set(driver.focus.text())
    driver.go_on()
    driver.tab_to("Add my own point")
    driver.press(Qt.Key.Key_Space)
    driver.type("A bench")
    driver.go_on()
    QApplication.clipboard().setText("I wait\x07 there\x7f.\u2028Every day.")
    driver.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    driver.window.navigator.keep_place()
    (point,) = driver.window.navigator.writing.draft.points
    assert point.story == "I wait there.\nEvery day."
