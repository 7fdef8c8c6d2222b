"""A body's file: known values with their sources, unknown ones as unknown, all faults at once."""

import pytest

from testimony_app.campaigns.body_reader import read_body
from testimony_app.domain.body import DEFAULT_FILE_NAME, Fact
from testimony_app.domain.errors import OrganizerError
from testimony_app.domain.sources import Source
from testimony_app.files.problems import ContentProblemsError
from tests.campaigns.samples import BODY, GONE, SOURCE, changed, fact, toml


@pytest.fixture
def write(tmp_path):
    def written(table, name="my-council"):
        path = tmp_path / f"{name}.toml"
        path.write_bytes(table if isinstance(table, bytes) else toml(table))
        return path

    return written


def problems(path):
    with pytest.raises(ContentProblemsError) as error:
        read_body(path)
    assert error.value.name == path.stem
    assert error.value.parameters == {"name": path.stem, "count": len(error.value.problems)}
    assert {problem.file for problem in error.value.problems} == {path.name}
    return [(problem.key, problem.code, problem.found, problem.expected) for problem in error.value.problems]


def test_a_known_value_comes_with_its_source(write):
    body = read_body(write(BODY))
    source = Source(SOURCE["publisher"], SOURCE["date"], SOURCE["read_on"])
    assert (body.id, body.name, body.audience) == ("my-council", "My Council", "Council Members")
    assert body.place == Fact("Town hall", "2026-11", source)
    assert body.districts.value == ("North", "South")
    assert (body.members.value, body.time_limit_seconds, body.asks_for.full_name.value) == (13, 120, True)
    assert body.contacts[0].detail == Fact("612-555-0142", "2026-11", source)
    assert (body.file_name, body.mail_subject) == ("{file_number}_{name}", ("Comment", "{name}"))


def test_a_body_may_say_in_which_language_its_texts_are(write):
    assert read_body(write({**BODY, "language": "so"})).language == "so"
    assert read_body(write(BODY)).language == ""
    assert [key for key, *_ in problems(write({**BODY, "language": "Somali"}))] == ["language"]


def test_an_unknown_value_is_none_with_the_day_somebody_looked(write):
    body = read_body(write(changed(BODY, ["members"], {**fact(), "note": "Nobody says."})))
    assert body.members == Fact(None, "2026-11", None, "Nobody says.")
    assert body.writing.limit_words == Fact(None, "2026-11")


def test_an_unknown_value_may_have_a_source_that_was_searched(write):
    body = read_body(write(changed(BODY, ["members"], fact("unknown", "site"))))
    assert (body.members.value, body.members.source.publisher) == (None, "Example Press")


def test_patterns_may_be_left_out(write):
    body = read_body(write(changed(changed(BODY, ["file_name"], GONE), ["mail_subject"], GONE)))
    assert (body.file_name, body.mail_subject) == (DEFAULT_FILE_NAME, body.mail_subject)
    assert body.mail_subject


def test_a_file_that_is_not_there_is_told(tmp_path):
    for path in (tmp_path / "gone.toml", tmp_path):
        with pytest.raises(OrganizerError) as error:
            read_body(path)
        assert (error.value.code, error.value.parameters) == ("body_not_found", {"path": str(path)})


@pytest.mark.parametrize(
    ("path", "value", "problem"),
    [
        (["id"], "your-council", ("id", "id_differs_from_name", "your-council", "my-council")),
        (["place", "source"], "cite", ("place.source", "unknown_reference", "cite", "site")),
        (["place", "source"], GONE, ("place.source", "missing_key", "", "")),
        (["writing", "file_types", "source"], GONE, ("writing.file_types.source", "missing_key", "", "")),
        (["contacts", 0, "detail", "source"], "x", ("contacts[0].detail.source", "unknown_reference", "x", "site")),
        (
            ["file_name"],
            "{name}_{nam}",
            ("file_name", "unknown_reference", "nam", "file_number, meeting_date, name, agenda_item, matter"),
        ),
        (
            ["mail_subject"],
            ["Hello", "{ward}"],
            ("mail_subject", "unknown_reference", "ward", "file_number, meeting_date, name, agenda_item, matter"),
        ),
        (["members", "value"], 0, ("members.value", "wrong_value", "0", 'a whole number (1 or more) or "unknown"')),
        (["asks_for", "address"], GONE, ("asks_for.address", "missing_key", "", "")),
        (["speking"], {}, ("speking", "unknown_key", "speking", "speaking")),
    ],
)
def test_each_fault_is_told_with_its_key(write, path, value, problem):
    assert problems(write(changed(BODY, path, value))) == [problem]


def test_rules_about_facts_are_looked_at_even_where_a_shape_is_wrong(write):
    table = changed(BODY, ["place", "source"], "x") | {"nonsense": 1}
    assert [problem[:2] for problem in problems(write(table))] == [
        ("nonsense", "unknown_key"),
        ("place.source", "unknown_reference"),
    ]
    assert problems(write(table | {"sources": 1, "place": 2}))[0][:2] == ("nonsense", "unknown_key")


def test_all_broken_rules_are_told_at_once(write):
    table = changed(changed(BODY, ["place", "source"], "x"), ["members", "source"], GONE)
    table = table | {"id": "x", "file_name": "{x}", "mail_subject": ["{y}"]}
    assert [problem[:2] for problem in problems(write(table))] == [
        ("id", "id_differs_from_name"),
        ("place.source", "unknown_reference"),
        ("members.source", "missing_key"),
        ("file_name", "unknown_reference"),
        ("mail_subject", "unknown_reference"),
    ]


@pytest.mark.parametrize(
    ("content", "code"), [(b"a = ", "toml_syntax"), (b"\xff", "not_utf8"), (b"#" * 1_100_000, "file_too_large")]
)
def test_a_file_that_cannot_be_read_is_one_problem(write, content, code):
    assert [problem[:2] for problem in problems(write(content))] == [("", code)]
