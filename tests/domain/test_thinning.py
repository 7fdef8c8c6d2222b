from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from testimony_app.domain.thinning import versions_to_drop

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
AGES = st.lists(st.integers(-3 * 86_400, 60 * 86_400), max_size=60)


def saved(*ages):
    """Versions with these ages in seconds, in the order of their numbers."""
    return [(number, NOW - timedelta(seconds=age)) for number, age in enumerate(ages, 1)]


def test_all_of_the_last_hour_stay():
    assert versions_to_drop(saved(3599, 1800, 1, 1, 0), NOW, {5}) == ()


def test_of_each_minute_of_the_last_day_the_newest_stays():
    assert versions_to_drop(saved(7210, 7205, 7201, 7100, 7090), NOW, set()) == (1, 2, 4)


def test_of_each_hour_of_thirty_days_the_newest_stays():
    day = 86_400
    assert versions_to_drop(saved(3 * day + 60, 3 * day + 30, 3 * day - 3600), NOW, set()) == (1,)


def test_of_everything_older_the_last_stays():
    day = 86_400
    assert versions_to_drop(saved(90 * day, 60 * day, 31 * day, 2 * day), NOW, set()) == (1, 2)


def test_what_must_be_kept_stays_and_stands_for_its_minute():
    assert versions_to_drop(saved(7210, 7205, 7201), NOW, {2}) == (1,)
    assert versions_to_drop(saved(7210, 7205, 7201), NOW, {3}) == (1, 2)


def test_a_clock_that_was_set_back_lets_go_of_nothing():
    assert versions_to_drop(saved(-3600, -3590, -3580, 0), NOW, set()) == ()


def test_a_clock_that_jumped_ahead_leaves_the_last_version_from_before():
    ahead = NOW + timedelta(days=3650)
    assert versions_to_drop([*saved(120, 60, 30), (4, ahead)], ahead, {4}) == (1, 2)


@given(AGES, st.sets(st.integers(1, 60)))
def test_what_is_kept_is_kept_and_a_second_look_drops_nothing_more(ages, kept):
    versions = saved(*ages)
    dropped = versions_to_drop(versions, NOW, kept)
    assert not kept.intersection(dropped)
    rest = [each for each in versions if each[0] not in dropped]
    assert versions_to_drop(rest, NOW, kept) == ()
    if versions:
        assert rest
