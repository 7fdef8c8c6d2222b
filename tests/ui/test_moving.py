"""Moving a testimony through the real window: saved with everything, sealed or not, and brought in elsewhere."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from testimony_app.domain.draft import OwnAsk
from testimony_app.main import program_in
from testimony_app.settings.folders import profile_in
from tests.ui.test_erasing import page_words, press

SEALED_WITH = "four words of mine"


@pytest.fixture
def moved(program):
    """A testimony with two versions."""
    opened = program.drafting.start("en")
    for words in ("First words.", "Second words."):
        opened = program.drafting.save(replace(opened, draft=replace(opened.draft, ask=OwnAsk(words))), "typing")
    return opened


@pytest.fixture
def elsewhere(tmp_path):
    with program_in(profile_in(tmp_path / "elsewhere")) as program:
        yield program


def open_page(driver, moved):
    driver.window.home.refresh()
    driver.window.home._on_move_wanted(moved.draft.id)
    QApplication.processEvents()


def type_twice(driver, first, second):
    driver.tab_to("Passphrase")
    driver.type(first)
    driver.tab_to("The same passphrase again")
    driver.type(second)
    driver.tab_to("Save the file")
    driver.press(Qt.Key.Key_Space)


def wait_saved(driver):
    driver.qtbot.waitUntil(lambda: "Saved as" in page_words(driver.window), timeout=30_000)


def bring_in(driver, path, answers):
    answers.opens = path
    page = driver.window.home.page
    driver.qtbot.waitUntil(lambda: page._others is not None and page._others.isVisible())
    press(driver.window, "Bring in a testimony")
    driver.qtbot.waitUntil(lambda: not driver.window.keeping.moving._bringing.is_running, timeout=30_000)
    QApplication.processEvents()


def test_it_is_saved_sealed_by_the_keyboard_and_opens_elsewhere(driver, program, moved, elsewhere, answers, tmp_path):
    answers.name = "mine"
    open_page(driver, moved)
    type_twice(driver, SEALED_WITH, SEALED_WITH)
    wait_saved(driver)
    path = tmp_path / "mine.testimony.json.age"
    assert b"Second words." not in path.read_bytes()
    (imported,) = elsewhere.importing.take_in([path], lambda _: SEALED_WITH)
    assert imported.draft_id == moved.draft.id
    assert elsewhere.history.versions(moved.draft.id) == program.history.versions(moved.draft.id)


def test_without_a_seal_anybody_can_read_it(driver, moved, answers, tmp_path):
    answers.name = "mine.testimony.json"
    open_page(driver, moved)
    driver.tab_to("Seal the file with a passphrase")
    driver.press(Qt.Key.Key_Space)
    driver.tab_to("Save the file")
    driver.press(Qt.Key.Key_Space)
    wait_saved(driver)
    assert b"First words." in (tmp_path / "mine.testimony.json").read_bytes()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("", ""), "Type a passphrase, or turn sealing off."),
        (("four words", "four wards"), "The two are not the same."),
        (("short", "short"), "too short"),
    ],
)
def test_a_passphrase_that_will_not_do_is_told_where_it_is_typed(driver, moved, answers, tmp_path, typed, said):
    open_page(driver, moved)
    type_twice(driver, *typed)
    assert said in page_words(driver.window)
    assert list(tmp_path.glob("*.age")) == []
    assert answers.asked == []
    assert driver.focus_name in {"Passphrase", "The same passphrase again"}


@pytest.fixture
def sealed(elsewhere, tmp_path):
    """A sealed file from another computer."""
    from testimony_app.sealing.passphrase import seal_with  # noqa: PLC0415  (it loads the cipher)

    opened = elsewhere.drafting.start("en")
    opened = elsewhere.drafting.save(replace(opened, draft=replace(opened.draft, ask=OwnAsk("From there."))), "typing")
    path = tmp_path / "there.testimony.json.age"
    path.write_bytes(seal_with(elsewhere.drafting.file_with_versions(opened.draft).content, SEALED_WITH))
    return path


def test_it_is_brought_in_with_its_passphrase_and_only_once(driver, program, sealed, answers):
    for said in ("It is here now, among your testimonies", "That testimony was here already."):
        answers.passwords = [SEALED_WITH]
        bring_in(driver, sealed, answers)
        assert said in page_words(driver.window)
        assert len(program.drafting.page(9)) == 1


def test_a_wrong_passphrase_is_said_and_asked_for_again(driver, program, sealed, answers):
    answers.passwords = ["four wrong words", SEALED_WITH]
    bring_in(driver, sealed, answers)
    driver.qtbot.waitUntil(lambda: len(program.drafting.page(9)) == 1, timeout=30_000)
    questions = [question for title, question in answers.asked if title == "Passphrase"]
    assert questions[0] == "This file is sealed. What is its passphrase?"
    assert "does not open this file" in questions[1]


def test_put_away_nothing_is_added_and_that_is_said(driver, program, sealed, answers):
    answers.passwords = [""]
    answers.name = ""
    bring_in(driver, sealed, answers)
    assert "This file is sealed. Nothing was added." in page_words(driver.window)
    assert program.drafting.page(9) == ()


def test_what_is_no_testimony_is_refused_with_words(driver, program, answers, tmp_path):
    path = tmp_path / "other.json"
    path.write_text("[]")
    bring_in(driver, path, answers)
    assert driver.window.home.page._store_trouble.isVisible()
    assert program.drafting.page(9) == ()


def test_damaged_versions_are_told_and_the_file_is_made(driver, program, moved, answers, tmp_path):
    with closing(sqlite3.connect(program.folders.database)) as connection, connection:
        connection.execute("UPDATE revision SET answers_json = CAST(answers_json || ' ' AS BLOB) WHERE rev = 1")
    open_page(driver, moved)
    answers.name = "moved.testimony.json"
    driver.tab_to("Seal the file with a passphrase")
    driver.press(Qt.Key.Key_Space)
    driver.tab_to("Save the file")
    driver.press(Qt.Key.Key_Space)
    wait_saved(driver)
    assert "since the disk has damaged them: 1. Your newest words are in it." in page_words(driver.window)
    assert (tmp_path / "moved.testimony.json").exists()
