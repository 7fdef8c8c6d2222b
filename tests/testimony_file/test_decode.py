"""Nothing in a file is trusted: what is not a testimony is one refusal, with the key and what was expected."""

import json

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
from testimony_app.domain.errors import PersonError
from testimony_app.testimony_file import testimony_format
from testimony_app.testimony_file.decode import decode, decode_stored
from testimony_app.testimony_file.encode import encode
from testimony_app.words.errors import sentence
from testimony_app.words.translate import english

NEW = "11111111-1111-4111-8111-111111111111"
KNOWN = "2222abcd-2222-4222-9222-222222222222"
HEAD = '{"format": "testimony/1", "language": "en", '


def file(**keys):
    return json.dumps({"format": "testimony/1", "language": "en", **keys}).encode()


def read(**keys):
    return decode(file(**keys), NEW).draft


def refusal(content):
    """The one PersonError a content gives, told in one short line."""
    with pytest.raises(PersonError) as error:
        decode(content, NEW)
    told = sentence(error.value, english)
    told.encode()
    assert told.isprintable()
    assert len(told) < 500
    return error.value


def code(content):
    return refusal(content).code


def fault(content):
    """The key and the problem of an invalid file."""
    error = refusal(content)
    assert error.code == "testimony_file_invalid"
    return error.parameters["key"], error.parameters["problem"]


def test_format_and_language_are_enough():
    decoded = decode(file(), NEW)
    assert decoded.draft == Draft(NEW, "en")
    assert (decoded.bare_edits, decoded.has_id, decoded.removed) == ({}, False, "")


def test_every_field_finds_its_place():
    decoded = decode(
        file(
            id=KNOWN,
            campaign="my-town",
            body="my-council",
            differs=True,
            own_next=7,
            title="A title",
            person={"name": "Rosa", "ward": "6", "neighborhood": "Cedar", "connection": "I clean."},
            withhold=["name"],
            on_behalf_of="Tenants",
            position="against",
            delivery="both",
            matter={"title": "Cameras", "file_number": "2020-00681", "agenda_item": "3b", "meeting_date": "soon"},
            contact={"email": "rosa@example.org", "phone": "612-555-0142", "address": "1 Example Way"},
            ask="keep",
            points=[{"id": "privacy", "story": "I saw.", "evidence": ["a", "b"]}, {"id": "own-5", "title": "Mine"}],
            set_aside=[{"id": "others", "story": "Aside."}],
            edits={"thanks": {"text": "Bye.", "base": "Thanks."}, "opening": "Hi."},
            silent=["thanks"],
            translation={"language": "so", "text": "Erayo", "translator": "A. Ali"},
        ),
        NEW,
    )
    assert decoded.has_id
    assert decoded.bare_edits == {"opening": "Hi."}
    assert decoded.draft == Draft(
        id=KNOWN,
        language="en",
        campaign="my-town",
        body="my-council",
        differs=True,
        own_next=7,
        title="A title",
        person=Person("Rosa", "6", "Cedar", "I clean."),
        withhold_name=True,
        on_behalf_of="Tenants",
        position=Position.AGAINST,
        delivery=Delivery.BOTH,
        matter=Matter("Cameras", "2020-00681", "3b", "soon"),
        contact=Contact("rosa@example.org", "612-555-0142", "1 Example Way"),
        ask="keep",
        points=(ChosenPoint("privacy", "I saw.", ("a", "b")), ChosenPoint("own-5", title="Mine")),
        set_aside=(ChosenPoint("others", "Aside."),),
        edits={"thanks": SectionEdit("Bye.", "Thanks.")},
        silent=("thanks",),
        translation=Translation("so", "Erayo", "A. Ali"),
    )


def test_what_is_written_out_is_ones_own():
    draft = read(body={"name": "My board"}, ask={"text": "Plant trees."})
    assert (draft.body, draft.ask) == (NamedBody("My board"), OwnAsk("Plant trees."))


@pytest.mark.parametrize(
    ("keys", "ids", "own_next"),
    [
        ({"points": [{}]}, ["own-1"], 2),
        ({"points": [{}, {}], "set_aside": [{}]}, ["own-1", "own-2", "own-3"], 4),
        ({"points": [{}, {"id": "own-1"}]}, ["own-2", "own-1"], 3),
        ({"points": [{"id": "own-1"}, {}, {"id": "own-7"}]}, ["own-1", "own-8", "own-7"], 9),
        ({"points": [{}], "set_aside": [{"id": "own-4"}]}, ["own-5", "own-4"], 6),
        ({"points": [{}], "own_next": 3}, ["own-3"], 4),
        ({"points": [{"id": "own-1"}], "own_next": 9}, ["own-1"], 9),
        ({"points": [{"id": "privacy"}]}, ["privacy"], 1),
        ({"points": [{"id": "own-899999"}]}, ["own-899999"], 900_000),
    ],
)
def test_own_points_get_numbers_that_were_never_given(keys, ids, own_next):
    draft = read(**keys)
    assert [point.id for point in (*draft.points, *draft.set_aside)] == ids
    assert draft.own_next == own_next
    assert decode(encode(draft), NEW).draft == draft


