"""Codes at the foot of a page, chosen on Share by keyboard."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt

from testimony_app.domain.steps import StepId
from testimony_app.ui.widgets.switch import Switch
from testimony_app.ui.widgets.text import Text
from tests.documents.pdf_reading import figures
from tests.ui.test_rail import rewrite, step

CODES = "Codes for a phone at the foot of a PDF or a print"
NOW = datetime(2026, 11, 24, tzinfo=UTC)


@pytest.fixture
def opened(driver, program, example):
    (imported,) = program.importing.take_in([example])
    driver.window._on_opened(program.drafting.open(imported.draft_id))
    return driver


def test_codes_for_a_phone_come_with_a_pdf_by_choice(opened, program, answers, tmp_path):
    opened.window.navigator.go(StepId.SHARE)
    opened.tab_to(CODES)
    opened.press(Qt.Key.Key_Space)
    answers.name = "mine.pdf"
    opened.tab_to("PDF")
    opened.press(Qt.Key.Key_Space)
    opened.qtbot.waitUntil(lambda: step(opened, 5)[0] == "Saved as PDF", timeout=10_000)
    content = (tmp_path / "mine.pdf").read_bytes()
    codes = program.exporting.phone_codes(opened.window.navigator.writing.draft.id, NOW)
    assert len(figures(content)) == len(codes) > 1
    answers.name = "mine.docx"
    opened.tab_to("Word")
    opened.press(Qt.Key.Key_Space)
    opened.qtbot.waitUntil(lambda: step(opened, 5)[0] == "Saved as Word", timeout=10_000)


def test_a_card_and_a_cover_note_have_no_codes(opened):
    opened.window.navigator.go(StepId.SHARE)
    page = opened.window.navigator._page(StepId.SHARE)
    opened.tab_to(CODES)
    opened.press(Qt.Key.Key_Space)
    assert page.with_codes
    opened.tab_to("What the pages are for: Written statement")
    opened.press(Qt.Key.Key_Right)
    assert page.with_codes
    opened.press(Qt.Key.Key_Right)
    assert not page.with_codes
    assert not any(each.isVisible() for each in opened.window.findChildren(Switch))


def test_codes_that_do_not_fit_are_told(opened, answers):
    rewrite(opened, "We waited at the bus stop for an hour in the cold. " * 90)
    opened.window.navigator.go(StepId.SHARE)
    opened.tab_to(CODES)
    opened.press(Qt.Key.Key_Space)
    answers.name = "mine.pdf"
    opened.tab_to("PDF")
    opened.press(Qt.Key.Key_Space)
    opened.qtbot.waitUntil(
        lambda: any("so they do not fit on paper" in each.text() for each in opened.window.findChildren(Text)),
        timeout=10_000,
    )
