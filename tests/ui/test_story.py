"""The facts that can go with a story: named on their switches, and told before they are switched on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from testimony_app.domain.steps import StepId

SENTENCE = "A 2018 study tested programs that tell a person's gender."
CAUTION = "It tested telling gender, not matching identity."


@pytest.fixture
def story(driver, program, example):
    (imported,) = program.importing.take_in([example])
    driver.window._on_opened(program.drafting.open(imported.draft_id))
    driver.window.navigator.go(StepId.STORY)
    QApplication.processEvents()
    return driver


def facts(driver):
    return driver.window.navigator._page(StepId.STORY)._facts


def switched_on(driver):
    return [each for each, switch in facts(driver)._switches.items() if switch.isChecked()]


def test_the_fact_of_a_switch_is_told_before_it_is_switched_on(story):
    assert not facts(story)._fact.isVisible()
    switch = story.tab_to("Cite: The Gender Shades study")
    assert not switch.isChecked()
    assert facts(story)._fact.text().startswith(SENTENCE)
    assert facts(story)._fact.text().endswith(CAUTION)
    said = QAccessible.queryAccessibleInterface(switch).text(QAccessible.Text.Description)
    assert (SENTENCE in said, CAUTION in said) == (True, True)


def test_who_types_without_a_pause_is_saved_meanwhile(story):
    box = story.window.navigator._page(StepId.STORY)._box
    box._pause.setInterval(600_000)
    with story.qtbot.waitSignal(box.written, timeout=20_000):
        story.type("a")
    assert "a" in story.window.navigator.writing.draft.points[0].story
    story.wait_saved()


def test_what_was_just_typed_counts_when_it_is_saved(story):
    story.type("zq")
    assert "zq" not in story.window.navigator.writing.draft.points[0].story
    story.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert "zq" in story.window.navigator.writing.draft.points[0].story


def test_what_was_just_typed_is_what_is_taken_back(story):
    writing = story.window.navigator.writing
    before = writing.draft
    story.type("zq")
    story.window.navigator.undo()
    assert writing.draft == before
    story.window.navigator.redo()
    assert "zq" in writing.draft.points[0].story


def test_what_was_just_typed_goes_along_to_another_tab(story):
    story.type("zq")
    story.press(Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert "zq" in story.window.navigator.writing.draft.points[0].story
    assert "zq" not in story.window.navigator._page(StepId.STORY)._box.toPlainText()


def test_where_there_is_no_room_a_switch_bears_its_fact_and_stays_as_it_is(story, look):
    before = story.window.navigator.writing.draft
    assert switched_on(story) == ["nist-false-matches"]
    look.set_scale(2.0)
    for _ in range(4):
        QApplication.processEvents()
    assert story.tab_to(f"Cite: {SENTENCE}").text().startswith(SENTENCE)
    assert switched_on(story) == ["nist-false-matches"]
    assert story.window.navigator.writing.draft == before
