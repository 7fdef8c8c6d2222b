"""Whole journeys through the real window, by keyboard alone."""

import docx
from PySide6.QtCore import Qt

from testimony_app.domain.steps import StepId

CTRL = Qt.KeyboardModifier.ControlModifier


def test_from_home_to_a_word_file(driver, program, answers, tmp_path):
    driver.tab_to("Start with the campaign Keep face scanning out of city government")
    driver.press(Qt.Key.Key_Space)
    assert driver.focus_name == "How will the Council hear you? Aloud"
    driver.press(Qt.Key.Key_Space)
    driver.tab_to("Your name. May become public")
    driver.type("Rosa Maple")
    driver.tab_to("Your connection")
    driver.type("I clean offices downtown at night.")
    driver.go_on()
    driver.tab_to("It makes more mistakes with some people")
    driver.press(Qt.Key.Key_Space)
    driver.go_on()
    assert driver.focus_name == "Your story for point 1"
    driver.type("Last winter a store guard was sure I was a different woman.")
    driver.tab_to("Cite: The 2019 federal tests")
    driver.press(Qt.Key.Key_Space)
    driver.go_on()
    driver.tab_to("Thanks. 5 words, 0 yours.")
    driver.press(Qt.Key.Key_End, CTRL)
    driver.type(" I will stay.")
    driver.go_on()
    assert driver.window.navigator.step is StepId.CHECK
    driver.go_on()
    driver.tab_to("Word")
    driver.press(Qt.Key.Key_Space)
    path = tmp_path / "Rosa-Maple.docx"
    driver.qtbot.waitUntil(path.exists, timeout=10_000)
    assert answers.asked == [("Save a copy", "Rosa-Maple.docx")]
    texts = [each.text for each in docx.Document(str(path)).paragraphs]
    assert "From\tRosa Maple" in texts
    assert (
        "Hello, Council Members. My name is Rosa Maple. I clean offices downtown at night. "
        "I am asking you to keep the City's ban on face recognition."
    ) in texts
    assert "Last winter a store guard was sure I was a different woman." in texts
    assert "Thank you for your time. I will stay." in texts
    assert len(program.drafting.page(9)) == 1


def test_a_blank_page_with_an_own_point_and_an_own_ask(driver, program):
    driver.tab_to("Start with a blank page")
    driver.press(Qt.Key.Key_Space)
    driver.go_on()
    driver.tab_to("Add my own point")
    driver.press(Qt.Key.Key_Space)
    driver.type("A bench at my bus stop")
    driver.tab_to("Change what you want the Council to do")
    driver.press(Qt.Key.Key_Space)
    driver.tab_to("What you want the Council to do, in your own words")
    driver.type("Please put the bench back.")
    driver.go_on()
    driver.type("I wait there with my mother.")
    driver.go_on()
    driver.wait_saved()
    (row,) = program.drafting.page(9)
    text = program.drafting.stored_text(row.id)
    assert text == "Hello.\n\nI wait there with my mother.\n\nPlease put the bench back.\n\nThank you for your time."


def test_one_who_sees_it_differently(driver, program):
    driver.tab_to("Start with the campaign")
    driver.press(Qt.Key.Key_Space)
    driver.go_on()
    driver.tab_to("I see it differently")
    driver.press(Qt.Key.Key_Space)
    driver.tab_to("Add my own point")
    driver.press(Qt.Key.Key_Space)
    driver.type("A tool for the worst crimes")
    driver.go_on()
    driver.type("My brother was robbed.")
    driver.tab_to("Cite: The police chief's objection")
    driver.press(Qt.Key.Key_Space)
    driver.wait_saved()
    (row,) = program.drafting.page(9)
    text = program.drafting.stored_text(row.id)
    assert "keep the City's ban" not in text
    assert "Police Chief Arradondo objected to being left out." in text
    assert text.index("Arradondo") < text.index("My brother was robbed.")


def test_leaving_and_coming_back_finds_the_same_place(driver, program):
    driver.tab_to("Start with a blank page")
    driver.press(Qt.Key.Key_Space)
    driver.go_on()
    driver.tab_to("Add my own point")
    driver.press(Qt.Key.Key_Space)
    driver.type("Mine")
    driver.go_on()
    driver.type("One two three four.")
    for _ in range(5):
        driver.press(Qt.Key.Key_Left)
    driver.window.show_home()
    (row,) = program.drafting.page(9)
    assert (row.place.step, row.place.section, row.place.cursor) == ("story", "own-1", 14)
    driver.tab_to("My testimonies")
    driver.press(Qt.Key.Key_Return)
    assert driver.window.navigator.step is StepId.STORY
    assert driver.focus.textCursor().position() == 14


def test_undo_takes_back_one_thing_at_a_time(driver):
    driver.tab_to("Start with a blank page")
    driver.press(Qt.Key.Key_Space)
    driver.press(Qt.Key.Key_Space)
    driver.tab_to("Your name. May become public")
    driver.type("Rosa")
    writing = driver.window.navigator.writing
    assert writing.draft.person.name == "Rosa"
    driver.window.navigator.undo()
    assert (writing.draft.person.name, writing.draft.delivery.value) == ("", "aloud")
    driver.window.navigator.redo()
    assert writing.draft.person.name == "Rosa"


def test_deleting_can_be_undone(driver, program, example):
    program.importing.take_in([example])
    driver.window.show_home()
    driver.tab_to("My testimonies")
    driver.press(Qt.Key.Key_Delete)
    assert program.drafting.page(9) == ()
    assert driver.focus_name.startswith("Undo: bring")
    driver.press(Qt.Key.Key_Space)
    assert len(program.drafting.page(9)) == 1


def test_a_council_that_is_not_listed_and_a_matter(driver, program):
    driver.tab_to("Start with a blank page")
    driver.press(Qt.Key.Key_Space)
    driver.tab_to("Change who should hear it, the meeting and where you stand")
    driver.press(Qt.Key.Key_Space)
    assert driver.tab_to("Who should hear it?").currentText() == "My council is not listed"
    driver.tab_to("What is your council called?")
    driver.type("Park Board")
    driver.tab_to("What is it about?")
    driver.type("Closing the branch library")
    driver.tab_to("Day of the meeting")
    driver.type("2026-12-08")
    driver.tab_to("Where do you stand on it? I leave it open")
    driver.press(Qt.Key.Key_Left)
    driver.press(Qt.Key.Key_Left)
    driver.wait_saved()
    (row,) = program.drafting.page(9)
    draft = program.drafting.open(row.id).draft
    assert (draft.body.name, draft.matter.title) == ("Park Board", "Closing the branch library")
    assert (draft.matter.meeting_date, draft.position.value) == ("2026-12-08", "against")
