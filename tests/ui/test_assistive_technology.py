"""What assistive technology does without a click or a key counts like the person's own."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QRadioButton, QWidget

from testimony_app.domain.draft import Delivery, OwnAsk
from testimony_app.domain.steps import StepId
from testimony_app.ui.widgets.text import Text
from tests.ui.conftest import name_of

FACT = "Cite: The 2019 federal tests"


@pytest.fixture
def writing(driver, program, example):
    (imported,) = program.importing.take_in([example])
    driver.window._on_opened(program.drafting.open(imported.draft_id))
    return driver.window.navigator.writing


def named(driver, name, kind=QAbstractButton):
    """Find what is shown and is called so, or begins so."""
    shown = [each for each in driver.window.findChildren(kind) if each.isVisible()]
    return next(each for each in shown if name_of(each).startswith(name))


def names(driver):
    return [name_of(each) for each in driver.window.findChildren(QRadioButton) if each.isVisible()]


def toggle(widget):
    actions = QAccessible.queryAccessibleInterface(widget).actionInterface()
    actions.doAction(actions.toggleAction())


def press(driver, button):
    """Press a button. Qt shows it pressed for a moment, and clicks then."""
    actions = QAccessible.queryAccessibleInterface(button).actionInterface()
    with driver.qtbot.waitSignal(button.clicked):
        actions.doAction(actions.pressAction())


def test_an_answer_that_is_toggled_is_chosen(driver, writing):
    driver.window.navigator.go(StepId.ABOUT)
    toggle(named(driver, "How will the Council hear you? Aloud"))
    assert writing.draft.delivery is Delivery.ALOUD


def test_a_point_that_is_toggled_is_chosen_and_taken_back(driver, writing):
    driver.window.navigator.go(StepId.POINTS)
    card = named(driver, "Privacy in daily life")
    toggle(card)
    assert [point.id for point in writing.draft.active_points][2:] == ["privacy"]
    assert card.isChecked()
    toggle(card)
    assert len(writing.draft.active_points) == 2
    assert not card.isChecked()


def test_choices_that_are_toggled_open_and_are_taken(driver, writing):
    driver.window.navigator.go(StepId.POINTS)
    press(driver, named(driver, "Change what you want the Council to do"))
    toggle(named(driver, "What you want the Council to do: Something else, in my own words"))
    assert isinstance(writing.draft.ask, OwnAsk)


def test_a_fact_that_is_switched_is_no_longer_cited(driver, writing):
    driver.window.navigator.go(StepId.STORY)
    toggle(named(driver, FACT))
    assert writing.draft.points[0].evidence == ()


def test_a_tab_that_is_toggled_shows_its_story(driver, writing):
    driver.window.navigator.go(StepId.STORY)
    toggle(named(driver, "Point 2: Freedom to speak and gather"))
    assert driver.window.navigator._page(StepId.STORY).place().section == writing.draft.points[1].id


def test_a_section_that_is_switched_is_in_print_only(driver, writing):
    driver.window.navigator.go(StepId.DRAFT)
    toggle(named(driver, "Say aloud: Thanks"))
    assert writing.draft.silent == ("thanks",)


def test_a_line_that_is_dictated_is_written(driver, writing):
    driver.window.navigator.go(StepId.ABOUT)
    box = named(driver, "Your name", QLineEdit)
    QAccessible.queryAccessibleInterface(box).editableTextInterface().insertText(0, "Dr. ")
    assert writing.draft.person.name == "Dr. Rosa Maple"


def test_showing_what_is_so_changes_nothing(driver, writing):
    before = writing.draft
    for step in StepId:
        driver.window.navigator.go(step)
    assert (writing.draft, writing.can_undo) == (before, False)


def test_opening_the_form_of_the_meeting_says_nothing_of_where_one_stands(driver):
    driver.window.home.page.blank_wanted.emit()
    writing = driver.window.navigator.writing
    press(driver, named(driver, "Change who should hear it"))
    assert named(driver, "Where do you stand on it? I leave it open").isChecked()
    assert writing.draft.position is None


@pytest.mark.parametrize(
    ("step", "closed", "opened", "inside"),
    [
        (
            StepId.POINTS,
            "Change what you want the Council to do",
            "Close the choices of what",
            "What you want the Council",
        ),
        (StepId.ABOUT, "Change who should hear it", "Close who should hear it", "Where do you stand on it?"),
    ],
)
@pytest.mark.usefixtures("writing")
def test_a_button_that_unfolds_is_a_button_and_says_what_a_press_does(driver, step, closed, opened, inside):
    driver.window.navigator.go(step)
    button = named(driver, closed)
    assert QAccessible.queryAccessibleInterface(button).role() is QAccessible.Role.Button
    assert not any(each.startswith(inside) for each in names(driver))
    press(driver, button)
    assert (named(driver, opened), button.text()) == (button, "Close")
    assert any(each.startswith(inside) for each in names(driver))
    press(driver, button)
    assert not any(each.startswith(inside) for each in names(driver))


def test_a_row_of_the_list_is_found_chosen_and_opened(driver, program, example):
    program.importing.take_in([example])
    driver.window.show_home()
    rows = QAccessible.queryAccessibleInterface(driver.window.home.page._list)
    assert rows.role() is QAccessible.Role.List
    (row,) = [rows.child(place) for place in range(rows.childCount())]
    assert row.role() is QAccessible.Role.ListItem
    assert row.text(QAccessible.Text.Name).startswith("Continue, ")
    driver.window.home.page.focus_list()
    driver.press(Qt.Key.Key_Return)
    assert driver.window.navigator.is_open


def test_a_choice_of_a_combo_box_is_taken(driver, writing):
    driver.window.navigator.go(StepId.ABOUT)
    (ward,) = [each for each in driver.window.findChildren(QComboBox) if each.isVisible()]
    assert (name_of(ward), ward.currentText()) == ("Ward", "Ward 6")
    assert QAccessible.queryAccessibleInterface(ward).role() is QAccessible.Role.ComboBox
    ward.setFocus()
    driver.press(Qt.Key.Key_Down)
    assert writing.draft.person.ward == "Ward 7"


def test_the_window_is_a_window_for_assistive_technology(driver):
    roles = [QAccessible.queryAccessibleInterface(each).role() for each in (driver.window, QWidget())]
    assert roles == [QAccessible.Role.Window, QAccessible.Role.Client]


def test_headings_are_headings(driver, writing):
    del writing
    driver.window.navigator.go(StepId.SHARE)
    shown = [each for each in driver.window.findChildren(Text) if each.isVisible()]
    interfaces = {each.text(): QAccessible.queryAccessibleInterface(each) for each in shown}
    heads = [words for words, interface in interfaces.items() if interface.role() is QAccessible.Role.Heading]
    assert {"Share your testimony", "Keep a copy", "Give it to the Council"} <= set(heads)
    assert all(interfaces[words].text(QAccessible.Text.Name) == words for words in heads)
    assert interfaces["Puts the text and its sources on the clipboard"].role() is QAccessible.Role.StaticText
