"""What Home says of each testimony."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from testimony_app.domain.draft import Delivery, OwnAsk
from testimony_app.ui.tokens import SMALL


def save(program, ask="Please put the bench back.", **answers):
    opened = program.drafting.start(answers.pop("language", "en"))
    draft = replace(opened.draft, ask=OwnAsk(ask), **answers)
    return program.drafting.save(replace(opened, draft=draft), "typing")


def spoken(driver):
    driver.window.show_home()
    driver.qtbot.waitUntil(lambda: not driver.window.home._uncounted)
    rows = driver.window.home.page._list.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [rows.data(rows.index(place, 0), role) for place in range(rows.rowCount())]


@pytest.mark.parametrize(
    ("answers", "long"),
    [
        ({}, "0:05 long"),
        ({"delivery": Delivery.WRITTEN}, "11 words"),
        ({"delivery": Delivery.BOTH, "silent": ("thanks",)}, "0:03 long"),
        ({"language": "so"}, "About 0:02 long"),
    ],
)
def test_a_row_says_how_long_its_testimony_is(driver, program, answers, long):
    save(program, **answers)
    (row,) = spoken(driver)
    assert row.startswith(f"Continue, Please put the bench back, draft, Step 1 of 6. {long}. Edited today, ")


def test_an_empty_testimony_has_no_length(driver, program):
    save(program, ask="", language="so")
    assert spoken(driver)[0].startswith("Continue, Untitled testimony, draft, Step 1 of 6. Edited today, ")


def test_the_length_follows_the_testimony(driver, program):
    opened = save(program)
    assert "11 words" not in spoken(driver)[0]
    program.drafting.save(replace(opened, draft=replace(opened.draft, delivery=Delivery.WRITTEN)), "typing")
    assert "11 words" in spoken(driver)[0]


def test_one_that_cannot_be_counted_is_in_the_list_without_a_length(driver, program):
    save(program)
    save(program, ask="Please wait.")
    with closing(sqlite3.connect(program.folders.database)) as database, database:
        database.execute("UPDATE revision SET answers_json = X'00' WHERE text LIKE '%bench%'")
    waits, bench = spoken(driver)
    assert ("0:04 long" in waits, "long" in bench) == (True, False)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_facts_of_a_row_are_not_cut_off(driver, look, program, scale):
    save(program)
    look.set_scale(scale)
    (row,) = spoken(driver)
    rows = driver.window.home.page._list
    drawn = rows._painter.facts_box(rows.visualRect(rows.model().index(0, 0)), rows._rows.rows[0], rtl=False)
    needed = QFontMetrics(look.font(SMALL)).horizontalAdvance(rows._rows.rows[0].facts)
    assert row.endswith(rows._rows.rows[0].facts)
    assert drawn.width() >= needed
