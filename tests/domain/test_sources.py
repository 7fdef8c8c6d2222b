import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimony_app.domain.sources import Era, era
from tests.domain.material import CAMPAIGN

DATES = st.dates().map(str) | st.dates().map(lambda day: str(day)[:7]) | st.dates().map(lambda day: str(day)[:4])


@pytest.mark.parametrize(
    ("as_of", "turning_point", "expected"),
    [
        ("2019-12-19", "2021-02-12", Era.THEN),
        ("2021-02-11", "2021-02-12", Era.THEN),
        ("2021-02-12", "2021-02-12", Era.THEN),
        ("2021-02-13", "2021-02-12", Era.NOW),
        ("2021-01", "2021-02-12", Era.THEN),
        ("2021-02", "2021-02-12", None),
        ("2021-03", "2021-02-12", Era.NOW),
        ("2020", "2021-02-12", Era.THEN),
        ("2021", "2021-02-12", None),
        ("2022", "2021-02-12", Era.NOW),
        ("2021-02-12", "2021-02", None),
        ("2021-02", "2021-02", None),
        ("2021-03-01", "2021-02", Era.NOW),
        ("2021", "2021", None),
        ("2021-12-31", "2021", None),
        ("2022-01-01", "2021", Era.NOW),
        ("unknown", "2021-02-12", None),
        ("", "2021-02-12", None),
        ("2019", "", None),
        ("unknown", "", None),
    ],
)
def test_a_date_lies_before_or_after_the_turning_point_where_that_can_be_said(as_of, turning_point, expected):
    assert era(as_of, turning_point) is expected


@given(st.dates(), st.dates())
def test_two_days_are_always_told_apart(day, turning_point):
    assert era(str(day), str(turning_point)) is (Era.NOW if day > turning_point else Era.THEN)


@given(DATES, DATES)
def test_a_coarser_date_says_nothing_a_finer_one_would_contradict(as_of, turning_point):
    coarse = era(as_of[:4], turning_point)
    assert coarse in {None, era(as_of, turning_point)}


def test_the_campaign_has_facts_and_events_of_both_eras():
    facts = {era(each.as_of, CAMPAIGN.turning_point) for each in CAMPAIGN.all_evidence()}
    events = {era(each.date, CAMPAIGN.turning_point) for each in CAMPAIGN.since}
    assert {Era.THEN, Era.NOW} <= facts & events
