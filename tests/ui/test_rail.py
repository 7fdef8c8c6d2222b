"""What the rail says of each step: only what is true of the testimony as it is now."""

from dataclasses import replace

import pikepdf
import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from testimony_app.domain.steps import StepId
from testimony_app.ui.widgets.rail import StepState
from testimony_app.ui.widgets.text import Text


@pytest.fixture
def opened(driver, program, example):
    (imported,) = program.importing.take_in([example])
    driver.window._on_opened(program.drafting.open(imported.draft_id))
    return driver


def step(driver, place):
    """What stands at a step, its state, and what a screen reader says."""
    button = driver.window.navigator._rail._buttons[place]
    return button._entry.note, button._entry.state, button.accessibleName()


def rewrite(driver, story):
    navigator = driver.window.navigator
    first = navigator.writing.draft.points[0]
    navigator._on_changed(navigator.writing.draft.change_point(replace(first, story=story)), "")


def test_what_was_not_looked_at_is_not_started(opened):
    opened.window.navigator.go(StepId.DRAFT)
    assert step(opened, 3) == ("You are here", StepState.HERE, "Draft. Step 4, you are here. 5 sections")
    assert step(opened, 4) == ("Not started", StepState.OPEN, "Check. Step 5, not done. Not started")
    assert step(opened, 5) == ("Not started", StepState.OPEN, "Share. Step 6, not done. Not started")


def test_a_blank_page_says_where_one_is(driver):
    driver.window.home.page.blank_wanted.emit()
    assert step(driver, 0) == ("You are here", StepState.HERE, "About you. Step 1, you are here.")


def test_check_says_what_it_found_until_the_text_is_another(opened):
    rewrite(opened, "My number is 000-12-3456.")
    opened.window.navigator.go(StepId.CHECK)
    note, _, spoken = step(opened, 4)
    assert (note, spoken) == ("1 must fix", "Check. Step 5, you are here. 1 must fix, 3 worth a look")
    opened.window.navigator.go(StepId.DRAFT)
    assert step(opened, 4)[0] == "1 must fix"
    rewrite(opened, "Nobody called me back.")
    assert step(opened, 4)[:2] == ("Changed since", StepState.OPEN)


def test_check_is_done_when_nothing_is_left_to_fix(opened):
    opened.window.navigator.go(StepId.CHECK)
    page = opened.window.navigator._page(StepId.CHECK)
    assert step(opened, 4)[0] == f"{len(page._cards)} worth a look"
    while page._cards:
        page._cards[0].keep.click()
    assert step(opened, 4)[0] == "Nothing to fix"
    opened.window.navigator.go(StepId.SHARE)
    assert step(opened, 4)[:2] == ("Nothing to fix", StepState.DONE)


def test_share_says_what_was_taken_along_and_when_it_is_another_text(opened, program, answers, tmp_path):
    navigator = opened.window.navigator
    navigator.go(StepId.SHARE)
    assert step(opened, 5)[:2] == ("You are here", StepState.HERE)
    answers.name = "mine.docx"
    opened.tab_to("Word")
    opened.press(Qt.Key.Key_Space)
    opened.qtbot.waitUntil(lambda: step(opened, 5)[0] == "Saved as Word", timeout=10_000)
    assert (tmp_path / "mine.docx").exists()
    navigator.go(StepId.STORY)
    assert step(opened, 5)[:2] == ("Saved as Word", StepState.DONE)
    rewrite(opened, "Something else.")
    assert step(opened, 5)[:2] == ("Changed since", StepState.OPEN)
    navigator.undo()
    assert step(opened, 5)[0] == "Saved as Word"
    opened.window.show_home()
    (row,) = program.drafting.page(9)
    opened.window._on_opened(program.drafting.open(row.id))
    assert step(opened, 5)[:2] == ("Saved before", StepState.OPEN)


