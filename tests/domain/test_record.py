from dataclasses import replace

import pytest

from testimony_app.domain.body import unlisted_body
from testimony_app.domain.draft import Position
from testimony_app.domain.record import record_block
from testimony_app.domain.testimony import RecordKind
from tests.domain.material import CAMPAIGN, COUNCIL, ENGLISH, FILLED, NOTHING, with_fields

LINES = {
    "matter": ("subject", "Cameras on Lake Street"),
    "meeting_date": ("meeting", "December 8, 2026"),
    "agenda_item": ("agenda_item", "3b"),
    "file_number": ("file_number", "2020-00681"),
    "name": ("sender", "Rosa Maple"),
    "ward": ("ward", "Ward 6"),
    "neighborhood": ("neighborhood", "Cedar-Riverside"),
    "on_behalf_of": ("on_behalf_of", "the Cedar Tenants"),
}


def record(draft, body=None, campaign=None):
    return [(line.kind.value, line.value) for line in record_block(draft, body, campaign, ENGLISH)]


def test_the_lines_stand_in_the_order_a_clerk_files_by():
    assert record(replace(with_fields(FILLED), position=Position.AGAINST), COUNCIL, CAMPAIGN) == [
        ("to", "Minneapolis City Council"),
        ("meeting", "December 8, 2026"),
        ("agenda_item", "3b"),
        ("file_number", "2020-00681"),
        ("subject", "Cameras on Lake Street"),
        ("position", "Against"),
        ("sender", "Rosa Maple"),
        ("ward", "Ward 6, Cedar-Riverside"),
        ("on_behalf_of", "the Cedar Tenants"),
    ]


def test_every_line_has_a_word_in_every_language():
    assert all(getattr(ENGLISH.words, kind.value) for kind in RecordKind)


@pytest.mark.parametrize("field", FILLED)
def test_one_known_field_is_one_line_and_the_persons_connection_none(field):
    expected = [LINES[field]] if field in LINES else []
    assert field in LINES or field == "connection"
    assert record(with_fields({field: FILLED[field]})) == expected


@pytest.mark.parametrize("value", ["", " \n\t", "-", "?", ", ,"])
def test_what_is_not_known_has_no_line_and_is_not_guessed(value):
    assert record(with_fields(dict.fromkeys(FILLED, value))) == []
    assert record(with_fields({"matter": value}), None, CAMPAIGN) == [("subject", "The ban on face recognition")]


@pytest.mark.parametrize(
    ("value", "line"),
    [(" Oak\n Elm ", "Oak Elm"), ("Oak,", "Oak"), ("Oak.", "Oak."), ("{name}", "{name}"), ("D.C.", "D.C.")],
)
def test_a_line_is_one_line_as_it_was_typed(value, line):
    fields = {key: value for key in FILLED if key not in {"ward", "neighborhood", "connection"}}
    assert {value for _, value in record(with_fields(fields))} == {line}
    assert record(NOTHING, unlisted_body(value)) == [("to", line)]


@pytest.mark.parametrize(
    ("position", "lines"),
    [
        (None, []),
        (Position.UNSTATED, []),
        (Position.FOR, [("position", "For")]),
        (Position.AGAINST, [("position", "Against")]),
        (Position.NEUTRAL, [("position", "Neither for nor against")]),
    ],
)
def test_the_position_is_on_the_matter_and_said_only_where_it_was_stated(position, lines):
    assert record(replace(NOTHING, position=position)) == lines
    assert record(replace(NOTHING, position=position, differs=True)) == lines


@pytest.mark.parametrize(
    ("ward", "neighborhood", "line"),
    [
        ("6", "", ("ward", "Ward 6")),
        (" 6\n", "Cedar", ("ward", "Ward 6, Cedar")),
        ("Ward 6", "Cedar", ("ward", "Ward 6, Cedar")),
        ("the Sixth.", "Cedar.", ("ward", "the Sixth, Cedar.")),
        ("the Sixth.", "", ("ward", "the Sixth.")),
        ("Washington, D.C.", "Cedar", ("ward", "Washington, D.C., Cedar")),
        ("{number}", "{ward}", ("ward", "{number}, {ward}")),
        ("", "Cedar", ("neighborhood", "Cedar")),
        ("-", "Cedar,", ("neighborhood", "Cedar")),
        ("6", "-", ("ward", "Ward 6")),
    ],
)
def test_ward_and_neighborhood_share_a_line(ward, neighborhood, line):
    assert record(with_fields({"ward": ward, "neighborhood": neighborhood})) == [line]


def test_a_name_left_out_has_no_line():
    assert record(replace(with_fields({"name": "Rosa", "ward": "6"}), withhold_name=True)) == [("ward", "Ward 6")]


@pytest.mark.parametrize(
    ("matter", "campaign", "title", "subject"),
    [
        ("Cameras on Lake Street", CAMPAIGN, "My winter", "Cameras on Lake Street"),
        ("", CAMPAIGN, "My winter", "The ban on face recognition"),
        ("", None, " My\nwinter, ", "My winter"),
        ("The fence of Rosa", CAMPAIGN, "", "The ban on face recognition"),
        ("", None, "Rosa speaks", None),
        ("", None, "-", None),
    ],
)
def test_the_subject_is_the_matter_else_that_of_the_campaign_else_the_persons_title(matter, campaign, title, subject):
    named = with_fields({"name": "Rosa Maple", "matter": matter})
    lines = record(replace(named, title=title, withhold_name=True), None, campaign)
    assert lines == ([("subject", subject)] if subject else [])


def test_a_testimony_of_a_campaign_to_an_unlisted_body_says_both():
    assert record(NOTHING, unlisted_body("Oakdale Town Board"), CAMPAIGN) == [
        ("to", "Oakdale Town Board"),
        ("subject", "The ban on face recognition"),
    ]
