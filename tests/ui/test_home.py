"""What Home says of each testimony."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from testimony_app.domain.draft import Delivery, OwnAsk, Person
from testimony_app.domain.steps import StepId
from testimony_app.domain.submission import SubmissionState
from testimony_app.ui.state_looks import STATE_LOOKS
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


def send(program, opened, state, channel="clerk"):
    """Let a testimony be sent by a way, and stand in a state."""
    now = datetime.now(UTC)
    if channel != "practice":
        way = {"kind": "mail_app", "title": f"To the {channel}", "to": ["clerk@example.org"], "checked_on": "2026-11"}
        program.channels.add(channel, {**way, "checked_on": now.date().isoformat()})
    submission = program.submitting.submit(program.submitting.review(opened.draft.id, channel, now), "", now)
    with closing(sqlite3.connect(program.folders.database)) as database, database:
        database.execute("UPDATE submission SET state = ? WHERE id = ?", (state.value, submission))
    return submission


def chip(driver):
    """Return the row of the only testimony."""
    spoken(driver)
    (row,) = driver.window.home.page._list._rows.rows
    return row


WORDS = {
    SubmissionState.QUEUED: "Waiting",
    SubmissionState.SENDING: "Sending",
    SubmissionState.WAITING: "Waiting",
    SubmissionState.NEEDS_YOU: "Needs you",
    SubmissionState.UNKNOWN: "We do not know",
    SubmissionState.ACCEPTED: "Accepted",
    SubmissionState.HANDED_OVER: "Your turn",
    SubmissionState.CONFIRMED: "You said it arrived",
    SubmissionState.RETURNED: "Returned",
    SubmissionState.CANCELLED: "Draft",
    SubmissionState.REPLACED: "Draft",
}


@pytest.mark.parametrize("state", SubmissionState)
def test_a_row_says_what_became_of_its_testimony(driver, program, state):
    opened = save(program)
    send(program, opened, state)
    row = chip(driver)
    assert row.state == WORDS[state]
    assert row.look.icon == STATE_LOOKS[state.value if row.state != "Draft" else "draft"].icon
    assert row.spoken.startswith(f"{row.action}, Please put the bench back, {row.state.lower()}, {row.facts}")
    if row.state != "Draft":
        assert (row.action, row.facts[:27]) == ("Open", "0:05 long. To the clerk, to")


def test_what_needs_somebody_is_said_before_what_was_sent_later(driver, program):
    opened = save(program)
    send(program, opened, SubmissionState.UNKNOWN, "clerk")
    send(program, opened, SubmissionState.ACCEPTED, "mayor")
    assert chip(driver).state == "We do not know"
    with closing(sqlite3.connect(program.folders.database)) as database, database:
        database.execute("UPDATE submission SET state = 'confirmed' WHERE channel = 'clerk'")
    assert (chip(driver).state, "To the mayor" in chip(driver).facts) == ("Accepted", True)


def test_practice_is_not_said_to_be_accepted(driver, program):
    opened = save(program)
    send(program, opened, SubmissionState.ACCEPTED, "practice")
    assert chip(driver).state == "Draft"


def test_a_row_says_that_its_testimony_was_edited_after_it_was_sent(driver, program):
    opened = save(program)
    send(program, opened, SubmissionState.ACCEPTED)
    assert "Edited since" not in chip(driver).facts
    program.drafting.save(replace(opened, draft=replace(opened.draft, ask=OwnAsk("Put two there."))), "typing")
    row = chip(driver)
    assert (row.state, "Edited since. To the clerk, today" in row.facts) == ("Accepted", True)


def test_the_day_of_what_was_sent_before_today_is_said_without_its_hour(driver, program):
    submission = send(program, save(program), SubmissionState.ACCEPTED)
    with closing(sqlite3.connect(program.folders.database)) as database, database:
        at = ("2026-10-14T14:02:00+00:00", submission)
        database.execute("UPDATE submission SET changed_utc = ? WHERE id = ?", at)
    assert chip(driver).facts == "0:05 long. To the clerk, Oct 14, 2026"


def test_a_search_says_it_too(driver, program):
    send(program, save(program), SubmissionState.RETURNED)
    spoken(driver)
    driver.window.home.page.search_wanted.emit("bench")
    assert [row.state for row in driver.window.home.page._list._rows.rows] == ["Returned"]


def test_home_that_is_seen_follows_what_is_sent(driver, program):
    opened = save(program)
    submission = send(program, opened, SubmissionState.WAITING)
    assert chip(driver).state == "Waiting"
    with closing(sqlite3.connect(program.folders.database)) as database, database:
        database.execute("UPDATE submission SET state = 'accepted' WHERE id = ?", (submission,))
    driver.window.sending.changed.emit()
    assert [row.state for row in driver.window.home.page._list._rows.rows] == ["Accepted"]


def test_a_testimony_is_ready_once_the_checks_found_nothing_in_it_and_a_draft_again_after_a_change(driver, program):
    own = "Please put the bench back where it was. My mother rests there on her way to the clinic."
    opened = save(program, ask=own, person=Person(name="Ali Warsame"))
    driver.window._on_opened(program.drafting.open(opened.draft.id))
    navigator = driver.window.navigator
    assert chip(driver).state == "Draft", "nobody has checked it yet"
    driver.window._on_opened(program.drafting.open(opened.draft.id))
    navigator.go(StepId.CHECK)
    row = chip(driver)
    assert (row.state, row.look.icon, row.action) == ("Ready", "circle-check", "Open")
    assert "Nothing to fix. Edited today" in row.facts
    driver.window._on_opened(program.drafting.open(opened.draft.id))
    assert chip(driver).state == "Ready", "to look at it changes nothing"
    driver.window._on_opened(program.drafting.open(opened.draft.id))
    navigator._on_changed(replace(navigator.writing.draft, ask=OwnAsk("Please put it back.")), "")
    assert chip(driver).state == "Draft"


def test_a_testimony_with_findings_is_a_draft_again(driver, program):
    opened = save(program, ask="My number is 000-12-3456. Please put the bench back.")
    driver.window._on_opened(program.drafting.open(opened.draft.id))
    navigator = driver.window.navigator
    navigator.go(StepId.CHECK)
    (must,) = (each for each in navigator.writing.findings() if each.code == "government_id")
    assert chip(driver).state == "Draft"
    driver.window._on_opened(program.drafting.open(opened.draft.id))
    navigator.go(StepId.CHECK)
    for finding in navigator.writing.findings():
        navigator.writing.keep_as_it_is(finding, kept=True)
    navigator.keep_place()
    navigator.writing.keep_as_it_is(must, kept=False)
    assert chip(driver).state == "Draft"


def test_an_empty_testimony_is_never_ready(driver, program):
    opened = save(program, ask="")
    driver.window._on_opened(program.drafting.open(opened.draft.id))
    driver.window.navigator.go(StepId.CHECK)
    for finding in driver.window.navigator.writing.findings():
        driver.window.navigator.writing.keep_as_it_is(finding, kept=True)
    assert chip(driver).state == "Draft"


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_length_and_way_of_a_sent_one_are_not_cut_off(driver, look, program, scale):
    send(program, save(program), SubmissionState.UNKNOWN)
    look.set_scale(scale)
    row = chip(driver)
    rows = driver.window.home.page._list
    drawn = rows._painter.facts_box(rows.visualRect(rows.model().index(0, 0)), row, rtl=False)
    needed = QFontMetrics(look.font(SMALL)).horizontalAdvance(row.facts.split(", today")[0])
    assert drawn.width() >= needed
