"""What is written can be read again, word for word, and equal drafts give equal bytes."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimony_app.domain.draft import (
    ChosenPoint,
    Contact,
    Delivery,
    Draft,
    Matter,
    NamedBody,
    OwnAsk,
    Person,
    Position,
    SectionEdit,
    Translation,
)
from testimony_app.domain.text import clean
from testimony_app.testimony_file.decode import decode
from testimony_app.testimony_file.encode import encode

ID = "22222222-2222-4222-9222-222222222222"
EMPTY = Draft(ID, "en")

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20).map(lambda text: clean(text).text)
TEXT = ANY_TEXT | st.sampled_from(["", " ", '"', "\\", "\n", "{}", "</w:t>", "\u2067مرحبا\u2069", "👩‍👧", "e\u0301"])
IDS = st.from_regex("[a-z][a-z0-9-]{0,8}", fullmatch=True).filter(lambda name: not name.startswith("own-"))
POINT_IDS = IDS.filter(lambda name: name not in {"opening", "ask", "thanks"})
TAGS = st.sampled_from(["en", "so", "hmn", "es-MX", "zh-Hant-TW"])


@st.composite
def drafts(draw):
    """A whole draft, each field empty or filled."""
    ids = draw(st.lists(POINT_IDS | st.integers(1, 20).map("own-{}".format), unique=True, max_size=5))
    evidence = st.lists(IDS, unique=True, max_size=3).map(tuple)
    points = [ChosenPoint(each, draw(TEXT), draw(evidence), draw(TEXT)) for each in ids]
    split = draw(st.integers(0, len(points)))
    return Draft(
        id=ID,
        language=draw(TAGS),
        campaign=draw(st.just("") | IDS),
        body=draw(st.none() | IDS | TEXT.map(NamedBody)),
        differs=draw(st.booleans()),
        own_next=draw(st.integers(21, 999)),
        title=draw(TEXT),
        person=draw(st.builds(Person, TEXT, TEXT, TEXT, TEXT)),
        withhold_name=draw(st.booleans()),
        on_behalf_of=draw(TEXT),
        position=draw(st.none() | st.sampled_from(Position)),
        delivery=draw(st.none() | st.sampled_from(Delivery)),
        matter=draw(st.builds(Matter, TEXT, TEXT, TEXT, TEXT)),
        contact=draw(st.builds(Contact, TEXT, TEXT, TEXT)),
        ask=draw(st.none() | IDS | TEXT.map(OwnAsk)),
        points=tuple(points[:split]),
        set_aside=tuple(points[split:]),
        edits=draw(st.dictionaries(IDS, st.builds(SectionEdit, TEXT, TEXT), max_size=3)),
        silent=tuple(draw(st.lists(IDS, unique=True, max_size=3))),
        translation=draw(st.none() | st.builds(Translation, TAGS, TEXT, TEXT)),
    )


@given(drafts())
def test_what_is_written_is_read_again_word_for_word(draft):
    decoded = decode(encode(draft), "")
    assert decoded.draft == draft
    assert (decoded.has_id, decoded.bare_edits, decoded.removed) == (True, {}, "")


@given(drafts())
def test_equal_drafts_give_equal_bytes(draft):
    turned = replace(draft, edits=dict(reversed(draft.edits.items())))
    content = encode(draft)
    assert encode(turned) == content
    assert encode(decode(content, "").draft) == content


def keys_of(value):
    """Every object's keys in a JSON value, in the order they stand in."""
    if isinstance(value, list):
        for each in value:
            yield from keys_of(each)
    if isinstance(value, dict):
        yield list(value)
        for each in value.values():
            yield from keys_of(each)


@given(drafts())
def test_the_bytes_are_utf_8_with_sorted_keys_and_no_space(draft):
    content = encode(draft)
    assert b"\n" not in content
    value = json.loads(content.decode())
    assert all(keys == sorted(keys) for keys in keys_of(value))
    assert json.dumps(value, ensure_ascii=False, separators=(",", ":")) == content.decode()


def test_what_holds_nothing_is_left_out():
    assert encode(EMPTY) == f'{{"format":"testimony/1","id":"{ID}","language":"en"}}'.encode()


@pytest.mark.parametrize(
    ("change", "keys"),
    [
        ({"withhold_name": True}, {"withhold": ["name"]}),
        ({"body": NamedBody("")}, {"body": {"name": ""}}),
        ({"ask": OwnAsk("")}, {"ask": {"text": ""}}),
        ({"ask": "keep"}, {"ask": "keep"}),
        ({"position": Position.UNSTATED}, {"position": "unstated"}),
        ({"person": Person(ward="6")}, {"person": {"ward": "6"}}),
        ({"own_next": 2}, {"own_next": 2}),
        ({"points": (ChosenPoint("own-1"),)}, {"points": [{"id": "own-1"}]}),
        ({"edits": {"ask": SectionEdit("", "")}}, {"edits": {"ask": {"text": "", "base": ""}}}),
        ({"translation": Translation("so", "")}, {"translation": {"language": "so", "text": ""}}),
    ],
)
def test_what_was_said_is_written_even_where_it_is_short(change, keys):
    value = json.loads(encode(replace(EMPTY, **change)))
    assert value == {"format": "testimony/1", "id": ID, "language": "en", **keys}


def test_own_points_keep_their_numbers_when_they_are_taken_back():
    draft = EMPTY.add_own_point("First").add_own_point("Second").take_back_point("own-1")
    again = decode(encode(draft), "").draft.add_own_point("Third")
    assert [point.id for point in again.points] == ["own-2", "own-3"]
    assert [point.id for point in again.set_aside] == ["own-1"]
