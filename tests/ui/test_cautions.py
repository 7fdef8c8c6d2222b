"""What Home says of how testimonies are kept: on a disk that can be pulled out, or with words missing."""

import shutil

import pytest
from PySide6.QtCore import Qt

from testimony_app.main import program_in
from testimony_app.settings.folders import profile_in
from testimony_app.store import cautions
from testimony_app.ui.widgets.store_trouble import StoreTrouble


def said(driver):
    shown = driver.window.home.page.findChildren(StoreTrouble)
    return [each.words.text() for each in shown if each.isVisible()]


def wait_for(driver, words):
    driver.qtbot.waitUntil(lambda: [words in each for each in said(driver)] == ([True] if words else []))


@pytest.fixture
def lost(tmp_path):
    """The profile of the tests, whose log somebody took for rubbish after the program was killed."""
    with program_in(profile_in(tmp_path / "profile")) as program:
        opened = program.drafting.save(program.drafting.start("en"), "typing")
        for _ in range(3):
            opened = program.drafting.save(opened, "typing")
        shutil.copytree(tmp_path / "profile", tmp_path / "killed")
    shutil.rmtree(tmp_path / "profile")
    shutil.move(tmp_path / "killed", tmp_path / "profile")
    profile_in(tmp_path / "profile").database.with_name("testimony.db-wal").unlink()


@pytest.mark.usefixtures("lost")
def test_lost_words_are_told_until_somebody_has_read_it(open_window, program):
    driver = open_window()
    wait_for(driver, "Some of the newest words you saved are gone.")
    driver.tab_to("I have read this")
    driver.press(Qt.Key.Key_Space)
    wait_for(driver, "")
    assert driver.focus is not None
    assert program.cautions() == ()


@pytest.mark.usefixtures("lost")
def test_it_leads_to_the_backups(open_window):
    driver = open_window()
    wait_for(driver, "Some of the newest words you saved are gone.")
    driver.tab_to("See your backups")
    driver.press(Qt.Key.Key_Space)
    assert driver.window.home.page.isHidden() or not driver.window.home.page.isVisible()


def test_a_disk_that_can_be_pulled_out_is_told(open_window, monkeypatch):
    monkeypatch.setattr(cautions, "is_removable", lambda _: True)
    wait_for(open_window(), "on a disk that can be pulled out")


def test_a_backup_of_the_day_that_cannot_be_made_is_told_until_it_is(driver, program):
    program.drafting.save(program.drafting.start("en"), "typing")
    program.backups.folder.write_text("in the way")
    driver.window.upkeep.look()
    wait_for(driver, "We could not make the backup of today. ")
    program.backups.folder.unlink()
    driver.window.upkeep.finish()
    driver.window.upkeep.go_on()
    driver.window.upkeep.look()
    wait_for(driver, "")
    assert len(program.backups.all()) == 1


def test_else_nothing_is_said(driver):
    driver.qtbot.waitUntil(lambda: driver.window.home.page._others is not None)
    driver.qtbot.wait(50)
    assert said(driver) == []
