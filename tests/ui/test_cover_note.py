"""A cover note in the window, by keyboard."""

from dataclasses import replace

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QRadioButton

from testimony_app.domain.draft import NamedBody
from testimony_app.domain.steps import StepId
from testimony_app.ui.widgets.text import Text
from tests.asking_body import BODY, add_asking_body
from tests.ui.test_rail import step

COVER = "What the pages are for: Cover note"
WRITTEN = "What the pages are for: Written statement"


def shown(driver, kind):
    QApplication.processEvents()
    return [each for each in driver.window.findChildren(kind) if each.isVisible()]


def says(driver, words):
    return any(words in each.text() for each in shown(driver, Text))


@pytest.fixture
def share(driver, program, example):
    """Return what opens Share for a council that asks for some things."""

    def open_share(*asked):
        add_asking_body(program.folders.bodies, *asked)
        (imported,) = program.importing.take_in([example])
        opened = program.drafting.open(imported.draft_id)
        saved = program.drafting.save(replace(opened, draft=replace(opened.draft, body=BODY)), "typing")
        driver.window._on_opened(program.drafting.open(saved.draft.id))
        driver.window.navigator.go(StepId.SHARE)
        QApplication.processEvents()
        return driver

    return open_share


def choose_cover_note(driver):
    driver.tab_to(WRITTEN)
    driver.press(Qt.Key.Key_Left)
    assert driver.focus_name == COVER


def test_what_is_asked_for_is_filled_in_and_saved_as_a_page_of_its_own(share, program, answers, tmp_path):
    driver = share("address", "phone")
    assert shown(driver, QLineEdit) == []
    choose_cover_note(driver)
    driver.tab_to("Your address")
    driver.type("12 Elm Street")
    driver.tab_to("Your phone")
    driver.type("612-555-0142")
    assert [each.accessibleName() for each in shown(driver, QLineEdit)] == ["Your address", "Your phone"]
    answers.name = "mine.docx"
    driver.tab_to("Word")
    driver.press(Qt.Key.Key_Space)
    driver.qtbot.waitUntil(lambda: says(driver, "Saved as"), timeout=15000)
    assert answers.asked[-1][1].endswith("_cover-note.docx")
    said = [each.text for each in docx.Document(tmp_path / "mine.docx").paragraphs]
    assert "Address\t12 Elm Street" in said
    assert step(driver, 5)[0] == "You are here"
    (row,) = program.drafting.page(9)
    assert program.drafting.open(row.id).draft.contact.phone == "612-555-0142"
    driver.window.navigator.undo()
    assert shown(driver, QLineEdit)[1].text() == ""


def test_an_empty_one_is_told(share):
    driver = share("email")
    choose_cover_note(driver)
    driver.tab_to("PDF")
    driver.press(Qt.Key.Key_Space)
    driver.qtbot.waitUntil(lambda: says(driver, "The cover note is still empty."), timeout=15000)


def test_where_nobody_asks_it_is_not_offered_and_arrow_keys_pass_it_by(share):
    driver = share()
    assert COVER not in [each.accessibleName() for each in shown(driver, QRadioButton)]
    driver.tab_to(WRITTEN)
    driver.press(Qt.Key.Key_Left)
    assert driver.focus_name == "What the pages are for: Card to speak from"


def test_another_council_takes_the_choice_back(share):
    driver = share("email")
    choose_cover_note(driver)
    navigator = driver.window.navigator
    navigator._on_changed(replace(navigator._writing.draft, body=NamedBody("Oakdale")), "")
    assert shown(driver, QLineEdit) == []
    assert next(each for each in shown(driver, QRadioButton) if each.isChecked()).accessibleName() == WRITTEN
