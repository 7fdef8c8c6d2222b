"""Letterheads in the window, by keyboard: take one in, use it, remove it."""

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from testimony_app.domain.steps import StepId
from testimony_app.ui.personal import SETTINGS
from testimony_app.ui.widgets.note import Note
from testimony_app.ui.widgets.text import Text
from tests.documents.letterhead_files import sound

TAKE_IN = "Take in a letterhead"
USE = "Word on a letterhead"


def texts(driver):
    QApplication.processEvents()
    return " ".join(each.text() for each in driver.window.findChildren(Text) if each.isVisible())


def press(driver, name):
    driver.tab_to(name)
    driver.press(Qt.Key.Key_Space)


def settled(driver, words):
    driver.qtbot.waitUntil(lambda: words in texts(driver), timeout=15000)


@pytest.fixture
def letterhead(answers, tmp_path):
    path = tmp_path / "Maple Tenants.docx"
    path.write_bytes(sound("{{name}}", "{{testimony}}"))
    answers.opens = path
    answers.name = "Maple Tenants"
    return path


@pytest.fixture
def settings(driver, letterhead):
    del letterhead
    driver.window._on_place_wanted(SETTINGS)
    QApplication.processEvents()
    return driver


def share(driver, program, example):
    (imported,) = program.importing.take_in([example])
    driver.window._on_opened(program.drafting.open(imported.draft_id))
    driver.window.navigator.go(StepId.SHARE)
    QApplication.processEvents()


def is_seen(widget):
    return widget.visibleRegion().boundingRect().contains(widget.rect())


def note_of(driver, words):
    (note,) = [each for each in driver.window.findChildren(Note) if words in each.words.text() and each.isVisible()]
    return note


@pytest.mark.parametrize("size", [(1280, 800), (1024, 640)])
def test_what_became_of_it_is_seen_and_so_is_the_button_that_was_pressed(settings, letterhead, answers, size):
    settings.window.resize(*size)
    QApplication.processEvents()
    press(settings, TAKE_IN)
    settled(settings, "“Maple Tenants” is here.")
    settings.qtbot.waitUntil(lambda: is_seen(note_of(settings, "is here")))
    assert settings.focus_name == TAKE_IN
    assert is_seen(settings.focus)
    letterhead.write_bytes(b"\xd0\xcf\x11\xe0")
    answers.name = "Other"
    settings.press(Qt.Key.Key_Space)
    settled(settings, "old Word file")
    settings.qtbot.waitUntil(lambda: is_seen(note_of(settings, "old Word file")))


def test_a_mark_that_stays_is_not_said_to_be_taken_out(settings, letterhead):
    letterhead.write_bytes(sound("{{ward}}", "{{testimony}}"))
    press(settings, TAKE_IN)
    settled(settings, "“Maple Tenants” is here.")
    assert "{{ward}} is not one of our marks. It stays as it is. We took out of our copy: Data" in texts(settings)


def test_one_is_taken_in_said_what_was_taken_out_and_removed(settings, answers, program):
    press(settings, TAKE_IN)
    settled(settings, "“Maple Tenants” is here.")
    assert "A small picture of how the file once looked." in texts(settings)
    assert [each.name for each in program.letterheads.all()] == ["Maple Tenants"]
    press(settings, "Remove: Maple Tenants")
    assert program.letterheads.all() != ()
    answers.choice = 0
    press(settings, "Remove: Maple Tenants")
    settled(settings, "“Maple Tenants” is removed.")
    assert program.letterheads.all() == ()
    assert settings.focus_name == TAKE_IN


def test_one_that_cannot_be_used_is_told_why(settings, letterhead, program):
    letterhead.write_bytes(b"\xd0\xcf\x11\xe0")
    press(settings, TAKE_IN)
    settled(settings, "This is an old Word file, or one that is locked with a password.")
    assert program.letterheads.all() == ()


def test_it_is_used_by_who_says_that_they_speak_for_the_organization(settings, answers, program, example, tmp_path):
    press(settings, TAKE_IN)
    settled(settings, "“Maple Tenants” is here.")
    answers.name = "on-it.docx"
    share(settings, program, example)
    press(settings, USE)
    title, text = answers.asked[-1]
    assert title == "Do you speak for this organization?"
    assert "Use it only if you speak for it." in text
    assert not (tmp_path / "on-it.docx").exists()
    answers.choice = 0
    press(settings, USE)
    settled(settings, "Saved as")
    document = docx.Document(tmp_path / "on-it.docx")
    assert document.paragraphs[0].text == "Rosa Maple"
    assert "Maple Street Tenants" in document.sections[0].header.paragraphs[0].text


def test_large_print_stands_on_it_too_and_for_a_card_it_says_why_not(settings, answers, program, example, tmp_path):
    press(settings, TAKE_IN)
    settled(settings, "“Maple Tenants” is here.")
    answers.name, answers.choice = "large.docx", 0
    share(settings, program, example)
    settings.tab_to("What the pages are for: Written statement")
    settings.press(Qt.Key.Key_Right)
    press(settings, USE)
    settled(settings, "Saved as")
    assert answers.asked[-1][1].endswith("_large-print.docx")
    document = docx.Document(tmp_path / "large.docx")
    assert document.styles["Testimony Text"].font.size.pt == 20
    settings.tab_to("What the pages are for: Large print")
    settings.press(Qt.Key.Key_Right)
    count = len(answers.asked)
    press(settings, USE)
    settled(settings, "A letterhead is for what is handed in")
    assert len(answers.asked) == count


def test_without_a_letterhead_none_is_offered(driver, program, example):
    share(driver, program, example)
    seen = [each.text() for each in driver.window.findChildren(QPushButton) if each.isVisible()]
    assert "See the page" in seen
    assert USE not in seen
