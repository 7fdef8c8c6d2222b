"""A language's file, and all that is wrong with it at once."""

from dataclasses import fields
from pathlib import Path

import pytest

from testimony_app.campaigns.language_reader import read_language
from testimony_app.domain.campaign import SuggestedSentence
from testimony_app.domain.errors import OrganizerError
from testimony_app.domain.fields import FIELDS
from testimony_app.domain.language import DocumentWords
from testimony_app.files.problems import ContentProblemsError
from tests.campaigns.samples import GONE, LANGUAGE, changed, toml

SHIPPED = sorted((Path(__file__).parents[2] / "resources" / "languages").glob("*.toml"))


@pytest.fixture
def write(tmp_path):
    def written(table, name="xx"):
        path = tmp_path / f"{name}.toml"
        path.write_bytes(table if isinstance(table, bytes) else toml(table))
        return path

    return written


def problems(path):
    with pytest.raises(ContentProblemsError) as error:
        read_language(path)
    assert error.value.name == path.stem
    assert {problem.file for problem in error.value.problems} == {path.name}
    return [(problem.key, problem.code, problem.found, problem.expected) for problem in error.value.problems]


def test_every_field_finds_its_place(write):
    language = read_language(write(LANGUAGE))
    assert (language.tag, language.name, language.names) == ("xx", "Example", {"en": "English"})
    assert language.date("2026-12-08") == "8 month 12 2026"
    assert language.date("2026-12") == "month 12 2026"
    assert language.words.to == "to"
    assert language.opening == (SuggestedSentence("Hello, {name}.", ("ward",), ("matter",)),)
    assert language.thanks == (SuggestedSentence("Thanks."),)


def test_sentences_may_be_left_out(write):
    language = read_language(write(changed(changed(LANGUAGE, ["opening"], GONE), ["thanks"], GONE)))
    assert (language.opening, language.thanks) == ((), ())


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_what_we_ship_is_sound(path):
    assert read_language(path).tag == path.stem


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(OrganizerError) as error:
        read_language(tmp_path / "yy.toml")
    assert (error.value.code, error.value.parameters) == ("language_not_found", {"path": str(tmp_path / "yy.toml")})


@pytest.mark.parametrize(
    ("path", "value", "problem"),
    [
        (["tag"], "yy", ("tag", "id_differs_from_name", "yy", "xx")),
        (["months"], ["January"], ("months", "wrong_value", "['January']", "at least 12 entries")),
        (["months"], ["x"] * 13, ("months", "wrong_value", str(["x"] * 13)[:80], "at most 12 entries")),
        (["name"], GONE, ("name", "missing_key", "", "")),
        (["names", "en"], 5, ("names.en", "wrong_value", "5", "text in quotes")),
        (["words", "to"], GONE, ("words.to", "missing_key", "", "")),
        (["words", "tow"], "x", ("words.tow", "unknown_key", "tow", "")),
        (["words", "to"], "", ("words.to", "wrong_value", "", "at least 1 character")),
        (["opening", 0, "text"], "{nam}", ("opening[0]", "unknown_reference", "nam", ", ".join(FIELDS))),
        (["thanks", 0, "unless"], ["x"], ("thanks[0]", "unknown_reference", "x", ", ".join(FIELDS))),
    ],
)
def test_each_fault_is_told_with_its_key(write, path, value, problem):
    assert problems(write(changed(LANGUAGE, path, value))) == [problem]


def test_all_missing_words_are_told_at_once(write):
    table = LANGUAGE | {"tag": "yy", "words": {"hello": "Hello"}}
    known = [each.name for each in fields(DocumentWords)]
    assert [problem[0] for problem in problems(write(table))] == [
        "tag",
        *(f"words.{name}" for name in known),
        "words.hello",
    ]


@pytest.mark.parametrize("content", [b"a = ", b"\xff", b"#" * 1_100_000])
def test_a_file_that_cannot_be_read_is_one_problem(write, content):
    assert [problem[0] for problem in problems(write(content))] == [""]