@pytest.mark.parametrize(
    ("keys", "most"),
    [
        ({"points": [{}], "own_next": 900_000}, 900_000),
        ({"points": [{"id": "own-899999"}, {}]}, 900_000),
        ({"points": [{"id": "own-999999"}, {}]}, 900_000),
        ({"own_next": 900_001}, 900_000),
        ({"own_next": 1_000_001}, 1_000_000),
        ({"own_next": 10**30}, 1_000_000),
    ],
)
def test_numbers_of_own_points_end_somewhere(keys, most):
    assert fault(file(**keys)) == ("own_next", f"Expected `int` <= {most}")


@pytest.mark.parametrize("place", ["points", "set_aside"])
@pytest.mark.parametrize(
    "point", ["opening", "ask", "thanks", "own-", "own-0", "own-01", "own-x", "own-1000000", "own-1-2"]
)
def test_reserved_ids_are_refused(place, point):
    error = refusal(file(**{place: [{"id": point}]}))
    assert (error.code, error.parameters) == ("point_id_reserved", {"point": point})


@pytest.mark.parametrize("point", ["privacy", "own-3"])
@pytest.mark.parametrize(("here", "there"), [("points", "points"), ("points", "set_aside")])
def test_a_point_stands_once(point, here, there):
    twice = {here: [{"id": point}], there: [{"id": point}]} if here != there else {here: [{"id": point}] * 2}
    error = refusal(file(**twice))
    assert (error.code, error.parameters) == ("point_twice", {"point": point})


def test_what_is_named_twice_in_a_list_counts_once():
    draft = read(points=[{"id": "privacy", "evidence": ["b", "a", "b"]}], silent=["ask", "thanks", "ask"])
    assert draft.points[0].evidence == ("b", "a")
    assert draft.silent == ("ask", "thanks")


@pytest.mark.parametrize(
    ("keys", "key"),
    [
        ({"nonsense": 1}, "nonsense"),
        ({"person": {"nonsense": 1}}, "person.nonsense"),
        ({"matter": {"nonsense": 1}}, "matter.nonsense"),
        ({"contact": {"nonsense": 1}}, "contact.nonsense"),
        ({"body": {"name": "x", "nonsense": 1}}, "body.nonsense"),
        ({"ask": {"text": "x", "nonsense": 1}}, "ask.nonsense"),
        ({"points": [{}, {"nonsense": 1}]}, "points[1].nonsense"),
        ({"set_aside": [{"nonsense": 1}]}, "set_aside[0].nonsense"),
        ({"edits": {"ask": {"text": "x", "base": "y", "nonsense": 1}}}, "edits[...].nonsense"),
        ({"translation": {"language": "so", "text": "x", "nonsense": 1}}, "translation.nonsense"),
    ],
)
def test_unknown_keys_are_refused_at_every_level(keys, key):
    assert fault(file(**keys)) == (key, "Object contains unknown field `nonsense`")


@pytest.mark.parametrize(
    ("keys", "key"),
    [
        ({"body": {}}, "body.name"),
        ({"ask": {}}, "ask.text"),
        ({"edits": {"ask": {"text": "x"}}}, "edits[...].base"),
        ({"translation": {"text": "x"}}, "translation.language"),
    ],
)
def test_missing_keys_are_named(keys, key):
    assert fault(file(**keys)) == (key, f"Object missing required field `{key.rpartition('.')[2]}`")


def test_the_language_must_be_there():
    assert fault(b'{"format": "testimony/1"}') == ("language", "Object missing required field `language`")


@pytest.mark.parametrize("name", ["campaign", "body", "ask"])
@pytest.mark.parametrize("value", ["", "A", "a b", "1a", "-a", "a_b", "é", "a" * 65, "a\n"])
def test_ids_keep_to_their_pattern(name, value):
    assert fault(file(**{name: value}))[0] == name


