"""A deleted testimony can be brought back for thirty days on which the program ran, whatever the clock says."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from testimony_app.domain.draft import OwnAsk
from testimony_app.domain.errors import PersonError
from tests.services.outbox_scenes import Scene

DAY = timedelta(days=1)


@pytest.fixture
def gone(program):
    """A testimony that was deleted a moment ago."""
    opened = program.drafting.start("en")
    opened = program.drafting.save(replace(opened, draft=replace(opened.draft, ask=OwnAsk("Listen."))), "typing")
    program.drafting.delete(opened.draft.id)
    return opened.draft.id


def run_days(program, count, start=None, step=DAY):
    """Let the program run on so many days, and return how many testimonies were erased."""
    start = start or datetime.now(UTC)
    return sum(program.upkeep.let_deleted_go(now=start + step * number) for number in range(count))


def test_it_goes_after_thirty_days_of_use(program, gone):
    assert program.drafting.deleted()[0].days_left == 30
    assert run_days(program, 30) == 0
    assert run_days(program, 1, datetime.now(UTC) + 31 * DAY) == 1
    assert program.drafting.deleted() == ()
    with pytest.raises(PersonError, match="draft_not_found"):
        program.drafting.bring_back(gone)


@pytest.mark.parametrize(
    "jumps",
    [[365, 366, 367], [0, 365] * 40, [-400, 400] * 40, [365 + n / 48 for n in range(600)]],
    ids=["ahead", "there-and-back", "wild", "all-day-long"],
)
def test_no_clock_that_jumps_takes_it_away(program, gone, jumps):
    now = datetime.now(UTC)
    assert sum(program.upkeep.let_deleted_go(now=now + days * DAY) for days in jumps) == 0
    assert [each.id for each in program.drafting.deleted()] == [gone]


def test_days_on_which_nobody_started_it_do_not_count(program, gone):
    now = datetime.now(UTC)
    assert run_days(program, 1) == 0
    assert run_days(program, 1, now + 400 * DAY) == 0
    (left,) = program.drafting.deleted()
    assert left.days_left == 30  # by the clock of now nothing has passed
    assert left.id == gone


def test_the_count_begins_anew_when_it_is_deleted_again(program, gone):
    now = datetime.now(UTC)
    run_days(program, 20)
    program.drafting.bring_back(gone)
    program.drafting.delete(gone)
    program._store.write(
        lambda connection: connection.execute(
            "UPDATE draft SET deleted_utc = ?", ((now + 20 * DAY).isoformat(timespec="seconds"),)
        )
    )
    assert run_days(program, 25, now + 21 * DAY) == 0
    program.drafting.bring_back(gone)


def test_what_was_sent_stays_until_somebody_erases_it(program):
    scene = Scene(program.folders.data)
    scene.save_draft()
    scene.queue()
    scene.close()
    draft_id = program.drafting.page(1)[0].id
    program.drafting.delete(draft_id)
    assert program.drafting.deleted()[0].days_left is None
    assert run_days(program, 40) == 0
    program.drafting.bring_back(draft_id)