def test_a_pdf_is_saved_as_what_the_pages_are_for(opened, answers, tmp_path):
    opened.window.navigator.go(StepId.SHARE)
    opened.tab_to("What the pages are for: Written statement")
    opened.press(Qt.Key.Key_Right)
    answers.name = "mine.pdf"
    opened.tab_to("PDF")
    opened.press(Qt.Key.Key_Space)
    opened.qtbot.waitUntil(lambda: step(opened, 5)[0] == "Saved as PDF", timeout=10_000)
    assert answers.asked[-1][1].endswith("_large-print.pdf")
    content = (tmp_path / "mine.pdf").read_bytes()
    assert content.startswith(b"%PDF-1.7")
    with pikepdf.open(tmp_path / "mine.pdf") as pdf:
        shown = pikepdf.parse_content_stream(pdf.pages[0])
        assert max(float(operands[1]) for operands, operator in shown if str(operator) == "Tf") >= 20


def test_share_tells_the_last_three_things_and_no_more(opened):
    opened.window.navigator.go(StepId.SHARE)
    page = opened.window.navigator._page(StepId.SHARE)
    for number in range(5):
        page.show_saved(f"/home/rosa/{number}.pdf")
    wanted = [f"Saved as /home/rosa/{number}.pdf" for number in (4, 3, 2)]

    def said():
        return [each.text() for each in page.findChildren(Text) if each.isVisible() and "Saved as" in each.text()]

    opened.qtbot.waitUntil(lambda: said() == wanted, timeout=5000)


def test_a_pdf_that_cannot_be_made_says_which_signs_are_to_blame(opened, answers, tmp_path):
    rewrite(opened, "We waited. 👍")
    opened.window.navigator.go(StepId.SHARE)
    answers.name = "mine.pdf"
    opened.tab_to("PDF")
    opened.press(Qt.Key.Key_Space)
    opened.qtbot.waitUntil(
        lambda: any("“👍”" in each.text() for each in opened.window.findChildren(Text)), timeout=10_000
    )
    assert not (tmp_path / "mine.pdf").exists()


def test_what_is_copied_is_said(opened):
    opened.window.navigator.go(StepId.SHARE)
    opened.tab_to("Copy")
    opened.press(Qt.Key.Key_Space)
    assert step(opened, 5)[0] == "Copied"


def test_your_story_says_which_point_is_open_and_afterwards_how_many_are_written(opened):
    navigator = opened.window.navigator
    navigator.go(StepId.STORY)
    assert step(opened, 2)[0] == "Point 1 of 2"
    assert step(opened, 2)[2] == "Your story. Step 3, you are here. Point 1 of 2, 2 of 2 written"
    opened.press(Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert step(opened, 2)[0] == "Point 2 of 2"
    navigator._page(StepId.STORY)._group.button(0).click()
    assert step(opened, 2)[0] == "Point 1 of 2"
    navigator.go(StepId.DRAFT)
    assert step(opened, 2)[0] == "2 of 2 written"


def test_your_story_without_a_point_says_where_one_is(driver):
    driver.window.home.page.blank_wanted.emit()
    driver.window.navigator.go(StepId.STORY)
    assert step(driver, 2)[0] == "You are here"


class Painted(QObject):
    """Counts what is painted."""

    def __init__(self, widgets):
        super().__init__()
        self.count = 0
        for each in widgets:
            each.installEventFilter(self)

    @override
    def eventFilter(self, watched, event):
        self.count += event.type() is QEvent.Type.Paint
        return super().eventFilter(watched, event)


def test_only_a_step_that_changed_is_painted_again(opened, qtbot):
    navigator = opened.window.navigator
    navigator.go(StepId.DRAFT)
    painted = Painted(navigator._rail._buttons)
    navigator.go(StepId.CHECK)
    qtbot.waitUntil(lambda: painted.count >= 2)  # where one was, and where one is
    QApplication.processEvents()
    before = painted.count
    navigator._show_around()
    QApplication.processEvents()
    assert painted.count == before