@pytest.mark.parametrize(
    ("keys", "key"),
    [
        ({"points": [{"id": "privacy\n"}]}, "points[0].id"),
        ({"points": [{"evidence": ["A"]}]}, "points[0].evidence[0]"),
        ({"edits": {"A": "x"}}, "edits"),
        ({"silent": ["ask", "A"]}, "silent[1]"),
        ({"id": KNOWN.upper()}, "id"),
        ({"id": KNOWN + "\n"}, "id"),
        ({"id": KNOWN.replace("-4", "-1")}, "id"),
        ({"language": "english"}, "language"),
        ({"language": "en\n"}, "language"),
        ({"language": "EN"}, "language"),
        ({"language": "e" * 36}, "language"),
        ({"translation": {"language": "", "text": ""}}, "translation.language"),
        ({"position": "maybe"}, "position"),
        ({"delivery": "sung"}, "delivery"),
        ({"withhold": ["email"]}, "withhold[0]"),
        ({"differs": 1}, "differs"),
        ({"differs": "true"}, "differs"),
        ({"own_next": 0}, "own_next"),
        ({"own_next": 2.0}, "own_next"),
        ({"own_next": True}, "own_next"),
        ({"title": None}, "title"),
        ({"title": ["x"]}, "title"),
        ({"points": {}}, "points"),
        ({"points": [[]]}, "points[0]"),
        ({"edits": {"ask": 1}}, "edits[...]"),
        ({"person": []}, "person"),
        ({"translation": "x"}, "translation"),
    ],
)
def test_a_wrong_value_is_told_with_its_key(keys, key):
    assert fault(file(**keys))[0] == key


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (HEAD + '"title": "a", "title": "a"}', "title"),
        (HEAD + '"title": "a", "t\\u0069tle": "b"}', "title"),
        (HEAD + '"person": {"name": "a", "name": "b"}}', "name"),
        (HEAD + '"points": [{"story": "a", "story": "b"}]}', "story"),
        (HEAD + '"edits": {"ask": "a", "ask": "b"}}', "ask"),
        ('{"format": "testimony/1", "format": "testimony/1", "language": "en"}', "format"),
        ('{"nowhere": [{"x": 1, "x": 2}]}', "x"),
    ],
)
def test_a_key_that_stands_twice_is_refused_at_every_level(content, key):
    error = refusal(content.encode())
    assert (error.code, error.parameters) == ("duplicate_key", {"key": key})


@pytest.mark.parametrize(
    "content",
    [
        HEAD + '"title": "a\\ud800"}',
        HEAD + '"points": [{"story": "\\udc00\\ud800"}]}',
        HEAD + '"\\ud800": 1}',
        HEAD + '"edits": {"\\ud800": "x"}}',
        '{"\\udfff": 1, "\\udfff": 2}',
        HEAD + '"title": "' + "\\ud83d" + '"}',
    ],
)
def test_a_lone_surrogate_is_refused_anywhere(content):
    assert code(content.encode()) == "text_invalid_unicode"


def test_a_pair_of_surrogates_is_a_sign():
    assert decode((HEAD + '"title": "\\ud83d\\ude00"}').encode(), NEW).draft.title == "😀"


@pytest.mark.parametrize("content", [b"\xff", b'{"a": "\xe9"}', b"\xed\xa0\x80", "{}".encode("utf-16")])
def test_what_is_not_utf_8_is_refused(content):
    assert code(content) == "text_invalid_unicode"


@pytest.mark.parametrize(
    "content",
    [
        "",
        "\x00",
        "{",
        "{}{}",
        "{'format': 1}",
        HEAD + '"title": "a\nb"}',
        HEAD + '"own_next": NaN}',
        HEAD + '"own_next": Infinity}',
        HEAD + '"own_next": -Infinity}',
        HEAD + f'"own_next": {"1" * 5000}}}',
        "[" * 100_000,
        '{"a":' * 100_000,
        "[" * 60 + "]" * 60,
        HEAD + f'"title": {"[" * 41}{"]" * 41}}}',
        HEAD + f'"points": [{",".join(["{}"] * 100_000)}]}}',
        "[" + ",".join(['["[\\\\", "\\"{"]'] * 100_001) + "]",
    ],
    ids=range(16),
)
def test_what_is_no_json_or_far_too_much_of_it_is_refused(content):
    assert code(content.encode()) == "not_json"


def test_what_is_nested_as_far_as_is_read_is_still_told_by_its_key():
    assert fault((HEAD + f'"title": {"[" * 40}{"]" * 40}}}').encode())[0] == "title"


@pytest.mark.parametrize(
    "content",
    ["null", "[]", '"x"', "1", "{}", '{"format": "testimony/2"}', '{"format": ["testimony/1"]}', '{"format": null}'],
)
def test_another_format_is_refused(content):
    error = refusal(content.encode())
    assert (error.code, error.parameters) == ("unknown_format", {"expected": "testimony/1"})


def test_brackets_in_a_story_are_no_parts():
    story = '[{"\\' * 100_000
    assert read(title="\\", points=[{"story": story}]).points[0].story == story


