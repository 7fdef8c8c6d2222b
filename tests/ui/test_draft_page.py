"""The step Draft: a changed answer, what a section offers, and what is said of the whole."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from testimony_app.domain.steps import StepId
from testimony_app.ui.widgets.text import Text

JOURNEYS = Path(__file__).parent.parent / "journeys"


@pytest.fixture
def open_draft(driver, program):
    def open_file(path):
        (imported,) = program.importing.take_in([path])
        driver.window._on_opened(program.drafting.open(imported.draft_id))
        driver.window.navigator.go(StepId.DRAFT)
        QApplication.processEvents()
        return driver.window.navigator

    return open_file


@pytest.fixture
def changed(open_draft):
    return open_draft(JOURNEYS / "edits-kept.testimony.json")


def card_of(navigator, section):
    return navigator._pages[StepId.DRAFT]._cards[section]


def texts(widget):
    return [each.text() for each in widget.findChildren(Text) if each.isVisible()]


def test_a_changed_answer_is_named_and_the_new_suggestion_stands_beside_the_kept_text(changed, driver):
    opening = card_of(changed, "opening")
    said = texts(opening)
    assert "You changed Your connection." in " ".join(said)
    assert "Changed: twelve" in said
    mine, new = opening.changed._mine, opening.changed._new
    assert mine.geometry().right() < new.geometry().left()
    assert mine.isAncestorOf(opening.editor)
    assert mine.geometry().top() == new.geometry().top()
    assert driver.focus_name == "Keep mine: Opening"


def test_the_new_suggestion_stands_below_where_there_is_no_room_beside(changed, look):
    look.set_scale(2.0)
    for _ in range(4):
        QApplication.processEvents()
    opening = card_of(changed, "opening")
    assert opening.changed._mine.geometry().bottom() < opening.changed._new.geometry().top()


def test_keep_mine_asks_once(changed, driver):
    before = changed.writing.testimony.section("opening").text
    driver.press(Qt.Key.Key_Space)
    assert changed.writing.testimony.section("opening").text == before
    assert not changed.writing.testimony.section("opening").offers_suggestion
    assert not card_of(changed, "opening").changed.is_offered


def test_use_the_new_one_can_be_undone(changed, driver):
    before = changed.writing.testimony.section("opening").text
    driver.tab_to("Use the new one: Opening")
    driver.press(Qt.Key.Key_Space)
    assert "twelve" in changed.writing.testimony.section("opening").text
    changed.undo()
    assert changed.writing.testimony.section("opening").text == before


@pytest.mark.usefixtures("changed")
def test_next_is_no_main_button_while_something_is_asked(driver):
    bar = driver.window.frame.bottom
    assert bar.next._kind.value == "secondary"
    assert bar.next.isEnabled()
    driver.press(Qt.Key.Key_Space)
    assert bar.next._kind.value == "primary"


@pytest.fixture
def chosen(monkeypatch):
    """Choose an action of the next menu by its words, as a person would with the arrow keys."""
    offered = []

    def choose(words):
        def popup(menu, _place):
            offered[:] = [each.text() for each in menu.actions()]
            next(each for each in menu.actions() if each.text() == words).trigger()

        monkeypatch.setattr(QMenu, "popup", popup)
        return offered

    return choose


def test_who_wrote_what_can_be_read(open_draft, example, chosen, answers):
    navigator = open_draft(example)
    chosen("Read who wrote what")
    card_of(navigator, "accuracy").more.click()
    ((title, text),) = answers.shown
    assert title == "Who wrote what: Point 1: It makes more mistakes with some people"
    fact, own = text.split("\n\n")
    assert fact.startswith("A fact you cite: In 2019, federal tests found")
    assert own.startswith("Your words: Last winter a store guard")


def test_a_section_leads_to_where_its_words_come_from(open_draft, example, chosen):
    navigator = open_draft(example)
    offered = chosen("Go to its story")
    card_of(navigator, "expression").more.click()
    assert navigator.step is StepId.STORY
    assert navigator._pages[StepId.STORY]._point_id == "expression"
    assert "Go back to the suggested words" not in offered


def test_an_edited_section_goes_back_to_the_suggested_words(changed, chosen):
    chosen("Go back to the suggested words")
    card_of(changed, "thanks").more.click()
    assert not changed.writing.testimony.section("thanks").is_edited


def test_a_cited_fact_has_its_source_under_the_text(open_draft, example):
    navigator = open_draft(example)
    card = card_of(navigator, "accuracy")
    assert "National Institute of Standards and Technology, Dec 19, 2019" in texts(card)
    point = navigator.writing.draft.points[0]
    navigator._on_changed(navigator.writing.draft.change_point(replace(point, evidence=())), "")
    QApplication.processEvents()
    assert "National Institute of Standards and Technology, Dec 19, 2019" not in texts(card)


def test_easy_to_follow_is_said_only_while_no_sentence_is_long(open_draft, example, driver):
    navigator = open_draft(example)
    easy = "Easy to follow when heard once."
    assert easy in texts(driver.window.frame.panel)
    point = navigator.writing.draft.points[0]
    long = " ".join(["word"] * 26) + "."
    navigator._on_changed(navigator.writing.draft.change_point(replace(point, story=long)), "")
    assert easy not in texts(driver.window.frame.panel)
