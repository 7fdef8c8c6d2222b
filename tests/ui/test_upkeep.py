"""The window looks after the drafts while nobody types, and gives way to whoever does."""

import pytest

from testimony_app.ui import upkeep_runner


@pytest.fixture
def runner(driver, program):
    program.drafting.save(program.drafting.start("en"), "typing")
    yield driver.window.upkeep
    driver.window.upkeep.finish()


def test_a_quiet_window_makes_the_backup_of_the_day(runner, program, qtbot):
    runner.look()
    qtbot.waitUntil(lambda: len(program.backups.all()) == 1, timeout=5000)


def test_it_waits_while_somebody_types(runner, driver, program):
    driver.window._on_opened(program.drafting.start("en"))
    driver.tab_to("Your name. May become public")
    driver.type("R")
    runner.look()
    assert runner._thread is None
    assert runner._timer.interval() == upkeep_runner.FIRST_SECONDS * 1000


def test_it_begins_nothing_after_the_window_has_gone(driver, program):
    program.drafting.save(program.drafting.start("en"), "typing")
    driver.window.close()
    driver.window.upkeep.look()
    assert driver.window.upkeep._thread is None
    assert program.backups.all() == ()


def test_what_is_under_way_is_finished_before_the_window_goes(runner):
    runner.look()
    runner.finish()
    assert runner._thread is None
    runner.look()
    assert runner._thread is None
    runner.go_on()
    runner.look()
    assert runner._thread is not None