def test_a_file_may_begin_with_a_byte_order_mark():
    assert decode(b"\xef\xbb\xbf" + file(title="a"), NEW).draft.title == "a"


@pytest.mark.parametrize("over", [0, 1])
def test_eight_megabytes_are_the_most(over):
    content = file(title="a")
    content += b" " * (testimony_format.MOST_BYTES - len(content) + over)
    if over:
        error = refusal(content)
        assert (error.code, error.parameters) == ("file_too_large", {"most_megabytes": 8})
    else:
        assert decode(content, NEW).draft.title == "a"


def test_texts_are_cleaned_and_what_was_removed_is_told():
    decoded = decode(
        file(title="a\x00b", person={"name": "\x1bRosa\r\n"}, points=[{"id": "pri\x7fvacy"}], ask={"text": "x"}), NEW
    )
    assert (decoded.draft.title, decoded.draft.person.name, decoded.draft.points[0].id) == ("ab", "Rosa\n", "privacy")
    assert decoded.removed == "\x00\x1b\x7f"


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        ("title\x00", "title"),
        ("\x1b[2J", "[2J"),
        ("two\r\nlines", "two lines"),
        ("k\x00" + "k" * 100_000, "k" * 160 + "…"),
    ],
)
def test_a_key_with_control_characters_is_unknown_and_harmless_to_show(key, shown):
    assert fault(file(**{key: "x"})) == (shown, "Object contains unknown field")


@pytest.mark.parametrize("key", ["k" * 100_000, "two\nlines", "a - at `$.title`", "`"])
def test_a_strange_key_stays_one_short_line(key):
    found, problem = fault(file(**{key: "x"}))
    assert len(found) <= 161
    assert problem.startswith("Object contains unknown field")


def test_a_strange_value_stays_one_short_line():
    key, problem = fault(file(position="x\n" * 5000))
    assert (key, len(problem)) == ("position", 161)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters()),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(st.characters()), inner, max_size=3),
    max_leaves=8,
)
KEYS = [*testimony_format.TestimonyFile.__struct_fields__, "nonsense"]
LIKELY = st.fixed_dictionaries(
    {"format": st.just("testimony/1"), "language": st.sampled_from(["en", "so", ""])},
    optional=dict.fromkeys(
        KEYS[2:],
        JSON
        | st.sampled_from(["for", "aloud", "my-town", KNOWN, 3])
        | st.lists(st.fixed_dictionaries({}, optional={"id": st.sampled_from(["", "ask", "own-1", "a"])}), max_size=2)
        | st.dictionaries(st.sampled_from(["name", "text", "base", "language"]), st.just("so"), max_size=3),
    ),
)


def draft_of(content):
    """Return the draft that a content holds, or None where it is refused in one line; nothing else may happen."""
    try:
        return decode(content, NEW).draft
    except PersonError as error:
        told = sentence(error, english)
    assert "\n" not in told
    assert told.encode()
    return None


@given((JSON | LIKELY).map(json.dumps).map(str.encode))
def test_any_json_is_a_draft_or_one_refusal(content):
    draft = draft_of(content)
    assert draft is None or decode(encode(draft), NEW).draft == draft


@given(st.binary(max_size=80) | st.lists(st.sampled_from(HEAD + '{}[]",:\\u0x1e\n')).map("".join).map(str.encode))
def test_any_bytes_are_one_refusal(content):
    assert draft_of(content) is None


@given(st.data())
def test_a_file_cut_or_changed_anywhere_is_a_draft_or_one_refusal(data):
    whole = file(id=KNOWN, person={"name": "Zoë"}, points=[{"id": "own-1", "story": "😀"}], edits={"ask": "x"})
    place = data.draw(st.integers(0, len(whole) - 1))
    content = whole[:place] + data.draw(st.binary(max_size=3)) + whole[place + data.draw(st.integers(0, 3)) :]
    draft = draft_of(content)
    assert draft is None or decode(encode(draft), NEW).draft == draft


def test_a_stored_revision_is_read_whatever_its_size():
    points = tuple(ChosenPoint(f"own-{number}") for number in range(1, 100_002))
    draft = Draft(NEW, "en", points=points, own_next=100_002)
    assert code(encode(draft)) == "not_json"
    assert decode_stored(encode(draft)) == draft


@pytest.mark.parametrize("content", [b"", b"{", b"\xff", b"{}", file(nonsense=1), file(title="no id")])
def test_a_stored_revision_that_is_not_ours_is_damaged(content):
    with pytest.raises(PersonError) as error:
        decode_stored(content)
    assert error.value.code == "draft_damaged"
