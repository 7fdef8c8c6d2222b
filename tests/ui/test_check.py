"""What Check says of what was found and of what was not, and the ways from a finding to its place and back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from testimony_app.domain.checks.review import CHECKS
from testimony_app.domain.steps import StepId
from testimony_app.store.place import Place

ALT = Qt.KeyboardModifier.AltModifier
NUMBER = "My number is 000-12-3456. Call me at 612-555-0134."


@pytest.fixture
def check(driver, program, example):
    """The window at Check, with two numbers in the first point."""
    (imported,) = program.importing.take_in([example])
    driver.window._on_opened(program.drafting.open(imported.draft_id))
    navigator = driver.window.navigator
    first = navigator.writing.draft.points[0]
    navigator._on_changed(navigator.writing.draft.change_point(replace(first, story=f"{first.story} {NUMBER}")), "")
    navigator.go(StepId.CHECK)
    return driver


def texts(driver):
    page = driver.window.navigator._page(StepId.CHECK)
    return [each.text() for each in page.findChildren(type(page.heading.title)) if each.isVisible()]


def panel_texts(driver):
    panel = driver.window.frame.panel
    kind = type(driver.window.navigator._page(StepId.CHECK).heading.title)
    return [each.text() for each in panel.findChildren(kind) if each.isVisible()]


def test_it_begins_at_the_first_finding_and_the_arrows_go_on(check):
    begin = check.focus_name
    assert begin == "Must fix: A government id number, Point 1. See it"
    check.press(Qt.Key.Key_Down)
    assert check.focus_name.startswith("Worth a look: ")
    second = check.focus_name
    check.press(Qt.Key.Key_Down)
    check.press(Qt.Key.Key_Up)
    assert check.focus_name == second
    check.press(Qt.Key.Key_Up)
    check.press(Qt.Key.Key_Up)
    assert check.focus_name == begin


def test_the_panel_names_the_point_and_what_each_way_will_do(check):
    said = panel_texts(check)
    assert "Point 1: It makes more mistakes with some people" in said
    for words in (
        "Takes out these digits, nothing else.",
        "Shows it as “XXX-XX-XXXX”.",
        "Opens Point 1 at this place.",
    ):
        assert words in said
    check.press(Qt.Key.Key_F6)
    check.tab_to("Cover the number")
    check.press(Qt.Key.Key_Space)
    assert "XXX-XX-XXXX" in check.window.navigator.writing.testimony.text


def test_back_from_a_place_leads_to_the_same_finding(check):
    navigator = check.window.navigator
    check.press(Qt.Key.Key_Down)
    check.press(Qt.Key.Key_Down)
    finding = check.focus_name
    check.press(Qt.Key.Key_Return)
    check.focus.click()
    assert navigator.step is not StepId.CHECK
    assert check.window.frame.bottom.back.text() == "Back to Check"
    check.press(Qt.Key.Key_Left, ALT)
    assert (navigator.step, check.focus_name) == (StepId.CHECK, finding)
    navigator.go(StepId.DRAFT)
    check.press(Qt.Key.Key_Left, ALT)
    assert navigator.step is StepId.STORY


def test_the_same_finding_is_found_again_when_one_before_it_is_gone(check):
    navigator = check.window.navigator
    page = navigator._page(StepId.CHECK)
    phone = next(place for place, each in enumerate(page._findings) if each.code == "phone_number")
    page._cards[phone].see.setFocus()
    page._cards[phone].see.click()
    first = navigator.writing.draft.points[0]
    story = first.story.replace("My number is 000-12-3456. ", "")
    navigator._on_changed(navigator.writing.draft.change_point(replace(first, story=story)), "")
    check.press(Qt.Key.Key_Left, ALT)
    assert check.focus_name == "Worth a look: A phone number, Point 1. See it"


def test_it_says_how_many_checks_found_nothing_and_which(check):
    quiet = check.window.navigator.writing.quiet_checks()
    found = {"private_data", "too_long"}
    assert set(quiet) <= set(CHECKS) - found
    title = f"{len(quiet)} checks found nothing"
    assert title in texts(check)
    assert "It asks the Council for something" not in texts(check)
    check.tab_to(f"Show them: {title}").click()
    assert "It asks the Council for something" in texts(check)
    assert "No private numbers or addresses found" not in texts(check)
    check.tab_to(f"Hide them: {title}").click()
    assert "It asks the Council for something" not in texts(check)


def test_what_is_kept_is_folded_and_no_check_that_found_nothing(check):
    writing = check.window.navigator.writing
    quiet = writing.quiet_checks()
    check.tab_to("Keep it as it is: A government id number, Point 1").click()
    assert writing.quiet_checks() == quiet
    assert "Kept as it is: 1" in texts(check)
    check.tab_to("Show them: Kept as it is: 1").click()
    check.tab_to("Ask me again: A government id number, Point 1").click()
    assert check.focus_name == "Must fix: A government id number, Point 1. See it"
    assert not any(text.startswith("Kept as it is") for text in texts(check))


def again(driver, program, open_window):
    """Open the testimony in another window, as after a crash: nothing was closed."""
    driver.wait_saved()
    draft = driver.window.navigator.writing.draft.id
    program.drafting._store.write(lambda _connection: None)  # what was queued before is on the disk by then
    other = open_window()
    other.window._on_opened(program.drafting.open(draft))
    return other


def test_the_finding_that_was_looked_at_is_looked_at_again_after_a_start(check, program, open_window):
    check.press(Qt.Key.Key_Down)
    check.press(Qt.Key.Key_Down)
    looked_at = check.focus_name
    other = again(check, program, open_window)
    assert other.window.navigator.step is StepId.CHECK
    assert other.focus_name == looked_at
    assert other.window.navigator._page(StepId.CHECK)._chosen == 2


def test_a_finding_that_is_gone_after_a_start_leads_to_another_of_its_section(check):
    page = check.window.navigator._page(StepId.CHECK)
    section, count = page._findings[-1].section, len(page._findings)
    page.go_to(Place(section=section, cursor=count + 3))
    assert page._findings[page._chosen].section == section
    page.go_to(Place(section="gone", cursor=1))
    assert page._chosen == 1
    page.go_to(Place(section="gone", cursor=count + 3))
    assert page._chosen == count - 1


def test_the_story_that_is_open_is_open_again_after_a_start(check, program, open_window):
    check.window.navigator.go(StepId.STORY)
    check.press(Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert check.focus_name == "Your story for point 2"
    other = again(check, program, open_window)
    assert other.window.navigator._page(StepId.STORY).place().section == check.window.navigator.writing.place.section
    assert other.focus_name == "Your story for point 2"
