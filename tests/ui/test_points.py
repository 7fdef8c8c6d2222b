"""What the panel of Points says of the point that is looked at."""

import pytest
from PySide6.QtCore import Qt

from testimony_app.domain.steps import StepId
from testimony_app.ui.widgets.number_disc import NumberDisc


@pytest.fixture
def points(driver, program, example):
    (imported,) = program.importing.take_in([example])
    driver.window._on_opened(program.drafting.open(imported.draft_id))
    driver.window.navigator.go(StepId.POINTS)
    return driver


def numbers(driver):
    panel = driver.window.navigator._page(StepId.POINTS)._panel
    return [each._number for each in panel.findChildren(NumberDisc) if each.isVisible()]


def title(driver):
    panel = driver.window.navigator._page(StepId.POINTS)._panel
    return next(each.text() for each in panel.findChildren(type(driver.window.frame.panel._title)) if each.isVisible())


def test_it_begins_with_the_first_chosen_point_and_its_number(points):
    assert (title(points), numbers(points)) == ("It makes more mistakes with some people", [1])


def test_the_number_follows_the_choice_and_the_order(points):
    points.tab_to("Privacy in daily life")
    assert (title(points), numbers(points)) == ("Privacy in daily life", [])
    points.press(Qt.Key.Key_Space)
    assert numbers(points) == [3]
    points.press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert numbers(points) == [2]
    points.press(Qt.Key.Key_Space)
    assert (title(points), numbers(points)) == ("Privacy in daily life", [])
