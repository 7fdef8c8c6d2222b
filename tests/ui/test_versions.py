"""Earlier versions in the window: compared, taken back in part or whole, undone; and undo after a restart."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from testimony_app.domain.draft import OwnAsk
from testimony_app.domain.steps import StepId
from testimony_app.ui.widgets.text import Text

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def three(program):
    """A testimony with an own point, and three versions of its story."""
    opened = program.drafting.start("en")
    draft = replace(opened.draft.add_own_point("A bench"), ask=OwnAsk("Please listen."))
    for story in ("I wait there.", "I wait there every day.", "I stand in the rain every day."):
        point = replace(draft.points[0], story=story)
        opened = program.drafting.save(replace(opened, draft=draft.change_point(point)), "typing")
    return opened


@pytest.fixture
def shown(driver, program, three):
    """A window that shows the earlier versions of it, reached from its draft."""
    driver.window._on_opened(program.drafting.open(three.draft.id))
    driver.window.navigator.go(StepId.DRAFT)
    driver.tab_to("Earlier versions")
    driver.press(Qt.Key.Key_Space)
    return driver


def story(driver):
    return driver.window.navigator.writing.draft.points[0].story


def said(driver):
    """What the page says aloud of a comparison."""
    page = driver.window.keeping.versions.page
    return [
        each.accessibleName() for each in page.findChildren(Text) if each.isVisible() and "[" in each.accessibleName()
    ]


def saved(driver, program):
    driver.wait_saved()
    return program.drafting.open(driver.window.navigator.writing.draft.id).draft.points[0].story


def test_the_newest_version_that_differs_is_compared_first(shown):
    assert said(shown) == ["I [taken out: wait there] [added: stand in the rain] every day."]


def test_what_was_changed_is_marked_by_more_than_color(shown):
    page = shown.window.keeping.versions.page
    (text,) = [each for each in page.findChildren(Text) if "[" in each.accessibleName()]
    spans = text._formats()
    formats = [span.format for span in spans]
    assert [each.fontStrikeOut() for each in formats] == [True, False]
    assert [each.fontUnderline() for each in formats] == [False, True]
    assert formats[1].fontWeight() > formats[0].fontWeight()


def test_the_list_goes_by_arrow_keys_and_says_when_and_why(shown):
    shown.tab_to("Versions, the newest first")
    shown.press(Qt.Key.Key_Down)
    assert said(shown) == ["I [taken out: wait there] [added: stand in the rain every day] ."]
    listed = QAccessible.queryAccessibleInterface(shown.focus)
    assert listed.childCount() == 3
    assert listed.child(2).text(QAccessible.Text.Name).endswith("While you wrote")
    shown.tab_to("Newer version")
    shown.press(Qt.Key.Key_Space)
    assert said(shown) == ["I [taken out: wait there] [added: stand in the rain] every day."]


def test_all_of_it_comes_back_as_a_new_version_and_can_be_undone(shown, program):
    shown.tab_to("Take all of it back")
    shown.press(Qt.Key.Key_Space)
    assert story(shown) == "I wait there every day."
    assert saved(shown, program) == "I wait there every day."
    draft_id = shown.window.navigator.writing.draft.id
    assert program.history.versions(draft_id)[0].reason == "restore"
    QApplication.processEvents()
    assert shown.window.keeping.versions.page._panel.list.model().rowCount() == 4
    assert shown.focus_name == "Undo"
    shown.press(Qt.Key.Key_Space)
    assert story(shown) == "I stand in the rain every day."


def test_one_section_comes_back_and_the_others_stay(shown, program, three):
    navigator = shown.window.navigator
    navigator._on_changed(replace(navigator.writing.draft, ask=OwnAsk("Please wait.")), "")
    shown.window.keeping.show_versions()
    shown.tab_to("Versions, the newest first")
    shown.press(Qt.Key.Key_Home)
    while shown.window.keeping.versions._shown != 2:
        shown.press(Qt.Key.Key_Down)
    shown.tab_to("Take this back: A bench")
    shown.press(Qt.Key.Key_Space)
    assert story(shown) == "I wait there every day."
    assert navigator.writing.draft.ask == OwnAsk("Please wait.")
    assert saved(shown, program) == "I wait there every day."
    assert three.rev == 3


def test_back_leads_to_where_the_person_was_also_after_something_was_taken_back(shown):
    shown.tab_to("Take all of it back")
    shown.press(Qt.Key.Key_Space)
    assert shown.window.frame.bottom.back.text() == "Back"
    assert not shown.window.frame.bottom.next.isVisible()
    shown.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert shown.window.navigator.step is StepId.DRAFT
    assert shown.window.frame.bottom.next.isVisible()
    assert "I wait there every day." in shown.window.navigator.writing.testimony.text


def test_it_opens_from_home_too(driver, three):
    driver.window.home.page.show_rows((), searched=False, has_more=False)
    driver.window.home._on_versions_wanted(three.draft.id)
    assert driver.window.frame.page is driver.window.keeping.versions.page
    assert said(driver)


def test_what_is_not_saved_yet_has_no_versions(driver):
    driver.window.home.page.blank_wanted.emit()
    driver.window.keeping.show_versions()
    assert driver.window.keeping.versions.page._why.text() == "Nothing is saved yet."
    assert not driver.window.keeping.versions.page._all.isVisible()


def test_a_version_whose_campaign_is_gone_can_still_be_read(driver, program, three, monkeypatch):
    then = program.history.draft_at(three.draft.id, 2)
    monkeypatch.setattr(program.history, "draft_at", lambda *_: replace(then, campaign="long-gone"))
    driver.window.home._on_versions_wanted(three.draft.id)
    shown = [each.text() for each in driver.window.keeping.versions.page.findChildren(Text) if each.isVisible()]
    assert any("long-gone" in text for text in shown)
    assert any("I stand in the rain every day." in text for text in shown)
    assert not driver.window.keeping.versions.page._all.isVisible()


def test_undo_goes_on_after_a_restart_and_so_does_redo(driver, program, three):
    driver.window._on_opened(program.drafting.open(three.draft.id))
    seen = [story(driver)]
    for _ in range(3):
        driver.press(Qt.Key.Key_Z, CTRL)
        seen.append(story(driver))
    assert seen == ["I stand in the rain every day.", "I wait there every day.", "I wait there.", "I wait there."]
    assert saved(driver, program) == "I wait there."
    driver.press(Qt.Key.Key_Y, CTRL)
    driver.press(Qt.Key.Key_Y, CTRL)
    assert story(driver) == "I stand in the rain every day."
    assert saved(driver, program) == "I stand in the rain every day."
